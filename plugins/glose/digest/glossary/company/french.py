"""French words beside a name."""

from __future__ import annotations

from glose.digest.glossary.company.kept import Company, folded

FRENCH = Company(
    masculine=folded("m mm monsieur messieurs lord sir prince roi"),
    feminine=folded(
        "mme mmes mlle mlles madame mesdames mademoiselle lady miss princesse reine veuve présidente vice-"
        " présidente chancelière sénatrice députée conseillère ambassadrice directrice rapporteuse actrice"
        " chanteuse avocate candidate dirigeante patronne opposante militante colonelle écrivaine romancière"
        " joueuse championne citoyenne historienne duchesse comtesse baronne marquise procureure professeure"
        " préfète gouverneure animatrice présentatrice inspectrice fondatrice rappeuse cheffe soeur"
    ),
    titles=folded(
        "rapporteur rapporteuse rappeur rappeuse humoriste défenseur gardien attaquant milieu fondateur"
        " fondatrice cofondateur analyste suspect accusé accusée prévenu prévenue inculpé présidents"
        " ministres chanceliers pasteur rabbin shérif inspecteur inspectrice présentateur présentatrice"
        " animateur animatrice chroniqueur éditorialiste avocats sénateurs députés m mm mme mmes mlle"
        " mlles monsieur messieurs madame mesdames mademoiselle me maître mgr monseigneur dr docteur pr"
        " professeur professeure sir lord lady prince princesse roi reine empereur tsar sultan émir"
        " cheikh imam pape abbé père frère soeur cardinal évêque archevêque comte comtesse duc duchesse"
        " baron baronne marquis marquise président présidente vice-président vice-présidente ministre"
        " chancelier chancelière secrétaire directeur directrice gouverneur gouverneure maire sénateur"
        " sénatrice député députée conseiller conseillère commissaire ambassadeur ambassadrice"
        " porte-parole délégué déléguée préfet préfète procureur procureure juge avocat avocate candidat"
        " candidate dirigeant dirigeante chef cheffe leader patron patronne pdg dg dictateur despote"
        " homologue opposant opposante militant militante colonel colonelle capitaine commandant"
        " commandante lieutenant sergent amiral maréchal brigadier major soldat journaliste écrivain"
        " écrivaine acteur actrice chanteur chanteuse cinéaste peintre romancier romancière footballeur"
        " entraîneur sélectionneur champion championne joueur joueuse citoyen citoyenne camarade"
        " milliardaire magnat économiste historien historienne philosophe sociologue"
    ),
    kinds=folded(
        "groupe régie société compagnie maison constructeur entreprise club équipe parti mouvement état"
        " république royaume ville commune province région capitale gouvernorat département port aéroport"
        " ex feu premier première général générale numéro"
    ),
    openers=folded(
        "merci adieu bravo vive bonjour salut gloire hommage à afin ainsi alors après assez au aucun"
        " aucune aujourd hui auprès aussi autant autour autre autres aux avant avec beaucoup bien bientôt"
        " bref brusquement c ça car ce ceci cela celle celles celui cependant certains certaines certes"
        " ces cet cette ceux chacun chaque chez comme comment concernant contre d dans de déjà demain"
        " depuis dernier derrière des dès désormais dessous dessus deux devant dix donc dont du durant"
        " elle elles en encore enfin ensuite entre environ est et étonnamment eux évidemment exactement"
        " excepté face faute finalement grâce heureusement hier hormis hors huit ici il ils immédiatement"
        " jadis jamais je jusqu jusque justement l la là lequel laquelle le les lesquels leur leurs"
        " longtemps lors lorsqu lorsque lui ma maintenant mais malgré malheureusement me même mes mieux"
        " moins mon moyennant n naguère naturellement ne néanmoins neuf ni non nonobstant nos notamment"
        " notre nous nul on onze or ou où oui outre par parce pareil parfois parmi pas pendant personne"
        " peu peut plus plusieurs plutôt pour pourquoi pourtant près presque probablement puis puisqu"
        " puisque qu quand quant quatre que quel quelle quelles quelque quelques quels qui quiconque quid"
        " quoi quoiqu quoique récemment rien s sa sans sauf se seize selon sept ses seul seule seulement"
        " si sinon sitôt six soit son sont soudain sous souvent soyons suite suivant sur surtout ta"
        " tandis tant tard tel telle telles tels tôt toi toujours tous tout toute toutefois toutes treize"
        " trente très trois trop tu un une vers versus via vingt voici voilà voire vos votre vous"
        " vraiment vu y lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril"
        " mai juin juillet août septembre octobre novembre décembre matin midi soir nuit dimanches"
        " affaire accord accords agenda alliance allié alliés ancien ancienne anciens anti antienne appel"
        " apôtre attaque attaques attentat attentats armée audition bilan bombardement bombardements camp"
        " candidature casse clan climat combat combats complot conflit contrat coulisses coup crise"
        " croisade débat déclaration départ destination dîner diplomatie discours dissidence divorce"
        " dossier doctrine duel échec élection élections enquête entourage époque ère exclusif exclusive"
        " famille fin frappes gouvernement guerre interview intervention invasion journal justice"
        " législatives lettre loi manifestation match menace méthode mort municipales mystère nouveau"
        " nouvel nouvelle nouvelles objectif offensive otages paix phénomène plan politique portrait"
        " présidentielle procès projet propos question raid rapport réaction réactions record réforme"
        " régime relations rencontre reportage résultats retour réunion révélations route sanctions"
        " scandale séisme série siège soutien sommet sondage spécial stratégie style succession système"
        " tensions témoignage tournée tourisme trafic train trains tribune tournant trêve usine version"
        " vidéo visite voyage accuse accusent affirme agresse alerte annonce annoncent appelle appellent"
        " arrive assure attend avertit bat battu bloque bombarde bombardé brûle célèbre cherche choisit"
        " commence condamne condamné confirme conteste convoque critique critiqué craint dément dénonce"
        " dénoncent demande demandent dénigre détruit devient dit dirige dirigent défend défie doit élu"
        " élue empêche encourage entend envoie épargne espère estime évoque exclut exige explique"
        " félicite frappe gagne gifle hué inaugure interpelle interroge invite isole joue juge jure lance"
        " libère loue maintient menacé met nomme nommé obtient ordonne ouvre parle part pense perd pleure"
        " possède pousse prend prépare prévient promet propose prévoit quitte raille rappelle reçoit"
        " réclame reconnaît recule refuse rejette rejoint remplace remporte renonce répond reprend reste"
        " rend retrouve réunit réélu révèle riposte salue sauve sanctionne signe somme soupçonne soutient"
        " suspend tacle tance tente tient tombe touche traite tue vante va vaincu veut vend viendra vient"
        " vise visé voit vote voulait a ont fut sera était avait aurait serait fera fait faut voir lire"
        " écouter regarder entretien"
    ),
    kin=folded(
        "les frères sœurs époux épouse couple fils fille veuve veuf frère sœur cousin cousine oncle"
        " neveu nièce"
    ),
    streets=folded(
        "rue rues avenue boulevard bd impasse allée allées square quai passage chaussée lycée collège"
        " villa cité"
    ),
)
