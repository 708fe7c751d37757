"""Words of French by what they tell about the names beside them."""

from __future__ import annotations

# Words that begin a sentence with a capital without being names, folded.
FUNCTION_WORDS = frozenset(
    """a afin ah ainsi alors apparemment apres aujourd au aucun aucune auparavant aussi aussitot
    autant autour autre autres aux avant avec beaucoup bien bientot bref ca ce ceci cela
    celle celles celui cependant certains certes ces cet cette ceux chacun chaque chez
    cinq combien comme comment contre contrairement cote d dans de debut deja depuis
    derriere des desormais deux devant dix donc dont du durant elle elles en encore enfin
    ensuite entre environ et face fin fondee fonde grace hier huit ici il ils jamais je
    jusqu jusque l la le les leur leurs loin lors lorsque lui ma mais malgre mes mi mieux
    mille moins mon ne neanmoins neuf ni non nos notamment notre nous nul on or ou oui
    outre par parce parfois parmi pas pendant peu peut plus plusieurs plutot pour pourquoi
    pourtant pres presque prochain puis puisque qu quand quant quatre que quel quelle
    quelles quelque quelques quels qui quoi rares reste resultat rien s sa sans sauf se
    selon sept ses seul seule seuls si sinon six soit son sous souvent sur surtout tandis
    tant tel telle tels toujours tous tout toute toutefois toutes trente tres trois trop
    tu un une vers voici voila vos votre vous y merci bonjour hum ancien ancienne ne nee
    createur interroge interrogee contacte contactee cite citee joint jointe a-t-il pdg
    monsieur madame mademoiselle me mm""".split()
)
# Acronyms that are common nouns.
COMMON_ACRONYMS = frozenset(
    """PDG DG DGA DRH DSI IA PME ETI TPE PIB TVA OPA OPE OPR IPO CEO CFO COO RH RSE ESG BTP HLM
    CDI CDD PC TV GPS SMS PDF URL OGM R&D EBITDA EBIT CA SA SAS SARL PBC CSE LBO KO OK ADN
    VTC SUV HT TTC UE ONU USA PV DJ M Md Mds Mrd Mrds""".split()
)
# Words inside an organisation's name, folded.
ORGANISATION_WORDS = frozenset(
    """agency aerospace airlines associates association assurances autorite bank banque bourse
    business capital cercle chambre club college comite commission compagnie company
    conseil consulting corp corporation cour credit energie energy entertainment ecole
    equity express federation finance financiere fonds fondation foundation fund gazette
    global group groupe herald holding holdings hopital inc industrie industries institut
    institute international investissement investissements investment investments journal
    lab labs laboratoire laboratoires limited llc lloyd logistics ltd magazine management
    media medias ministere mobility monde motors mutuelle network news opera parquet
    partenaires partners pharma post press presse quotidien research robotics sa sas sarl
    securities securite services societe software solutions studio studios syndicat
    systems tech technologies technology telecom theatre times trust tribunal universite
    university ventures web review lines foods systemes""".split()
)
# Nouns before an organisation's name: « le groupe Talvera », folded.
ORGANISATION_NOUNS = frozenset(
    """groupe societe entreprise fonds laboratoire start-up startup banque assureur constructeur
    editeur fabricant geant operateur quotidien journal magazine site reseau agence
    cabinet compagnie marque enseigne chaine filiale holding association fondation ong
    syndicat federation studio club plateforme concurrent rival distributeur equipementier
    fournisseur prestataire loueur transporteur sidergurgiste siderurgiste chimiste
    chocolatier brasseur horloger maroquinier maison boulangerie librairie restaurant
    clinique hotel association cooperative mutuelle institut universite ecole hebdomadaire
    conglomerat consortium courtier negociant exploitant armateur avionneur motoriste
    papetier imprimeur petrolier cimentier verrier semencier pepite licorne jeune-pousse
    pousse fonciere biotech medtech fintech ministere hebergeur logisticien promoteur
    americain americaine francais francaise britannique allemand allemande italien
    italienne espagnol suisse belge chinois chinoise japonais japonaise coreen canadien
    quebecois bretonne breton lyonnais lyonnaise normand alsacien parisien parisienne""".split()
)
# Nouns of what a person is, folded, masculine and feminine.
ROLE_NOUNS = frozenset(
    """actionnaire administrateur administratrice agent analyste architecte artisan artiste
    associe associee auteur autrice avocat avocate banquier banquiere biologiste boulanger
    boulangere cadre candidat candidate chef cheffe chercheur chercheuse chroniqueur coach
    cofondateur cofondatrice coiffeur collaborateur comedien commissaire compositeur
    comptable conseiller conseillere consultant consultante coordinateur coordinatrice
    copresident copresidente createur creatrice cuisinier delegue deleguee depute deputee
    designer developpeur directeur directrice dirigeant dirigeante economiste editeur
    editrice elu elue employe employee enseignant entraineur entraineuse entrepreneur
    entrepreneure epouse epoux expert experte femme fille fils financier fondateur
    fondatrice frere gerant gerante gestionnaire gouverneur historien heritier heritiere
    homme homologue industriel industrielle ingenieur ingenieure inspecteur investisseur
    investisseuse journaliste juge juriste lanceur maire manager mandataire mecene medecin
    membre milliardaire millionnaire ministre negociateur notaire officier organisateur
    ouvrier ouvriere patron patronne pdg petite-fille petit-fils physicien pilote
    porte-parole prefet prefete premier president presidente procureur procureure
    producteur productrice professeur professeure proprietaire redacteur redactrice
    repreneur representant representante responsable romancier salarie salariee
    scientifique secretaire senateur senatrice soeur specialiste stratege superviseur
    syndicaliste technicien tresorier tresoriere vendeur veterinaire veuf veuve
    vice-president vice-presidente vigneron vigneronne viticulteur viticultrice dg drh
    numero commercant pere mere mari oncle cousin cousine neveu niece agriculteur
    agricultrice eleveur eleveuse chimiste capitaine restaurateur restauratrice maraicher
    habitant habitante adjoint adjointe chancelier""".split()
)
# Who speaks without being a person by role, folded.
SPEAKING_NOUNS = frozenset(
    """groupe societe entreprise direction syndicat syndicats source proche proches start-up
    firme maison conseil gouvernement ministere parquet tribunal opposition defense
    accusation mairie intersyndicale commission comite autorite association collectif
    federation pecheurs groupement consortium fonds banque constructeur quotidien famille
    elus salaries""".split()
)
# Nouns of things that end as nouns of people do, folded.
THINGS = frozenset(
    """secteur moteur facteur ordinateur valeur hauteur couleur erreur peur teneur chaleur
    douceur papier chantier dossier courrier quartier metier courtier palier premier
    dernier janvier fevrier entier particulier matiere maniere carriere lumiere frontiere
    premiere derniere filiere affaire piste liste lien bien soutien entretien maintien
    rien quotidien moyen gain terrain train bain main lendemain demain semaine domaine
    dizaine centaine douzaine quinzaine montant courant instant restaurant volant brillant
    croissant suivant important existant variante constante tournant pendant avant autant
    tant maintenant cependant""".split()
)
FEMININE_ENDINGS = (
    "trice", "euse", "ente", "ante", "ee", "iere", "onne", "fille", "femme", "cheffe", "mere",
    "soeur", "epouse", "veuve", "niece", "cousine", "avocate", "deleguee", "deputee", "elue",
    "procureure", "professeure", "experte", "gerante", "associee", "conseillere", "ouvriere",
)  # fmt: skip
# Role nouns with one form for all, folded.
EPICENE_NOUNS = frozenset(
    """pdg porte-parole juge ministre economiste analyste maire dg responsable membre journaliste
    notaire architecte juriste proprietaire manager pilote milliardaire actionnaire""".split()
)
# What may stand before a role noun and belongs to it.
ROLE_PREFIXES = ("ex", "ancien", "ancienne", "actuel", "actuelle", "futur", "future", "nouveau",
                 "nouvelle", "principal", "principale", "premier", "premiere", "jeune", "seul",
                 "seule", "grand", "grande", "celebre", "riche")  # fmt: skip
TITLES = ("M.", "Mme", "Mlle", "MM.", "Mmes", "Dr", "Me", "Pr", "Monsieur", "Madame", "Lord", "Sir")
FEMININE_TITLES = ("Mme", "Mlle", "Madame")
# Particles inside a person's name.
PARTICLES = (
    r"(?:de\sla|van\sder|van\sden|von\sder|van|von|der|den|ter|di|da|dos|del|della|el|al|bin|ben"
    r"|de|du|d'|le|la)"
)
# Prepositions that make a name something else than the subject.
PREPOSITIONS = frozenset(
    """a au aux avec chez contre d dans de des du en entre face par parmi pour sans selon sur
    vers apres avant depuis sous jusqu devant derriere""".split()
)
# Nouns whose complement is a place: « rue de Turenne », folded.
PLACE_NOUNS = frozenset(
    """rue avenue boulevard place quai ville region port commune gare aeroport vallee bassin
    bourse departement ministre ministere secretaire prefecture tribunal mairie maire
    banlieue faubourg chemin route cote baie ile plage sommet universite traite pres loin
    centre""".split()
)
PLACE_PREPOSITIONS = frozenset(["a", "au", "aux", "en", "dans", "vers"])
SUBJECT_DETERMINERS = frozenset(
    "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos mon ma mes".split()
)
DETERMINERS = frozenset(
    """le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos
    votre vos mon ma mes""".split()
)
