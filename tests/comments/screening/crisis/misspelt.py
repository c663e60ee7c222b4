"""Sentences in slang, in haste and spelt out, in three languages, and words that are only near them."""

DANGER = """
quiero desvivirme
me quiero desvivir
Me voy a unalivear
me voy a desvivir esta noche
Estoy pensando en desvivirme
mi hermano se quiere desvivir
no quiero vivr
ya no quiero viivir
quiero moirr
Quiero morrir
quiero suicidarmee
i watn to dei
I waant to diee
i want to d i e
I want to d.i.e
i wanna d-i-e
i want ot die
I am going to klil myself
going to kill mysefl
I feel suiicdal
thinking of suciide
I want to kms
I want to k m s
i dont want to lvie anymore
catch the bus soon
I'm going to catch the bus tonight, goodbye
I want to unalive
I will unalive myself
I want to sewerslide
I'm going to yeet myself off a bridge
SH urges are back
my sh urges are so strong tonight
I relapsed on sh
I want to self-delete
i want to game end myself
Ich will steren
ich will strben
ich will mich umbirngen
ich will nicht mehr lbeen
"""

EVERYDAY = """
I want to lie down.
I want to tie my shoes.
I want to dye my hair.
I want a pie.
I need to dig the garden.
I am going to diet.
I want to do it again.
I need to catch the bus home from the clinic.
I had to run to catch the bus.
I will catch the bus soon after the infusion.
Quiero vestirme sola.
Quiero mover el brazo.
No quiero venir mañana.
Quiero atarme los zapatos.
Me desvivo por mis nietos.
Mis padres se desviven por mí.
Mi madre se desvivía por nosotros.
Quiero desvivirme por mis hijos.
Vitamins B C D and E are in it.
The plan is a b c.
At 5 p.m. I drive home.
Ich will streben, nicht nur warten.
Ich will lesen.
Ich will lieben.
Sh, be quiet, the baby sleeps.
We unalived the zombies in the game.
"""
