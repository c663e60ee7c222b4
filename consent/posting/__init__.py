"""How often visitors may send something, at every address that takes a form: ``limits`` says how often and where,
``middleware`` holds to it and answers in words.
"""
