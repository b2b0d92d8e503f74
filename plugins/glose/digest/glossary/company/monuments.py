"""What is called after persons and places, and what shares a place's first words: data, a language where it differs."""

from __future__ import annotations

from glose.digest.glossary.company.kept import folded

BEFORE = {
    "fr": folded(
        "rue rues avenue boulevard bd impasse allée allées place square esplanade quai passage chaussée"
        " rond-point pont tunnel viaduc aéroport gare station stade gymnase piscine hôpital clinique lycée"
        " collège école université faculté campus institut fondation musée théâtre médiathèque bibliothèque"
        " espace amphithéâtre mausolée mémorial parc jardin barrage résidence villa cité prix trophée"
        " porte-avions frégate corvette paquebot croiseur cuirassé sous-marin destroyer navire cargo pétrolier"
        " vapeur steamer goélette"
    ),
    "en": folded("uss hms rms hmcs hmas ss mv aircraft-carrier steamer steamship frigate"),
    "de": folded(
        "flughafen flugzeugträger fregatte stiftung stadion kaserne gymnasium universität panzerschiff"
        " schlachtschiff dampfer"
    ),
    "es": folded(
        "calle calles avenida plaza paseo parque puente aeropuerto estadio hospital universidad escuela"
        " colegio instituto fundación museo teatro biblioteca premio buque portaaviones fragata"
    ),
    "it": folded(
        "via viale piazza piazzale corso lungomare parco ponte aeroporto stadio ospedale università scuola"
        " liceo istituto fondazione museo teatro biblioteca premio nave portaerei fregata"
    ),
    "pt": folded(
        "rua avenida praça parque ponte aeroporto estádio hospital universidade escola colégio instituto"
        " fundação museu teatro biblioteca prémio prêmio navio fragata"
    ),
    "nl": folded("luchthaven vliegveld stadion stichting museum prijs brug plein laan"),
    "ar": folded("شارع ساحة ميدان جادة مطار جامعة مستشفى جسر مسجد جامع ملعب حديقة مدرسة مؤسسة معهد سد متحف"),
}
"""Small words right before a person's name, whole or not, that make it the name of a street, a school or a ship."""
AFTER = folded(
    "city state tower towers foundation organization university airport hotel post times bridge street"
    " avenue stadium park fc united bank tribune herald chronicle journal match saint college school"
    " museum hospital center centre fondation université aéroport hôtel stade tour institute prize award"
    " medal library expressway highway boulevard plaza dam arena theatre theater airfield county township"
    " lake creek river island islands"
)
"""Words after a name that make it that of something else, whatever the case of the line: "Trump Tower"."""
BETWEEN = folded(
    "international memorial presidential regional national municipal high elementary law medical graduate"
    " business public middle"
)
"""What may stand between a name and such a word: "Kennedy International Airport"."""
NOBLES = folded(
    "duc duchesse comte comtesse marquis marquise baron baronne vicomte vicomtesse duke duchess earl countess"
    " marquess viscount baroness duque duquesa conde condesa marqués marquesa barón duca duchessa conte contessa"
    " marchese barone"
)
"""Who bears the name of a place: "le duc de Nemours"."""
SIBLINGS = folded("brothers sisters siblings twins brüder broers")
"""Small words after a surname that make it that of relatives."""
CLUBS = folded(
    "fc sc ac as rc sg cf us bc og afc bsc vfl vfb vfr tsv sv fsv msv psg ado psv hsv bvb acf ssc ogc losc asse"
    " rcd ud cd sd ca nk fk hnk kv kaa rsc az cska"
)
"""Initials of sports clubs."""
SHIPS = folded("uss hms rms hmcs hmas ss mv rv hmnzs sms")
"""Initials before the names of ships."""
ANOTHER = folded(
    "nouvelle nouveau nouvel new neu neue nuevo nueva nuova novo nova grand grande greater gross grosse"
    " haute haut basse bas upper lower north south east west nord sud nordre saint sainte san santa santo"
    " st ste fort mont port porto punta air radio union hertha eintracht borussia dynamo dinamo lokomotive"
    " fortuna arminia viktoria sporting deportivo atlético atletico racing inter real"
)
"""What makes another place, or a club, of a place: "Nouvelle-Hollande", "Greater London", "Eintracht Braunschweig"."""
LONGER = (
    "Guinée équatoriale", "Guinée-Bissau", "Guinea Ecuatorial", "Equatorial Guinea", "Guinea-Bissau",
    "Timor oriental", "Timor-Leste", "East Timor", "Sahara occidental", "Western Sahara",
    "Virginie-Occidentale", "République démocratique du Congo", "Democratic Republic of the Congo",
    "Democratic Republic of Congo", "República Democrática del Congo", "Demokratische Republik Kongo",
    "Demokratischen Republik Kongo", "Repubblica Democratica del Congo", "Congo belge", "Belgian Congo",
    "Samoa américaines", "American Samoa", "Santiago de Compostela", "Santiago de Cuba",
    "Santiago del Estero", "San Salvador de Jujuy", "Papouasie-Nouvelle-Guinée", "Northern Ireland",
    "Outer Mongolia", "Inner Mongolia", "Mongolie-Intérieure", "Mongolie intérieure",
    "Western Australia", "South Australia", "Northern Cyprus", "Chypre du Nord", "Macédoine du Nord",
    "North Macedonia", "Gulf of Mexico", "Golfe du Mexique", "Nuevo México", "Boulogne-sur-Mer",
    "Frankfurt an der Oder", "Frankfurt (Oder)", "Francfort-sur-l’Oder", "Newcastle upon Tyne",
)  # fmt: skip
"""Names of places that hold the name of another."""
DIGITS = {
    "france": frozenset(("2", "3", "4", "5", "24")), "europe": frozenset(("1", "2")),
    "bayern": frozenset(("1", "2", "3")), "antenne": frozenset(("2",)),
}  # fmt: skip
"""Stations that are called by a place and a number."""
OLD_WORLD = folded(
    "aberdeen aleppo alep alexandria alexandrie alexandria antioch antioche athens athènes atenas berlin"
    " birmingham bremen cadiz cairo cambridge canton carthage cordoba damascus dublin florence geneva genève"
    " hanover jerusalem lebanon liban lima lisbon londres london madrid manchester melbourne memphis milan"
    " moscow moscou naples odessa oxford palermo palestine palmyra palmyre panama paris peru petersburg"
    " plymouth rome roma salem sparta stockholm syracuse toledo tripoli troy valencia venice verona versailles"
    " vienna vienne warsaw york"
)
"""Places after which others were called in North America."""
STATES = folded(
    "alabama alaska arizona arkansas california californie colorado connecticut delaware florida floride"
    " georgia géorgie hawaii idaho illinois indiana iowa kansas kentucky louisiana louisiane maine maryland"
    " massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon"
    " pennsylvania pennsylvanie tennessee texas utah vermont virginia virginie wisconsin wyoming ontario"
    " quebec manitoba"
)
"""States and provinces of North America, one word each."""
PEOPLES = {
    "fr": (
        folded(
            "russe turc turque grec grecque belge suisse serbe croate tchèque kurde arabe slovaque slovène bulgare"
            " allemand allemande espagnol espagnole basque corse cubain cubaine suédois danois slave maure"
            " moscovite britannique"
        ),
        ("ais", "aise", "ois", "oise", "ain", "aine", "ien", "ienne", "een", "eenne"),
    ),
    "de": (
        folded(
            "russe franzose französin amerikaner amerikanerin türke türkin ukrainer brite britin italiener"
            " italienerin spanier israeli iraner syrer chinese inder japaner pole ungar österreicher schweizer"
            " berliner hamburger münchner kölner wiener bayer sachse texaner republikaner"
        ),
        (),
    ),
}
"""Who comes from where, after an article: "le Russe Poutine". Words, and endings of such words."""
STATE_INITIALS = frozenset(
    ("US", "USA", "UK", "EU", "UE", "UN", "ONU", "URSS", "EEUU", "UAE", "NATO", "OTAN")
)
"""Initials of states and unions, known to every reader: they make a pair with a name by a hyphen ("US-China")."""
