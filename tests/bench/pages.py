"""The reader's side, measured from outside: weight of each page kind, Lighthouse, pa11y and the Nu validator.

Lighthouse, pa11y and vnu come from npm into .glose/tools/ (Node ≥ 20; vnu also wants Java). What is not there is
named, never skipped in silence.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from glose.tasks.browser import FLAGS, find
from glose.tasks.listening import serve
from glose.tasks.site_build import build

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".glose" / "tools"
PACKAGES = ("lighthouse@12.8.2", "pa11y@9.1.1", "vnu-jar")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def kinds(site: Path) -> Iterator[tuple[str, str]]:
    """One address of each kind of page."""
    article = next(site.glob("2016/*/*/*/index.html")).parent.relative_to(site).as_posix()
    yield "article", f"/{article}/"
    for name, path in (
        ("home", ""),
        ("term", "glossary/jabhat-al-nusra/"),
        ("glossary", "glossary/"),
        ("search", "search/"),
        ("timeline", "timeline/"),
        ("map", "map/"),
    ):
        yield name, f"/{path}"


def tools() -> bool:
    """Installs the npm packages when npm is there; True when they can be used."""
    if not shutil.which("npm"):
        print("npm is not on this machine: Lighthouse, pa11y and vnu were not run")
        return False
    if not (TOOLS / "node_modules" / "lighthouse").is_dir():
        TOOLS.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", *PACKAGES]
        subprocess.run(command, cwd=TOOLS, env=environment, check=True)
    return True


def lighthouse(url: str, browser: str) -> str:
    """The four scores of a page, mobile, unthrottled as the machine provides."""
    report = TOOLS / "lighthouse.json"
    command = ["npx", "lighthouse", url, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--throttling-method=provided", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
    subprocess.run(
        command, cwd=TOOLS, env={**os.environ, "CHROME_PATH": browser}, check=True, capture_output=True
    )
    scores = json.loads(report.read_text())["categories"]
    return " / ".join(f"{100 * (scores[name]['score'] or 0):.0f}" for name in CATEGORIES)


def pa11y(url: str, browser: str) -> str:
    """How many issues axe and HTML CodeSniffer find."""
    settings = TOOLS / "pa11y.json"
    launch = {"executablePath": browser, "args": list(FLAGS)}
    settings.write_text(json.dumps({"chromeLaunchConfig": launch, "runners": ["axe", "htmlcs"]}))
    command = ["npx", "pa11y", "--config", str(settings), "--reporter", "json", url]
    done = subprocess.run(command, cwd=TOOLS, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        return done.stderr.strip()[-80:]
    issues = json.loads(done.stdout)
    unsure = sum(
        bool(issue["runnerExtras"].get("needsFurtherReview")) for issue in issues
    )  # text on a picture
    return f"{len(issues) - unsure} issues" + (f", {unsure} that it leaves to a person" if unsure else "")


def vnu(site: Path) -> str:
    """How many errors the Nu validator finds in the whole site."""
    if not shutil.which("java"):
        return "not run: no Java on this machine"
    jar = next((TOOLS / "node_modules" / "vnu-jar").rglob("vnu.jar"))
    command = [
        "java",
        "-jar",
        str(jar),
        "--errors-only",
        "--filterpattern",
        "CSS: .*",
        "--skip-non-html",
        str(site),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"{len(done.stderr.splitlines())} errors"


def main() -> None:
    """Prints one table."""
    from glose.tasks.search_index import INDEX

    site = ROOT / ".glose" / "bench" / "output"
    site.mkdir(parents=True, exist_ok=True)
    server = serve(site, 0)  # first, since a production build names its own address
    address = f"http://127.0.0.1:{server.server_port}"
    published = {"SITEURL": address, "FEED_DOMAIN": address}
    build(ROOT, site, settings="publishconf.py", overrides=published, finish=(INDEX,))
    page = (site / next(kinds(site))[1].lstrip("/") / "index.html").read_text(encoding="utf-8")
    for name, pattern in (
        ("style", r"<style>(.*?)</style>"),
        ("script", r'<script type="module">(.*?)</script>'),
    ):
        print(
            f"{name} in an article page: {sum(len(f.encode()) for f in re.findall(pattern, page, re.S)):,} B"
        )
    browser = find() if tools() else None
    for name, path in kinds(site):
        file = site / path.lstrip("/") / "index.html"
        if not file.is_file():
            print(f"{name:9} is not on this site")
            continue
        data = file.read_bytes()
        line = f"{name:9} {len(data):>7,} B, {len(gzip.compress(data, 9, mtime=0)):>6,} gzipped"
        if browser:
            line += (
                f"; Lighthouse {lighthouse(address + path, browser)}; pa11y {pa11y(address + path, browser)}"
            )
        print(line, flush=True)
    if browser:
        print(f"vnu, whole site: {vnu(site)}")


if __name__ == "__main__":
    main()
