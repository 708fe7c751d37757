"""What users of MkDocs ask for in mkdocs.yml works, or is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jinja2 import TemplateNotFound
from mkdocs.exceptions import Abort

from browsing import CITING, with_frame
from by_hand import BY_HAND, TITLE, write_page
from conftest import build_site, soup_of
from test_build import files_of, mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def configure(project: Path, *changes: tuple[str, str]) -> None:
    """Replaces parts of mkdocs.yml; an empty one stands for its end."""
    path = project / "mkdocs.yml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1) if old else f"{text}\n{new}\n"
    path.write_text(text, "utf-8")


def dead_links(site: Path, address: str = "") -> list[str]:
    """The addresses within a site that lead to none of its files, with their pages."""
    root = urljoin("https://here/", urlsplit(address).path)
    dead = []
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for element in soup_of(path).select("[href], [src], [data-script]"):
            for attribute in {"href", "src", "data-script"} & set(element.attrs):
                target = urljoin(root + page, str(element[attribute]))
                target = target.partition("#")[0].partition("?")[0]
                inside = target.startswith(root)
                file = site / unquote(target.removeprefix(root))
                if target.startswith("https://here/") and not (
                    inside and (file.is_file() or (file / "index.html").is_file())
                ):
                    dead.append(f"{page}: {element[attribute]}")
    return dead


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ([("plugins: []", "plugins: [search]")], ""),
        ([("use_directory_urls: false", "use_directory_urls: true")], ""),
        ([], "https://exemple.fr/un/dossier/"),
        ([("nav:\n", "nav:\n  - Le journal: https://journal.example/a?b=1&c=2\n")], ""),
    ],
    ids=["search", "directories", "sub-path", "external"],
)
def test_what_works(project: Path, changes: list[tuple[str, str]], address: str) -> None:
    """A strict build whose every link leads somewhere, with a search and an index of its own."""
    configure(project, *changes)
    site = build_site(project, address)
    assert dead_links(site, address) == []
    assert len(list(site.glob("assets/recherche.js.br"))) == 1
    assert not (site / "search").exists()
    for path in with_frame(site):
        (opener,) = soup_of(path).select(".ouvre-recherche")
        assert "recherche." in str(opener["data-script"])


def test_an_external_link_in_the_navigation(project: Path) -> None:
    """It stands in the menu, and at the foot even inside a section."""
    link = '"Le <journal>": https://journal.example/a'
    configure(
        project, ("nav:\n", f"nav:\n  - {link}\n"), ("Autour:\n", f"Autour:\n      - {link}\n")
    )
    soup = soup_of(build_site(project) / "index.html")
    for place, count in (("#menu", 1), (".pied", 2)):
        links = soup.select(f"{place} a[href='https://journal.example/a']")
        assert [one.get_text() for one in links] == ["Le <journal>"] * count


def test_other_folders(project: Path) -> None:
    """`docs_dir` and `site_dir` may have other names, and `-f` may be said from elsewhere."""
    configure(project, ("", "docs_dir: pages\nsite_dir: public"))
    (project / "docs").rename(project / "pages")
    done = mkdocs(project.parent, "build", "--strict", "-f", str(project / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert dead_links(project / "public") == []
    assert len(list((project / "public").glob("*.html"))) == 11


def test_a_dirty_build(project: Path) -> None:
    """`--dirty` writes what it would have written without, and searches what it did not read."""
    write_page(project)
    whole = files_of(build_site(project))
    assert files_of(build_site(project, dirty=True)) == whole


def test_more_stylesheets_and_scripts(project: Path) -> None:
    """They come after the site's own, and keep what they ask of the theme."""
    configure(
        project,
        ("extra_css:\n", "extra_css:\n  - nous/nous.css\n"),
        ("", "extra_javascript:\n  - nous/nous.js?v=2\n  - {path: nous/nous.js, type: module}"),
    )
    (project / "docs" / "nous").mkdir()
    css = "h1 { outline-color: var(--md-code-hl-color) }\n"
    (project / "docs" / "nous" / "nous.css").write_text(css, "utf-8")
    (project / "docs" / "nous" / "nous.js").write_text("go()\n", "utf-8")
    site = build_site(project)
    assert dead_links(site) == []
    assert (site / "nous" / "nous.css").read_text("utf-8") == css
    for path in with_frame(site):
        soup = soup_of(path)
        sheets = [str(one["href"]).lstrip("/") for one in soup.select("link[rel=stylesheet]")]
        assert sheets == ["nous/nous.css"]
        first = soup.select("style, link[rel=stylesheet]")[0]
        assert "--md-code-hl-color:" in first.decode_contents()
        scripts = [str(one["src"]).lstrip("/") for one in soup.select("script[src]")]
        own_script = ["assets/gestes.js"] if path.name == CITING else []
        assert scripts == [*own_script, "nous/nous.js?v=2", "nous/nous.js"]


@pytest.mark.parametrize(
    ("fixture", "edited"), [("project", "dossier.fr.yml"), ("bare_project", "article.fr.md")]
)
def test_a_reader_may_propose_a_correction(
    fixture: str, edited: str, request: pytest.FixtureRequest
) -> None:
    """A link at the foot of each page leads to the file that it is made of, where there is one."""
    project: Path = request.getfixturevalue(fixture)
    configure(project, ("", "repo_url: https://forge.example/a/b\nedit_uri: edit/main/docs/"))
    site = build_site(project)
    start = "https://forge.example/a/b/edit/main/"
    for path in with_frame(site):
        links = [str(one["href"]) for one in soup_of(path).select(".pied .corriger a")]
        assert links == ([] if path.name == "404.html" else [f"{start}content/{edited}"])


def test_a_page_by_hand_has_a_name(project: Path) -> None:
    """A page without front matter is called by its title, and described as the site is."""
    write_page(project)
    site = build_site(project)
    assert dead_links(site) == []
    soup = soup_of(site / BY_HAND)
    assert soup.title is not None
    assert soup.title.get_text() == f"{TITLE} · L’offre sur OpenAI"
    (named,) = soup.select("#menu [aria-current]")
    assert named.get_text() == TITLE
    (title,) = soup.select("meta[property='og:title']")
    assert title["content"] == TITLE
    (description,) = soup.select("meta[name=description]")
    assert str(description["content"]).startswith("L’offre non sollicitée")
    (search,) = site.glob("assets/recherche.js")
    assert f'"title":"{TITLE}","page":"{TITLE}"' in search.read_text("utf-8")


def test_a_page_by_hand_without_a_title(project: Path) -> None:
    """It is called after its file, and says so itself; a link without a name shows its address."""
    (project / "docs" / "nos-chiffres.md").write_text("Des mots, sans titre.\n", "utf-8")
    configure(project, ("nav:\n", "nav:\n  - nos-chiffres.md\n  - https://journal.example/a\n"))
    site = build_site(project)
    (title,) = soup_of(site / "nos-chiffres.html").select("h1")
    assert title.get_text() == "Nos chiffres"
    links = soup_of(site / "index.html").select("a[href='https://journal.example/a']")
    assert [one.get_text() for one in links] == ["https://journal.example/a"] * 2
    for path in with_frame(site):
        assert len(soup_of(path).select("h1")) == 1, path
        assert all(one.get_text(strip=True) for one in soup_of(path).select(".tete a, .pied a"))


BY_A_HAND = """# Nos chiffres

![Une image](https://images.example/a.png)
![Une autre](nous.png) [un lien](https://journal.example/b)

<iframe src="carte.html"></iframe>
<img src="nous.png" srcset="nous.png 1x, //images.example/b.png 2x">
<p style="background: url(https://images.example/c.png)">Un fond.</p>
<a href=" java&#115;cript:alert(1)">Un bouton</a>
<video poster='HTTPS://images.example/d.png'></video>
<link rel="preload" href="https://images.example/e.css">
<link rel="license" href="https://images.example/f">
<span>`<img src="https://images.example/g.png">`</span>
"""


def test_no_page_asks_another_server(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever way it takes into the pages: named where it is written; the last good site stays."""
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("hier", "utf-8")
    (project / "docs" / "a.md").write_text(BY_A_HAND, "utf-8")
    (project / "docs" / "nous.png").write_bytes(b"")
    (project / "docs" / "nous.css").write_text(
        '/* url(https://a.example/) \n */\n@import "//images.example/a.css";\n', "utf-8"
    )
    template = project / "overrides" / "main.html"
    page = template.read_text("utf-8").replace("<main>", '<img src="//images.example/h.png"><main>')
    template.write_text(page, "utf-8")
    configure(project, ("nav:\n", "nav:\n  - Un piège: javascript:alert(2)\n  - a.md\n"))
    with pytest.raises(Abort):
        build_site(project)
    asked = caplog.messages[-1].replace(NARROW, " ").splitlines()
    elsewhere = "est sur un autre serveur, et les pages ne demandent rien ailleurs"
    end = "; un fichier du site"
    line = page.partition("//images")[0].count("\n") + 1
    assert asked == [
        "docs/a.md:1: « javascript:alert(1) » n’est pas une adresse ; https://…, ou une page du site",
        f"docs/a.md:3: « https://images.example/a.png » {elsewhere} {end}",
        "docs/a.md:6: « <iframe> » n’est montré par aucune page ; un lien vers ce qu’il montre",
        f"docs/a.md:7: « //images.example/b.png » {elsewhere} {end}",
        f"docs/a.md:8: « https://images.example/c.png » {elsewhere} {end}",
        f"docs/a.md:10: « HTTPS://images.example/d.png » {elsewhere} {end}",
        f"docs/a.md:11: « https://images.example/e.css » {elsewhere} {end}",
        "mkdocs.yml:14: « javascript:alert(2) » n’est pas une adresse ; https://…, ou une page du site",
        f"overrides/main.html:{line}: « //images.example/h.png » {elsewhere} {end}",
    ]
    assert (project / "site" / "index.html").read_text("utf-8") == "hier"
    configure(project, ("extra_css:\n", "extra_css:\n  - nous.css\n"))
    with pytest.raises(Abort):
        build_site(project)
    assert caplog.messages[-1].replace(NARROW, " ") == (
        f"docs/nous.css:3: « //images.example/a.css » {elsewhere} {end}"
    )


NARROW = "\u202f"
REFUSED = {
    "another language": (
        [("language: fr", "language: en")],
        "theme : la langue est « en », et le contenu est en français ; « language: fr »",
    ),
    "another theme": (
        [("name: material", "name: mkdocs"), ("  language: fr\n", "")],
        (
            "theme : la feuille de style de Material manque ;"
            " « name: material », dont le site a la typographie"
        ),
    ),
    "no page": (
        [("  custom_dir: overrides\n", "")],
        "theme : la page « main.html » manque ; « custom_dir: overrides »",
    ),
    "another server": (
        [
            ("extra_css:\n", "extra_css:\n  - https://cdn.example/a.css\n"),
            ("", "extra_javascript: [//cdn.example/a.js]"),
        ],
        (
            "extra_css : « https://cdn.example/a.css » est sur un autre serveur, et les pages ne"
            " demandent rien ailleurs ; un fichier du site\n"
            "extra_javascript : « //cdn.example/a.js » est sur un autre serveur, et les pages ne"
            " demandent rien ailleurs ; un fichier du site"
        ),
    ),
    "no such file": (
        [("extra_css:\n", "extra_css:\n  - nous.css\n")],
        "extra_css : « nous.css » manque ; un fichier du site",
    ),
    "no assets": (
        [("", "docs_dir: content")],
        "\n".join(
            f"docs_dir : « {name} » manque ; un dossier qui contient ce fichier"
            for name in (
                "assets/site.css",
                *("assets/sommes.css", "assets/dessins.css", "assets/recit.css"),
                *("assets/colonnes.css", "assets/chronologie.css", "assets/echange.css"),
                *("assets/listes.css", "assets/qui.css", "assets/a-la-main.css"),
                *("assets/debut.js", "assets/site.js", "assets/recherche.js"),
                *("assets/gestes.js", "assets/favicon.svg", "favicon.ico"),
                "apple-touch-icon.png",
            )
        ),
    ),
    "the content as the site": (
        [("", "site_dir: content")],
        "site_dir : « content » est un dossier dont le site est fait ; un dossier à part, nouveau ou vide",
    ),
    "a folder of the content": (
        [("", "site_dir: content/schema/site")],
        "site_dir : « site » est un dossier dont le site est fait ; un dossier à part, nouveau ou vide",
    ),
    "the templates as the site": (
        [("", "site_dir: overrides")],
        (
            "site_dir : « overrides » est un dossier dont le site est fait ;"
            " un dossier à part, nouveau ou vide"
        ),
    ),
    "other files where the site would be": (
        [("", "site_dir: scripts/story")],
        (
            "site_dir : « story » contient autre chose qu’un site, et serait vidé ;"
            " un dossier à part, nouveau ou vide"
        ),
    ),
    "a file where the site would be": (
        [("", "site_dir: mkdocs.yml")],
        "site_dir : « mkdocs.yml » n’est pas un dossier ; un dossier à part, nouveau ou vide",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(
    project: Path, build: Callable[[Path], Path], caplog: pytest.LogCaptureFixture, case: str
) -> None:
    """All that is wrong is said, each in a sentence, and the last good site stays."""
    changes, sentences = REFUSED[case]
    before = files_of(project / "content")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("hier", "utf-8")
    configure(project, *changes)
    with pytest.raises(Abort):
        build(project)
    expected = sentences.replace(" :", "\u00a0:").replace(" ;", f"{NARROW};").splitlines()
    assert caplog.messages[-1].splitlines() == [f"mkdocs.yml: {sentence}" for sentence in expected]
    assert (project / "site" / "index.html").read_text("utf-8") == "hier"
    assert files_of(project / "content") == before


def test_a_configuration_without_the_hook(project: Path, build: Callable[[Path], Path]) -> None:
    """Nothing of ours runs but the template, which names what is missing."""
    configure(project, ("hooks:\n  - scripts/mkdocs_hooks.py\n", ""))
    with pytest.raises(TemplateNotFound) as refused:
        build(project)
    assert "mkdocs.yml: « hooks: » manque, « - scripts/mkdocs_hooks.py »" in str(refused.value)


def test_a_template_that_is_not_ours(
    project: Path, build: Callable[[Path], Path], caplog: pytest.LogCaptureFixture
) -> None:
    """A page may ask for a template of `custom_dir` alone; its fault hides none of the content."""
    (project / "docs" / "a.md").write_text(
        "---\ntitle: A\ntemplate: main.html\n---\n\n# A\n", "utf-8"
    )
    (project / "docs" / "b.md").write_text("---\ntemplate: 'blog.html'\n---\n\n# B\n", "utf-8")
    article = project / "content" / "article.fr.md"
    article.write_text(article.read_text("utf-8").replace("date: ", "date: x", 1), "utf-8")
    with pytest.raises(Abort):
        build(project)
    first, count, fault, *_ = caplog.messages[-1].replace("\u00a0", " ").splitlines()
    assert first == (
        f"docs/b.md:2: cette page demande le modèle « blog.html », que le site n’a pas{NARROW};"
        " un modèle de « custom_dir »"
    )
    assert count.startswith("contenu à corriger (")
    assert fault.startswith("content/article.fr.md:3: ")
