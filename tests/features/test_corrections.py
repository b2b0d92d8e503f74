"""What came after the articles, for those who ask for nothing else."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from msgspec.structs import replace

from glose import corrections
from glose.digest.site.changes import changes
from glose.digest.site.noted import Said, Update
from glose.digest.site.room import Room
from glose.digest.site.values import Article, Correction
from tests.features.sites import SETTINGS, Store, article, made, site
from tests.features.test_files import ATOM, words

STORE = Store()
TEXTS = Said("Il a rouvert & plu.", "fr"), Said("It reopened.", "en")


def corrected() -> Article:
    return replace(
        article(STORE, "pont"),
        corrections=(Correction(date(2016, 3, 17), "La halle <neuve>."),),
        updates=(Update(date(2016, 3, 18), "followup", TEXTS, "pont & quai", 2, "pont-rouvert"),),
    )


def test_the_newest_comes_first_and_a_note_is_told_with_its_words_in_the_reader_s_language() -> None:
    later, first = changes([corrected()], "en", SETTINGS.editions)
    assert (later.on, later.what, later.what_lang) == ("pont & quai", "It reopened.", "en")
    assert later.url == "en/2016/03/15/pont/#note-2", "not where the edition shows its guest"
    own, _ = changes([corrected()], "fr", SETTINGS.editions)
    assert own.url == "2016/03/15/pont/#note-2"
    assert (first.on, first.what) == ("", "La halle <neuve>.")


def test_the_feed_of_corrections_says_what_the_page_says_and_no_sign_of_a_text_is_markup() -> None:
    page = next(made(corrections.pages(site([corrected()], {}))))
    room = Room(SETTINGS, "fr", STORE.fetch, {}, lambda: words("fr"))
    feed = ElementTree.fromstring(corrections.feed(page, room))  # noqa: S314  our own
    told = [one.text for one in feed.iter(f"{ATOM}summary")]
    assert told == ["«\u00a0pont &amp; quai\u00a0» – Il a rouvert &amp; plu.", "La halle &lt;neuve&gt;."]
