"""The generated stories as sites of other generators, to be timed beside ours.

Each has a page for every story with its sector, province, award and year as links, lists of each of these in pages of
48, a home page, a feed, a map of the site, and an index of all titles and texts for a search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bench.scale import day_of, person_id
from bench.stories import content

SECTORS, PROVINCES, AWARDS, YEARS = 12, 34, 20, 10
"""How many lists there are of each sort."""

PAGE = 48
"""Entries of a page of a list."""

EDITED = person_id(3)
"""The story that is edited."""


class Plain(NamedTuple):
    """A story as any generator can read it; `lists` are the ids of those it stands in, by sort."""

    id: str
    title: str
    date: str
    lists: Mapping[str, str]
    body: str


def plain_stories(stories: int) -> Iterator[Plain]:
    """Every story."""
    number = 0
    for path, text in content(stories):
        if path.split("/")[0] in ("people", "initiatives", "stories") and not path.endswith(".en.md"):
            front, _, body = text.removeprefix("---\n").partition("\n---\n")
            title = next(
                line.partition(": ")[2] for line in front.split("\n") if line.startswith(("name:", "title:"))
            )
            # Letters at the end: to the address of a list's second page Pelican adds a 2.
            lists = {
                "sectors": f"nganh-{number % SECTORS}-x",
                "provinces": f"tinh-{number % PROVINCES}-x",
                "awards": f"giai-{number % AWARDS}-x",
                "years": f"nam-{number % YEARS}-x",
            }
            yield Plain(Path(path).stem, title.strip("'\""), day_of(number), lists, body.replace("[@", "["))
            number += 1


# -- Hugo ----

_HUGO_SETTINGS = f"""baseURL = 'http://127.0.0.1/'
languageCode = 'vi'
title = 'x'
[taxonomies]
sector = 'sectors'
province = 'provinces'
award = 'awards'
year = 'years'
[pagination]
pagerSize = {PAGE}
[services.rss]
limit = 20
[outputFormats.search]
mediaType = 'application/json'
baseName = 'search'
isPlainText = true
[outputs]
home = ['html', 'rss', 'search']
section = ['html']
taxonomy = ['html']
term = ['html']
"""

_HUGO = {
    "baseof.html": "<!doctype html><html lang=vi><head><meta charset=utf-8><title>{{ .Title }}</title>"
    "<meta name=description content='{{ .Summary | plainify | truncate 150 }}'>"
    "<link rel=canonical href='{{ .Permalink }}'></head>"
    "<body><header><a href='/'>x</a></header><main>{{ block `main` . }}{{ end }}</main></body></html>",
    "single.html": "{{ define `main` }}<h1>{{ .Title }}</h1><time>{{ .Date.Format `2006-01-02` }}</time>"
    "{{ $page := . }}{{ range slice `sectors` `provinces` `awards` `years` }}"
    "{{ range $page.GetTerms . }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a> {{ end }}{{ end }}"
    "{{ .Content }}"
    "<script type='application/ld+json'>"
    "{{ dict `@type` `Article` `headline` .Title `url` .Permalink | jsonify | safeJS }}"
    "</script>{{ end }}",
    "list.html": "{{ define `main` }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}"
    "<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a> <p>{{ .Summary | plainify | truncate 150 }}</p></li>"
    "{{ end }}</ul>{{ with .Paginator.Next }}<a href='{{ .URL }}'>next</a>{{ end }}{{ end }}",
    "home.search.json": "[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}"
    "{{ dict `url` .RelPermalink `title` .Title `text` .Plain | jsonify }}{{ end }}]",
}


def write_hugo(folder: Path, stories: int) -> Path:
    """A site for Hugo; the file to edit."""
    put(folder / "hugo.toml", _HUGO_SETTINGS)
    for name, template in _HUGO.items():
        put(folder / "layouts" / name, template)
    for story in plain_stories(stories):
        lists = "".join(f"{sort}: [{id}]\n" for sort, id in story.lists.items())
        front = f"---\ntitle: '{story.title}'\ndate: {story.date}\n{lists}---\n"
        put(folder / f"content/{story.id}.md", f"{front}{story.body}")
    return folder / f"content/{EDITED}.md"


# -- Eleventy ----

_ELEVENTY_SETTINGS = f"""const SORTS = ["sectors", "provinces", "awards", "years"];
module.exports = config => {{
  config.setServerOptions({{ showAllHosts: false }});
  config.addFilter("json", value => JSON.stringify(value));
  config.addFilter("plain", value => (value || "").replace(/<[^>]*>/g, " "));
  config.addCollection("stories", api => api.getFilteredByGlob("stories/*.md"));
  config.addCollection("lists", api => {{
    const lists = new Map(), pages = [];
    for (const story of api.getFilteredByGlob("stories/*.md"))
      for (const sort of SORTS) {{
        const key = `${{sort}}/${{story.data[sort]}}`;
        if (!lists.has(key)) lists.set(key, []);
        lists.get(key).push(story);
      }}
    lists.set("home", api.getFilteredByGlob("stories/*.md"));
    for (const [key, all] of lists)
      for (let at = 0; at < all.length; at += {PAGE})
        pages.push({{ key, number: at / {PAGE}, stories: all.slice(at, at + {PAGE}), more: at + {PAGE} < all.length }});
    return pages;
  }});
}};
"""

_ELEVENTY = {
    "_includes/page.njk": "<!doctype html><html lang=vi><head><meta charset=utf-8><title>{{ title }}</title>"
    "<meta name=description content='{{ content | plain | truncate(150) }}'>"
    "<link rel=canonical href='http://127.0.0.1{{ page.url }}'></head>"
    "<body><header><a href='/'>x</a></header><main><h1>{{ title }}</h1><time>{{ day }}</time>"
    "{% for sort in ['sectors', 'provinces', 'awards', 'years'] %}"
    "<a href='/{{ sort }}/{{ [sectors, provinces, awards, years][loop.index0] }}/'>{{ sort }}</a> {% endfor %}"
    "{{ content | safe }}<script type='application/ld+json'>"
    "{{ { '@type': 'Article', headline: title, url: page.url } | json | safe }}</script></main></body></html>",
    "lists.njk": "---\npagination: {data: collections.lists, size: 1, alias: list}\n"
    "permalink: \"{{ list.key + '/' if list.key != 'home' }}{{ list.number + '/' if list.number }}index.html\"\n"
    "eleventyExcludeFromCollections: true\n---\n"
    "<!doctype html><html lang=vi><head><meta charset=utf-8><title>{{ list.key }}</title></head><body><main>"
    "<h1>{{ list.key }}</h1><ul>{% for each in list.stories %}<li><a href='{{ each.url }}'>{{ each.data.title }}</a>"
    " <p>{{ each.content | plain | truncate(150) }}</p></li>{% endfor %}</ul>"
    "{% if list.more %}<a href='{{ list.number + 1 }}/'>next</a>{% endif %}</main></body></html>",
    "search.njk": "---\npermalink: search.json\neleventyExcludeFromCollections: true\n---\n"
    "[{% for each in collections.stories %}{{ ',' if not loop.first }}"
    "{{ { url: each.url, title: each.data.title, text: each.content | plain } | json | safe }}{% endfor %}]",
    "feed.njk": "---\npermalink: feed.xml\neleventyExcludeFromCollections: true\n---\n"
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{% for each in collections.stories | reverse %}"
    "{% if loop.index <= 20 %}<entry><title>{{ each.data.title }}</title><id>{{ each.url }}</id></entry>{% endif %}"
    "{% endfor %}</feed>",
    "sitemap.njk": "---\npermalink: sitemap.xml\neleventyExcludeFromCollections: true\n---\n"
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{% for each in collections.all %}"
    "<url><loc>http://127.0.0.1{{ each.url }}</loc></url>{% endfor %}</urlset>",
}


def write_eleventy(folder: Path, stories: int) -> Path:
    """A site for Eleventy; the file to edit."""
    put(folder / "eleventy.config.js", _ELEVENTY_SETTINGS)
    for name, template in _ELEVENTY.items():
        put(folder / name, template)
    for story in plain_stories(stories):
        lists = "".join(f"{sort}: {id}\n" for sort, id in story.lists.items())
        front = f"---\ntitle: '{story.title}'\nday: '{story.date}'\n{lists}layout: page.njk\n"
        put(
            folder / f"stories/{story.id}.md",
            f"{front}permalink: /{story.id}/\n---\n{{% raw %}}{story.body}{{% endraw %}}",
        )
    return folder / f"stories/{EDITED}.md"


# -- Pelican ----

_PELICAN_SETTINGS = f"""AUTHOR = SITENAME = 'x'
PATH = 'content'
SITEURL = 'http://127.0.0.1'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'vi'
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_ALL_ATOM = 'feed.xml'
FEED_MAX_ITEMS = 20
DEFAULT_PAGINATION = {PAGE}
ARTICLE_SAVE_AS = '{{slug}}/index.html'
ARTICLE_URL = '{{slug}}/'
AUTHOR_SAVE_AS = ''
DIRECT_TEMPLATES = ['index', 'search', 'sitemap']
SEARCH_SAVE_AS = 'search.json'
SITEMAP_SAVE_AS = 'sitemap.xml'
THEME_TEMPLATES_OVERRIDES = ['templates']
"""

_PELICAN = {
    "search.html": "[{% for each in articles %}{{ ',' if not loop.first }}"
    "{{ {'url': each.url, 'title': each.title, 'text': each.content | striptags} | tojson }}{% endfor %}]",
    "sitemap.html": "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{% for each in articles %}"
    "<url><loc>{{ SITEURL }}/{{ each.url }}</loc></url>{% endfor %}</urlset>",
}


def write_pelican(folder: Path, stories: int) -> Path:
    """A site for Pelican with its own theme; sectors are its categories, all other lists its tags. The file to edit."""
    put(folder / "pelicanconf.py", _PELICAN_SETTINGS)
    for name, template in _PELICAN.items():
        put(folder / "templates" / name, template)
    for story in plain_stories(stories):
        tags = ", ".join(id for sort, id in story.lists.items() if sort != "sectors")
        lists = f"Category: {story.lists['sectors']}\nTags: {tags}\n"
        front = f"Title: {story.title}\nDate: {story.date}\nSlug: {story.id}\n{lists}"
        put(folder / f"content/{story.id}.md", f"{front}\n{story.body}")
    return folder / f"content/{EDITED}.md"


class Other(NamedTuple):
    """Another generator: what writes a site for it, and the folder that it builds into."""

    write: Callable[[Path, int], Path]
    output: str


OTHERS: Mapping[str, Other] = {
    "hugo": Other(write_hugo, "public"),
    "eleventy": Other(write_eleventy, "_site"),
    "pelican": Other(write_pelican, "output"),
}


def put(target: Path, text: str) -> None:
    """Write a file and the folders that it needs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
