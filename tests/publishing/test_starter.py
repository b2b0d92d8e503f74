"""What a new digest has for machines that publish it by themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from glose.tasks import new_site
from glose.tasks.new_site import STARTER, Digest, lay

CI = sorted((STARTER / "ci").glob("*.yml"))
HASH = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def jobs(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    return found


def test_a_digest_gets_its_forges_file_an_image_and_a_timer(tmp_path: Path) -> None:
    lay(Digest("Sample", ("en",), "UTC"), tmp_path / "digest", "github")
    found = {file.relative_to(tmp_path / "digest").as_posix() for file in (tmp_path / "digest").rglob("*")}
    assert {"Containerfile", ".dockerignore", ".github/workflows/digest.yml"} <= found
    assert {"systemd/digest-publish@.service", "systemd/digest-publish@.timer"} <= found


def test_every_forge_has_a_file_that_builds_checks_and_publishes_where_there_is_an_address() -> None:
    assert {file.stem for file in CI} == set(new_site.FORGES)
    for file in CI:
        text = file.read_text(encoding="utf-8")
        for words in ("invoke build", "invoke check", "invoke publish --to", "SITEURL", "requirements.txt"):
            assert words in text, file.name


@pytest.mark.parametrize("file", CI, ids=lambda file: file.stem)
def test_what_others_wrote_is_pinned_by_its_hash_and_no_host_is_named(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for used in re.findall(r"uses: (.+)", text):
        assert HASH.fullmatch(used), used
    assert "https://" not in text


def test_a_workflow_may_do_no_more_than_each_job_needs() -> None:
    github = yaml.safe_load((STARTER / "ci" / "github.yml").read_text(encoding="utf-8"))
    assert github["permissions"] == {}
    found = jobs(STARTER / "ci" / "github.yml")
    assert found["check"]["permissions"] == {"contents": "read"}
    assert found["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert found["check"]["steps"][0]["with"]["persist-credentials"] is False
    assert not [step for step in found["publish"]["steps"] if "run" in step], (
        "what may write runs no code of ours"
    )
    for steps in (job["steps"] for file in CI if file.stem != "gitlab" for job in jobs(file).values()):
        for step in steps:
            assert "${{" not in step.get("run", ""), "what a stranger can name is no part of a command"


def test_the_service_runs_with_few_rights_and_the_timer_asks_for_it() -> None:
    service = (STARTER / "systemd" / "digest-publish@.service").read_text(encoding="utf-8")
    for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "User=digest"):
        assert line in service
    assert "SuccessExitStatus=75" in service, "another build is no failure"
    assert "OnCalendar=" in (STARTER / "systemd" / "digest-publish@.timer").read_text(encoding="utf-8")
