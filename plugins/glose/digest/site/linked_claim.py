"""Claims that editors have judged as schema.org's ``ClaimReview``. Without a verdict of theirs there is none."""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.site.linked_data import Node
from glose.digest.site.noted import spoken
from glose.digest.site.room import Room
from glose.digest.site.values import Article, Text


def claims(room: Room, article: Article, text: Text) -> Iterator[Node]:
    """One a note with a verdict, of what is claimed in the words of the note, else in those of the article."""
    url = room.public(article.url)
    for note in text.notes:
        if note.draft or note.claim is None or note.claim.verdict is None:
            continue
        claim = spoken(note, (room.lang, article.lang, room.settings.lang)).claim
        if claim is None or claim.verdict is None:
            continue
        verdict, house = (
            claim.verdict,
            {"@type": "Organization", "name": room.settings.name, "url": room.public()},
        )
        author = {"@type": "Person", "name": note.by} if note.by else house
        reviewed: Node = {
            "@type": "Claim",
            "author": {"name": next((one.text for one in claim.speaker), "")},
            "appearance": {"@id": f"{url}#article"},
        }
        if claim.said:
            reviewed["datePublished"] = str(claim.said)
        yield {
            "@type": "ClaimReview",
            "url": f"{url}#note-{note.number}",
            "datePublished": str(note.changed),
            "author": author,
            "claimReviewed": next((one.text for one in claim.what), note.quote),
            "itemReviewed": reviewed,
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": verdict.value,
                "bestRating": verdict.best,
                "worstRating": 1,
                "alternateName": next((one.text for one in verdict.says), ""),
            },
        }
