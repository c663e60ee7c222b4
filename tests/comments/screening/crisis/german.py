"""German sentences that tell of danger, and everyday ones that only sound alike."""

DANGER = """
Ich will sterben.
Ich möchte nicht mehr leben.
Ich will nicht mehr leben
Ich bringe mich um.
Ich will mich umbringen.
Ich denke an Selbstmord.
Ich habe Suizidgedanken.
Ich will mir das Leben nehmen.
Ohne mich wären alle besser dran.
Ich wünschte, ich wäre tot.
Ich sehe keinen Sinn mehr.
Ich kann nicht mehr.
Die Tabletten liegen vor mir.
Ich habe alle Tabletten geschluckt.
Das ist mein letzter Beitrag.
Ich will mich selbst verletzen.
Mein Mann schlägt mich.
Mein Sohn will sich umbringen.
Ich will die Behandlung abbrechen und sterben.
Vor zehn Jahren wollte ich sterben. Und jetzt wieder.
"""

EVERYDAY = """
Ich will nicht sterben.
Ich würde mich nie umbringen.
Ich bin todmüde.
Ich möchte einmal zu Hause sterben.
Ich habe mich totgelacht.
Diese Schmerzen bringen mich um.
Die Chemo tötet die Krebszellen.
Im Beipackzettel steht „Suizidgedanken“.
Mein Vater wollte am Ende sterben.
Vor zehn Jahren wollte ich sterben, aber heute bin ich froh, dass ich lebe.
Ich kann die Schmerzen nicht mehr aushalten, sagt mein Rücken.
Ich denke, das ist mein letzter Beitrag für heute.
Ich habe alle Tabletten wie verordnet genommen.
Wir sprachen über Palliativmedizin.
"""
