"""Whoever makes a mistake reads one sentence: where it is, what is wrong, and what to do, which then helps."""

from __future__ import annotations

import re
from pathlib import Path

from tests.golden import golden
from tests.own.harbour import lay
from tests.own.mistakes import MISTAKES, Files, Mistake
from tests.own.workshop import Said, Workshop

GOLDEN = Path(__file__).with_name("mistakes.txt")
AROUND = re.compile(
    r"[A-Z][\w, ]+: [\d,]+ \w+$"  # a heading of the report
    r"|[\d,]+ (?:error|failed)|nothing wrong|not built: |took in |brought |.*: recognised as "
)
"""Lines that head a message, count what was told, or say how a file was understood."""


def messages(said: Said) -> list[str]:
    """What a task tells, without the frame in which it does."""
    return [line for line in said.lines if not AROUND.match(line)]


def write(root: Path, files: Files) -> None:
    """Lays files into the digest, and takes others away."""
    for name, text in files.items():
        file = root / name
        if text is None:
            file.unlink(missing_ok=True)
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


def made(mistake: Mistake, workshop: Workshop) -> tuple[Said, Said]:
    """What the task says of a mistake, and what when the remedy has been followed."""
    workshop.restore()
    write(workshop.root, mistake.planted)
    wrong = workshop.run(mistake.run)
    write(workshop.root, mistake.mended)
    return wrong, workshop.run(mistake.again or mistake.run)


def test_each_mistake_is_told_in_one_sentence_whose_remedy_helps(tmp_path: Path) -> None:
    lay(tmp_path / "master")
    told, wrong = [], []
    with Workshop(tmp_path / "digest", tmp_path / "master") as workshop:
        assert workshop.run(["check"]).code == 0
        for one in MISTAKES:
            before, after = made(one, workshop)
            said = messages(before)
            told.append(f"{one.name}\n  {before.code} {' | '.join(said)}\n")
            if before.code not in (1, 2) or len(said) != 1 or "Traceback" in before.err:
                wrong.append(f"{one.name}: {before.code} {before.lines}")
            if after.code:
                wrong.append(f"{one.name}: its remedy gives {after.code} {after.lines}")
    assert not wrong, "\n".join(wrong)
    golden(GOLDEN, "".join(told).replace(str(tmp_path), ""))


def test_there_are_sixty_of_them_and_no_message_speaks_of_a_fault_of_ours() -> None:
    names = [one.name for one in MISTAKES]
    assert len(set(names)) == len(names) >= 60
    said = GOLDEN.read_text(encoding="utf-8")
    assert "fault of ours" not in said
    for line in said.splitlines()[1::2]:
        assert re.search(r"(?:; |: | \+ )\S", line), line
