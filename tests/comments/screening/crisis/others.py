"""Sentences on somebody else who is in danger, in three languages, and those in which nobody is."""

DANGER = """
My son cuts himself.
My teenage son cuts himself
My daughter has been cutting herself again.
My older brother burns himself with cigarettes.
My wife took an overdose.
My wife overdosed
My best friend has overdosed on her pills.
My mum took all her pills and won't wake up
My grandma swallowed all of her sleeping tablets.
My husband slit his wrists.
My flatmate is going to jump off the bridge.
My poor sister says she wants to disappear forever.
My younger sister keeps hurting herself
My elderly father tried to hang himself this morning.
My son tried to hang himself.
My cousin self-harms.
My niece is self harming and I don't know what to do
My partner has a rope in the garage and talks about ending it.
My friend sent me a goodbye message and I can't reach him.
My father bought a gun and says he can't go on.
My boyfriend says life is not worth living
My mother says we would be better off without her.
My little brother said he wishes he was dead.
My eldest daughter no longer wants to live.
My dear husband has lost the will to live.
He has swallowed a whole bottle of pills.
She took all her tablets, she is not waking up
mi hermano intentó ahorcarse ayer
se quiere matar mi hijo
Se ha tomado todas las pastillas mi madre
Mi hermana pequeña se corta los brazos
Mi hija adolescente se corta
Mi mujer ha tomado una sobredosis
Mi mejor amiga se tomó una sobredosis de pastillas
Mi madre se tragó todas sus pastillas y no se despierta
Mi pobre hermano se quiere ahorcar.
Quiere suicidarse mi mujer
Intentó suicidarse anoche mi padre.
No quiere vivir más mi abuela.
Mi hijo mayor dice que se quiere morir.
Mi sobrina se autolesiona.
Mi marido se cortó las venas
Mi primo dice que estaríamos mejor sin él
Mi hermano se quiere tirar por el balcón
Mein Sohn ritzt sich.
Meine kleine Schwester ritzt sich die Arme
Meine Frau hat eine Überdosis genommen.
Meine Mutter hat alle Tabletten geschluckt und wacht nicht auf.
Mein Bruder hat versucht, sich zu erhängen.
Mein bester Freund will sich umbringen
Umbringen will sich mein Sohn.
Mein Mann sagt, er will nicht mehr leben.
Meine Tochter verletzt sich selbst.
Mein Vater will sich aufhängen.
"""

EVERYDAY = """
My husband cut himself shaving.
My son cuts himself a slice of bread.
My little brother cut himself on a tin.
My wife burned herself on the oven.
She unalived the villain in the game
He unalived the boss in level three.
They unalived the main character in season two.
My mother took an overdose in 1975, long before I was born.
My uncle overdosed years ago.
My wife overdosed on chocolate at Easter.
My dad took all his pills this morning with water, as prescribed.
My teenage son won't wake up until noon on Sundays.
My brother hurt himself at football.
My husband wants to disappear into the garden all day.
My mother took all her pills to the pharmacy.
My cat wants to jump off the balcony.
My son wants to jump into the pool.
Mi hijo se corta el pelo él solo.
Mi marido se cortó afeitándose.
Mi madre se tomó todas las pastillas con agua, como le dijo el médico.
Mi hermano se quiere comprar un coche.
Se quiere casar mi hijo.
No quiere comer mi abuela.
Se mató a trabajar mi padre.
Mi primo se quiere tirar en paracaídas.
Mi tía tomó una sobredosis hace veinte años.
Mein Mann hat sich beim Rasieren geschnitten.
Mein Sohn will sich ein Auto kaufen.
Meine Mutter hat alle Tabletten wie verordnet genommen.
Mein Vater hat vor dreißig Jahren eine Überdosis genommen.
Mein Sohn schneidet sich ein Stück Brot ab.
"""
