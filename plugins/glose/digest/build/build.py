"""One build: what has changed is read, the pages that it changes are rendered, the site is exchanged in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

import msgspec

from glose.digest.build.early import Early, looked_at
from glose.digest.build.files import Copies, copies, logo
from glose.digest.build.hands import Crew, Hands
from glose.digest.build.load import Loaded, load
from glose.digest.build.plan import Course, Features, Memory, blobs, versions
from glose.digest.build.project import Look, Project, opened
from glose.digest.build.render_pages import Rendered, Rendering, Work, modules
from glose.digest.build.sources import read
from glose.digest.build.state import DamagedError, State, forget
from glose.digest.build.warm import Warm
from glose.digest.edition.outline import Outline, load_outline
from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import DamagedError as HollowError
from glose.digest.publish import Publication, told
from glose.digest.site.constants import Constants
from glose.digest.site.render.faults import once
from glose.digest.site.render.renderer import Renderer
from glose.digest.site.values import Page, fingerprint, moment
from glose.digest.work.garbage import no_garbage

SWEEP = 20
"""Builds after which the state forgets values that nothing names any more."""


@dataclass(frozen=True)
class Outcome:
    """What a build did."""

    pages: int
    """How many files the site has."""
    written: int = 0
    removed: int = 0
    left_out: tuple[Fault, ...] = ()
    """What exceeds a limit and is not published, while the rest is."""
    lost: tuple[Fault, ...] = ()
    """Notes that stand nowhere and are not published, while their article is."""
    held: tuple[Fault, ...] = ()
    """What waits for its hour."""


Finish = Callable[[Publication], None]
"""A step over the finished tree before it is published: a search index."""
NOTHING: Mapping[str, Finish] = {}
HERE = Hands()
CRAFT = (
    "glose.digest.build.read_texts",
    "glose.digest.build.render_pages",
    "glose.digest.site.render.edition",
)
"""What processes need for every task, beside the features."""


def build(
    project: Project,
    site: Publication,
    *,
    clock: int,
    hands: Hands = HERE,
    finish: Mapping[str, Finish] = NOTHING,
    fresh: bool = False,
    warm: Warm | None = None,
    look: Look | None = None,
) -> Outcome:
    """Brings the published site up to date with its sources.

    `clock`: nanoseconds since the epoch, now. `finish`: steps that are part of every new site, by the folder that each
    makes. `fresh`: forget what is remembered. `warm`: from the last build in this process. `look`: at what lies there,
    by somebody who has looked a moment ago. Raises `DigestError` with everything that is wrong; then the site is what
    it was.
    """
    file = site.state
    look = look or Look(project, clock)
    if fresh:
        forget(file)
    elif (known := look.unchanged(file, site.manifest, tuple(finish))) is not None:
        return Outcome(known.files, held=known.held)
    with Crew(hands, (*CRAFT, *project.features)) as crew:
        try:
            with _fitting(file, project) as state:
                return _Build(look, site, state, crew, finish, warm or Warm()).run()
        except (
            DamagedError,
            HollowError,
        ):  # of the state, or of the published site: the next one is made whole
            forget(file)
            with _fitting(file, project) as state:
                return _Build(look, site, state, crew, finish, warm or Warm()).run()


@contextmanager
def _fitting(file: Path, project: Project) -> Iterator[State]:
    """The state, emptied where it was written by another program or for other settings."""
    with opened(file) as state:
        if state.get("version", bytes, b"") == project.version:
            yield state
            return
    forget(file)
    with opened(file) as state:
        state.put("version", project.version)
        yield state


@dataclass(frozen=True)
class _Build:
    look: Look
    site: Publication
    state: State
    crew: Crew
    finish: Mapping[str, Finish]
    warm: Warm

    @property
    def project(self) -> Project:
        return self.look.project

    def run(self) -> Outcome:
        """Does as little as is right."""
        with told(self.project.theme.folders[0]):  # what is not of the theme names its own file
            return self._run()

    def _run(self) -> Outcome:
        look, state = self.look, self.state
        memory = state.get("memory", Memory, Memory())
        if memory.manifest != self.site.manifest or not memory.manifest:
            memory = Memory()  # the site is another than what is remembered, or there is none
            self.crew.begin(len(look.found.texts))
        with no_garbage():
            loaded = load(
                self.project.sources,
                state,
                found=look.found,
                outline=self._outline(),
                crew=self.crew,
                clock=look.clock,
                warm=self.warm,
            )
            if loaded.faults:
                raise DigestError.of(loaded.faults + loaded.left_out)
            return self._publish(loaded, memory)

    def _outline(self) -> Outline | None:
        name = self.project.sources.settings.get("MAP") or ""
        return load_outline(self.project.theme.file(f"outlines/{name}")) if name else None

    def _publish(self, loaded: Loaded, memory: Memory) -> Outcome:
        """Renders what is new, and puts it in the place of what was published."""
        project, site, state = self.project, self.site, self.state
        content = loaded.site
        content.memo.update(state.get("memo", dict[str, bytes], {}))
        constants = Constants.of(content, logo(project.sources.content, content.settings.look))
        rendering = Rendering(content.settings, project.theme, constants, project.features)
        self.crew.announce(rendering)
        renderer = self._renderer(rendering)
        features = Features(modules(project.features))
        templates = versions(content, features, renderer.version)
        rendering = replace(rendering, ready=self.warm.kept("renderer", templates, lambda: renderer))
        if early := self.warm.early:
            self._show(looked_at(content, features, renderer.version, memory, early), rendering, early)
        course = Course(content, features, renderer.version, memory)
        files = copies(project.sources.content, loaded.files, project.theme, self.look.clock)
        # Where no site is yet, nothing is lost when the plan fails: its first pages are made before its last ones.
        first = not site.files
        # The largest first: none is left for one process when the others have done.
        made = () if first else sorted(course.pages(), key=lambda page: len(page.needs), reverse=True)
        if not first:
            self._apart(files, course.memory)
        changed = self._changed(files, memory)
        gone = [*(() if first else course.gone()), *(path for path in memory.files if path not in files)]
        before = state.get("steps", tuple[str, ...], ())
        if first or made or gone or changed or before != tuple(self.finish):
            site.begin(empty=not memory.pages, soon={*gone, *changed, *(page.path for page in made)})
            for path in gone:
                site.remove(path)
            for path, data in changed.items():
                site.write(path, data)
            pages = course.pages() if first else made
            faults = list(once(self._render(pages, rendering, self._expected(loaded, course, made))))
            self.crew.rest()
            if faults:
                raise DigestError.of(faults)
            self._apart(files, course.memory)
            for folder in before:
                site.clear(folder)
                site.adopt(folder)
            for step in self.finish.values():
                step(site)
            site.publish()
        known = {path: sha for path, (_, sha) in memory.files.items()}
        known.update((path, sha256(data).hexdigest()) for path, data in changed.items())
        copied = {path: (stamp, known[path]) for path, (_, stamp) in files.items()}
        after = msgspec.structs.replace(course.memory, files=copied, manifest=site.manifest)
        count = len(after.pages) + len(after.files)
        state.begin()
        state.put("memory", after)
        state.put("memo", content.memo)
        # What is left out is told by every build.
        state.put("seen", b"" if loaded.left_out or loaded.lost else self.look.seen)
        state.put("wakes", self._wakes(loaded))
        state.put("held", [(one.path, one.line, one.what, one.todo) for one in loaded.held])
        now = project.sources.now
        state.put("now", now.isoformat() if now else "")
        state.put("manifest", site.manifest)
        state.put("count", count)
        state.put("steps", tuple(self.finish))
        builds = state.get("builds", int, 0) + 1
        state.put("builds", builds)
        if builds % SWEEP == 0:
            state.sweep(loaded.used())
        state.commit()
        written = (len(after.pages) if first else len(made)) + len(changed)
        return Outcome(count, written, len(gone), loaded.left_out, loaded.lost, loaded.held)

    def _renderer(self, rendering: Rendering) -> Renderer:
        """One that has read the theme as it is now: the last build's, where no file of it has been touched."""
        themed = self.look.themed
        if "" in themed.values():
            return rendering.renderer()  # a stamp that tells nothing yet
        told = rendering.settings, rendering.constants, rendering.features, [*themed.items()]
        return self.warm.kept("theme", fingerprint(told), rendering.renderer)

    def _apart(self, files: Copies, memory: Memory) -> None:
        """Raises `DigestError` for files that would stand where a page does."""
        if clash := [path for path in files if path in memory.pages]:
            what = "a page of the site stands at this address"
            places = map(self.project.sources.path, clash)
            raise DigestError.of(Fault(place, None, what, "rename it") for place in places)

    def _expected(self, loaded: Loaded, course: Course, made: Sequence[Page]) -> Callable[[], int]:
        """How many pages there are to render, as far as that is known."""
        site = loaded.site
        least = len(site.articles) + len(site.entries) * len(site.settings.languages)
        return lambda: len(made) or max(least, len(course.memory.pages))

    def _wakes(self, loaded: Loaded) -> str:
        """When nothing new is reason enough to build: a text's hour, or the end of the contact of security.txt."""
        moments = loaded.wakes, str(self.project.sources.settings.get("SECURITY_EXPIRES") or "")
        return min(filter(None, moments), key=moment, default="")

    def _changed(self, files: Copies, memory: Memory) -> dict[str, bytes]:
        """The files whose bytes are not those that were published."""
        found: dict[str, bytes] = {}
        for path, (source, stamp) in files.items():
            before = memory.files.get(path)
            if before and stamp and before[0] == stamp:
                continue
            data = read(source, str(source))
            if not before or before[1] != sha256(data).hexdigest():
                found[path] = data
        return found

    def _render(
        self, pages: Iterable[Page], rendering: Rendering, expected: Callable[[], int]
    ) -> Iterator[Fault]:
        """Writes the new pages into the tree; what is wrong with them. `expected`: how many there are."""
        lay, rest = rendering.own.lay, iter(pages)
        jobs = chain.from_iterable(map(self._jobs, iter(lambda: list(islice(rest, TOGETHER)), [])))
        for done in self.crew.do(rendering, jobs, expected(), lambda job: job.page.path, expected):
            if not isinstance(done, Rendered):
                yield from done[1].faults
            elif done.faults:
                yield from done.faults
            else:
                self.site.write(done.path, lay(done.data), done.sha256)

    def _show(self, pages: Iterator[Page], rendering: Rendering, early: Early) -> None:
        """Renders what somebody looks at; what is wrong with it is told when it is rendered for the site."""
        for job in self._jobs(list(pages)):
            done = rendering.prepare()(job)
            if not done.faults:
                early.show(done.path, rendering.own.lay(done.data))

    def _jobs(self, pages: Sequence[Page]) -> Iterator[Work]:
        """The pages, each with what it needs."""
        packed = self.state.packed(blobs(pages))
        return (Work(page, {fp: packed[fp] for fp in page.needs}) for page in pages)


TOGETHER = 64
"""Pages whose large values are fetched at once."""
