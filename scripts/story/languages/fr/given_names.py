"""Common given names, as a reader of French newspapers knows them: they tell the gender.

They are a help and no condition: a name that is not here is read by what stands around it. Names
that are also words, places or borne by both are left out, or told without a gender.
"""

from __future__ import annotations

from story.reading.body import plain

_MASCULINE = frozenset(
    """aaron abdel abdou abdoulaye achille adam adil adrien ahmad ahmed aime akira alain alban
    albert aldo alessandro alex alexander alexandre alexis alfred ali alphonse alvaro amadou
    amaury ambroise amine amir anatole anders andre andres andrew andy angel angelo anil
    anselme anthony antoine anton antonin antonio antony apollinaire archibald aristide arjun
    armand armel arnaud arsene arthur asger aubin auguste augustin aurel aurelien aymeric
    balthazar baptiste barack barnabe barthelemy basile bastien benedict benjamin benoit bento
    bernard bernd bertrand bill bjorn blaise bob boris boubacar brahim brendan briac brian
    brice brieuc bruno bryan calixte carl carlo carlos casimir cedric celestin cesaire cesar
    charles charly cheikh chinedu chris christian christophe christopher clement clovis come
    constantin corentin cosme cyprien cyriaque cyril cyrille damien dan daniel dario dave
    david denis derek didier diego dieter dimitri dirk dmitri donald donatien dorian douglas
    driss dylan edgar edgard edmond edouard edward elie eliott eloi emeka emeric emile
    emilien emmanuel enrico enrique enzo ephrem eric erik ernest ernesto erwan esteban esteve
    etienne eudes eugene evan evariste ewen fabien fabio fabrice fabrizio farid felicien
    felipe felix ferdinand fernand fernando fiacre firmin flavien floran florent florian
    francesco francis franck francois frank fred frederic fulgence fulvio gabriel gael gaetan
    gaspard gaston gauthier gauvain gavin geoffrey geoffroy george georges gerald gerard
    gerbert gerhard germain ghislain gianni gilbert gildas gilles gino giorgio giovanni
    giuseppe godefroy goncalo gonzague gonzalo goran goulven gregoire gregory guido guillaume
    gunther gustave gustavo guy gwenael gwendal habib hakan hakim hamid hans haruki hassan
    helmut henri henrik henry herve hicham hilaire hippolyte hiroshi honore horst hubert hugo
    hugues hyacinthe ian ibrahim ibrahima idriss ignacio igor isaac isidore ismael issa ivan
    jack jacques jaime jake james jan jaouen jason javier jawad jean jeff jeffrey jeremie
    jeremy jeroen jerome jian jim jimmy joachim joao joe joel johan john jomo jonas jonathan
    jordan jordi jorge joris jose joseph josh joshua josselin juan judicael juergen jules
    julien jun jurgen justin kamel karim karl keith kenji kenneth kerrien kevin khaled kilian
    klaus kofi kwame kwasi kylian lambert lancelot lars laurent lazare leandre leo leon
    leonard leopold lilian lionel loic loik lorenzo louis lubin luc luca lucas lucien ludger
    ludovic ludwig luigi luis lukas luke maarten maelan magnus mahamadou maixent malik mamadou
    mamady manuel marc marceau marcel marcello marcin marco marcus mario marius mark martin
    marvin massimo mateo mathias mathieu mathis mathurin matt matteo matthew matthias matthieu
    matthijs maurice max maxence maxime medard mehdi mehmet melaine melchior merlin michael
    michel mickael miguel mikael mike mikhail milan milos ming modibo mohamed mohammed mouloud
    mourad moussa mustafa mustapha nabil naim narcisse nasser nathan nelson nestor nicephore
    nicolas niels nigel niklas nils noah noel norbert octave octavien odilon olaf oleg
    oleksandr oliver olivier omar onesime oscar oskar oswald othello ottavio otto ousmane owen
    pablo pacome paddy paolo pascal patrice patrick patxi paul paulo pavel pedro perig peter
    philibert philip philippe pierre pierrick pieter pietro placide pol quentin rachid rafael
    rainier raj rajesh raoul raphael raymond regis remi remy renaud rene reto richard robert
    roberto robin rodolphe rodrigo rodrigue roger roland rolf romain roman romaric romeo
    romuald ronald ronan roy ruben rudolf rufus rui ruud ryan sacha said salif salim salvador
    salvatore sam sami samir samuel sandro sanjay saturnin savinien sebastien selim
    serge sergei sergio servan seth severin seydou sidney silvere silvestro silvio simeon
    simon sipho sixte sofiane soren souleiman souleymane stefan stephane stephen steve steven
    stuart sven sylvain sylvestre tadeusz takeshi tancrede tanguy tarek tariq taylor
    ted teddy terrence thabo thadee theo theodore theodule theophile thibaud thibault thibaut
    thierry thomas tiago tidiane tim timoleon timothe timothee titouan tiziano tobias tom
    tommaso tony toussaint tristan tugdual tunde ugo ulrich ulysse urbain uwe valentin
    valentino valere valery vasco vianney victor vikram vincent virgile vivien vladimir wael
    walid walter wei wenceslas werner wilfrid wilfried wilhelm will william willy wolfgang
    wouter xavier yacine yan yanis yann yannick yannig yoann yohan youcef youen youri youssef
    yusuf yvain yvan yves yvon zacharie zenon zephirin zephyrin zinedine zoran""".split()
)
_FEMININE = frozenset(
    """adelaide adele adeline adriana adrienne aelis agathe agnes agneta aicha aiko aisha aissata
    aissatou alba albane albertine aleth alexandra alexia alice alicia alienor aliette aline
    alix alizee alma amanda amandine ambrine amelia amelie amina aminata amira anaelle anais
    anastasia anatolia andrea andree angela angele angelique anita anjali anna annabelle
    annaig anne anneke annelies annette annick annie annika anouk antoinette antonia apolline
    araceli ariane arielle arlette armelle artemis astree astrid athenais aude audrey aurelie
    auriane aurore awa axelle aya ayse azilis barbara bathilde beatrice beatrix beatriz
    belinda benedicte berangere berenice bernadette berthe bertille bettina bianca birgit
    blandine bluenn brigitte bronwen cali calixtine calypso camelia capucine carine carla
    carmela carmen carole carolina caroline cassandre catarina catherine cathy cecile celeste
    celestine celia celina celine chantal charlotte chiara chimene chloe christel christelle
    christiane christina christine cindy claire clairette clara clarisse claudette claudia
    claudine clelia clelie clemence clementine cleo clotilde colette coline colombe consuelo
    coralie cordelia corinne cornelia cosima cynthia cyrielle daisy dalila daniela daniele
    danielle daphne daphnee dauphine debora deborah delphine denise desiree diana diane dina
    djamila dolores dominica domitille donatienne doriane dorine dorothee edith edmonde edwige
    eglantine eleanor elena eleonore elfie eliane eliette elif elina elisa elisabeth elise
    elizabeth ella ellen elodie eloise elsa elvira elvire emanuela emeline emilie emily emma
    emmanuelle emmeline enora erica erika ermeline ernestine esmeralda esperanza estela
    estelle esther eugenie eulalie euphemie euphrasie eva eve evelyne fabienne fabiola fadila
    fannie fanny fanta fatima fatma fatou fatoumata fausta faustine felicia felicie fernanda
    fernande flavia flavie flora floriane florine franca francesca francette francine
    francoise frederique freja frida frieda gabriella gabrielle gaelle gaia garance genevieve
    georgette georgia georgina geraldine germaine germana gersende ghislaine gilberte gilda
    ginette giorgia gisele giulia gladys godelieve graziella greta gudrun guenola guillemette
    gulnara guylaine gwenaelle gwendoline gwenola hannah haude heidi heike helena helene helga
    heloisa heloise henriette hermance hermine hildegarde honorine hortense huguette ida
    ilaria ilinca ilona ilse iman imane ines ingeborg ingrid irena irene irina iris isabel
    isabelle isaure iseult ivana jacqueline jade jana janine jeanine jeanne jeannette jeannine
    jennifer jenny jessica joana joanna jocelyne joelle johanna jolanda jordane josefa
    josefina josephine josette josiane judicaelle judith julia juliana julie juliette justine
    karen karima karin karina karine katarina katell kathleen kathy katia katrin keiko kelly
    khadija klara laetitia lara larissa laura laure laurence laurette lauriana lauriane laurie
    lea leandra leila lena lenaig leocadie leonie leonor leonore leopoldine lilia liliana
    liliane lilou lina linda ling linnea lisa lisbeth lise livia loeiza lola loredana lorena
    louisa louise louison louna luce lucette lucia lucie lucienne lucile lucrezia ludivine
    ludmila luisa lydia lydie lysiane maddalena madeleine madelon maelle maelys magali magalie
    maissa malika malvina manon manuela marceline marcelle margarita margaux margherita margot
    marguerite maria mariam mariama mariana marianne marie marieke mariella marielle mariette
    marika marilou marilyne marina marinette marion marisa marjolaine marjorie marlene marlyse
    marta martha marthe martina martine maryline maryse maryvonne mathilde mathurine maud
    maude maureen maya megane mei melanie melina melisande melissa melodie melusine mercedes
    meryem mia michaela michele micheline michelle mila mildred milena mira mireia mireille
    mirela miriam mona monica monique morgane mouna muriel murielle mylene myriam nabila
    nadege nadia nadine nadira nadja naima nancy naomi nassima natacha natalia natasha
    nathalie nawel nelia nelly nicole nicoletta nicolette nina noella noelle noemi noemie
    nolwenn nora noriko nour octavie odelia odette odile olga olivia ombeline ondine oona
    ophelie oriane ornella ottilie pamela paola patricia paula pauletta paulette pauline
    penelope perpetue perrette perrine petra petronille philippine philomene pilar priscilla
    priya quiterie rachel rachida rahma ramona raphaelle raquel raymonde rebecca regina regine
    regula renata renee rita roberta rokhaya rokia rolande romane romy ronja rosa rosalba
    rosalie rosalind rosanna roseline rosemarie rosetta rosine roxane rozenn sabina sabine
    sabrina safia sakura salome samantha samia samira sandra sandrina sandrine sara sarah
    savina scarlett segolaine segolene selma serena servane severina severine sheila shirine
    shirley sibylle sidonie sieglinde sigrid silvana silvia simona simone sixtine soizic
    solange solena solene solveig sonia sophia sophie stefania stella stephanie susan susanne
    suzanne suzel suzette svetlana swanhild sybille sylvia sylviane sylvie tamara tania tara
    tatiana tatjana teresa tess thais thea theodora therese tifenn tina tiphaine toinette
    ulrike urielle ursula valentina valentine valerie vanessa vanina vera veronique victorine
    vinciane viola violaine violette virginia virginie vivian viviane wendy wilhelmine wilma
    xaviere yael yaelle yasmina yasmine yelena yldiz yolande ysaline yseult ysolde yuki yuna
    yvette yvonne zahra zelda zelie zeynep zineb zita zoe zohra""".split()
)
_EITHER = frozenset(
    """alexy andrea ange camille casey charlie claude dominique eden gwen jackie jamie jess jo
    kim lee leslie loan lou morgane noa pat robin sacha sandy sasha swann""".split()
)


def is_given_name(word: str) -> bool:
    """Whether a word, or what it begins with before a hyphen, is a common given name."""
    first = plain(word).split("-")[0]
    return first in _MASCULINE or first in _FEMININE or first in _EITHER


def is_feminine_name(word: str) -> bool | None:
    """The gender of a given name; None where it is not known or borne by both."""
    first = plain(word).split("-")[0]
    if first in _EITHER or (first in _MASCULINE) == (first in _FEMININE):
        return None
    return first in _FEMININE
