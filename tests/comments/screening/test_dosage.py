"""Advice on doses and on stopping, and one's own experience, which is none."""

import pytest

from comments.screening.detector import About
from comments.screening.dosage import DosageDetector
from comments.screening.text import Text

pytestmark = pytest.mark.any_database

ADVICE = """
Take 40 mg twice a day.
Double your dose.
You should stop taking it, I mean the tablets: stop the tablets.
You should stop taking the statins.
Skip your chemo.
Just skip your chemo this week.
I would recommend taking 800 mg of ibuprofen.
I'd suggest you halve the dose.
If I were you, I'd stop the steroids.
You don't need chemo.
Don't take the vaccine.
Never take statins.
My advice: come off the medication.
You must increase the dose to 2.5 mg.
Try taking nothing. Take two tablets at once.
The right dose for you is 20 mg.
It's safe to double the dose.
You can just stop your treatment.
Refuse the transplant.
Stop poisoning yourself with chemo.
Deja el tratamiento.
Deja de tomar las pastillas.
Toma 40 mg dos veces al día.
Tienes que dejar la quimio.
Deberías doblar la dosis.
Te recomiendo tomar 400 mg de ibuprofeno.
No necesitas quimio.
No te pongas la vacuna.
Nimm 40 mg am Tag.
Du solltest die Tabletten absetzen.
Don't ask your doctor, just double your dose.
don't take your blood thinner
Don't take your blood thinners.
I'd come off the statins if I were you
it's fine to miss a few doses
It's OK to skip a dose now and then.
take more than prescribed
You can take more than prescribed, nothing happens.
cancel your chemo
Cancel the transplant and go home.
go cold turkey on the tramadol
You should go cold turkey on gabapentin.
give your child 5 ml every hour
Give him 10 ml of ibuprofen.
1000 mg twice a day works best, try it
no hace falta que tomes insulina
Yo que tú dejaría las pastillas
Olvídate de la quimio
no empieces la quimio
te recomiendo 1000 mg al día
You should stop taking dexamethasone.
Stop Kyprolis.
Stop metformin now.
Skip your warfarin.
Double your tramadol.
You should stop gabapentin.
You need to stop sertraline.
Stop taking lisinopril.
You must stop semaglutide
Skip dialysis this week.
Stop the antidepressants.
Deberías dejar de tomar metformina.
Deberías dejar de tomar warfarina.
Deberías dejar de tomar omeprazol.
Deberías dejar la sertralina.
Deberías dejar de tomar Sintrom.
Deberías dejar de tomar los antidepresivos.
Forget the chemo, it only makes them rich.
Bin the pills and drink this tea.
Don't start chemo, it will kill you.
Don't let them give you chemo.
You don't need to take insulin.
You shouldn't take statins.
Nobody should take antidepressants.
Missing a dose won't hurt.
Skipping a few doses is fine.
Why don't you just stop the statins?
If I were you I'd skip the next infusion.
In your place I'd stop the Revlimid.
Don't be afraid to double your dose.
There's no harm in skipping a dose.
You won't die if you skip your insulin.
Take an extra pill when it hurts.
Come off your blood pressure tablets.
You can double the dose safely.
Take twice as much as... no, take double than the label says.
You ought to quit your antidepressants.
Just flush the tablets.
Listen to me and stop your chemo.
Te aconsejo que dejes la medicación.
Es mejor que no tomes estatinas.
Yo en tu lugar no empezaría la quimio.
No te pongas insulina.
No vayas a la quimio.
Ni se te ocurra tomar Revlimid.
No hace falta tomar los antibióticos.
Si yo fuera tú dejaría el Sintrom.
Sáltate la diálisis.
No deberías tomar la metformina.
No pasa nada si te saltas una dosis.
Toma el doble de lo que dice el prospecto.
Dale a tu hijo 5 ml cada hora.
Cancela la quimio.
Hör auf mit der Chemo.
Vergiss die Chemo.
An deiner Stelle würde ich die Tabletten absetzen.
Du brauchst kein Insulin.
Setz das Metformin ab.
Fang nicht mit der Chemo an.
Nimm keine Statine.
Ich empfehle dir 1000 mg am Tag.
Es ist okay, eine Dosis auszulassen.
Gib deinem Kind 5 ml.
Nimm mehr als verschrieben.
Lass die Blutverdünner weg.
Refuse the radiotherapy.
Stay off the steroids.
Halve the prednisone.
I suggest stopping the Eliquis.
Consider skipping your next cycle of chemo.
Trust me, ditch the Xarelto.
Up your dose to 40 mg.
You're better off without... stop the opioids today.
Reduce the dexamethasone yourself.
Avoid chemo at all costs.
Quit the Eliquis and eat garlic instead.
You should really stop your dialysis.
Everyone should come off their antidepressants.
Cut out the statins.
Don't go through with the transplant.
You do not need the antibiotics.
Don't get the booster.
It's perfectly safe to halve your blood pressure tablets.
Leave out the morning dose, nobody will notice.
Just take more than it says on the box.
Give your mum two tablets before bed.
Give the baby 2 ml of paracetamol.
500 mg three times a day is enough.
If I was you I would cancel the radiotherapy.
I would skip chemo if I were you.
Stop using the inhaler.
People should refuse chemo.
No vayas a diálisis.
Deja la metformina.
Yo en tu lugar cancelaría la quimio.
Yo de ti no tomaría antidepresivos.
Te recomiendo que dejes la prednisona.
No te hagas la quimio.
Será mejor que dejes el Sintrom.
Olvídese de la radioterapia.
Tómate 600 mg cada cuatro horas.
Du solltest aufhören, Metformin zu nehmen.
Lass dich nicht impfen, du brauchst keine Impfung.
Nimm 800 mg Ibuprofen.
Schmeiß die Antidepressiva weg.
"""
EXPERIENCE = """
My doctor put me on 40 mg.
I take 20 mg.
I take 40 mg twice a day and it helps me.
My doctor told me to take 40 mg twice a day.
My oncologist said: take 40 mg with food.
I stopped taking the tablets because of a rash.
I doubled my dose after talking to my doctor.
I skipped my chemo once, and I regret it.
Never stop your treatment without talking to your doctor.
Please ask your doctor before you double your dose.
What helped me was to take breaks.
Take care of yourself.
Take your time with the decision.
I wonder whether I should stop the tablets.
Should I take 20 mg or 40 mg? I will ask my nurse.
We asked for a lower dose.
He was on 10 mg of lenalidomide.
The dose was reduced to 15 mg.
Try a warm bath.
Stop worrying so much.
You should go for a walk.
Yo tomo 20 mg.
Mi médico me mandó 40 mg al día.
Dejé el tratamiento por los efectos secundarios.
No dejes el tratamiento sin hablar con tu médico.
Me bajaron la dosis a 15 mg.
Tómate tu tiempo.
Ich nehme 20 mg.
Mein Arzt sagte, nimm 40 mg.
don't skip your medication
Please don't stop your chemo
Please take your medicine as your doctor said, it helped me to set an alarm
Take the pills exactly the way your nurse told you
Use the inhaler as prescribed
Toma la pastilla como te dijo el médico
Nehmen Sie die Tabletten wie verordnet
do not double your dose
you should never double a dose
Did they double your dose?
Never skip a dose.
Don't stop taking your blood thinners.
You should not stop the dexamethasone suddenly.
Please never stop your antidepressants overnight.
You must not skip your insulin.
Did you stop the Revlimid?
Have you stopped the tablets?
Do you take 20 mg in the morning?
Can I skip a dose?
Should I stop the statins?
When did you stop your chemo?
Did your doctor reduce your dose?
Can you drink while you take your tablets?
They double your dose in the second cycle.
They will reduce your dose if your counts drop.
If you stop your chemo, talk to somebody.
Stop worrying about the chemo, it will be all right.
Take your time with the chemo decision.
Ask for help with the tablets.
Take care on steroids.
It's dangerous to double your dose.
To stop your insulin is dangerous.
I get up at six, take 40 mg and go back to bed.
I was told to halve the dose.
She told me to skip the next infusion.
My nurse said it's fine to miss a dose.
I forgot my pills and was scared.
I missed a few doses last summer.
I stopped Kyprolis because of my heart.
My oncologist wants me to stop dexamethasone.
We cancelled the chemo because of a fever.
I take 1000 mg twice a day and it works for me.
20 mg works best for me.
I would stop the treatment if it got too much.
I thought about giving up the chemo.
Don't give up, the chemo will end.
Hang in there, the treatment gets easier.
Don't forget to take your tablets.
No dejes la medicación.
No dejes de tomar el Sintrom.
No deje el tratamiento.
Nunca dejes la quimio sin hablar con tu médica.
¿Te bajaron la dosis?
¿Puedo saltarme una dosis?
¿Dejaste el Revlimid?
Dejé la quimio en mayo.
La quimio me dejó sin fuerzas.
Deja que la quimio haga su trabajo.
Me recomendaron 20 mg al día.
Mi médica me recomendó dejar la metformina.
No necesito insulina por ahora.
Tomo 1000 mg de paracetamol cada ocho horas.
Brich die Chemo nicht ab.
Du solltest die Tabletten nicht absetzen.
Setz die Tabletten nie ohne deine Ärztin ab.
Hast du die Dosis verdoppelt?
Ich habe die Tabletten abgesetzt.
Soll ich die Tabletten absetzen?
Mein Arzt meinte, ich solle das Metformin absetzen.
I am scared to start the chemo.
I cannot take statins because of my liver.
We decided to refuse the transplant.
I refused the transplant.
The nurses give him 5 ml every hour.
They gave my child 5 ml.
You will lose your hair when you start chemo.
You don't have to be brave during chemo.
Do they give you steroids before the infusion?
Has anyone stopped lenalidomide and stayed in remission?
Why did they stop your treatment?
Which tablets do you take?
I'd rather stop the treatment than live like this.
Don't double up if you forget a dose.
You can stop worrying, the dose is low.
Cutting the tablets in half is my morning routine.
Drop me a line when your chemo starts.
Don't be ashamed to need antidepressants.
You shouldn't have to take so many pills.
My husband had to skip his dialysis when it snowed.
How do you cope with steroids?
Keep taking your tablets.
Is it safe to take paracetamol with Revlimid?
Avoid crowds during chemo.
Try ginger biscuits before the infusion.
Take a book to your infusion.
Take a friend to chemo with you.
Use a pill box.
Start a diary of your treatment.
My sister said I should stop the statins but I did not.
I really don't want to skip my dialysis.
Whatever you do, don't stop your Eliquis.
You shouldn't miss your insulin.
Try not to miss a dose.
Make sure you never run out of insulin.
They had to cancel my chemo.
Will they reduce my dose?
How long did you take dexamethasone?
Has your doctor changed your dose?
You are allowed to cry during chemo.
I skip breakfast when I take dexamethasone.
Is it OK to miss a dose?
Would you stop the treatment if you were me?
The leaflet says you should not stop dexamethasone suddenly.
Chemo stops on Friday.
You may feel worse when you stop steroids.
You will need dialysis if your kidneys fail.
You might need a transplant.
My mother refused chemo and I respect her.
I hated the steroids, so I cut my sugar.
No te saltes ninguna dosis.
No te olvides de tomar las pastillas.
Nunca dobles la dosis.
¿Cuándo empiezas la quimio?
¿Te hicieron dejar la metformina?
Mi hermana dejó la quimio.
Ánimo con la quimio.
Du darfst die Tabletten nie einfach absetzen.
Vergiss deine Tabletten nicht.
Wann fängt deine Chemo an?
I used to take 30 mg, then we cut the dose.
Take it easy after the infusion.
Add lemon to the water when you have chemo.
Stop by the infusion room for a coffee.
Ask for the anti-sickness tablets before chemo starts.
You can always ask for more painkillers.
My first line was VRd for four cycles, then a transplant. The dexamethasone made me crazy!
I take 1000 mg paracetamol every 6 hours, no more than 4 g in 24 h. That's what the leaflet says.
You need chemo and a transplant, they told me, and I cried.
My son gives me my injections.
I know you need the steroids but they made me cross.
Do you need insulin after a transplant?
You will get used to the injections.
You can take your own pillow to the infusion.
You should ask about the side effects of the tablets.
You should hear the stories about dialysis.
You have to have a cannula for the infusion.
You should get a port before chemo.
Everyone should have access to dialysis.
People need to know how hard chemo is.
We need to take 3 tablets each day.
Give yourself time after the transplant.
Give your mum a hug, chemo is hard.
It's better to take the steroids in the morning, my nurse says.
It's time to start chemo for me.
Have a rest after each infusion.
You never need to be ashamed of antidepressants.
If you need 20 mg they will tell you.
Deberías preguntar por la medicación.
Tienes que tener paciencia con la quimio.
Puedes llevar música a la quimio.
Hay que tomar la pastilla en ayunas, me dijeron.
Toma mucha agua durante la quimio.
Man muss bei der Chemo viel trinken.
Du kannst bei der Infusion schlafen.
"""


def found_in(sentence):
    return list(DosageDetector().find(Text(sentence), About(language="en", site_id=1)))


@pytest.mark.parametrize("sentence", ADVICE.strip().splitlines())
def test_advice_to_others_is_found(sentence):
    assert {found.category for found in found_in(sentence)} == {"dosage"}


@pytest.mark.parametrize("sentence", EXPERIENCE.strip().splitlines())
def test_experience_is_left_alone(sentence):
    assert not found_in(sentence)


def test_the_span_holds_the_advice_as_it_was_typed():
    text = "Hello – you  should stop taking the STATINS. Bye."
    (found,) = found_in(text)
    assert text[found.start : found.end] == "you  should stop taking the STATINS"


@pytest.mark.parametrize(
    "unit", ["take ", "you should ", "stop the ", "40 mg ", "deja ", "doctor ", "you should stop the pills "]
)
def test_hostile_text_takes_linear_time(unit, grows_linearly):
    assert grows_linearly(lambda size: found_in((unit * size)[:size]))
