"""The generated stories as sites of other generators, to be timed beside ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.scale import person_id
from bench.stories import content

SECTORS, PROVINCES, YEARS = 12, 34, 10
"""How many lists there are of each sort."""

EDITED = person_id(3)
"""The story that is edited."""


def plain_stories(stories: int) -> Iterator[tuple[str, str, str]]:
    """Id, title and body of every story, as any generator can read them."""
    for path, text in content(stories):
        if path.split("/")[0] in ("people", "initiatives", "stories") and not path.endswith(".en.md"):
            front, _, body = text.removeprefix("---\n").partition("\n---\n")
            title = next(
                line.partition(": ")[2] for line in front.split("\n") if line.startswith(("name:", "title:"))
            )
            yield Path(path).stem, title.strip("'\""), body.replace("[@", "[")


def write_hugo(folder: Path, stories: int) -> Path:
    """A site for Hugo; the file to edit."""
    page = "<!doctype html><html><title>{{ .Title }}</title><main>{{ .Content }}</main></html>"
    each = "<a href='{{ .RelPermalink }}'>{{ .Title }}</a>"
    listing = f"<!doctype html><html><main>{{{{ range .RegularPages }}}}{each}{{{{ end }}}}</main></html>"
    put(
        folder / "hugo.toml",
        "baseURL = 'http://127.0.0.1/'\ndisableKinds = ['taxonomy', 'term', 'rss', 'sitemap']\n",
    )
    put(folder / "layouts/single.html", page)
    put(folder / "layouts/list.html", listing)
    for id, title, body in plain_stories(stories):
        put(folder / f"content/{id}.md", f"---\ntitle: '{title}'\n---\n{body}")
    return folder / f"content/{EDITED}.md"


def write_eleventy(folder: Path, stories: int) -> Path:
    """A site for Eleventy; the file to edit."""
    page = "<!doctype html><html><title>{{ title }}</title><main>{{ content | safe }}</main></html>"
    each = "<a href='{{ each.url }}'>{{ each.data.title }}</a>"
    listing = (
        f"<!doctype html><html><main>{{% for each in collections.all %}}{each}{{% endfor %}}</main></html>"
    )
    put(folder / "_includes/page.njk", page)
    put(folder / "index.njk", listing)
    put(
        folder / "eleventy.config.js",
        "module.exports = config => { config.setServerOptions({ showAllHosts: false }); };\n",
    )
    for id, title, body in plain_stories(stories):
        put(folder / f"{id}.md", f"---\ntitle: '{title}'\nlayout: page.njk\n---\n{body}")
    return folder / f"{EDITED}.md"


def write_pelican(folder: Path, stories: int) -> Path:
    """A site for Pelican with its own theme, lists by category and tag, and a feed; the file to edit."""
    put(
        folder / "pelicanconf.py",
        "AUTHOR = SITENAME = 'x'\nPATH = 'content'\nTIMEZONE = 'UTC'\nDEFAULT_LANG = 'vi'\n"
        "CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
        "FEED_ALL_ATOM = 'feed.xml'\nDEFAULT_PAGINATION = 20\n"
        "ARTICLE_SAVE_AS = '{slug}/index.html'\nARTICLE_URL = '{slug}/'\n",
    )
    for number, (id, title, body) in enumerate(plain_stories(stories)):
        # Letters at the end: to the address of a list's second page Pelican adds a 2.
        tags = f"tinh-{number % PROVINCES}-x, nam-{number % YEARS}-x"
        lists = f"Category: nganh-{number % SECTORS}-x\nTags: {tags}\n"
        date = f"Date: 2023-10-{number % 28 + 1:02}\n"
        put(folder / f"content/{id}.md", f"Title: {title}\n{date}Slug: {id}\n{lists}\n{body}")
    return folder / f"content/{EDITED}.md"


WRITERS: Mapping[str, Callable[[Path, int], Path]] = {
    "hugo": write_hugo,
    "eleventy": write_eleventy,
    "pelican": write_pelican,
}


def put(target: Path, text: str) -> None:
    """Write a file and the folders that it needs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
