"""The content folder: what it must hold, and what may not stand beside it."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path

import pytest

from story.content_folder import read_content
from story.faults import ContentError

PHARE = Path(__file__).parent / "fixtures" / "stories" / "phare"


def test_a_file_named_otherwise(project: Path) -> None:
    """A name that is almost right is named."""
    (project / "content" / "article.fr.md").rename(project / "content" / "articel.fr.md")
    with pytest.raises(ContentError) as caught:
        read_content(project / "content", project)
    assert str(caught.value) == (
        "content/article.fr.md:1: le fichier manque\u202f;"
        " « articel.fr.md » est là\u202f: à renommer en « article.fr.md »"
    )


@pytest.mark.parametrize("name", ["article.fr.md", "dossier.fr.yml", "sources.yml"])
@pytest.mark.parametrize("instead", ["folder", "nowhere", "itself", "unreadable", "strange"])
def test_what_is_no_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, instead: str
) -> None:
    """Nothing that stands where a file should is passed over: the story would be another one."""
    path = project / "content" / name
    error = {"unreadable": errno.EACCES, "strange": errno.EIO}.get(instead)
    if error:

        def refuse(_: Path) -> bytes:
            raise OSError(error, "Input/output error", str(path))

        monkeypatch.setattr(type(path), "read_bytes", refuse)
    else:
        path.unlink()
    if instead == "folder":
        path.mkdir()
    elif instead in ("nowhere", "itself"):
        path.symlink_to("rien" if instead == "nowhere" else name)
    with pytest.raises(ContentError) as caught:
        read_content(project / "content", project)
    said = {
        "unreadable": "l’accès est refusé\u202f; le droit de lire et d’écrire là",
        "strange": (
            "le système refuse\u00a0: Input/output error\u202f; un fichier qui se lit et s’écrit"
        ),
    }.get(instead, "ce n’est pas un fichier\u202f; un fichier de texte")
    assert f"content/{name}:1: {said}" in str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("dossier.fr.yml", "dossier.fr.yaml"),
        ("dossier.fr.yml", "dossier.yml"),
        ("dossier.fr.yml", "Dossier.fr.yml.txt"),
        ("dossier.fr.yml", "dossier.fr.yml~"),
        ("dossier.fr.yml", "dossier.fr (1).yml"),
        ("sources.yml", "source.yaml"),
        ("sources.yml", "sources.yml.bak"),
        ("article.fr.md", "article.fr.md "),
    ],
)
def test_another_file_named_otherwise(project: Path, name: str, other: str) -> None:
    """Neither is the layer that may be missing: it is looked for under nearly its name."""
    (project / "content" / name).rename(project / "content" / other)
    with pytest.raises(ContentError) as caught:
        read_content(project / "content", project)
    assert (
        f"content/{name}:1: le fichier manque\u202f; « {other} » est là\u202f: à renommer en « {name} »"
    ) in str(caught.value).splitlines()


# A file, what stands there, what is written in its place (None: no file), and all that is said.
BROKEN = [
    ("sources.yml", "", None, ["1: le fichier manque"]),
    ("sources.yml", "", "", ["1: le fichier est vide"]),
    (
        "sources.yml",
        'publisher: "',
        'publisher: """',
        ["3: le guillemet ouvert ici se ferme avant la fin"],
    ),
    ("sources.yml", "vigie-1996:", "- vigie-1996:", ["10: le retrait ne suit pas"]),
    ("sources.yml", "date: ", "date: hier ", ['6: « hier "1996-06-03" » n’est pas une date']),
    ("sources.yml", "passages:", "passage:", ["7: la clé « passage » est inconnue"]),
    ("dossier.fr.yml", "", "", ["1: le fichier est vide"]),
    ("dossier.fr.yml", 'name: "', "name: a: ", ["2: un « : » de trop"]),
    ("dossier.fr.yml", "essentials:", "essentiels:", ["29: la clé « essentiels » est inconnue"]),
    ("dossier.fr.yml", "essentials:", "after:\nessentials:", ["29: la clé « after » est vide"]),
    ("dossier.fr.yml", "\nevents:", "\nevnts:", ["64: la clé « evnts » est inconnue"]),
    ("dossier.fr.yml", "\nevents:", "\nfaits:", ["64: la clé « faits » est inconnue"]),
    ("dossier.fr.yml", "\npeople:", "\nqui:", ["102: la clé « qui » est inconnue"]),
    ("dossier.fr.yml", "\nchapters:", "\nessentials:", ["40: la clé « essentials » est en double"]),
    (
        "dossier.fr.yml",
        "    evidence:",
        "    evidences:",
        ["32: la clé « evidences » est inconnue"],
    ),
    ("dossier.fr.yml", 'article: "La c', 'article: "Le c', ["33: le passage « Le commune"]),
    ("dossier.fr.yml", 'name: "Le', 'name:"Le', ["2: il manque une espace après « : »"]),
    (
        "dossier.fr.yml",
        "la dit maire.",
        'la "dit" maire.',
        ["129: le guillemet ouvert ici se ferme"],
    ),
    (
        "dossier.fr.yml",
        '      - {article: "l’armateur',
        "      # -",
        ["123: la clé « evidence » est vide"],
    ),
    ("dossier.fr.yml", "essentials:", "<<<<<<< HEAD\nessentials:", ["29: « <<<<<<< HEAD »"]),
    ("sources.yml", "Île Info", "Ã\u008ele Info", ["23: « Ã\u008e » vient d’un autre codage"]),
    ("article.fr.md", "l’armateur", "lâ€™armateur", ["7: « â€™ » vient d’un autre codage"]),
    ("article.fr.md", "\n\n", "\n\n>>>>>>> autre\n", ["7: « >>>>>>> autre »\u00a0: deux versions"]),
    ("article.fr.md", "\n\n", f"\n\n{'mot ' * 250_000}", ["1: plus d’un mégaoctet"]),
    ("article.fr.md", "title: Le", "title: “Le : ", ["2: ces guillemets ne sont pas ceux"]),
    ("article.fr.md", "title: Le", "title: 'L'île, le", ["2: le guillemet ouvert ici se ferme av"]),
    ("article.fr.md", "title: Le", "title: 'L'île' le", ["2: le guillemet ouvert ici se ferme av"]),
    ("article.fr.md", "title: Le", "title: [Enquête] Le", ["2: la valeur commence par un signe"]),
    ("article.fr.md", "title: Le", "title: {Enquête} Le", ["2: la valeur commence par un signe"]),
    ("article.fr.md", "title: Le", "title: * Le", ["2: la valeur commence par un signe"]),
    ("article.fr.md", "title: Le", "title: > Le", ["2: la valeur commence par un signe"]),
    ("article.fr.md", "title: Le", "title: - Le", ["2: la valeur commence par un signe"]),
    ("article.fr.md", "title: Le", "title: &Co Le", ["2: « &Co » n’est pas lu"]),
    ("article.fr.md", "title: Le", "title: !!str Le", ["2: « !!str » n’est pas lu"]),
    ("article.fr.md", "title: Le", " title: Le", ["3: le retrait ne suit pas"]),
    ("article.fr.md", "source:", "publisher:", ["4: la clé « publisher » est inconnue"]),
    ("dossier.fr.yml", 'name: "Le', 'name = "Le', ["2: il manque « : »"]),
    ("dossier.fr.yml", 'name: "', 'name:\u00a0"', ["2: une espace insécable"]),
    ("dossier.fr.yml", "- {article", "-\u00a0{article", ["33: une espace insécable"]),
    ("dossier.fr.yml", "    text:", "\u00a0   text:", ["31: une espace insécable"]),
    ("dossier.fr.yml", "- {article", "-{article", ["33: il manque une espace après « - »"]),
    ("dossier.fr.yml", "- {article", "{article", ["33: il manque « - »"]),
    ("dossier.fr.yml", "- {article", "- article", ["33: une liste se ferme, qui ne s’est pas"]),
    ("dossier.fr.yml", "{article: ", "{article:", ["33: il manque une espace après « : »"]),
    ("dossier.fr.yml", 'Dantec"}', "Dantec}", ["33: le guillemet ouvert ici ne se ferme pas"]),
    ("dossier.fr.yml", "la dit maire", "la dit \\une maire", ["129: une barre oblique inverse"]),
    ("dossier.fr.yml", "  - {id: mer, ", "  - mer # {", ["23: cette entrée n’est pas une liste"]),
    ("dossier.fr.yml", "{id: mer,", "{id: Mer,", ["23: « Mer » n’est pas un identifiant"]),
    ("dossier.fr.yml", "id: replique", "id: annulation", ["92: l’identifiant « annulation »"]),
    (
        "dossier.fr.yml",
        "person: kerbihan",
        "person: Kerbihan",
        ["46: « Kerbihan » n’est pas dans p"],
    ),
    ("dossier.fr.yml", "people: [kerbihan]", "people: [Kerbihan]", ["70: « Kerbihan » n’est pas"]),
    ("dossier.fr.yml", "[adjudication, an", "[annulation, an", ["46: « annulation » y est deux"]),
    ("dossier.fr.yml", "[propriete]", "propriete", ["56: la clé « structures » n’est pas une"]),
    ("dossier.fr.yml", '["1993 - 1991 = 2"]', '"1993 - 1991 = 2"', ["81: la clé « computed »"]),
    ("dossier.fr.yml", "[ouessant-herald-1996]", "ouessant-herald-1996", ["91: la clé « see »"]),
    ("dossier.fr.yml", "from: arm", "de: arm", ["191: la clé « de » est inconnue"]),
    ("dossier.fr.yml", "kind: vise", "kind: controle", ["193: « controle » n’est pas une valeur"]),
    ("dossier.fr.yml", '- article: "v', '- passage: "v', ["230: la clé « passage » est inconnue"]),
    ("dossier.fr.yml", "outcome: ", "...\noutcome: ", ["234: le retrait ne suit pas"]),
    ("sources.yml", '    - "le', '    -"le', ["8: il manque une espace après « - »"]),
    (
        "sources.yml",
        '    - "le phare',
        '    - "le "phare"',
        ["8: le guillemet ouvert ici se ferme"],
    ),
    (
        "sources.yml",
        '"le phare est',
        "le phare: est",
        ["8: la clé « passages » contient une liste"],
    ),
    ("sources.yml", 'publisher: "La', 'editeur: "La', ["3: la clé « editeur » est inconnue"]),
    ("sources.yml", "url: ", "url: [lien](a) # ", ["5: la valeur commence par un signe"]),
    ("sources.yml", '"La Vigie"', "“La Vigie”", ["3: les guillemets de « “La Vigie” »"]),
    *(
        (name, old, f"{mark}\n{old}", [f"{line}: « {mark.splitlines()[0]} »\u00a0: deux versions"])
        for name, old, line in (
            ("article.fr.md", "« Nous", 11),
            ("dossier.fr.yml", "essentials:", 29),
            ("sources.yml", "vigie-1996:", 2),
        )
        for mark in (
            "=======",
            "<<<<<<< HEAD",
            ">>>>>>> x",
            "||||||| base",
            "<<<<<<< HEAD\nun\n=======\ndeux\n>>>>>>> x",
        )
    ),
    ("dossier.fr.yml", '"1997-03-01"', '"1996-03-01"', ["6: « 1996-03-01 » est avant l’article"]),
    (
        "sources.yml",
        "vigie-1996:",
        "registre-1997:",
        ["17: la clé « registre-1997 » est en double"],
    ),
    ("article.fr.md", "title:", "titel:", ["2: la clé « titel » est inconnue"]),
    # Passages quote the words around the mark.
    ("article.fr.md", "« Nous", "Nous", ["11: le guillemet fermant « » » n’a pas d’ouvrant"]),
    ("article.fr.md", "suffit. »", "suffit.", ["13: la citation ouverte ici ne se ferme pas"]),
    (
        "dossier.fr.yml",
        "theme: justice",
        "themes: [justice]",
        ["69: la clé « themes » est inconnue\u202f; vouliez-vous dire « theme » ?"],
    ),
    (
        "dossier.fr.yml",
        "people: [kerbihan]",
        "peoples: kerbihan",
        ["70: la clé « peoples » est inconnue\u202f; vouliez-vous dire « people » ?"],
    ),
    ("article.fr.md", "---", "", ["1: l’en-tête manque"]),
    ("article.fr.md", "", None, ["1: le fichier manque"]),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN)
def test_one_mistake_is_one_fault(
    tmp_path: Path, name: str, old: str, new: str | None, said: list[str]
) -> None:
    """What cannot be read is named; what would follow from it is not."""
    content = shutil.copytree(PHARE, tmp_path / "content")
    path = content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new or "", 1) if old else "", "utf-8")
    if new is None:
        path.unlink()
    with pytest.raises(ContentError) as caught:
        read_content(content, tmp_path)
    faults = [str(fault) for fault in caught.value.faults]
    assert len(faults) == len(said), faults
    for fault, start in zip(faults, said, strict=True):
        assert fault.startswith(f"content/{name}:{start}")


def test_sources_that_are_no_yaml_are_one_fault(tmp_path: Path) -> None:
    """Also where a story has all there is: nothing is asked of what rests on them."""
    content = shutil.copytree(PHARE.parents[1] / "whole", tmp_path / "content")
    path = content / "sources.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  title: ", "  title ", 1), "utf-8")
    line = text.partition("  title: ")[0].count("\n") + 1
    with pytest.raises(ContentError) as caught:
        read_content(content, tmp_path)
    assert str(caught.value) == (
        f"content/sources.yml:{line}: il manque « : »\u202f; « clé: valeur »"
    )


PASSAGES = re.findall(r'article: "(.*?)"', (PHARE / "dossier.fr.yml").read_text("utf-8"))


@pytest.mark.parametrize("passage", dict.fromkeys(PASSAGES))
@pytest.mark.parametrize("at", [0, 0.3, 0.5, 1])
def test_a_mistyped_passage_is_one_fault(tmp_path: Path, passage: str, at: float) -> None:
    """What it was to support is not asked for once more: the sentence, its names and figures."""
    content = shutil.copytree(PHARE, tmp_path / "content")
    path = content / "dossier.fr.yml"
    text = path.read_text("utf-8")
    place = int(at * (len(passage) - 1))
    wrong = f"{passage[:place]}q{passage[place + 1 :]}"
    path.write_text(text.replace(f'article: "{passage}"', f'article: "{wrong}"', 1), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(content, tmp_path)
    assert [fault.problem for fault in caught.value.faults] == [
        f"le passage « {wrong} » n’est pas dans l’article"
    ]


def test_a_passage_of_other_words_hides_nothing(tmp_path: Path) -> None:
    """Nobody can tell which sentence it was for: what nothing uses is named."""
    article = HEAD + "Norval a vendu l’usine.\n"
    dossier = 'essentials:\n  - {label: L, text: "Rien", evidence: [{article: "un mot"}]}\n'
    dossier += 'people:\n  - {id: n, name: N, kind: person, text: "Un nom", evidence: [x]}\n'
    said = faults_in(tmp_path, article, dossier)
    assert "article.fr.md:7: phrase sans emploi\u00a0: « Norval a vendu l’usine. »" in "".join(said)


def test_a_renamed_source_is_one_fault(tmp_path: Path) -> None:
    """It is named once, with all the lines that name it otherwise."""
    content = shutil.copytree(PHARE, tmp_path / "content")
    path = content / "sources.yml"
    path.write_text(path.read_text("utf-8").replace("vigie-1996:", "vigie_1996:"), "utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(content, tmp_path)
    assert str(caught.value) == (
        "content/dossier.fr.yml:34: « vigie-1996 » n’est pas dans sources.yml (lignes 34, 91, 149,"
        " 157, 199, 217)\u202f; vouliez-vous dire « vigie_1996 » ?"
    )


def test_a_title_over_lines_is_one_line(tmp_path: Path) -> None:
    """A block of YAML keeps its line ends, which would end a heading."""
    (tmp_path / "article.fr.md").write_text(
        "---\ntitle: |\n  Un titre\n  long\ndate: 2024-05-06\nsource: La Cote\n---\n\nRien.\n",
        "utf-8",
    )
    assert read_content(tmp_path, tmp_path).story.title == "Un titre long"


@pytest.mark.parametrize("name", ["README.md", "echange.html"])
def test_a_page_of_the_same_address(project: Path, name: str) -> None:
    """So it would where only the address is the same."""
    (project / "docs" / name).write_text("À moi\n", "utf-8")
    with pytest.raises(ContentError, match=f"docs/{name}:1: cette page a l’adresse"):
        read_content(project / "content", project, docs=project / "docs")


def test_a_page_of_the_same_name(project: Path) -> None:
    """MkDocs would drop one of two pages of the same name without a word: it is a fault."""
    (project / "docs" / "index.md").write_text("# À moi\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(project / "content", project, docs=project / "docs")
    assert str(caught.value) == (
        "docs/index.md:1: cette page a l’adresse d’une page produite à partir de l’article"
        "\u202f; un autre nom"
    )


HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
CONFLICT = """
chapters:
  - id: debut
    title: "Le début"
    page: chronologie
    anchor: ventte
    statements: [{text: "L’usine est vendue.", evidence: [{article: "a vendu l’usine"}]}]
events:
  - {id: vente, date: "2024-03-03", text: "L’usine est vendue.", evidence: [{article: "a vendu l’usine le 3 mars 2024"}]}
  - {id: evenements, date: "2024-03-03", text: "L’usine est vendue.", evidence: [{article: "a vendu l’usine le 3 mars 2024"}]}
"""


def faults_in(
    folder: Path, article: str | bytes, dossier: str | bytes, sources: str = ""
) -> list[str]:
    """The messages of a content folder that holds these files."""
    for name, text in (
        ("article.fr.md", article),
        ("dossier.fr.yml", dossier),
        ("sources.yml", sources),
    ):
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ContentError) as caught:
        read_content(folder, folder)
    return [str(fault) for fault in caught.value.faults]


def test_faults_of_all_files_are_said_at_once(tmp_path: Path) -> None:
    """Those of the article, the sources and the dossier; what does not fit the article too."""
    article = HEAD.replace("date: 2024-05-06\n", "") + "Norval a vendu l’usine.\n"
    dossier = 'not_said:\n  - text: "Rien."\n    evidence: [{article: "a acheté"}]\n  - text: ~\n'
    assert faults_in(tmp_path, article, dossier, "journal:\n  url: ftp://x\n") == [
        "article.fr.md:2: la clé « date » manque\u202f; une ligne « date: … »",
        "dossier.fr.yml:3: le passage « a acheté » n’est pas dans l’article\u202f; les mots exacts de l’article",
        "dossier.fr.yml:4: la clé « text » est vide\u202f; un texte",
        "sources.yml:1: la clé « publisher » manque\u202f; une ligne « publisher: … »",
        "sources.yml:2: « ftp://x » n’est pas une adresse\u202f; https://… ou http://…",
    ]


def test_faults_of_the_dossier_do_not_hide_what_is_unused(tmp_path: Path) -> None:
    """Nor what a statement says without evidence: nothing comes in a second wave."""
    article = HEAD + "Norval a vendu l’usine. Alma Weil, avocate, conteste la vente.\n"
    dossier = """
essentials: []
people:
  - {id: norval, name: Norval, kind: organisme, text: "Norval a 7 usines.", evidence: [{article: "Norval"}]}
"""
    assert faults_in(tmp_path, article, dossier) == [
        "article.fr.md:7: nom sans emploi\u00a0: « Alma Weil »\u202f; une affirmation qui s’y appuie, ou set_aside",
        "article.fr.md:7: phrase sans emploi\u00a0: « Alma Weil, avocate, conteste la vente. »\u202f; une affirmation qui s’y appuie, ou set_aside",
        "dossier.fr.yml:4: le nombre « 7 » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
        "dossier.fr.yml:4: « organisme » n’est pas une valeur de « kind »\u202f; vouliez-vous dire « organisation » ?",
    ]


def test_a_set_aside_that_is_too_short(tmp_path: Path) -> None:
    """Words set aside without the marks around them: the message says why they do not count."""
    article = HEAD + "Norval part.\n\n« Adieu. »\n"
    dossier = 'set_aside:\n  - {article: "Adieu.", reason: "Sans objet."}\n'
    assert faults_in(tmp_path, article, dossier)[0] == (
        "article.fr.md:9: phrase sans emploi\u00a0: « « Adieu. » »\u202f;"
        " ces mots entiers sous set_aside, qui n’en a qu’une partie"
    )


def test_addresses_that_are_not_there_or_there_twice(tmp_path: Path) -> None:
    """A chapter leads to a place that exists; no page has an address twice."""
    article = HEAD + "Norval a vendu l’usine le 3 mars 2024.\n"
    assert faults_in(tmp_path, article, CONFLICT) == [
        "dossier.fr.yml:3: « ventte » n’est pas une adresse de la page « chronologie »\u202f; vouliez-vous dire « vente » ?",
        "dossier.fr.yml:10: l’adresse « evenements » est déjà dans la page « chronologie »\u202f; un autre identifiant",
    ]


SOLD = "Norval a vendu deux usines, pour 3 millions d’euros et 5 millions d’euros.\n"
DRAWN = """
amount_groups: [{id: prix, title: "Les prix", kinds: [prix]}]
amounts:
  - {id: un, value: 3000000, currency: EUR, kind: prix, text: "3 millions d’euros", evidence: [{article: "3 millions d’euros"}]}
  - {id: deux, value: 5000000, currency: EUR, text: "5 millions d’euros", evidence: [{article: "5 millions d’euros"}]}
chapters:
  - id: debut
    title: "Le début"
    drawing: {amounts: prix}
    statements:
      - {id: vente, text: "Deux usines sont vendues.", evidence: [{article: "a vendu deux usines"}]}
"""


def test_addresses_of_the_page_itself(tmp_path: Path) -> None:
    """Amounts that a chapter draws and others below it: one place has their address.

    A statement of a chapter that takes that address is a fault at its line. A group that is drawn
    twice is one too.
    """
    faults_in(tmp_path, HEAD + SOLD, DRAWN.replace("prix]}]", "coûts]}]"))  # of no group: a fault
    (tmp_path / "dossier.fr.yml").write_text(DRAWN, "utf-8")
    home = read_content(tmp_path, tmp_path).pages[0].markdown
    assert home.count("## Les montants {: #montants }") == 1
    assert 'id="montants"' not in home
    taken = "l’adresse « montants » est déjà dans la page « index »\u202f; un autre identifiant"
    assert faults_in(tmp_path, HEAD + SOLD, DRAWN.replace("{id: vente", "{id: montants")) == [
        f"dossier.fr.yml:11: {taken}"
    ]
    start, end = DRAWN.index("  - id: debut"), len(DRAWN)
    again = DRAWN[start:end].replace("debut", "fin").replace("id: vente, ", "")
    all_of_a_kind = DRAWN.replace("EUR, text", "EUR, kind: prix, text")
    assert faults_in(tmp_path, HEAD + SOLD, all_of_a_kind + again) == [
        f"dossier.fr.yml:1: {taken}",
        f"dossier.fr.yml:2: {taken.replace('montants', 'prix')}",
    ]


@pytest.mark.parametrize("name", ["article.fr.md", "dossier.fr.yml", "sources.yml"])
def test_files_that_are_no_text(tmp_path: Path, name: str) -> None:
    """A file in another encoding is named; those beside it are read all the same."""
    files = {"article.fr.md": HEAD + "Rien.\n", "dossier.fr.yml": "evnts: []\n", "sources.yml": ""}
    for other, text in files.items():
        (tmp_path / other).write_bytes("é".encode("latin-1") if other == name else text.encode())
    with pytest.raises(ContentError) as caught:
        read_content(tmp_path, tmp_path)
    said = [str(fault) for fault in caught.value.faults]
    assert (
        f"{name}:1: l’octet 0xE9 n’est pas de l’UTF-8\u202f; un fichier enregistré en UTF-8" in said
    )
    assert len(said) == (1 if name == "dossier.fr.yml" else 2)


def test_without_a_body_no_passage_is_looked_for(tmp_path: Path) -> None:
    """Where the article has no head, its words are unknown: the dossier has its own faults alone."""
    dossier = 'evnts: []\nnot_said:\n  - {text: "Rien.", evidence: [{article: "a vendu"}]}\n'
    assert faults_in(tmp_path, "Norval a vendu l’usine.\n", dossier) == [
        "article.fr.md:1: l’en-tête manque\u202f; un bloc entre deux lignes « --- » en tête du fichier",
        "dossier.fr.yml:1: la clé « evnts » est inconnue\u202f; vouliez-vous dire « events » ?",
    ]
