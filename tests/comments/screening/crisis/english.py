"""English sentences that tell of danger, and everyday ones that only sound alike."""

DANGER = """
There's no point in living with this disease.
I lost the will to live with this illness.
I am planning to overdose on my insulin.
I am tempted to overdose tonight.
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
I've been thinking that the world would be better without me in it
I don't think I can keep living like this
I don't want to wake up tomorrow.
I just don't want to be here.
I want it all to be over.
What is the point of any of this anymore
Life has no meaning for me any more
I have a plan and I have the means
I've got a razor in my hand
I'm sitting here with a bottle of pills and thinking about taking them all
I feel like ending it.
I could just drive my car into a tree
Sometimes I think about jumping off the balcony
I am suicidal.
Feeling suicidal tonight
I've been contemplating suicide
I need help, I want to kill myself right now
I hate myself and want to die
My pain is so bad that I want to die
This pain makes me want to kill myself
They'd all be happier if I was gone
I've said my goodbyes.
So long everyone. It was nice knowing you.
I've written my will and a note. Tonight it ends.
I won't be around much longer, by my own hand.
If I had a gun I would use it
I took 40 paracetamol an hour ago
I overdosed
I've just taken an overdose
I have cut my wrists
I started cutting again
I burn myself to cope
he's beating me right now
My boyfriend strangled me last night
My dad has a knife and says he'll kill us
someone is breaking in please help
my brother said he is going to kill himself tonight
My mum says she doesn't want to live anymore
I think my friend is going to kill himself
A user here wrote she wants to end her life
I'd be better off dead
Why am I still alive
I should have died instead
I wish the cancer would just take me
I want to stop chemo and die
I want to stop fighting
I'm giving up
I've had enough. I want out.
I feel like I have no reason to live
No one cares if I live or die
I don't deserve to live
It's not worth living anymore
i dont wanna be alive anymore
end me
i wanna off myself
su!cide is on my mind
I'm gonna kms
I can't live like this
I can not go on anymore
goodbye cruel world
There is nothing left for me here
I think about not existing every single day.
I want to end my life tonight.
I have decided to end my life.
I am planning to kill myself on Friday.
I am thinking of suicide
I want to be dead
Just want to die in my sleep tonight
I'm done. Goodbye.
Nothing matters anymore. I'm going to end everything.
I have been hoarding my pain medication so I can end things
My meds are lined up on the table and I'm going to take them all
I cannot live like this any longer
I can't see a future. I don't want to live.
I hate being alive
I'd rather not be alive
Living is too painful, I want to leave this world
The only thing stopping me from killing myself is my dog
I feel like killing myself
I feel like dying
I keep hoping I won't wake up
I wish I was never born
I no longer want to live
I do not wish to continue living
Life's not worth living anymore.
I've thought about how I would do it
My family would be better off without me around
no one would even notice if i was dead
I hurt myself last night because I can't cope
My partner beats me and I am scared to go home
He hit me again last night
He threatened to kill me
He threatens me with a knife
I'm scared my husband will kill me
my teenage daughter is cutting herself
my sister posted that she wants to die
My husband has stopped eating and says he wants to die
My friend says he is going to shoot himself
I stopped my chemo because I want to die
I don't want more treatment, I just want to die
Suicide seems like the only option
I've lost all hope and want to end it all
I tried to kill myself last week
I used to be suicidal and now the feelings are coming back
I was suicidal in 2015 and I feel the same way now
I'm not okay. I want to hurt myself
Been thinking about ending it
What's the easiest way to die?
how much morphine is a lethal dose
if i don't wake up tomorrow, tell my kids i love them
don't try to stop me
I'm going to jump
I am on the roof of the hospital
I have a gun in my hand
Goodbye, my friends. I love you all.
I leave you now, forever.
I cant do this any longer
"""

EVERYDAY = """
There is no point in living with pain when help is there.
I see no reason to live with the side effects.
I need to overdose on chocolate today.
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
The nausea is killing me
I could kill my oncologist for that remark
I'd die for a good night's sleep
I'm dead tired
I laughed so hard I almost died
Over my dead body will I eat that
I worried myself to death
My mother died of suicide when I was ten.
My brother took his own life in 2010.
My friend attempted suicide years ago and is well now.
I once thought about suicide, years ago, but therapy helped.
When I was 16 I tried to end my life. I'm 45 now and thankful.
I have never had suicidal thoughts.
My doctor asked whether I had thoughts of suicide, and I said no.
Do you have suicidal thoughts? That is what the form asks.
Topiramate can cause suicidal ideation.
Has anyone had mood changes on Keppra?
I want to live!
I want to see my kids grow up.
I can't go on the trip
My chemo is killing my appetite.
The immune cells kill themselves
Killer T cells kill tumour cells.
The virus kills people.
We had to put our dog down; she wanted to die at home.
The deadline is tomorrow.
I am on death's door with this cold, haha
Shoot me an email.
I blew my brains out studying for the exam
I beat cancer!
My wife beats me at cards every time
he threw the ball and hit me
My husband threatens to hide my phone if I google symptoms again
My son kills himself with work
I gave up on keto.
I gave up smoking.
I'm done with radiation!
I am done with chemo, finished on Friday.
It's time to say goodbye to this wig.
Farewell party for our nurse
Last night I could not sleep.
I won't be here on Friday because of my scan.
This is my last comment on the topic.
My mother's last words were kind.
My insurance wants me to die of paperwork.
The pain was so bad I thought I would die.
I thought I was going to die during the attack.
Will I die of this?
How long will I live?
When will I die?
How many tablets can I take per day?
I took two pills by mistake.
I have pills for nausea next to my bed in case I need them
I am afraid of my next scan.
I'm afraid of my doctor's answer.
I let nature take its course and grew my hair back.
I feel safe at home.
I felt hopeless at first.
I was a burden to my wife for a while, she says I was not.
No reason to worry.
There is no point in worrying.
I'm tired of living with migraines.
I would rather die than go through chemo again.
I'll kill myself laughing
I'm hanging on.
Hang in there!
I'm ready to die when my time comes, at peace with God.
I am in danger of losing my job.
Stopping treatment was the right choice for my mother; we let her go in peace.
I am dying of laughter
This traffic makes me want to scream.
My boss is killing me with deadlines.
That movie was to die for
Chocolate to die for!
You're killing me, haha
I want to kill this headache.
I could have killed the nurse when she missed the vein the fifth time
I'd sell my soul for a cure
He died of leukaemia in 2012.
When my husband died I did not know how to go on.
After the transplant I was dead on my feet.
I felt like death warmed up.
Dead serious: drink water.
The pain hits me in the evening.
It hit me that I was not alone.
My doctor hit the nail on the head.
My son is attacking his homework.
The chemo attacks the cells.
Kill two birds with one stone
She killed it at the recital
We lost the battle, but mum died peacefully at home
How do I talk to my kids about death?
My husband wants to die at home, not in hospital.
My mother decided to stop treatment. She died two weeks later in hospice.
I chose palliative care and I am at peace with it.
I have accepted that I will die of this.
I do not want to be resuscitated.
I don't want to be here for the next heat wave
I cannot go on the medication because of my kidneys
I can't keep going to work with these attacks
I can't live without my heating pad
I took all of my medication with me on holiday.
I take all my tablets in the evening.
I have taken too many sick days.
I have been collecting data on my migraines
I always keep a pill next to me
I cut my hair off before it fell out
I burned myself on the oven
I hurt my back
I was so tired I slept through the day and did not wake up until noon.
I wish I could sleep forever on Mondays lol
We said our goodbyes to the ward team
Goodbye migraine, hello life!
My last post got deleted, so here it is again.
This was my last appointment.
I want out of this clinic
I'm giving up coffee
There is no way out of the parking garage
We should talk more about suicide.
Suicide rates are higher among patients with chronic pain.
As a nurse I have cared for suicidal patients.
A friend of mine survived a suicide attempt long ago; today she is happy.
My uncle hanged himself when I was a child.
Thoughts of death are normal after a diagnosis, my therapist says.
I am afraid I will die.
I'm terrified of dying.
Without my wife I would not be here any more.
Without the transplant I would be dead.
I should be dead, says my doctor, but here I am!
I'm lucky to be alive.
I never thought I would live this long
I am not going to die today!
I don't want to kill the mood
It's a matter of life and death
I'd give my right arm for a migraine-free week
The light in the ward stabs me in the eyes
My head feels like someone is stabbing me
Migraine: it feels like a knife in my eye
The infusion nurse is a lifesaver
I jumped for joy
My doctor threatened me with more broccoli
Help, I can't find the form!
"""
