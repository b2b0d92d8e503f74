"""Puts one article into its file, whatever a person has made of that file since.

An untouched file is replaced. Into an edited one the changes are merged; where that cannot be done without a guess,
the file stays as it was and the new text lies in ``content/.generated/<file>.new``. Which generated text an edited
file stems from, its ``converter.sha256`` says; so a crash between two files is seen at the next run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from glose.digest.batch import existing_articles
from glose.digest.batch.folders import Folders
from glose.digest.batch.merge import Conflict, merge
from glose.digest.batch.report import Kind, Outcome
from glose.digest.batch.revisions import TAKEN_BACK
from glose.digest.files import safe_read
from glose.digest.files.atomic import Stamp, current, remove, write
from glose.digest.markdown import is_untouched, parse
from glose.digest.model.errors import DigestError, Fault, FrontMatterError


@dataclass(frozen=True, slots=True)
class Plan:
    """An article to put into place."""

    outcome: Outcome
    """All that is known of it before: seed, article, status, findings."""
    path: str
    """Below content/articles."""
    text: str
    """As generated now."""
    before: frozenset[str]
    """Paths below content/ of the pictures that it had; those that it has no more go."""


def write_article(folders: Folders, plan: Plan) -> Outcome:
    """Writes the article's file and the base of its next merge; says what became of it. Raises nothing."""
    try:
        return _Writing(folders, plan).outcome()
    except DigestError as error:
        faults = tuple(named(folders, fault) for fault in error.faults)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        faults = (Fault(plan.outcome.article, None, what, "look at the disk and run again"),)
    return replace(plan.outcome, kind="failed", why="could not be written", faults=faults)


def conflict(folders: Folders, path: str, why: str = "") -> Fault:
    """What a person has to do about the article at `path`, beside which a new text lies."""
    new = folders.name(folders.generated / f"{path}.new")
    todo = (
        f"compare it with {new}, take over what you want and, in any case, its keys seed: and converter:, "
        "and run again"
    )
    what = f"was edited, and its seed changed too: {why}" if why else "was edited, and its seed changed too"
    return Fault(folders.article_name(path), None, what, todo)


def conflicts(folders: Folders, *, solved: bool) -> Iterator[str]:
    """Paths of the articles beside which a new text lies, whose keys a person has taken over, or not yet."""
    names = safe_read.walk(folders.generated) if folders.generated.is_dir() else ()
    for path in (name.removesuffix(".new") for name in names if name.endswith(".md.new")):
        file, new = folders.articles / path, folders.generated / f"{path}.new"
        if file.is_file() and solved == (_generated(current(file)) == _generated(current(new))):
            yield path


def take_over_solved(folders: Folders) -> None:
    """Makes the new text of each conflict that a person has solved the base of the next merge. Raises `WriteError`."""
    for path in list(conflicts(folders, solved=True)):
        new = folders.generated / f"{path}.new"
        _replace(folders.generated / path, current(new))
        remove(new)


def finish(folders: Folders) -> None:
    """Puts the bases into place that a merge left beside theirs when it was cut short. Raises `WriteError`."""
    for path in safe_read.walk(folders.generated) if folders.generated.is_dir() else ():
        if not path.endswith(".md.next"):
            continue
        following, name = folders.generated / path, path.removesuffix(".next")
        data, file = current(following), folders.articles / name
        if file.is_file() and _generated(current(file)) == _generated(data):
            _replace(folders.generated / name, data)
        remove(following)


def named(folders: Folders, fault: Fault) -> Fault:
    """The fault with the file's path as the maintainer knows it."""
    file = Path(fault.path)
    return replace(fault, path=folders.name(file)) if file.is_relative_to(folders.content) else fault


class _Writing:
    def __init__(self, folders: Folders, plan: Plan) -> None:
        self.folders, self.plan = folders, plan
        self.file = folders.articles / plan.path
        self.base = folders.generated / plan.path
        self.seen = Stamp.of(self.file)
        self.data = plan.text.encode()

    def outcome(self) -> Outcome:
        if self.seen is None:
            return self._written()
        there = current(self.file)
        if there == self.data:
            return self._done("unchanged")
        try:
            text = there.decode()
        except UnicodeDecodeError:
            return self._conflict("is not UTF-8")
        return self._written() if is_untouched(text) else self._merged(text)

    def _written(self) -> Outcome:
        _replace(self.base, self.data)  # first: an article that is there always has its base
        write(self.file, self.data, self.seen)
        return self._done("written")

    def _merged(self, ours: str) -> Outcome:
        stems = _generated(ours.encode())
        if stems == _generated(self.data):  # edited, and made from this very text
            return self._done("unchanged", ours)
        found = next(_bases(self.folders, self.base, stems), None)
        if found is None:
            return self._conflict("the text that it was made from is not in content/.generated")
        try:
            merged = merge(found.read_text(encoding="utf-8", errors="replace"), ours, self.plan.text)
            parse(merged, self.folders.name(self.file))
        except Conflict as conflict:
            return self._conflict(str(conflict))
        except FrontMatterError as error:
            return self._conflict(f"the merged header would be wrong ({error.faults[0].what})")
        following = self.base.with_name(self.base.name + ".next")
        _replace(following, self.data)  # so that the base is there whichever of the two files a crash leaves
        write(self.file, merged.encode(), self.seen)
        outcome = self._done("merged", merged)
        if found not in (self.base, following, self.base.with_name(self.base.name + ".new")):
            remove(found)  # the article has been moved since
        return outcome

    def _conflict(self, why: str) -> Outcome:
        if self.plan.outcome.status in TAKEN_BACK:
            kept = self.folders.name(_keep_edited(self.base, self.file))
            name = self.folders.article_name(self.plan.path)
            fault = Fault(name, None, "was edited and had to be taken back", f"the edit is in {kept}")
            return replace(self._written(), faults=(fault,))
        _replace(self.base.with_name(self.base.name + ".new"), self.data)
        fault = conflict(self.folders, self.plan.path, why)
        return replace(self.plan.outcome, kind="conflict", why=why, faults=(fault,))

    def _done(self, kind: Kind, text: str = "") -> Outcome:
        """The outcome, once the base is in place and what is out of date is gone. `text`: of an edited file."""
        _replace(self.base, self.data)
        for ending in (".new", ".next"):
            remove(self.base.with_name(self.base.name + ending))
        status = existing_articles.facts(text.encode(), "", "").status if text else self.plan.outcome.status
        return replace(self.plan.outcome, kind=kind, status=status)


def _replace(file: Path, data: bytes) -> None:
    """Writes a file that is ours alone, unless it holds these bytes."""
    seen = Stamp.of(file)
    if seen is None or current(file) != data:
        write(file, data, seen)


def _generated(data: bytes) -> str:
    """The digest of the generated text that an article stems from; empty where its header says none."""
    try:
        return existing_articles.facts(data, "", "").generated
    except FrontMatterError:
        return ""


def _bases(folders: Folders, base: Path, stems: str) -> Iterator[Path]:
    """Generated texts of this digest: at the usual place, as a crash may have left it, else wherever one lies."""
    near = [base, base.with_name(base.name + ".next"), base.with_name(base.name + ".new")]
    for file in (*near, *sorted(folders.generated.rglob("*.md"))):
        if stems and file.is_file() and _generated(current(file)) == stems:
            yield file


def _keep_edited(base: Path, file: Path) -> Path:
    """Copies an edited file beside its base, under a name that is free."""
    names = (f"{base.name}.edited" + (f".{number}" if number > 1 else "") for number in count(1))
    copy = next(copy for name in names if not (copy := base.with_name(name)).exists())
    write(copy, current(file), None)
    return copy
