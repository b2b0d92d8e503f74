"""Given names: of men, of women, and those that are also places or common words."""

from __future__ import annotations

from glose.digest.glossary.company.kept import folded

MEN = folded(
    "adam adolf alain alan albert alberto alejandro alessandro alex alexander alexandre alexei alexis"
    " alfred ali amir anders andré andrea andrei andrés andrew angelo anthony antoine anton antonio"
    " armand arnaud arnold arthur augusto bachar bashar barack benjamin benito bernard bernd bill boris"
    " bruno carl carlos charles chris christian christophe claude clément cyril daniel darius dave david"
    " denis dick didier dieter diego dimitri dmitri dominique donald edmond édouard eduardo edward emil"
    " emiliano emmanuel enrico eric erik ernest ernesto étienne eugène fabien felipe félix fernando fidel"
    " francesco francis francisco franck franco françois frank franz fred frédéric friedrich gabriel"
    " gaston geoffroy georg george georges gérald gérard gerhard gianni gilles giorgio giovanni giuseppe"
    " grégory guillaume gustav gustavo guy hafez hamid hans harold harry hassan heinrich heinz helmut"
    " henri henry herbert hermann horst hosni hubert hugo hugues ibrahim igor ismail ivan jacob jacques"
    " jaime jair jakob james jan javier jean jeff jeffrey jérôme jesse jimmy joachim joe johan johann"
    " johannes john jon jonathan jordi jorge josé josef joseph juan jules julien julio jürgen justin karl"
    " keir keith ken kevin khaled klaus konrad kurt laurent leo léon leonardo lionel louis luc luca lucas"
    " lucien luigi luis luiz ludwig mahmoud manuel marc marcel marco mario mark markus martin mathieu"
    " matteo matthew matthias maurice max michael michel miguel mikhail mohamed mohammed moammar mouammar"
    " mustafa nasser nathan nelson nicolas nicolás nikita nikolai olaf oleg oliver olivier oscar otto"
    " pablo paolo pascal patrice patrick paul pavel pedro peter philip philippe pierre pietro rafael"
    " ralph ramón raphaël raúl raymond recep rené ricardo richard robert roberto roger roland romano"
    " ronald rudolf saddam salvador samuel sebastián serge sergei sergio sigmar silvio simon stefan"
    " stéphane stephen steve steven sylvain théo theo thierry thomas tim timothy tom tony toni umberto"
    " valentin valéry victor viktor vincent vladimir volodymyr walter werner wilhelm william willy"
    " winston wolfgang xavier xi yann yannick yasser yves benyamin benjamín bernardo ismaïl abdel bernie"
    " boutros kofi ban antónio erich egon mauricio ronaldo"
)
"""Names of men alone, in several languages."""
WOMEN = folded(
    "agnès joan betty carol dorothy judy sally megan lynn ann alexandra alice alicia alison amélie amy"
    " angela ángela angelina anja anna anne annegret annalena annette annick annie antje asma astrid"
    " audrey aurore barbara beata beatrice béatrice bénédicte benazir brigitte camilla carla carmen"
    " carmela carole caroline catherine cécile céline charlotte chantal cherie christel christiane"
    " christine claire clara claudia clémentine condoleezza corinne cristina danielle delphine diana"
    " diane dilma dora doris édith elena éliane elisabeth élisabeth elizabeth elise élise ella ellen"
    " élodie emma emily ensaf erika estelle eva evelyn fatima federica florence françoise gabriela"
    " geneviève georgia gerda gina gisèle giorgia golda greta gudrun hannelore heidi heike helen helena"
    " hélène helga hilary hillary ida indira inès ingrid irene irène isabel isabelle ivanka jacinda"
    " jacqueline jane janet jeanne jennifer jessica jill joana joanna josefina judith julia julie"
    " juliette kaja karen karin karine kate katharina katherine kathrin laetitia laura laure lara"
    " laurence lea léa leila lena letizia lilian liliane lisa liz lola louise lucia lucie lucy ludmila"
    " lioudmila magdalena maia manon marcela margaret margarita margot maria maría mariana marianne marie"
    " marina marine marion marisol marta marthe martha martine mary mathilde melania mélanie melinda"
    " mercedes mette meryl mia michèle michelle mireille monica monika monique myriam nadia nadine nancy"
    " najat natacha natalia nathalie nicola nicole nina nora olga olena oprah pamela patricia paula"
    " penelope petra rachel rachida rania raissa rebecca renate rita roberta rosa ruth sabine sahra samia"
    " sandra sandrine sanna sara sarah saskia ségolène simone sofia sonia sophia sophie soraya stella"
    " stéphanie susan susanne svetlana sviatlana sylvia sylvie tatiana teresa theresa thérèse tiffany"
    " tina ursula valentina valérie vanessa vera verónica veronica véronique victoria virginie yulia"
    " ioulia yvonne zinaïda kamala keiko cécilia"
)
"""Names of women alone."""
PLACES = folded(
    "paris london austin chelsea jordan israel israël florence charlotte victoria sydney madison jackson"
    " lincoln georgia virginia carolina savannah brooklyn asia india china chad cuba ireland milan roman"
    " geneva vienna alexandria valencia verona siena sienna santiago salvador france lorraine sofia"
    " adelaide dallas houston denver phoenix camden chester clifton preston kent devon wells warren"
    " washington kingston carson boston memphis odessa francia medina hamilton nelson lourdes trinidad"
    " dakota montana cheyenne laramie tyrone kerry clare tulsa bristol hudson cleveland regina vancouver"
    " roma catania samara york rio america brittany normandie bretagne essex jersey"
    " persia troy ithaca kiev odin orlando"
)
"""Places whose names people bear as given names: "Paris Hilton"."""
WORDS = folded(
    "hunter will mark marc rose pierre marine jack bill bob grant chase grace hope faith joy may april"
    " june august dawn autumn summer rich victoire art drew pat sue iris violet ruby pearl amber heather"
    " ivy olive sandy cliff dean earl duke frank gene guy jay jerry josh lance max miles nick norm pete"
    " ray reed rob rod rusty skip stone tony wade ward wayne claire aurore reine victor clément désiré"
    " constant blanche fleur marguerite capucine prudence solange céleste ange noël pascal parfait"
    " modeste martial bon jour loup ulrich ernst frei stern wolf bruno linde rosa alba luz paz sol mar"
    " cruz ángel jesús salvador consuelo dolores mercedes fiore bruna chiara"
)
"""Given names that are common words as well: their small letter elsewhere proves nothing."""
OTHERS = folded(
    "aaron alec allen alvin amber andy arjen ashley barry bea billy bobby brad bradley brandon brent brett brian bryan"
    " byron caleb calvin cameron caitlyn carsten cecil christoph chuck cindy clark clayton clyde cody colin"
    " connor craig curtis dale damon danny darren darryl darrell dennis denzel derek derrick detlef donnie doug"
    " douglas dwayne eddie edgar edwin eli elias elijah eliot ernie ethan evan everett floyd garrett gary"
    " gavin geoff glenn gordon graham greg gregory hank hans-peter harvey hector hilda howard hugh ian isaac"
    " jaden jake jamal jamie jared jason jaylen jeffery jennifer jeremy jermaine jerome jim jimmie joel joey"
    " johnny jonathan josh joshua kathy katie kelvin kenneth kenny kevin kirk kobe kyle lance larry lars lawrence"
    " leon leonard leroy lester liam lindsay lloyd logan lonnie lorenz lukas luke lyndon maggy malcolm marcus"
    " marvin matt maxime melissa melvin mick mike mitchell moritz morris nate neil niels noah norman owen paula"
    " pete phil phillip quentin quincy randy ray reggie rian rick ricky robbie rodney romain ronnie roy russell"
    " ryan sally sammy scott sean seth shane shaun shawn sid spencer stan stanley stewart stuart sven tanja"
    " ted teddy terrence terry teryl theodore tobias todd tommy tracy travis trevor troy tyler uwe vernon vince"
    " wesley willie wolfram zach"
)
"""More names, whoever bears them."""


def is_given(word: str) -> bool:
    """True for a folded word that is somebody's given name, perhaps among other things."""
    return any(word in names for names in (MEN, WOMEN, WORDS, OTHERS))


ARABIC = folded(
    "محمد أحمد محمود علي حسن حسين حسني عمر عثمان خالد يوسف إبراهيم إسماعيل موسى عيسى سليمان داود عبد"
    " عبدالله صالح سالم سعيد سعد مصطفى طارق زياد وليد بشار ماهر باسل حافظ رفعت رامي نبيل جمال كمال أنور"
    " فؤاد فاروق فيصل سلمان فهد نايف تركي بندر طلال ناصر هشام هاني ياسر ياسين أسامة أيمن أمين بلال جابر"
    " جعفر حمزة حازم رياض زكريا سامي سمير شريف صدام عدي قصي عادل عباس عصام عماد غسان فادي قاسم كريم لؤي"
    " مازن مالك مروان معاذ معمر منذر منير نادر نزار نوري هيثم وائل يحيى أسماء فاطمة عائشة خديجة زينب مريم"
    " سارة ليلى هدى هند نور رانيا ريم رنا سلوى سميرة سهى شيماء عبير غادة لينا منى نادية ناديا نوال هالة"
    " وفاء ياسمين أنيسة بشرى إيغور فلاديمير جورج جو دونالد هنتر إيفانكا ميلانيا باراك ميشيل هيلاري بيل"
    " إيمانويل بريجيت فرانسوا نيكولا جاك أنجيلا"
)
"""Given names as Arabic writes them, where no capital tells a name from a word."""
