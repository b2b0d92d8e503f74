"""One tree of errors. Each says where, what is wrong, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, as a maintainer reads it: ``path:line: what; todo``."""

    path: str
    """Where: a file's path as the maintainer knows it (relative to the project where possible)."""
    line: int | None
    """Line in that file, from 1; None where the whole file is meant."""
    what: str
    """What is wrong, in one clause."""
    todo: str = ""
    """What to do about it, in one clause."""

    def __str__(self) -> str:
        return self.shown(lambda words, severity: words)

    def shown(
        self, paint: Callable[[str, str], str], severity: str = "error", words: Callable[[str], str] = str
    ) -> str:
        """The same with what is wrong in the colour of a severity; where stays plain, for programs to follow.

        `words`: gives what is said in another language.
        """
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        todo = words("; ") + words(self.todo) if self.todo else ""
        return f"{where}: {paint(words(self.what), severity)}{todo}"


class DigestError(Exception):
    """Base of every error that the library raises on purpose; carries all faults at once."""

    def __init__(self, *faults: Fault) -> None:
        self.faults: tuple[Fault, ...] = faults
        super().__init__("\n".join(map(str, faults)))

    def __reduce__(self) -> tuple[type[DigestError], tuple[Fault, ...]]:
        return type(self), self.faults  # keeps the faults when a worker process hands the error on

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> DigestError:
        """The error for several faults, in the order of the files and lines."""
        return cls(*sorted(faults, key=lambda f: (f.path, f.line or 0, f.what)))


class SeedError(DigestError):
    """A seed cannot be read as an article."""


class BoundError(DigestError):
    """One piece of work cost more processor time or memory than it may."""


def is_outside(error: Exception) -> bool:
    """Whether an error says nothing of the bytes that were read: a bound, or what this machine lacks.

    A library, or a file of ours that cannot be opened: on a machine that has it the same bytes may be read.
    """
    refused = (
        isinstance(error, OSError) and error.errno is not None
    )  # readers raise others for damaged archives
    return refused or isinstance(error, BoundError | ImportError)


class FrontMatterError(DigestError):
    """An article's header is broken or holds something it may not."""


class GlossaryError(DigestError):
    """One or more glossary entries are wrong."""


class NotesError(DigestError):
    """One or more notes of an article are wrong, or stand on words that are not there."""
