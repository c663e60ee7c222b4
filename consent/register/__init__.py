"""The register of what is held of people: ``personal_data`` says how a model is declared, ``declarations`` declares
those of the portal and of consent, ``exporters`` show the rows of each and ``erasers`` take them away.

``processing`` is the record of processing made from it, ``checks`` refuses what is not declared.
"""
