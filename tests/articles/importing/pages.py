"""Pages for the importer's tests, in our own words: the shapes that scraped health pages have."""

SCRAPED = """\
Living With Migraine That Keeps Coming Back

Reviewed by: Example Medical Board | Last reviewed: March 2023

Frequent migraine (FM) is hard to live with. Attacks come on many days. Some medicines stop working with time.1,2

Help exists. New medicines have reached people since 2018, and 3 more are being tested.1-3

What does “frequent” mean?

Doctors speak of frequent migraine when attacks fill 8 or more days a month.1

“Chronic” means 15 days or more. The word says nothing about how bad an attack is.”2

What are the treatment options?

Which treatment fits depends on many things, including:2

By providing your email address, you are agreeing to our Privacy Policy and Terms of Use.

  • Your health in general
  • How often attacks come
  • What you have tried before

Preventive medicines

These are taken daily. Doctors often combine 2 or more drugs and begin at 12.5 mg. They may include:1-3

  • Beta blockers – tablets that also slow the heart
  • Antibodies – injections that block CGRP (some are given alone)

Nerve stimulation

A small device sends signals through the skin (this is called neuromodulation).2,3

Talking to others

Groups can help you cope (see also our forum).3

What is the outlook?

Most people get better with time. It depends on:1

  • Age
  • Other illnesses

What questions should I ask my doctor?

Bring these along:

  • Why does my medicine no longer work?
  • What can we try next?
  • Are there trials near me?
This article represents the opinions of the author; none of this content has been paid for by any advertiser.

Join the conversation

Please read our rules before commenting.
"""
