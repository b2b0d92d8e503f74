"""A site of Jekyll is brought: dates in names, categories in folders, Liquid told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bring.desk import picture, read, site, told

CONFIG = "url: https://old.example\nbaseurl: /blog\ntimezone: Europe/Berlin\n"
FIRST = "_posts/2016-03-15-first.md"


def post(header: str = "title: First\n", text: str = "Text.\n") -> str:
    return f"---\n{header}---\n{text}"


def test_the_day_in_the_name_is_the_date(tmp_path: Path) -> None:
    _, content = site("jekyll", tmp_path, {"_config.yml": CONFIG, FIRST: post()})
    fields, text = read(content, "articles/first.md")
    assert fields["date"].date().isoformat() == "2016-03-15"
    assert (fields["date_precision"], text) == ("day", "Text.")


def test_a_date_in_the_header_is_worth_more(tmp_path: Path) -> None:
    header = "title: First\ndate: 2016-03-14 23:30:00 -0500\n"
    _, content = site("jekyll", tmp_path, {"_config.yml": CONFIG, FIRST: post(header)})
    assert read(content, "articles/first.md")[0]["date"].isoformat() == "2016-03-14T23:30:00-05:00"


def test_a_date_in_the_header_that_nobody_can_tell_holds_the_post(tmp_path: Path) -> None:
    _, content = site("jekyll", tmp_path, {"_config.yml": CONFIG, FIRST: post("title: First\ndate: soon\n")})
    fields, _ = read(content, "articles/first.md")
    assert (fields["status"], fields["brought"]["kept"]["date"]) == ("draft", "soon")


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("", "/blog/news/2016/03/15/first.html"),
        ("permalink: pretty\n", "/blog/news/2016/03/15/first/"),
        ("permalink: /:year/:i_month/:title\n", "/blog/2016/3/first"),
        ("permalink: none\n", "/blog/news/first.html"),
    ],
)
def test_the_old_address_is_as_the_settings_make_it(tmp_path: Path, permalink: str, address: str) -> None:
    files = {"_config.yml": CONFIG + permalink, f"news/{FIRST}": post()}
    _, content = site("jekyll", tmp_path, files)
    fields, _ = read(content, "articles/first.md")
    assert fields["aliases"] == [address]
    assert fields["category"] == "news"


def test_words_between_spaces_are_several_tags_and_a_list_is_what_it_is(tmp_path: Path) -> None:
    files = {
        "_posts/2016-03-15-a.md": post("title: A\ntags: sea port\n"),
        "_posts/2016-03-15-b.md": post("title: B\ntags: [sea side, port]\n"),
        "_posts/2016-03-15-c.md": post("title: C\ntag: sea side\n"),
    }
    _, content = site("jekyll", tmp_path, files)
    tags = [read(content, f"articles/{name}.md")[0]["tags"] for name in "abc"]
    assert tags == [["sea", "port"], ["sea side", "port"], ["sea side"]]


def test_liquid_that_makes_an_address_is_followed(tmp_path: Path) -> None:
    text = (
        "[next]({% post_url 2016-03-16-second %}) ![Sea]({{ site.baseurl }}/assets/sea.png)\n"
        '[that]({{ "/2016/03/16/second.html" | relative_url }})\n'
    )
    files = {
        "_config.yml": CONFIG,
        FIRST: post(text=text),
        "_posts/2016-03-16-second.md": post("title: Second\n"),
        "assets/sea.png": picture(),
    }
    _, content = site("jekyll", tmp_path, files)
    found = read(content, "articles/first.md")[1]
    assert found.startswith("[next]({filename}/articles/second.md) ![Sea]({static}/images/first/sea-")
    assert "[that]({filename}/articles/second.md)" in found


def test_other_liquid_stands_as_text_and_is_told(tmp_path: Path) -> None:
    text = '{% include video.html id="x" %}\n\n[bad]({{ page.next.url }})\n'
    done, content = site("jekyll", tmp_path, {"_config.yml": CONFIG, FIRST: post(text=text)})
    found = read(content, "articles/first.md")[1]
    assert '{% include video.html id="x" %}' in found
    assert "[bad]\\({{ page.next.url }})" in found
    assert told(done)["`include`, which its program would have run, stands as text"] == [f"jekyll/{FIRST}:4"]
    assert told(done)["a link is made by the program itself: it stands as text"] == [f"jekyll/{FIRST}:6"]


def test_highlighted_code_is_a_fence_and_nothing_in_it_is_read(tmp_path: Path) -> None:
    text = "{% highlight ruby %}\nputs '<b>{{ x }}</b>'\n{% endhighlight %}\n"
    done, content = site("jekyll", tmp_path, {"_config.yml": CONFIG, FIRST: post(text=text)})
    assert read(content, "articles/first.md")[1] == "```ruby\nputs '<b>{{ x }}</b>'\n```"
    assert not [what for what in told(done) if "stands as text" in what]


def test_drafts_are_drafts_and_pages_pages(tmp_path: Path) -> None:
    files = {
        "_config.yml": CONFIG,
        "_drafts/idea.md": post("title: Idea\n"),
        "_posts/2016-03-15-hidden.md": post("title: Hidden\npublished: false\n"),
        "about.md": post("title: About\npermalink: /about/\n"),
        "README.md": "No header.\n",
        "_recipes/soup.md": post("title: Soup\n"),
    }
    done, content = site("jekyll", tmp_path, files)
    statuses = {file: status for file, _, _, status in done.files}
    assert statuses == {
        "articles/idea.md": "draft",
        "articles/hidden.md": "draft",
        "pages/about.md": "published",
    }
    assert read(content, "pages/about.md")[0]["aliases"] == ["/blog/about/"]
    assert any("_recipes" in what for what in told(done))


def test_a_language_that_is_no_tag_is_the_digests_own_and_told(tmp_path: Path) -> None:
    files = {"_config.yml": CONFIG, FIRST: post("title: First\nlang: English\n")}
    done, content = site("jekyll", tmp_path, files)
    assert read(content, "articles/first.md")[0]["lang"] == "en"
    assert "`lang` is no language tag: read as en" in told(done)


def test_a_language_of_no_edition_stays_what_it_is(tmp_path: Path) -> None:
    files = {"_config.yml": CONFIG, FIRST: post("title: First\nlang: it\n")}
    done, content = site("jekyll", tmp_path, files)
    assert read(content, "articles/first.md")[0]["lang"] == "it"
    assert not [what for what in told(done) if "language" in what and "names no" not in what]
