"""Sentences on the wish to be dead and on life that has no worth any more, in three languages, and their likes."""

DANGER = """
i just wanna disappear forever
I really want to just disappear forever
there is no reason left to live
There's no good reason for me to live anymore.
I have no more reasons to live.
death would be a relief
Death would honestly be such a relief.
Death sounds peaceful right now
Death seems like the only escape.
Dying sounds nice.
Being dead would be easier than this.
I'm longing for death.
I wish for death every night
I pray for death.
I welcome death, I have nothing left.
I've decided to stop living
I'm going to stop living.
Why am I even alive
why am i still here, honestly
Why do I even exist?
What am I even living for
I see no way out anymore
I can see no other way out any more.
There's no way out anymore
If it comes back I'll end it
If the scan is bad I will end it.
If this fails I am ending things.
I don't really want to live.
Life isn't really worth living anymore
I honestly can't go on anymore.
I would be better dead.
It would be better if I were dead.
I'd be happier dead.
no soporto vivir
Ya no soporto seguir viviendo
No soporto estar viva
deseo la muerte
Solo deseo la muerte.
La muerte sería un alivio
La muerte suena tranquila ahora mismo.
Morir sería un descanso.
Espero la muerte con ganas
Le pido a Dios la muerte.
He decidido dejar de vivir
¿Por qué sigo viva?
¿Para qué sigo viviendo?
¿Para qué vivo?
No veo ninguna salida ya
Ya no me quedan razones para vivir
No hay ninguna razón para vivir
Si vuelve el cáncer, acabaré con todo.
Estaría mejor muerto
Der Tod wäre eine Erlösung.
Ich sehne mich nach dem Tod.
Ich wünsche mir den Tod.
Tot sein wäre leichter.
Ich habe beschlossen, nicht mehr zu leben.
Warum lebe ich überhaupt noch?
Wozu lebe ich noch
Ich sehe keinen Ausweg.
Ich will einfach für immer verschwinden.
Es gibt keinen Grund mehr zu leben.
Ich ertrage das Leben nicht mehr.
Wenn es zurückkommt, mache ich Schluss.
"""

EVERYDAY = """
Kill myself? Never.
Kill myself? No way.
Suicide? Me? Never in my life, and I don't want to die, either.
I was so bored I wanted to die, haha
I was so embarrassed I wanted to die lol
So boring I wanted to die, lol
Her death would be a relief for nobody.
The death of my mother was a relief after so much pain.
Death is nothing that I wish for.
I don't wish for death.
My death sounds far away when the doctor talks about percentages.
The ward sounds peaceful right now.
I've decided to stop living in fear.
I have decided to stop living out of a suitcase.
Why am I even awake at this hour?
Why am I still here in the waiting room?
I see no way out of this insurance mess
If the headache comes back I'll end the session early.
If the rash comes back I'll end the trial.
I just wanna disappear into my bed with a book.
There is no reason left to worry.
I'm afraid death would be a burden for my children.
We talked about death and what peaceful would mean.
¿Suicidarme? Nunca.
¿Matarme? Jamás, tengo nietos.
Estaba tan aburrida que quería morirme, jaja
No deseo la muerte a nadie.
No soporto vivir con este ruido.
La muerte de mi padre fue un alivio para él.
He decidido dejar de vivir con miedo.
¿Por qué sigo en lista de espera?
No veo ninguna razón para cambiar de médico.
Mich umbringen? Niemals.
Mir war so langweilig, dass ich sterben wollte, haha
Der Tod meiner Mutter war eine Erlösung für sie.
Ich sehe keinen Ausweg aus dem Parkhaus.
Ich habe beschlossen, nicht mehr in Angst zu leben.
Warum lebe ich mit Migräne und meine Schwester nicht?
"""
