"""English sentences that tell of danger, and everyday ones that only sound alike."""

DANGER = """
I want to die.
I just want to die already
i wanna die
I don't want to live anymore.
I don’t want to live any more
I do not want to be here anymore.
I dont want to be alive
I don't see the point in living anymore
There is no point in going on.
What's the point of living like this?
I have nothing left to live for.
Life is not worth living.
My life isn't worth living with this disease.
I'm going to kill myself.
I keep thinking about killing myself
I can't stop thinking about suicide.
I think about ending my life every day.
I have been having suicidal thoughts since I started the new drug.
The new drug gives me suicidal thoughts and I am scared.
I feel suicidal
I'm so tired of living.
I'm done with life.
Everyone would be better off without me.
My family would be better off if I was dead.
Nobody would miss me if I was gone.
I wish I was dead.
I wish I had never been born.
I wish I could fall asleep and never wake up.
I hope I don't wake up tomorrow.
I just want to go to sleep and not wake up.
I want to disappear forever.
I'm just a burden to everyone.
I can't go on.
I can't do this anymore.
I can't take it any more, please help
I see no way out.
Death would be easier. I'd rather be dead.
I want to end it all.
I'm ready to end it.
I don't want to exist.
I have the pills next to me.
I've got the pills here with me now.
I have been saving up my morphine.
I have enough pills to end this.
I took the whole bottle.
I've swallowed all my tablets at once.
How many tablets would it take to kill myself?
What is a lethal dose of insulin for me?
I'm standing on the bridge.
I am going to jump in front of a train tonight.
I want to hang myself.
I bought a rope today. I know how I will do it.
I am going to do it tonight.
I've decided how and when I'm going to do it.
I won't be here tomorrow.
This is my last post.
This will be my last message. Thank you all for everything.
Goodbye everyone, thank you for being kind to me.
By the time you read this I will be gone.
You won't hear from me again.
I have written goodbye letters to my children.
Please tell my kids I loved them.
Tonight is the night.
I cut myself again last night.
I keep wanting to hurt myself.
I have urges to self-harm.
I just want to stop treatment and let go.
I'm ready to let go.
I don't want to fight anymore.
I am considering assisted dying at Dignitas.
My husband hits me when he drinks.
He is going to kill me if I leave.
I'm afraid of my husband.
He has a gun and he is in the house
I'm not safe at home.
Please call the police, he is outside
My son wants to kill himself.
My daughter says she wants to die.
My wife is suicidal and I don't know what to do.
My friend just took a whole bottle of pills.
Ten years ago I wanted to die. And now again.
Back then I wanted to die, and lately I feel the same again.
Years ago I tried to kill myself. Now the thoughts are back.
When I was diagnosed I wanted to die and I still do.
Last night I wanted to die.
I'm not joking, I want to kill myself.
I told my wife "I want to die" and she cried.
I can't promise I won't kill myself.
I don't know why I shouldn't kill myself.
The meds don't work I want to die
I would never tell my wife, but I want to die.
kms
I want to kms tonight
I am going to unalive myself
I want to k1ll myself
I want to k*ll mys3lf
thinking of sui cide
thinking about s u i c i d e
thinking about su*cide all day
I'm thinking about suiside
i want to kill my self
I wnat to dieee
I WANT TO DIE
I want to d!e
#iwanttodie
If this treatment fails too I will kill myself.
I lie awake and plan how to end my life.
There's no reason for me to go on living.
It would be easier for my kids if I wasn't here.
Honestly I don't care if I live or die.
I have lost the will to live.
Nothing helps and I have given up on life.
I tried to overdose yesterday.
I want the cancer to kill me quickly.
Would anyone even notice if I was gone? Nobody would miss me.
I’m thinking of taking my own life
I deserve to die
"""

EVERYDAY = """
This queue is killing me.
I'm dying to know what the new study says.
I'd kill for a coffee.
I was tired to death after the chemo.
I nearly died laughing.
I wanted to die of embarrassment when my wig fell off.
My feet are killing me.
These migraines are killing me.
The waiting room bored me to death.
Ten years ago I wanted to die. Today I am glad to be alive.
Back then I wanted to die, but I got help and I enjoy life.
Twenty years ago I tried to kill myself; I am so grateful that it failed.
I used to think about suicide when I was a teenager, but I am better now.
My father wanted to die at the end.
My grandmother killed herself in 1960.
The leaflet says 'suicidal thoughts' under side effects.
The leaflet lists suicidal thoughts as a rare side effect.
The questionnaire asked "do you want to die?" and I laughed.
There is a song called "I want to die" that I never liked.
I would never kill myself.
I have no suicidal thoughts.
I am not suicidal, just sad.
I don't want to die.
I do not want to die of this disease.
It's not that I want to die, I am only tired.
I want to die at home one day, with my cats.
When my time comes I want to die in peace.
We talked about end-of-life care with the nurse.
Apoptosis means programmed cell death.
The drug kills the cancer cells.
I want the chemo to kill the cancer cells.
Cells that should die keep on living.
The survival rate after five years is higher now.
I signed an advance directive and a do-not-resuscitate order.
My mother died in hospice last spring.
I lost my husband to myeloma two years ago.
I'm not afraid of dying.
I am scared of dying before my grandchildren grow up.
I think about death more than before, and that scares me.
I stopped treatment because of the side effects and feel better.
I want to stop the tablets. Has anyone done that?
I can't go on holiday this year.
I can't take this drug any more because of the rash.
I can't do yoga any more since my surgery.
I can't stand the smell of the ward.
I don't want to be a burden.
My wife will kill me when she sees this bill.
My mother will kill me if she finds out I ate the cake.
I could murder a sandwich.
That joke slayed me.
I cut myself shaving, and it bled for an hour because of my platelets.
I hurt myself at the gym.
I fell and nearly killed myself on the stairs.
It hurts me that nobody asks.
The needle hurts me every time.
He beat me at chess again.
The bus hit me with a bill of a different kind: taxes.
I took all my tablets this morning as prescribed.
I keep my tablets next to me in case an attack begins.
I took too many painkillers last month and got rebound headaches.
I always have my pills ready for the week in a pill box.
Do not take an overdose by accident: keep a list.
I won't be here next week, I am on holiday.
This is my last post before surgery, see you next week.
This is my last chemo, hooray!
Goodbye hair, hello wig.
Goodbye everyone, see you tomorrow!
My last day of radiation was yesterday.
I'm ready to go home.
I had to let go of my anger.
I let go of the fear that it comes back.
What a deadline! It will be the death of me.
My phone is dying.
My plants die whenever I travel.
The battery is dead.
I'd rather die than eat hospital jelly again.
We walked along the bridge and took a photo.
We jumped into the lake and I felt alive.
It took my life and turned it upside down, but I am fine.
I took my life into my own hands and changed doctors.
I got my life back.
Suicide prevention should be part of cancer care.
Our nurse gives talks about suicide prevention.
People who want to die should be listened to.
The risk of suicide is higher in people with migraine, the study says.
I read that suicidal thoughts can be a side effect of this drug.
I watched a film about assisted dying.
I walked 5 kms today.
I'm sick of being asked how I am.
I am tired of this diet.
There is no point in going to that clinic.
I see no point in taking vitamins.
I don't want to live near the hospital.
I don't want to live in fear of the next scan.
My old life ended with the diagnosis; the new one is good.
I shot myself in the foot by not asking earlier.
I threw myself into work.
I was attacked by a swarm of wasps on holiday.
My doctor wants me to walk more.
You are not alone in this.
My headache wants to kill me.
I just want the pain to stop.
I live with CLL and I love my garden.
Stem cells die during conditioning and then the counts recover.
Migraine took years of my life away.
My hair wants to die, it is so dry.
"""
