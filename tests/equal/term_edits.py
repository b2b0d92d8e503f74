"""What a maintainer may do to the glossary."""

from __future__ import annotations

import random
from typing import Any

from tests.equal import sample
from tests.equal.edits import either, kind, one
from tests.equal.world import Text, World


def entry(dice: random.Random, world: World) -> Text:
    """An entry."""
    return world.terms[dice.choice(list(world.terms))]


def sense(dice: random.Random, world: World) -> dict[str, Any]:
    """A sense of an entry."""
    senses = [one for term in world.terms.values() for one in term.head["senses"]]
    found: dict[str, Any] = dice.choice(senses)
    return found


def rules(dice: random.Random, world: World) -> dict[str, Any]:
    """Rules of an entry, or of one of its names."""
    head = entry(dice, world).head
    place = dice.choice((head, dice.choice(head["names"])))
    found: dict[str, Any] = place.setdefault("match", {})
    return found


@kind
def a_definition(dice: random.Random, world: World) -> None:
    found = sense(dice, world)
    lang = dice.choice(("fr", "en", "ar"))
    if lang in found["short"] and lang != "fr" and dice.random() < 0.4:
        del found["short"][lang]
    else:
        found["short"][lang] = f"{sample.prose(dice, lang)} {dice.randint(1, 99)}"


@kind
def a_gloss(dice: random.Random, world: World) -> None:
    either(dice, sense(dice, world), "gloss", {"fr": f"glose {dice.randint(1, 99)}"})


@kind
def what_became_of_it(dice: random.Random, world: World) -> None:
    either(dice, sense(dice, world), "later", {"fr": f"Il change {dice.randint(1, 99)}."})


@kind
def an_alias(dice: random.Random, world: World) -> None:
    lang = dice.choice(("fr", "en", "de", "ar", "mul"))
    words = sample.WORDS[lang if lang != "mul" else "fr"].split()
    text = " ".join(dice.choices(words, k=dice.choice((1, 1, 2, 3))))
    text = dice.choice((text, text.capitalize(), text.title()))
    entry(dice, world).head["names"].append(
        {"text": text, "lang": lang, "role": dice.choice(("alt", "hidden"))}
    )


@kind
def a_name_of_words_that_stand_there(dice: random.Random, world: World) -> None:
    text = one(dice, world)
    words = text.body.replace("*", "").split()
    if len(words) > 3:
        at, long = dice.randrange(len(words) - 2), dice.randint(1, 3)
        name = " ".join(words[at : at + long]).strip(".,[](){}|:«»")
        if len(name) > 3 and not {*"[](){}|"} & {*name}:
            names = entry(dice, world).head["names"]
            names.append({"text": name, "lang": dice.choice((text.head["lang"][:2], "mul")), "role": "alt"})


@kind
def an_alias_goes(dice: random.Random, world: World) -> None:
    names = entry(dice, world).head["names"]
    if len(names) > 2:
        names.pop()


@kind
def a_preferred_name(dice: random.Random, world: World) -> None:
    names = entry(dice, world).head["names"]
    name = dice.choice([one for one in names if one["role"] == "pref"])
    name["text"] = f"{dice.choice(sample.STEMS)} {dice.choice(sample.PLACES)} {dice.randint(30, 99)}"


@kind
def a_role(dice: random.Random, world: World) -> None:
    name = dice.choice(entry(dice, world).head["names"])
    if name["role"] != "pref":
        name["role"] = "alt" if name["role"] == "hidden" else "hidden"


@kind
def the_days_of_a_name(dice: random.Random, world: World) -> None:
    name = dice.choice(entry(dice, world).head["names"])
    if name["role"] != "pref":
        either(dice, name, dice.choice(("from", "until")), f"2016-03-{dice.randint(1, 5):02}")


@kind
def words_that_must_be_near(dice: random.Random, world: World) -> None:
    words = sample.WORDS["fr"].split()
    either(dice, rules(dice, world), "near", dice.sample(words, k=2))


@kind
def words_that_must_not_be_near(dice: random.Random, world: World) -> None:
    either(dice, rules(dice, world), "not_near", [dice.choice(sample.WORDS["fr"].split()), "hal*"])


@kind
def how_near(dice: random.Random, world: World) -> None:
    found = rules(dice, world)
    found.setdefault("near", ["ville", "town"])
    found["within"] = dice.randint(1, 20)


@kind
def inflection(dice: random.Random, world: World) -> None:
    either(dice, rules(dice, world), "inflect", dice.random() < 0.8)


@kind
def a_priority(dice: random.Random, world: World) -> None:
    either(dice, rules(dice, world), "priority", dice.randint(-2, 2))


@kind
def how_much_a_capital_counts(dice: random.Random, world: World) -> None:
    either(dice, rules(dice, world), "case", dice.choice(("smart", "any", "exact", "acronym")))


@kind
def a_pattern(dice: random.Random, world: World) -> None:
    words = sample.WORDS["fr"].split()
    first, last = dice.sample(words, k=2)
    pattern = dice.choice((f"{first} … {last}", f"{first} {{2}} {last}"))
    either(dice, entry(dice, world).head, "patterns", [{"text": pattern, "lang": dice.choice(("fr", "en"))}])


@kind
def one_more_sense(dice: random.Random, world: World) -> None:
    head = entry(dice, world).head
    day = f"2016-03-{dice.randint(1, 5):02}"
    if not head["senses"]:
        head["senses"] = [{"short": {"fr": "Un sens."}}]
    elif len(head["senses"]) > 1:
        del head["senses"][0]
        head["senses"][0].pop("from", None)
    else:
        head["senses"][0]["from"] = day
        head["senses"].insert(0, {"until": day, "short": {"fr": f"Avant le {day}."}})


@kind
def an_event(dice: random.Random, world: World) -> None:
    what = {"fr": f"Un fait {dice.randint(1, 99)}."}
    event = {
        "date": f"201{dice.randint(4, 6)}-03-{dice.randint(1, 9):02}",
        "what": what,
        "source": sample.URL,
    }
    either(dice, entry(dice, world).head, "events", [event])


@kind
def the_long_text_of_an_entry(dice: random.Random, world: World) -> None:
    text = entry(dice, world)
    text.body = dice.choice(
        (
            "",
            f"## fr\n\n{sample.prose(dice, 'fr')} {sample.link(dice, world)}.",
            f"## en\n\n{sample.prose(dice, 'en')}",
        )
    )


@kind
def relations(dice: random.Random, world: World) -> None:
    key = dice.choice(("see", "part_of", "replaced_by"))
    found = dice.sample([*world.terms, *world.terms, "terme-28"], k=dice.randint(1, 2))
    either(dice, entry(dice, world).head, "relations", {key: list(dict.fromkeys(found))})


@kind
def a_position(dice: random.Random, world: World) -> None:
    at = {"lat": dice.choice((35.5, 34.25, -12.0)), "lon": 36.0 + dice.randint(1, 9) / 10}
    either(dice, entry(dice, world).head, "position", {**at, "checked": "2016-01-01", "how": "atlas"})


@kind
def a_type(dice: random.Random, world: World) -> None:
    entry(dice, world).head["type"] = dice.choice(sample.TYPES)


@kind
def an_entrys_source(dice: random.Random, world: World) -> None:
    entry(dice, world).head["sources"][0]["title"] = f"Registre {dice.randint(1, 99)}"


@kind
def what_else_an_entry_says(dice: random.Random, world: World) -> None:
    head = entry(dice, world).head
    either(dice, head, "contested", {"fr": f"Disputé {dice.randint(1, 99)}."})
    either(dice, head, "same_as", {"wikidata": {"id": "Q1", "checked": "2016-01-01", "how": "à la main"}})
    either(dice, head, "changes", [{"date": "2016-08-01", "what": {"fr": f"Relu {dice.randint(1, 99)}."}}])
    head["status"] = dice.choice(("draft", "reviewed"))


@kind
def an_entry_is_not_fit_for_use(dice: random.Random, world: World) -> None:
    head = entry(dice, world).head
    head["status"], head["senses"] = "draft", []


@kind
def a_term_added(dice: random.Random, world: World) -> None:
    number = dice.randint(26, 45)
    world.terms[f"terme-{number}"] = sample.entry(dice, number, world)


@kind
def a_term_deleted(dice: random.Random, world: World) -> None:
    if len(world.terms) > 5:
        del world.terms[dice.choice(list(world.terms))]


@kind
def a_term_renamed(dice: random.Random, world: World) -> None:
    name = dice.choice(list(world.terms))
    world.terms[f"terme-{dice.randint(46, 99)}"] = world.terms.pop(name)


@kind
def two_terms_swap_names(dice: random.Random, world: World) -> None:
    first, other = entry(dice, world).head, entry(dice, world).head
    first["names"], other["names"] = other["names"], first["names"]
