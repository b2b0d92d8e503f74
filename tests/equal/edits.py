"""Everything that a maintainer may do to a site, by kind. Each takes the dice and changes the world; some do nothing.

An edit may leave a site that cannot be built: a link to what was deleted, two articles at one address. Then both
builds must say so in the same words.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from tests.equal import sample
from tests.equal.world import Text, World

Edit = Callable[[random.Random, World], None]
KINDS: dict[str, Edit] = {}


def kind(edit: Edit) -> Edit:
    """One of them."""
    KINDS[edit.__name__] = edit
    return edit


def one(dice: random.Random, world: World) -> Text:
    """An article."""
    return world.articles[dice.choice(list(world.articles))]


def newest(world: World) -> Text:
    """The article at the top of every list."""
    return max(world.articles.values(), key=lambda text: str(text.head["date"]))


def either(dice: random.Random, head: dict[str, Any], key: str, values: Any) -> None:
    """Another value, or none."""
    if key in head and dice.random() < 0.3:
        del head[key]
    else:
        head[key] = values


@kind
def a_paragraph_added(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    text.body += f"\n\n{sample.prose(dice, text.head['lang'])}"


@kind
def a_mention_added(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    text.body = f"{sample.mention(dice, world, text.head['lang'])}.\n\n{text.body}"


@kind
def a_mention_of_another_language(dice: random.Random, world: World) -> None:
    one(dice, world).body += f"\n\n{sample.mention(dice, world, dice.choice(sample.LANGS))}."


@kind
def a_paragraph_cut(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    text.body = "\n\n".join(text.body.split("\n\n")[1:])


@kind
def a_body_swapped(dice: random.Random, world: World) -> None:
    first, other = one(dice, world), one(dice, world)
    first.body, other.body = other.body, first.body


@kind
def a_mark_by_hand(dice: random.Random, world: World) -> None:
    one(dice, world).body += f"\n\nVoir {sample.marked(dice, world)}."


@kind
def a_mark_of_what_is_not_there(dice: random.Random, world: World) -> None:
    one(dice, world).body += f"\n\nVoir [[terme-{dice.randint(20, 40)}]]."


@kind
def a_link(dice: random.Random, world: World) -> None:
    text = dice.choice([one(dice, world), dice.choice(list(world.pages.values()))])
    text.body += f"\n\nVoir {sample.link(dice, world)}."


@kind
def a_title(dice: random.Random, world: World) -> None:
    text = dice.choice((one(dice, world), newest(world)))
    text.head["title"] = f"{sample.prose(dice, text.head['lang'], 4)[:-1]} : « {dice.randint(1, 99)} % » ?"


@kind
def a_date(dice: random.Random, world: World) -> None:
    one(dice, world).head["date"] = sample.moment(dice)


@kind
def a_precision(dice: random.Random, world: World) -> None:
    one(dice, world).head["date_precision"] = dice.choice(("day", "minute", "month", "year"))


@kind
def a_standfirst(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    text.head["summary"] = dice.choice(("", sample.prose(dice, text.head["lang"])))


@kind
def tags(dice: random.Random, world: World) -> None:
    one(dice, world).head["tags"] = dice.sample((*sample.TAGS, "Neuf", "C"), k=dice.randint(0, 3))


@kind
def a_category(dice: random.Random, world: World) -> None:
    one(dice, world).head["category"] = dice.choice(("Ville", "Campagne", "ville", "Mer", ""))


@kind
def a_source(dice: random.Random, world: World) -> None:
    one(dice, world).head["source"] = dice.choice((*sample.SOURCES, "AGNE"))


@kind
def authors(dice: random.Random, world: World) -> None:
    one(dice, world).head["authors"] = dice.sample((*sample.PEOPLE, "Zoé Essai"), k=dice.randint(0, 2))


@kind
def a_slug(dice: random.Random, world: World) -> None:
    one(dice, world).head["slug"] = dice.choice(
        (f"neuf-{dice.randint(1, 99)}", one(dice, world).head["slug"])
    )


@kind
def a_language(dice: random.Random, world: World) -> None:
    one(dice, world).head["lang"] = dice.choice(sample.LANGS)


@kind
def a_status(dice: random.Random, world: World) -> None:
    states = ("published", "published", "hidden", "retracted", "draft", "withheld")
    one(dice, world).head["status"] = dice.choice(states)


@kind
def an_article_deleted(dice: random.Random, world: World) -> None:
    if len(world.articles) > 2:
        del world.articles[dice.choice(list(world.articles))]


@kind
def all_of_a_day_deleted(dice: random.Random, world: World) -> None:
    day = str(one(dice, world).head["date"])[:10]
    names = [name for name, text in world.articles.items() if str(text.head["date"])[:10] == day]
    for name in names[: min(4, len(world.articles) - 2)]:
        del world.articles[name]


@kind
def an_article_added(dice: random.Random, world: World) -> None:
    name, text = sample.article(dice, dice.randint(100, 999), world)
    world.articles[name] = text


@kind
def many_articles_added(dice: random.Random, world: World) -> None:
    for _ in range(4):
        an_article_added(dice, world)


@kind
def an_articles_file_renamed(dice: random.Random, world: World) -> None:
    name = dice.choice(list(world.articles))
    world.articles[f"{dice.choice(('r', 'z/r'))}{dice.randint(1, 999)}"] = world.articles.pop(name)


@kind
def two_articles_swap_names(dice: random.Random, world: World) -> None:
    first, other = dice.sample(list(world.articles), k=2)
    world.articles[first], world.articles[other] = world.articles[other], world.articles[first]


@kind
def a_picture_named(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    caption = sample.mention(dice, world, text.head["lang"])
    src = dice.choice([*world.pictures, *world.pictures, "images/absent.png"])
    either(dice, text.head, "image", {"src": src, "alt": "Une halle", "caption": caption})


@kind
def dates_mentioned(dice: random.Random, world: World) -> None:
    either(dice, one(dice, world).head, "dates_mentioned", sample.mentioned(dice))


@kind
def corrections(dice: random.Random, world: World) -> None:
    what = [{"date": f"2016-03-{dice.randint(10, 28)}", "what": f"Un nom {dice.randint(1, 99)}."}]
    either(dice, one(dice, world).head, "corrections", what)


@kind
def modified(dice: random.Random, world: World) -> None:
    either(dice, one(dice, world).head, "modified", f"2016-04-{dice.randint(10, 28)}T08:00:00+02:00")


@kind
def aliases(dice: random.Random, world: World) -> None:
    either(
        dice,
        one(dice, world).head,
        "aliases",
        [f"/ancien/{dice.randint(1, 60)}/", f"/p{dice.randint(1, 60)}.html"],
    )


@kind
def variant_of(dice: random.Random, world: World) -> None:
    either(dice, one(dice, world).head, "variant_of", one(dice, world).head["slug"])


@kind
def provenance(dice: random.Random, world: World) -> None:
    head = one(dice, world).head
    either(dice, head, "byline", "Par Anne Exemple")
    either(dice, head, "dateline", f"EXEMPLEVILLE, {dice.randint(1, 28)} mars")
    either(dice, head, "source_url", f"https://agence.invalid/{dice.randint(1, 99)}")
    either(dice, head, "revision", str(dice.randint(1, 9)))


@kind
def rights(dice: random.Random, world: World) -> None:
    found = {"policy": dice.choice(("full", "excerpt", "link")), "holder": f"Agence {dice.randint(1, 9)}"}
    either(dice, one(dice, world).head, "rights", found)


@kind
def an_embargo(dice: random.Random, world: World) -> None:
    either(dice, one(dice, world).head, "embargo_until", f"2016-{dice.randint(1, 12):02}-15T00:00:00+01:00")


@kind
def a_date_ahead(dice: random.Random, world: World) -> None:
    one(dice, world).head["date"] = (world.now + dt.timedelta(days=dice.randint(1, 40))).isoformat()


@kind
def writing_by_hand(dice: random.Random, world: World) -> None:
    text = dice.choice((one(dice, world), dice.choice(list(world.pages.values()))))
    words, label = sample.mention(dice, world, text.head["lang"]), dice.randint(1, 10**6)
    text.body += dice.choice(
        (
            f"\n\nVoir[^{label}].\n\n[^{label}]: {words}.",
            f"\n\nMot\n: {words}",
            f"\n\n~~~sh\n{words}\n~~~",
            "\n\n<b>gras</b>",
        )
    )


@kind
def time_passes(dice: random.Random, world: World) -> None:
    world.now += dt.timedelta(days=dice.randint(1, 60))


@kind
def the_clock_is_set_back(dice: random.Random, world: World) -> None:
    world.now -= dt.timedelta(days=dice.randint(1, 90))


@kind
def own_policy(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    slug = dice.choice((dice.choice(list(world.terms)), dice.choice(list(world.terms)), "terme-27"))
    words = dice.choice((text.body.split() or ["rien"])[:40]).strip(".,*«»[]():") or "ville"
    wishes = (
        {"skip": [slug]},
        {"force": {words: slug}},
        {"first": dice.choice(("article", "section", "all"))},
    )
    either(dice, text.head, "glossary", dice.choice(wishes))


@kind
def a_heading(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    text.body += f"\n\n## Partie {dice.randint(1, 9)}\n\n{sample.mention(dice, world, text.head['lang'])}."


@kind
def a_page_of_the_editors(dice: random.Random, world: World) -> None:
    text = world.pages[dice.choice(list(world.pages))]
    key = dice.choice(("title", "body", "slug", "lang", "status", "date"))
    if key == "body":
        text.body += f"\n\n{sample.mention(dice, world, text.head['lang'])}."
    else:
        text.head[key] = {
            "title": f"Page {dice.randint(1, 9)}",
            "slug": dice.choice(("about", "rights", "methode")),
            "lang": dice.choice(sample.LANGS),
            "status": dice.choice(("published", "hidden", "draft")),
            "date": f"2016-08-{dice.randint(10, 28)}",
        }[key]


@kind
def a_page_comes_or_goes(dice: random.Random, world: World) -> None:
    if len(world.pages) > 2 and dice.random() < 0.5:
        del world.pages[dice.choice(list(world.pages))]
        return
    slug = dice.choice(("about", "rights", "aide"))
    head = {"title": "Une page", "slug": slug, "lang": dice.choice(sample.LANGS), "status": "published"}
    world.pages[f"n{dice.randint(1, 99)}"] = Text(head, sample.mention(dice, world, "fr"))


@kind
def the_bytes_of_a_picture(dice: random.Random, world: World) -> None:
    world.pictures[dice.choice(list(world.pictures))] = dice.randbytes(20)


@kind
def a_picture_comes_or_goes(dice: random.Random, world: World) -> None:
    if len(world.pictures) > 2 and dice.random() < 0.5:
        del world.pictures[dice.choice(list(world.pictures))]
    else:
        world.pictures[f"images/{dice.choice(('', 'neuf/'))}n{dice.randint(1, 99)}.png"] = dice.randbytes(20)


@kind
def a_file_is_linked(dice: random.Random, world: World) -> None:
    world.pictures.setdefault("extra/carte.pdf", b"%PDF")
    text = one(dice, world)
    mark = "\n\n[la carte]({static}/extra/carte.pdf)"
    text.body = text.body.replace(mark, "") if mark in text.body else text.body + mark
