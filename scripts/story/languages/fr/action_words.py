"""Words that are French alone, that deny or say actions, in lower case without accents."""

import re

COMMON = re.compile(r"\b(?:les?|la|des|du|une?|et|est|dans|pour|que|qui|aux?|avec|cette?)\b")
# « non lucratif » and « non sollicitée » are kinds, not denials; « ne … que » limits.
NEGATION = re.compile(
    r"\bn(?:e\b|'(?=\w))(?!(?: ?\w+){1,3} (?:que\b|qu'))|\b(?:sans(?! but lucratif)|aucune?|ni)\b"
    r"|\bdesaccord|\bnon\b(?![ -](?:lucrati|sollicit|merci))"
)
# What stands right before a figure, and says how exact it is.
QUALIFIERS = {
    "about": re.compile(r"(?:environ|pres d[e']|quelque|autour d[e']|approximativement) ?$"),
    "more": re.compile(r"(?:plus d[e']|au moins|depasse(?:nt)?(?: les)?) ?$"),
    "less": re.compile(
        r"(?:moins d[e']|au plus|jusqu'(?:au?|en|fin)|d'ici(?: au?)?(?: la)?(?: fin)?) ?$"
    ),
}
ACTIONS = {
    name: re.compile(rf"\b(?:{words})\w*")
    for name, words in {
        "refuse": r"refus|rejet|declin(?!aison)|renonc|dement|contest|oppos|contraire|ecart(?!s?\b)"
        r"|non merci",
        "accept": r"accept|approuv|accueill|admet|suit (?:cet|l') ?avis",
        "leave": r"quitt|depart(?!ement)|demission|se retir",
        "join": r"rejoi|entre(?:nt)? au|revient|retour|ramen",
        "dismiss": r"revoqu|revocation|limog|licenci|evinc",
        "appoint": r"nomm|elue?s?\b|reintegr",
        "before": r"avant\b|precede|prealable",
        "after": r"(?<!d\')apres\b",
        "buy": r"achat|achet|acqui(?:er|s)|rachet|rachat",
        "sell": r"vend(?!redi)|vente|ced(?:e|er|ent)\b|cession",
        "keep": r"conserv|gard(?:e|er|era|ent)\b|maint(?!enant)|continu",
        "lose": r"perd|abandonn|retir",
        "begin": r"commenc|lanc(?:e|ent|er|ement)\b|fonde\b|fondent|cree|ouvre|cofond|fondation d",
        "end": r"acheve|termin|ferme|cesse|boucl",
        "rise": r"augment|mont(?:e|ent|er)\b|hausse|croit",
        "fall": r"baiss|recul|chut|diminu",
        "win": r"gagn|emport|obtien",
        "defeat": r"echou|debout",
        "lead": r"dirige(?!ant)|dirigee?s? par|conduit|menee?s? par|a la tete",
        "control": r"control|detien|possed",
        "announce": r"annonc|declar|revel",
        "judge": r"juge(?:ee?s?|r)\b|(?:a|est|ete) juge\b|tranch|statu(?!ts?\b|es?\b)|estim",
        "receive": r"rec(?:u|oi)",
        "value": r"valeur|valoris|evalu|prix",
        "invest": r"invest|finance\b|apport",
        "pay": r"pay(?!s)|vers(?:e|er|ent)\b",
        "write": r"ecri",
        "report": r"rapport(?:e|ent)\b|relev(?:e|ent)\b|observe",
        "propose": r"propos",
        "mention": r"mention|parle\b|evoqu",
        "promise": r"promet|engage",
    }.items()
}
