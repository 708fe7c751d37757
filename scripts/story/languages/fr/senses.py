"""Words that deny, and words of directions, in lower case without accents."""

from __future__ import annotations

import re

# « non lucratif » and « non sollicitée » are kinds, not denials.
NEGATION = re.compile(
    r"\bn(?:e\b|'(?=\w))|\b(?:sans|aucune?|jamais|ni)\b|\bdesaccord"
    r"|\bnon\b(?![ -](?:lucrati|sollicit))"
)
DIRECTIONS = {
    name: re.compile(rf"\b(?:{words})")
    for name, words in {
        "refuse": r"refus|rejet|declin|renonc|ecart|dement|contest|oppos|contraire",
        "accept": r"accept|approuv|accueill|admet",
        "leave": r"quitt|depart|demission|revoqu|se retir|ecart",
        "join": r"rejoi|rejoin|entre au|revient|retour|ramen",
        "before": r"avant\b|precede",
        "after": r"apres\b|ensuite|suit\b",
        "buy": r"achat|achet|acqui|rachet|rachat",
        "sell": r"vend|vente|cede|cession",
        "keep": r"conserv|gard|maint|continu",
        "lose": r"perd|abandonn|retir",
        "begin": r"commenc|lance|fonde|cree|ouvre",
        "end": r"acheve|termin|ferme|cesse|boucl",
        "rise": r"augment|mont|hausse|croit",
        "fall": r"baiss|recul|chut|diminu",
        "win": r"gagn|emport|obtien",
        "defeat": r"perd|echou|debout",
    }.items()
}
