"""The words that people agree to, published as versions that never change.

``publishing`` adds one, ``offers`` puts together what a box shows and names it by one digest; ``labels`` and
``words_agreed`` find again what somebody agreed to.
"""
