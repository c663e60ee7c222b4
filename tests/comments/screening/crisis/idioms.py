"""Farewells to a place and anger in the family, in three languages, beside farewells and threats that are meant."""

DANGER = """
Goodbye everyone, I'm moving on to a better place than this life.
Goodbye everyone, I won't be a burden anymore
Goodbye everyone. I have taken the pills.
I can't do this anymore: the pain, the nights, everything
I can't do this anymore. Nobody logs in to help me.
My husband said he will kill me tonight
He says he'll kill me if I leave him
My ex will kill me when he finds me, I am hiding.
my husband will kill me if I call the police
Adiós a todos, ya no puedo más
Adiós a todos, gracias por haberme querido.
Mi marido me va a matar si le dejo
No puedo más: nada tiene sentido
Mein Ex bringt mich um, wenn ich ihn verlasse.
Lebt wohl, ich kann nicht mehr.
"""

EVERYDAY = """
my wife will kill me if I skip the appointment
My husband is going to kill me when I tell him what the wig cost
My mum will kill me if I don't eat
My daughter will kill me when I miss her wedding
She'll kill me if I skip physio again
my boss will kill me when I call in sick again
Goodbye everyone, I'm moving to the other forum
Goodbye everyone, I am switching to the Facebook group.
Bye all, I'm off to the other board
Goodbye all, we are moving to a new website
Farewell everyone, I'm leaving this forum for the new group
I can't do this anymore: the app logs me out
I can't do this anymore, the site keeps crashing.
I can't take this anymore, the login page never loads
mi mujer me va a matar si falto a la cita
Mi madre me va a matar cuando le diga lo que costó
Mi hija me va a matar si no como
Adiós a todos, me cambio al otro foro
Adiós a todos, me voy al grupo de Facebook
Hasta siempre a todos, me mudo a otra página
No puedo más con esta aplicación
No puedo más: la aplicación me cierra la sesión
Meine Frau bringt mich um, wenn ich den Termin verpasse
Lebt wohl, ich wechsle ins andere Forum
Ich kann nicht mehr, die App wirft mich dauernd raus
"""
