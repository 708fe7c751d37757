"""Words of French by what they tell about the names beside them."""

import re

# Capital letters of the languages of Europe: Šefčovič, Łukasz; a longer list takes time.
CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁĽŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ]"
# Words that begin a sentence with a capital without being names, folded.
FUNCTION_WORDS = frozenset(
    """a afin ah ainsi alors apparemment apres aujourd au aucun aucune auparavant aussi aussitot
    autant autour autre autres aux avant avec beaucoup bien bientot bref ca ce ceci cela celle
    celles celui cependant certains certes ces cet cette ceux chacun chaque chez cinq combien comme
    comment contre cote d dans de debut deja depuis derriere des desormais deux devant dix donc dont
    du durant elle elles en encore enfin ensuite entre environ et face fin fondee fonde grace hier
    huit ici il ils jamais je jusqu jusque l la le les leur leurs loin lors lorsque lui ma mais
    malgre meme mes mi mieux mille moins mon ne neanmoins neuf ni non nos notamment notre nous nul
    on or ou oui outre par parce parfois parmi pas pendant peu peut plus plusieurs plutot pour
    pourquoi pourtant pres presque prochain puis puisque qu quand quant quatre que quel quelle
    quelles quelque quelques quels qui quoi rares reste resultat rien s sa sans sauf se selon sept
    ses seul seule seuls si sinon six soit son sous souvent sur surtout tandis tant tel telle tels
    toujours tous tout toute toutefois toutes trente tres trois trop tu un une vers voici voila vos
    votre vous y merci bonjour hum ancien ancienne nee personne createur version interroge
    interrogee contacte contactee cite citee joint jointe pdg monsieur madame me mm
    ailleurs aupres concernant faute helas hormis hors""".split()
)
# Acronyms that are common nouns.
COMMON_ACRONYMS = frozenset(
    """PDG DRH IA PME PIB TVA OPA CEO PC TV SMS PDF URL EBITDA CA SA PBC CSE OK SUV UE ONU USA DJ M
    Md Mds Mrd""".split()
)
# Words inside an organisation's name, folded.
ORGANISATION_WORDS = frozenset(
    """agency airlines association assurances autorite banque bourse business capital cercle chambre
    club college comite commission compagnie company conseil corp corporation cour credit energie
    energy ecole equity express federation finance financiere fonds fondation foundation gazette
    global group groupe herald hopital inc industrie institut institute international investissement
    investissements investment investments journal lab labs laboratoire magazine management media
    medias ministere monde motors network news opera parquet partenaires partners post press presse
    quotidien research sa securities securite services societe solutions studio studios syndicat
    systems tech technologies technology theatre times sun street york city images photo photos
    stade radio television developpement chantiers acieries nouvelles centre parti verts republique
    etat region lithium mining tribune star mail tribunal universite university ventures web lines
    systemes united fc financial commodities trials retail innovation sante brothers habitat air
    logistique invest""".split()
)
# Firms that bear the name of a person, folded: nothing else may tell them from one.
HOUSES = frozenset(
    """alain afflelou, allen & overy, arthur andersen, aston martin, baker mckenzie,
    calvin klein, charles schwab, christian dior, clifford chance, edmond de rothschild, eli lilly,
    ernst & young, fleury michon, goldman sachs, harley davidson, harry winston, hugo boss,
    jack daniel's, jean floc'h, jp morgan, lazard freres, lehman brothers, leroy merlin,
    louis dreyfus, louis vuitton, marie brizard, marie claire, marks & spencer, martin dow,
    merrill lynch, moet hennessy, morgan stanley, nina ricci, oliver wyman, paris match,
    pernod ricard, philip morris, pierre fabre, ralph lauren, remy cointreau, roland berger,
    rolls royce, rothschild & co, scotland yard, smith & wesson, spencer stuart,
    standard & poor's, thomas cook,
    thomson reuters, tommy hilfiger, van cleef, walt disney, warner bros, wells fargo,
    william saurin, yves rocher, yves saint laurent""".replace("\n    ", " ").split(", ")
)
# Nouns before an organisation's name: « le groupe Talvera », folded.
ORGANISATION_NOUNS = frozenset(
    """groupe societe entreprise fonds laboratoire start-up startup banque assureur constructeur
    editeur fabricant geant operateur quotidien journal magazine site reseau agence cabinet
    compagnie marque enseigne chaine filiale association fondation ong syndicat federation studio
    club plateforme concurrent rival distributeur equipementier fournisseur prestataire loueur
    transporteur siderurgiste chocolatier maison boulangerie librairie restaurant clinique hotel
    cooperative institut universite ecole hebdomadaire consortium courtier negociant exploitant
    armateur revue pepite licorne pousse fonciere biotech medtech fintech ministere hebergeur
    promoteur""".split()
)
# Nouns that take up somebody whose role is one of these, or not told: nouns, a colon, roles.
_TAKEN_UP = """
    dirigeant dirigeante patron patronne responsable chef cheffe president presidente
    entrepreneur entrepreneuse milliardaire industriel: chef cheffe cofondateur cofondatrice dg
    directeur directrice dirigeant dirigeante entrepreneur fondateur fondatrice gerant gerante
    homme manager milliardaire patron patronne pdg president presidente responsable; elu elue
    parlementaire depute deputee senateur senatrice edile: adjoint adjointe conseiller
    conseillere depute deputee elu elue eurodepute eurodeputee maire ministre president
    presidente senateur senatrice; specialiste expert experte chercheur chercheuse
    universitaire: analyste auteur autrice biologiste chercheur chercheuse climatologue
    directeur directrice economiste expert experte historien physicien politologue professeur
    professeure scientifique sociologue specialiste; magistrat magistrate: juge president
    presidente procureur procureure; officier militaire grade gendarme policier pompier:
    adjudant brigadier capitaine colonel commandant commandante general lieutenant sergent;
    syndicaliste cegetiste cedetiste: delegue deleguee permanent permanente representant
    representante secretaire; ecrivain ecrivaine romancier romanciere auteur autrice: auteur
    autrice ecrivain ecrivaine philosophe poete romancier romanciere; medecin praticien
    praticienne soignant soignante urgentiste: chef cheffe chirurgien docteur docteure medecin
    professeur professeure; penaliste conseil: avocat avocate; defenseur prevenu prevenue accuse
    accusee plaignant plaignante artiste comedien chanteur chanteuse attaquant capitaine
    entraineur militant militante avocat avocate retraite retraitee homme femme trentenaire
    quadragenaire quinquagenaire sexagenaire septuagenaire octogenaire:; diplomate: ambassadeur
    ambassadrice consul ministre secretaire; joueur joueuse sportif sportive: ailier attaquant
    attaquante buteur defenseur footballeur gardien gardienne milieu; technicien technicienne:
    entraineur entraineuse
"""
HYPERNYMS = {
    noun: frozenset(roles.split())
    for nouns, _, roles in (entry.partition(":") for entry in _TAKEN_UP.split(";"))
    for noun in nouns.split()
}
CHIEFS_OF = {
    "etat": frozenset(("president", "presidente", "roi", "reine")),
    "executif": frozenset(("president", "presidente", "premier", "premiere")),
    "gouvernement": frozenset(("premier", "premiere", "ministre")),
    "diplomatie": frozenset(("ministre",)),
}
# Roles of which there is one, and whose holder is named with it, folded.
OFFICES = frozenset(
    """maire ministre prefet prefete president presidente procureur procureure directeur directrice
    pdg dg depute deputee senateur senatrice gouverneur porte-parole juge avocat avocate commissaire
    ambassadeur ambassadrice secretaire chef cheffe patron patronne premier premiere pape roi reine
    prince princesse chancelier rapporteur rapporteuse entraineur
    selectionneur capitaine""".split()
)
# Writings, which are quoted and do not speak, folded.
DOCUMENTS = frozenset(
    """rapport communique etude texte document article lettre tract affiche banderole pancarte site
    loi note decret arret jugement enquete sondage tweet message post courrier courriel plainte
    depeche slogan titre film livre roman motion petition contrat accord projet plan page
    publication annonce inscription phrase formule mot fait chose question reponse scene
    moment ton""".split()
)
# Those that are somebody's words, or a body's.
WRITINGS = frozenset(
    """rapport communique etude texte document message enquete sondage audit avis circulaire arrete
    expertise decret requisitoire jugement""".split()
)
# Nouns of what only an organisation has: « les analystes de X », folded.
ORGANISATION_PEOPLE = frozenset(
    """analystes salaries employes clients equipes dirigeants actionnaires siege filiale usine
    usines titre action actions cours pdg patron patronne fondateur fondatrice cofondateur
    cofondatrice""".split()
)
# Nouns of what a person is, folded, masculine and feminine.
ROLE_NOUNS = frozenset(
    """actionnaire administrateur administratrice agent analyste architecte artisan artiste associe
    associee auteur autrice avocat avocate banquier banquiere biologiste boulanger boulangere cadre
    candidat candidate chef cheffe chercheur chercheuse chroniqueur coach cofondateur cofondatrice
    coiffeur collaborateur comedien commissaire compositeur comptable conseiller conseillere
    consultant consultante coordinateur coordinatrice copresident copresidente createur creatrice
    cuisinier delegue deleguee depute deputee designer developpeur directeur directrice dirigeant
    dirigeante economiste editeur editrice elu elue employe employee enseignant entraineur
    entraineuse entrepreneur entrepreneure epouse epoux expert experte femme fille fils financier
    fondateur fondatrice frere gerant gerante gestionnaire gouverneur historien heritier heritiere
    homme homologue industriel industrielle ingenieur ingenieure inspecteur investisseur
    investisseuse journaliste juge juriste lanceur maire manager mandataire mecene medecin membre
    milliardaire millionnaire ministre negociateur notaire officier organisateur ouvrier ouvriere
    patron patronne pdg petite-fille petit-fils physicien pilote porte-parole prefet prefete premier
    premiere president presidente procureur procureure producteur productrice professeur professeure
    proprietaire redacteur redactrice repreneur representant representante responsable romancier
    salarie salariee scientifique secretaire senateur senatrice soeur specialiste stratege
    superviseur syndicaliste technicien tresorier tresoriere vendeur veterinaire veuf veuve
    vice-president vice-presidente vigneron vigneronne viticulteur viticultrice dg drh numero
    commercant pere mere mari oncle cousin cousine neveu niece agriculteur agricultrice eleveur
    eleveuse chimiste capitaine restaurateur restauratrice maraicher habitant habitante adjoint
    adjointe chancelier roi reine prince princesse pape emir sultan empereur imam eveque archeveque
    rabbin pasteur colonel lieutenant caporal chauffeur conducteur conductrice infirmier infirmiere
    etudiant etudiante lyceen lyceenne retraite retraitee voisin voisine riverain riveraine ami amie
    compagne compagnon avocat-general chanteur chanteuse acteur actrice cineaste ecrivain ecrivaine
    metteur footballeur joueur joueuse attaquant defenseur gardien gardienne selectionneur arbitre
    opposant opposante militant militante magistrat magistrate greffier policier policiere gendarme
    pompier prevenu prevenue accuse accusee plaignant plaignante conservateur conservatrice consul
    ambassadeur ambassadrice diplomate eurodepute eurodeputee parlementaire lieutenant-colonel
    courtier galeriste libraire apiculteur apicultrice cheminot rival rivale adversaire vainqueur
    gagnant gagnante perdant perdante favori favorite signataire doyen doyenne tenor leader figure
    patriarche invite invitee mannequin cerealier humoriste penaliste constitutionnaliste ceo cfo
    coo permanent permanente adjudant critique commandant commandante patissier patissiere
    cuisiniere realisateur realisatrice danseur danseuse photographe plasticien sculpteur peintre
    poete musicien musicienne pianiste violoniste barman serveur serveuse facteur garagiste plombier
    macon electricien routier berger bergere pecheur marin skipper navigateur navigatrice alpiniste
    cycliste coureur champion championne nageur nageuse judoka perchiste rugbyman star vedette
    choregraphe couturier styliste joaillier cadet aine ainee sheriff general amiral sergent
    brigadier substitut batonnier batonniere huissier greffiere educateur educatrice
    instituteur institutrice proviseur proviseure principal pharmacien pharmacienne dentiste
    kinesitherapeute sage-femme aide-soignant aide-soignante soignant soignante chirurgien
    chirurgienne confrere consoeur fonctionnaire stagiaire antiquaire neurologue cardiologue
    psychiatre pediatre epidemiologiste virologue geologue astronome mathematicien mathematicienne
    philosophe linguiste geographe anthropologue archeologue traducteur traductrice biographe
    scenariste dramaturge animateur animatrice presentateur presentatrice chroniqueuse editorialiste
    correspondant correspondante envoye envoyee blogueur blogueuse youtubeur influenceur
    influenceuse lobbyiste auditeur auditrice courtiere tradeur second seconde docteur docteure
    infectiologue psychologue sociologue politologue climatologue urgentiste sœur
    consœur auteure apprenti apprentie""".split()
)
# Who is one of several without a role, folded.
PEOPLE = ROLE_NOUNS | frozenset("temoin victime passant passante".split())
# Bodies that speak, folded.
SPEAKING_NOUNS = frozenset(
    """groupe societe entreprise direction syndicat source start-up firme maison conseil
    gouvernement ministere parquet tribunal opposition defense accusation mairie intersyndicale
    commission comite autorite association collectif federation consortium fonds banque constructeur
    quotidien famille ong organisation institution prefecture region departement agglomeration
    administration armee police gendarmerie justice cour chancellerie etat mission delegation
    cellule equipe majorite etat-major communaute conference parti agence entourage eglise college
    chambre confederation union cgt cfdt medef onu centrale plateforme editeur operateur regulateur
    assureur transporteur distributeur fabricant exploitant promoteur concurrent rival geant
    laboratoire institut universite ecole hopital clinique musee theatre festival club ligue bureau
    cabinet service gauche droite voix foule public salle assistance startup
    marque enseigne ambassade coalition commune otan patronat rectorat redaction
    secretariat""".split()
)
# Whoever is somebody without a role, folded.
SOMEBODY = frozenset(
    """proche personne conseils parents gens dame monsieur internaute collegue interesse autre
    couple temoin victime gamin gamine enfant jeune patient patiente client cliente usager abonne
    locataire""".split()
)
# Nouns of things that end as nouns of people do, folded.
THINGS = frozenset(
    """secteur moteur facteur ordinateur valeur hauteur couleur erreur peur papier chantier dossier
    courrier quartier metier courtier premier dernier janvier fevrier entier particulier matiere
    maniere carriere lumiere frontiere derniere filiere affaire piste liste lien bien soutien
    entretien maintien rien quotidien moyen gain terrain train bain main lendemain demain semaine
    domaine dizaine centaine montant courant instant restaurant brillant croissant suivant important
    existant tournant pendant avant autant tant maintenant cependant heure demeure""".split()
)
# Days, months and a feast, which are no names, folded.
CALENDAR = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
    juillet aout septembre octobre novembre decembre noel""".split()
)
# Nouns of times, which are no subject: « le lendemain, X a dit ».
TIMES = CALENDAR | frozenset(
    """lendemain veille jour jours matin soir soiree nuit midi semaine semaines mois an annee annees
    ans fois heure heures moment minutes week-end debut fin siecle plupart reste apres-midi instant
    printemps ete automne hiver trimestre plus moins""".split()
)
FEMININE_ENDINGS = tuple(
    """trice euse sœur eure ente ante ee iere onne fille femme cheffe mere soeur epouse veuve niece
    conseillere""".split()
)
# Role nouns with one form for all and no final e, folded.
EPICENE_NOUNS = frozenset("pdg dg manager star leader".split())
# What may stand before a role noun and belongs to it.
ROLE_PREFIXES = tuple(
    """ex ancien ancienne actuel actuelle futur future nouveau nouvel nouvelle principal principale
    premier premiere jeune seul seule grand grande celebre riche""".split()
)
TITLES = ("M.", "Mme", "Mlle", "MM.", "Mmes", "Dr", "Me", "Pr", "Monsieur", "Madame", "Lord", "Sir",
          "Maître", "Maîtres", "Docteur", "Mr", "Mrs", "Dre", "Excellence", "Majesté",
          "El-hadj", "El-Hadj", "Professeur", "Mgr", "Mademoiselle")  # fmt: skip
TITLE = f"(?:{'|'.join(map(re.escape, TITLES))})"
FEMININE_TITLES = ("Dre", "Mrs", "Mme", "Mlle", "Mmes", "Madame", "Mademoiselle")
EPICENE_TITLES = ("Dr", "Me", "Pr", "Docteur", "Maître", "Excellence", "Majesté", "Professeur")
# Particles inside a person's name.
PARTICLES = (
    r"(?:de\sla|van\sder|van\sden|von\sder|van|von|der|den|ter|di|da|dos|del|della|el|al|bin|ben"
    r"|de|du|d'|le|la|[ae]l-)"
)
# Prepositions that make a name something else than the subject.
PREPOSITIONS = frozenset(
    """a au aux avec chez contre d dans de des du en entre face par parmi pour sans selon sur vers
    apres avant depuis sous jusqu devant derriere""".split()
)
# Nouns whose complement is a place: « rue de Turenne », folded.
PLACE_NOUNS = frozenset(
    """rue avenue boulevard place quai ville region port commune gare aeroport vallee bassin bourse
    departement ministre ministere secretaire prefecture tribunal mairie maire banlieue chemin route
    cote baie ile plage sommet universite traite pres loin centre province""".split()
)
PLACE_PREPOSITIONS = frozenset(["a", "au", "aux", "en", "dans", "vers"])
SUBJECT_DETERMINERS = frozenset(
    "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos mon ma mes".split()
)
DETERMINERS = SUBJECT_DETERMINERS | frozenset("du de d au aux votre vos".split())
