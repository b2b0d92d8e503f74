"""German words beside a name. Offices count as endings too: "Bundeskanzlerin", "CDU-Vorsitzender"."""

from __future__ import annotations

from glose.digest.glossary.company.kept import Company, folded
from glose.digest.glossary.fold import key

GERMAN = Company(
    nouns=True,
    masculine=folded("herr herrn lord sir könig prinz"),
    feminine=folded("frau fräulein lady königin prinzessin witwe"),
    titles=folded(
        "mann republikaner republikanerin demokrat demokratin sozialdemokrat sozialdemokratin herr herrn"
        " frau fräulein dr doktor prof professor professorin sir lord lady könig königin kaiser kaiserin"
        " zar prinz prinzessin fürst graf gräfin freiherr baron papst kardinal bischof erzbischof pfarrer"
        " pastor scheich imam emir sultan präsident präsidentin präsidenten vizepräsident kanzler"
        " kanzlerin minister ministerin premier premierministerin sekretär sekretärin direktor direktorin"
        " gouverneur gouverneurin bürgermeister bürgermeisterin senator senatorin abgeordnete"
        " abgeordneter abgeordneten kommissar kommissarin botschafter botschafterin sprecher sprecherin"
        " staatsanwalt staatsanwältin anwalt anwältin richter richterin kandidat kandidatin kandidaten"
        " chef chefin führer führerin vorsitzende vorsitzender vorsitzenden vorstand diktator machthaber"
        " machthabers herrscher staatschef oligarch milliardär oberst hauptmann kommandeur kommandant"
        " leutnant feldwebel admiral marschall major journalist journalistin schriftsteller"
        " schriftstellerin schauspieler schauspielerin sänger sängerin regisseur regisseurin maler"
        " malerin autor autorin fussballer trainer trainerin meister meisterin spieler spielerin stürmer"
        " torwart politiker politikerin politikers experte expertin ökonom ökonomin historiker"
        " historikerin philosoph kollege kollegin kollegen amtskollege amtskollegen amtskollegin genosse"
        " genossin aktivist aktivistin gegner gegnerin rivale rivalin nachfolger nachfolgerin vorgänger"
        " vorgängerin berater beraterin mitarbeiter beauftragte beauftragter parteichef"
    ),
    kinds=folded(
        "konzern gruppe firma hersteller verein partei bewegung staat republik stadt hauptstadt provinz"
        " region general"
    ),
    openers=folded(
        "ab aber abends alle allein allerdings alles als also am an andere anders angeblich angesichts"
        " anschliessend anstatt auch auf aus ausgerechnet außer ausser ausserdem außerdem bald bei beide"
        " beim bereits besonders bestimmt bevor bis bisher bloss da dabei dadurch dafür dagegen daher"
        " dahinter damals damit danach daneben dann daran darauf daraufhin darin darum darunter das dass"
        " davon davor dazu dein dem den denn dennoch der deren des deshalb dessen deswegen dich die dies"
        " diese dieser dieses diesmal doch dort du durch eben ebenfalls ebenso ehe ehemals eigentlich ein"
        " eine einem einen einer eines einige einmal einst endlich entgegen er erneut erst erstmals es"
        " etwa euch euer falls fast folglich früher für gegen gegenüber gemäß gemeinsam genau gerade"
        " gestern gewiss gleich gleichwohl hat hatte heute hier hinter hinzu ich ihm ihn ihnen ihr ihre"
        " ihrem ihren ihrer im immer immerhin in indem infolge innen inzwischen irgendwann ist ja jede"
        " jeder jedes jedoch jene jetzt kann kaum kein keine keiner könnte künftig kurz lange laut leider"
        " letztlich man manche mehr mein meine mindestens mit mithilfe mittags mittlerweile"
        " möglicherweise morgen morgens muss nach nachdem nachmittags nachts natürlich neben nicht nichts"
        " nie niemals niemand noch nun nur ob oben obgleich obwohl oder offenbar offensichtlich oft ohne"
        " per plötzlich rund samt schließlich schliesslich schon sehr sein seine seinem seinen seiner"
        " seit seitdem selbst sich sie sind so sobald sofort sogar solange solche soll sollte somit"
        " sondern sonst soweit sowie später statt stattdessen stets trotz trotzdem über überall übrigens"
        " um umso und ungeachtet unser unter unterdessen vergangene viel viele vielleicht vom von vor"
        " vorher während wann war warum was wegen weil weiter welche welcher wem wen wenn wer werden"
        " weshalb wie wieder wieso will wir wird wo wobei wohl wollte womit worauf wurde zu zudem zuerst"
        " zufolge zugleich zuletzt zum zumal zunächst zur zurück zusammen zuvor zwar zwei zwischen montag"
        " dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai"
        " juni juli august september oktober november dezember montags abend nacht mittag affäre ära"
        " abkommen amt angriff angriffe ansage armee attacke aussage besuch brief deal druck ende fall"
        " familie gespräch gipfel interview jahr jahre kabinett kampf koalition konflikt krieg krise"
        " lager lob kritik machtkampf nachricht plan pläne rede reform regierung regime rivalen rückkehr"
        " rücktritt schlacht sieg sorge spiel staat streit system termin tod treffen umfrage urteil"
        " verhältnis verhandlungen vorwurf vorwürfe wahl weg woche zeit zukunft tag tage gegner freunde"
        " anhänger kritiker trifft triff droht warnt fordert kritisiert lobt besucht empfängt sagt"
        " erklärt plant verteidigt begrüßt bestätigt verurteilt attackiert erwartet gewinnt verliert"
        " reist stoppt stürzt"
    ),
    endings=tuple(key(ending) for ending in (
        "kanzler", "kanzlerin", "minister", "ministerin", "präsident", "präsidentin",
        "präsidenten", "chef", "chefin", "führer", "führerin", "sprecher", "sprecherin",
        "vorsitzende", "vorsitzender", "vorsitzenden", "politiker", "politikerin", "politikers",
        "abgeordnete", "abgeordneter", "abgeordneten", "meister", "meisterin", "trainer",
        "trainerin", "sekretär", "sekretärin", "direktor", "direktorin", "kandidat", "kandidatin",
        "kandidaten", "anwalt", "anwältin", "richter", "richterin", "star", "experte", "expertin",
        "beauftragte", "beauftragter", "kollege", "kollegen", "kollegin", "general", "leiter",
        "demokrat", "demokratin", "haber", "herrscher", "träger", "sieger", "mann", "frau", "freund",
        "feind", "manager", "boss", "milliardär", "oligarch", "diktator", "künstler", "musiker",
        "autor", "steller", "spieler", "regisseur", "journalist", "journalistin", "reporter", "redakteur",
        "loge", "historiker", "philosoph", "ökonom", "jurist", "forscher", "wissenschaftler",
        "unternehmer", "veteran", "häftling", "offizier", "oberst", "admiral", "arzt", "ärztin",
        "bischof", "pfarrer", "aktivist", "aktivistin", "terrorist", "kommandant", "kommandeur",
        "kämpfer", "stürmer", "wart", "verteidiger", "ingenieur", "spion", "agent", "name", "namen",
        "leiterin", "gründer", "gründerin", "kommissar", "kommissarin",
        "berater", "beraterin", "nachfolger", "vorgänger", "herausforderer", "regierung",
        "kabinett", "koalition", "affäre", "familie", "konzern", "hersteller", "metropole",
        "stadt", "regime", "lager", "partei", "ära", "ung", "heit", "keit", "schaft", "tion",
        "tät", "ismus", "ment", "lands", "reichs",
    )),
    things=tuple(key(ending) for ending in (
        "metropole", "stadt", "konzern", "hersteller", "regierung", "kabinett", "koalition", "partei",
        "ung", "heit", "keit", "schaft", "tion", "tät", "ismus", "ment", "regime", "lager", "ära",
    )),
    kin=folded(
        "brüder schwestern bruder schwester ehefrau ehemann gattin sohn tochter witwe ehepaar familie"
        " cousin onkel neffe nichte"
    ),
    streets=folded("strasse allee platz"),
)  # fmt: skip
