"""Names by which places and people are told from other words: large towns, frequent surnames. Folded.

Sources: the largest towns of Germany, Austria, Switzerland and Spain; the most frequent surnames of the United States,
the United Kingdom, Spain, Mexico and Germany, without those that are words of everyday language.
"""

TOWNS = frozenset(
    """
    berlin hamburg munchen muenchen koln koeln frankfurt stuttgart dusseldorf duesseldorf leipzig dortmund essen bremen
    dresden hannover nurnberg nuernberg duisburg bochum wuppertal bielefeld bonn munster muenster mannheim karlsruhe
    augsburg wiesbaden gelsenkirchen monchengladbach braunschweig kiel chemnitz aachen halle magdeburg freiburg krefeld
    mainz lubeck luebeck erfurt oberhausen rostock kassel hagen potsdam saarbrucken hamm ludwigshafen oldenburg
    osnabruck leverkusen heidelberg darmstadt solingen regensburg ingolstadt wurzburg wolfsburg ulm gottingen
    heilbronn jena trier erlangen wien graz linz salzburg innsbruck zurich genf basel bern lausanne
    madrid barcelona valencia sevilla zaragoza malaga murcia palma bilbao alicante cordoba valladolid vigo gijon
    hospitalet vitoria granada elche oviedo cartagena jerez sabadell mostoles pamplona almeria leganes santander burgos
    albacete castellon alcorcon salamanca huelva logrono badajoz leon cadiz tarragona lleida marbella mataro girona
    toledo jaen segovia avila cuenca caceres
    """.split()
)
STATES = frozenset(
    """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy dc
    """.split()
)
# Areas of British postcodes (Royal Mail).
POSTCODE_AREAS = frozenset(
    """
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl
    gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox
    pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn
    wr ws wv yo ze
    """.split()
)
SURNAMES = frozenset(
    """
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
    thomas taylor moore jackson martin perez thompson harris sanchez clark ramirez lewis robinson walker allen wright
    scott torres nguyen hill flores adams nelson baker campbell mitchell carter roberts gomez phillips evans turner
    diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper
    peterson bailey reed kelly howard ramos kim cox richardson watson brooks chavez james bennett mendoza ruiz hughes
    alvarez castillo sanders patel myers ross foster jimenez khan singh ahmed ali hussain davies robertson fernandez
    moreno munoz romero alonso navarro dominguez vazquez gil serrano molina blanco suarez castro ortega rubio marin
    muller mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein
    schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt werner schmitz krause meier lehmann
    schmid schulze maier kohler herrmann konig walter mayer huber kaiser fuchs peters lang scholz moller weiss jung hahn
    schubert vogel friedrich keller gunther berger winkler roth lorenz baumann franke albrecht schuster simon ludwig
    bohm winter kraus schumacher kramer vogt stein jager otto sommer gross seidel heinrich brandt haas schreiber graf
    """.split()
)
