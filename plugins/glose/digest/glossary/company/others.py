"""Spanish, Italian, Portuguese, Dutch and Arabic words beside a name."""

from __future__ import annotations

from glose.digest.glossary.company.kept import Company, folded

SPANISH = Company(
    surnames=2,
    masculine=folded("sr don señor rey príncipe"),
    feminine=folded(
        "sra srta doña señora señorita reina princesa viuda presidenta vicepresidenta expresidenta ministra"
        " secretaria directora gobernadora alcaldesa senadora diputada consejera embajadora vocera jueza"
        " abogada candidata jefa mandataria opositora escritora actriz pintora entrenadora empresaria"
    ),
    titles=folded(
        "sr sra srta sres don doña señor señora señorita dr dra doctor doctora prof profesor profesora"
        " lic ing rey reina príncipe princesa duque duquesa conde papa cardenal obispo arzobispo padre"
        " fray sor emir jeque ayatolá imán emperador zar presidente presidenta expresidente expresidenta"
        " vicepresidente vicepresidenta ministro ministra exministro canciller secretario secretaria"
        " director directora gobernador gobernadora alcalde alcaldesa senador senadora diputado diputada"
        " consejero consejera comisario comisaria embajador embajadora portavoz vocero vocera fiscal juez"
        " jueza abogado abogada candidato candidata líder jefe jefa mandatario mandataria dictador"
        " homólogo opositor opositora coronel capitán comandante teniente sargento almirante mariscal"
        " mayor periodista escritor escritora actor actriz cantante cineasta pintor pintora futbolista"
        " entrenador entrenadora empresario empresaria magnate economista historiador compañero"
    ),
    kinds=folded(
        "ex grupo empresa club partido movimiento estado república reino ciudad provincia región capital"
        " primer primera general"
    ),
    openers=folded(
        "a además ahora al algo alguien algún alguna algunos allí ante anteayer antes anoche así aún"
        " aunque ayer bajo bien cada casi como cómo con conforme contra cuál cuando cuándo cuánto cuyo de"
        " debido del desde después detrás donde dónde dos durante e el él ella ellas ellos en encima"
        " enfrente entonces entre era es esa ese eso esos esta está estas este esto estos excepto"
        " finalmente frente fue gracias ha hace hacia han hasta hay hoy incluso junto la las le les lo"
        " los luego mañana más me mediante mediodía menos mientras mi mis mucho muy nada nadie ni ningún"
        " ninguna no nos nosotros nuestro nuestra nunca o os otra otro otros para pero poco por porque"
        " primero pronto pues que qué quien quién quienes quizá quizás salvo se según sea ser será si sí"
        " siempre sin sino sobre solo sólo son su sus tal también tampoco tan tanto te todavía todo todos"
        " tras tres tu tú un una unos usted versus vía y ya yo lunes martes miércoles jueves viernes"
        " sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
        " diciembre acuerdo ataque ataques caso campaña crisis cumbre debate elecciones entrevista"
        " exclusiva familia fin gobierno guerra juicio ley muere nuevo nueva paz plan protestas régimen"
        " reunión tregua victoria visita viaje acusa admite advierte afirma anuncia apoya ataca celebra"
        " condena confirma critica defiende denuncia dice exige espera felicita gana insiste llega niega"
        " ofrece ordena pide pierde promete propone rechaza recibe responde saluda viaja"
    ),
    kin=folded(
        "los hermanos hermanas esposa esposo hijo hija viuda viudo hermano hermana primo tío matrimonio"
        " pareja"
    ),
    streets=folded("calle avenida paseo plaza"),
)
ITALIAN = Company(
    masculine=folded("signor sig re principe don"),
    feminine=folded("signora signorina sig.ra regina principessa donna vedova"),
    titles=folded(
        "signor signora signorina sig don donna dott dottor dottore dottoressa prof professor professore"
        " professoressa avv ing on onorevole re regina principe principessa duca conte papa cardinale"
        " vescovo padre emiro sceicco imperatore zar presidente presidentessa vicepresidente premier"
        " ministro ministra cancelliere cancelliera segretario segretaria direttore direttrice"
        " governatore governatrice sindaco sindaca senatore senatrice deputato deputata consigliere"
        " commissario commissaria ambasciatore ambasciatrice portavoce procuratore giudice avvocato"
        " avvocata candidato candidata leader capo dittatore colonnello capitano comandante tenente"
        " ammiraglio maresciallo maggiore giornalista scrittore scrittrice attore attrice cantante"
        " regista pittore calciatore allenatore campione imprenditore economista storico compagno"
    ),
    kinds=folded(
        "ex gruppo azienda società club partito movimento stato repubblica regno città provincia regione"
        " primo prima generale"
    ),
    openers=folded(
        "a ad adesso ai al alla alle allo allora anche ancora appena attorno attraverso avanti che chi"
        " ci come comunque con contro cosa così da dai dal dalla dalle davanti del della delle dello"
        " dentro dei di dietro domani dopo dove dunque durante e è ed ecco entro era essere fa fino"
        " finora fra fu già gli grazie ha hanno i ieri il in infine infatti inoltre insieme intanto"
        " intorno invece io l la le lo loro lui lei lungo ma malgrado mai me meno mentre mi mio molti"
        " molto ne né nei nel nella nemmeno nessun nessuno no noi non nonostante nostra nostro o oggi"
        " ogni oltre oppure ora perché per perciò però più poco poi presso prima proprio pure qualche"
        " quale quando quanto quasi quel quella quello quest questa queste questi questo qui quindi"
        " sabato se secondo sempre senza sia si sino solo sono sopra soprattutto sotto sta stasera su"
        " subito sui sul sulla suo sua tra tranne troppo tu tutta tutti tutto un una uno verso via vicino"
        " voi lunedì martedì mercoledì giovedì venerdì domenica gennaio febbraio marzo aprile maggio"
        " giugno luglio agosto settembre ottobre novembre dicembre accordo attacco caso crisi elezioni"
        " governo guerra intervista legge pace piano processo vertice visita accusa annuncia arriva"
        " attacca chiede critica difende dice incontra minaccia nega promette propone risponde vince"
    ),
    kin=folded(
        "i gli fratelli sorelle moglie marito figlio figlia vedova fratello sorella cugino coniugi coppia"
    ),
    streets=folded("via viale piazza corso"),
)
PORTUGUESE = Company(
    surnames=2,
    masculine=folded("sr senhor dom rei príncipe"),
    feminine=folded(
        "sra senhora dona rainha princesa viúva presidenta ministra secretária governadora prefeita"
        " deputada senadora embaixadora juíza candidata atriz"
    ),
    titles=SPANISH.titles
    | folded(
        "sr sra senhor senhora dom dona doutor doutora professor professora rei rainha príncipe princesa"
        " presidente presidenta ministro ministra chanceler secretário secretária governador governadora"
        " prefeito prefeita deputado deputada senador senadora embaixador embaixadora porta-voz juiz"
        " juíza advogado candidato candidata líder chefe coronel capitão general jornalista escritor ator"
        " atriz cantor jogador treinador empresário"
    ),
    kinds=folded(
        "ex grupo empresa clube partido estado república cidade província região capital primeiro"
        " primeira geral"
    ),
    openers=folded(
        "a à ao aos apesar após aqui as até cada com como conforme contra da das de depois desde diante"
        " do dos durante e é ela ele em enquanto então entre era essa esse esta este foi hoje isso já"
        " junto logo mas mesmo na não nas nem no nos o onde ontem os ou outro para pela pelo perante pois"
        " por porém porque qual quando que quem se segundo sem sempre ser sob sobre só sua seu também"
        " tudo um uma você segunda terça quarta quinta sexta sábado domingo guerra governo caso acordo"
        " crise visita amanhã"
    ),
    kin=folded("os irmãos irmãs esposa esposo filho filha viúva irmão irmã casal"),
    streets=folded("rua avenida praça"),
)
DUTCH = Company(
    masculine=folded("meneer dhr heer koning prins"),
    feminine=folded("mevrouw mw mevr koningin prinses weduwe"),
    titles=folded(
        "meneer dhr heer mevrouw mw mevr dr prof professor koning koningin prins prinses president"
        " vicepresident premier minister staatssecretaris kanselier secretaris directeur gouverneur"
        " burgemeester senator kamerlid commissaris ambassadeur woordvoerder woordvoerster aanklager"
        " rechter advocaat kandidaat leider chef baas kolonel kapitein admiraal journalist schrijver"
        " acteur actrice zanger regisseur voetballer trainer kampioen zakenman econoom oud-president"
    ),
    kinds=folded("ex groep partij stad generaal"),
    openers=folded(
        "aan achter al alle als alsof andere behalve bij binnen boven buiten daar daarna daarom dan dat"
        " de deze die dit door dus een eerder eerst en er eveneens gisteren had heeft hem het hier hij"
        " hoe hun ik in indien is ja je kan maar met mijn misschien morgen na naar naast niet nu of om"
        " onder ondanks ook op over sinds soms te tegen tenzij ter terwijl toch toen tot tussen uit"
        " vandaag van vanaf vanwege veel volgens voor voordat wat wanneer want waar waarom was we wel"
        " welke werd wie wij zal ze zij zijn zo zonder maandag dinsdag woensdag donderdag vrijdag"
        " zaterdag zondag oorlog regering zaak"
    ),
    kin=folded("broers zussen broer zus vrouw zoon dochter weduwe echtpaar"),
    streets=folded("straat laan plein"),
)
ARABIC = Company(
    masculine=folded("السيد الملك الأمير"),
    feminine=folded("السيدة الملكة الأميرة"),
    titles=folded(
        "السيد السيدة الملك الملكة الأمير الأميرة الرئيس الوزير الدكتور الشيخ الجنرال العقيد المستشارة"
        " المستشار"
    ),
    kinds=folded("مدينة محافظة شركة حزب"),
    openers=folded("قال في من إلى على عن مع أن وقال"),
    kin=folded("زوجة شقيق شقيقة ابن ابنة نجل عائلة آل أرملة"),
    streets=folded("شارع ساحة جادة"),
)
