"""Sentences in which a denial is turned round, and those in which words of danger are somebody else's."""

DANGER = """
I said I would never kill myself but now I am not so sure
I always said I'd never kill myself. Now I'm not so sure.
I used to say I would never commit suicide, but lately I wonder.
I never wanted to die, until now.
I never thought about killing myself before this week.
It's not that I don't want to die
It's not like I don't want to die.
I can't say I don't want to die.
I hope I don't wake up from surgery and I mean it
I hope I never wake up from the anaesthetic, honestly.
I told them I would not kill myself, but I lied.
I said I'm not suicidal but that's not true anymore
The nurse asked if I was suicidal and I said no, but I lied.
I don't want to die but I don't want to live either
Dije que nunca me suicidaría, pero ahora no estoy tan segura
Siempre dije que nunca me mataría y ahora ya no lo sé.
No es que no quiera morir
No es que no quiera morirme
Ojalá no despierte de la operación, y lo digo en serio
La enfermera me preguntó si pensaba en suicidarme y dije que no, pero mentí
Nunca quise morir hasta ahora.
Ich habe immer gesagt, ich würde mich nie umbringen, aber jetzt bin ich nicht mehr so sicher.
Es ist nicht so, dass ich nicht sterben will.
Ich hoffe, ich wache aus der Narkose nicht mehr auf, und das meine ich ernst.
"""

EVERYDAY = """
La enfermera me preguntó si pensaba en suicidarme y dije que no
Me preguntaron si quería morir y contesté que no.
La psicóloga quiso saber si tenía ideas suicidas y le contesté que no.
La película se llama Quiero morir
La canción se titula No quiero vivir.
Hay un libro que se llama Me quiero morir
The film is called I want to die
There's a song titled Kill myself
The nurse asked me if I wanted to kill myself and I said no.
They asked whether I was suicidal, I said no.
My GP asked if I felt suicidal and I told her I didn't.
I said I would never kill myself, and now I am even more sure.
I would never kill myself, but now I am tired and go to bed.
I don't want to die, but I am not sure about the trial.
I was afraid that I wouldn't wake up from surgery.
I hope I don't wake up during surgery.
Der Film heißt Ich will sterben
Die Schwester fragte, ob ich mich umbringen will, und ich sagte nein.
Ich würde mich nie umbringen, aber die Schmerzen sind schlimm.
"""
