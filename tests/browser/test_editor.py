"""Annotating where one reads, with mouse, keyboard and finger: the real server, its builds, a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from glose.digest import load_notes
from glose.digest.notes.folded import Text as NoteText
from glose.digest.notes.selected import Selection, placed
from tests.browser.conftest import PHONE
from tests.build.served import Served, served
from tests.digest import a_project
from tests.editor.conftest import ARABIC, ARTICLE, ENTRY, NOTES, ON_THE_BRIDGE, PAGE

pytestmark = pytest.mark.browser
TURN = "---\ntitle: Tour\nslug: tour\nlang: fr\nstatus: published\n---\n\n{}\n"
PATIENCE = 40_000
"""Milliseconds for a build."""
EXEMPT = {"rules": {"color-contrast-enhanced": {"enabled": False}}}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """The server, and the content of its project."""
    root = a_project(tmp_path_factory.mktemp("edited") / "project")
    settings = root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('EDITIONS = ("fr", "en")', 'EDITIONS = ("fr", "en", "ar")'), encoding="utf-8"
    )
    fill(root / "content")
    with served(root) as server:
        yield server, root / "content"


def fill(content: Path) -> None:
    for folder in ("notes", "pages"):
        (content / folder).mkdir(exist_ok=True)
    (content / "articles" / "le-pont.md").write_text(ARTICLE, encoding="utf-8")
    (content / "articles" / "jisr.md").write_text(ON_THE_BRIDGE, encoding="utf-8")
    (content / "glossary" / "exempleville.md").write_text(ENTRY, encoding="utf-8")
    (content / "notes" / "le-pont.yaml").write_text(NOTES, encoding="utf-8")


def restored(content: Path) -> bool:
    """Undoes what a test has written; True where anything was."""
    wrong = False
    for name, text in {"notes/le-pont.yaml": NOTES, "glossary/exempleville.md": ENTRY}.items():
        file = content / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            wrong = True
            file.write_text(text, encoding="utf-8")
    for file in (content / "glossary" / "prefet.md", content / "notes" / "al-jisr.yaml"):
        wrong |= file.exists()
        file.unlink(missing_ok=True)
    return wrong


turns = count(1)


Visit = Callable[..., Page]
heard: list[str] = []
"""What the console said, and scripts that failed."""


@pytest.fixture
def read(chromium: Browser, desk: tuple[Served, Path]) -> Iterator[Visit]:
    """Opens a page of the server, with the editor ready; the notes are as they were at first."""
    server, content = desk
    contexts: list[BrowserContext] = []
    heard.clear()
    if restored(content):
        # A reload does not say which build it is of: one waits for the last save of all.
        turn = f"Essai {next(turns)}."
        (content / "pages" / "tour.md").write_text(TURN.format(turn), encoding="utf-8")
        server.shown("/tour/", turn)

    def go(path: str = PAGE, *, phone: bool = False, **options: Any) -> Page:
        contexts.append(chromium.new_context(**({"locale": "fr-FR"} | (PHONE if phone else {}) | options)))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda one: heard.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda one: heard.append(str(one)))
        page.goto(f"http://127.0.0.1:{server.port}{path}")
        ready(page)
        return page

    yield go
    for context in contexts:
        context.close()
    refused = "Failed to load resource: the server responded with a status of "
    assert not [one for one in heard if not one.startswith((refused + "422", refused + "409"))]


def ready(page: Page) -> None:
    page.wait_for_selector("html[data-glose-editor=ready]")


def select(page: Page, words: str, within: str = ".text p:not(.standfirst)") -> None:
    """Selects words of one text node."""
    page.evaluate(
        """([words, within]) => {
          for (const part of document.querySelectorAll(within)) {
            const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const at = walker.currentNode.data.indexOf(words);
              if (at < 0) continue;
              getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
              walker.currentNode.parentElement.scrollIntoView({ block: "center" });
              return;
            }
          }
          throw new Error(`${words} is not there`);
        }""",
        [words, within],
    )


def drag(page: Page, words: str) -> None:
    """Selects words with the mouse, over as many lines as they take."""
    select(page, words)
    ends: list[float] = page.evaluate(
        """() => {
          const boxes = [...getSelection().getRangeAt(0).getClientRects()];
          const [first, last] = [boxes[0], boxes.at(-1)];
          getSelection().removeAllRanges();
          return [first.left, (first.top + first.bottom) / 2, last.right, (last.top + last.bottom) / 2];
        }"""
    )
    page.mouse.move(ends[0], ends[1])
    page.mouse.down()
    page.mouse.move(ends[2], ends[3], steps=5)
    page.mouse.up()


def form(page: Page) -> Any:
    return page.locator("dialog[open]").first


def body_of(page: Page, language: str = "français") -> Any:
    return form(page).get_by_role("group", name="Ce qu’elle dit").get_by_label(language)


def source(page: Page, title: str = "Registre", url: str = "https://registre.example/") -> None:
    form(page).get_by_label("Titre").first.fill(title)
    form(page).get_by_label("Adresse").first.fill(url)


def note_on_page(page: Page, words: str) -> Any:
    return page.locator("details.note", has_text=words)


def axe(page: Page) -> list[str]:
    """What axe finds; what the browser says of axe's own styles is not the editor's."""
    before = len(heard)
    found = Axe().run(page, options=EXEMPT)
    del heard[before:]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


def test_with_the_mouse_words_are_selected_and_get_a_note_that_stands_on_the_page(
    read: Visit, desk: tuple[Served, Path]
) -> None:
    page = read()
    drag(page, "dit aussi le préfet")
    page.get_by_role("button", name="Note Alt+N").click()
    expect(form(page).locator("mark")).to_have_text("dit aussi le préfet")
    assert axe(page) == []
    body_of(page).fill("Le préfet l’a confirmé le lendemain.")
    source(page)
    form(page).get_by_role("button", name="Enregistrer").click()
    expect(note_on_page(page, "confirmé le lendemain")).to_be_attached(timeout=PATIENCE)
    expect(page.get_by_role("status")).to_have_text("La note est enregistrée.")
    (note,) = load_notes(desk[1] / "notes" / "le-pont.yaml")[1:]
    assert (note.on.exact, note.body) == (
        "dit aussi le préfet",
        {"fr": "Le préfet l’a confirmé le lendemain."},
    )


def test_with_the_keyboard_alone_a_note_is_written_and_the_focus_comes_back_to_it(read: Visit) -> None:
    page = read()
    select(page, "le maire à l")
    page.keyboard.press("Alt+n")
    expect(body_of(page)).to_be_focused()
    page.keyboard.type("Le maire est **élu** depuis 2014.")
    page.keyboard.press("Tab")
    page.keyboard.type("The mayor was elected in 2014.")
    for text in ("Registre", "https://registre.example/maire"):
        while page.evaluate("document.querySelector('.glose-editor').shadowRoot.activeElement.type") in (
            "textarea", "select-one",
        ) or text == "":  # fmt: skip
            page.keyboard.press("Tab")
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")
    note = note_on_page(page, "depuis 2014")
    expect(note).to_be_attached(timeout=PATIENCE)
    ready(page)
    expect(note).to_have_attribute("open", "")
    expect(note.locator("strong")).to_have_text("élu")
    expect(note.locator(".h")).to_contain_text("1 Contexte")
    expect(note.locator(".h")).to_be_visible()  # beside the text, where it has no summary
    expect(note.locator(".glose-edit")).to_be_focused()


def test_a_note_is_edited_where_it_stands_and_only_its_words_change_in_the_file(
    read: Visit, desk: tuple[Served, Path]
) -> None:
    page = read()
    page.locator("details.note").first.evaluate("note => note.open = true")
    page.get_by_role("button", name="Modifier budget du pont").click()
    expect(body_of(page)).to_have_value("Il était de 3 millions.")
    assert axe(page) == []
    body_of(page).fill("Il était de 4 millions.")
    page.keyboard.press("Control+Enter")
    expect(note_on_page(page, "4 millions")).to_be_attached(timeout=PATIENCE)
    text = (desk[1] / "notes" / "le-pont.yaml").read_text(encoding="utf-8")
    assert re.sub("  modified: .*\n", "", text) == NOTES.replace("3 millions", "4 millions")


def test_what_the_loader_refuses_is_told_at_its_field_and_nothing_typed_is_lost(
    read: Visit, desk: tuple[Served, Path]
) -> None:
    page = read()
    select(page, "le préfet")
    page.keyboard.press("Alt+n")
    body_of(page).fill("Une précision.")
    source(page, url="registre")
    page.keyboard.press("Control+Enter")
    wrong = form(page).locator(".wrong", has_text="is no address")
    expect(wrong).to_be_visible()
    address = form(page).get_by_label("Adresse")
    expect(address).to_be_focused()
    expect(address).to_have_attribute("aria-invalid", "true")
    assert wrong.get_attribute("id") in str(address.get_attribute("aria-describedby"))
    expect(body_of(page)).to_have_value("Une précision.")
    assert axe(page) == []
    address.fill("https://registre.example/")
    page.keyboard.press("Control+Enter")
    expect(note_on_page(page, "Une précision.")).to_be_attached(timeout=PATIENCE)


def test_esc_closes_gives_the_focus_back_and_keeps_what_was_typed(read: Visit) -> None:
    page = read()
    page.get_by_role("button", name="Note Alt+N").focus()
    page.keyboard.press("Enter")
    body_of(page).fill("Pas encore fini.")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.get_by_role("button", name="Note Alt+N")).to_be_focused()
    page.keyboard.press("Alt+n")
    expect(body_of(page)).to_have_value("Pas encore fini.")
    form(page).get_by_role("button", name="L’abandonner").click()
    expect(body_of(page)).to_have_value("")


def test_words_are_typed_where_nothing_is_selected_and_a_doubt_is_told(read: Visit) -> None:
    page = read()
    page.keyboard.press("Alt+n")
    words = form(page).get_by_label("Mots de l’article")
    expect(words).to_be_focused()
    page.keyboard.type("rouvrira mardi")
    page.keyboard.press("Tab")
    expect(form(page).get_by_text("in the paragraphs 1, 3")).to_be_visible()
    form(page).get_by_label("Paragraphe").fill("3")
    page.keyboard.press("Tab")
    expect(form(page).locator("mark")).to_have_text("rouvrira mardi")


def test_a_change_of_the_file_meanwhile_is_told_and_both_versions_are_kept(
    read: Visit, desk: tuple[Served, Path]
) -> None:
    page, file = read(), desk[1] / "notes" / "le-pont.yaml"
    page.keyboard.press("Alt+l")
    form(page).get_by_role("button", name="Modifier budget du pont").click()
    body_of(page).fill("Le mien.")
    with page.expect_event("load", timeout=PATIENCE):
        file.write_text(NOTES.replace("Il était de 3 millions.", "Le leur."), encoding="utf-8")
    ready(page)
    expect(body_of(page)).to_have_value("Le mien.")
    page.keyboard.press("Control+Enter")
    expect(form(page).get_by_role("heading", name="Dans le fichier à présent")).to_be_visible()
    expect(form(page).locator(".conflict")).to_contain_text("Le leur.")
    assert "Le leur." in file.read_text(encoding="utf-8")
    assert axe(page) == []
    form(page).get_by_role("button", name="Enregistrer la mienne").click()
    expect(note_on_page(page, "Le mien.")).to_be_attached(timeout=PATIENCE)


def test_a_note_goes_after_a_question(read: Visit, desk: tuple[Served, Path]) -> None:
    page = read()
    page.keyboard.press("Alt+l")
    form(page).get_by_role("button", name="Modifier budget du pont").click()
    form(page).get_by_role("button", name="Supprimer la note").click()
    question = page.locator("dialog.asked")
    expect(question).to_contain_text("budget du pont")
    expect(question.get_by_role("button", name="Garder")).to_be_focused()
    assert axe(page) == []
    page.keyboard.press("Escape")
    assert load_notes(desk[1] / "notes" / "le-pont.yaml")
    form(page).get_by_role("button", name="Supprimer la note").click()
    question.get_by_role("button", name="Supprimer la note").click()
    expect(page.locator("details.note")).to_have_count(0, timeout=PATIENCE)
    assert load_notes(desk[1] / "notes" / "le-pont.yaml") == ()


@pytest.mark.parametrize(
    ("part", "words", "within"), [("title", "pont", "main h1"), ("caption", "photographié", "#picture q")]
)
def test_a_headline_and_a_caption_are_annotated_as_well(
    read: Visit, desk: tuple[Served, Path], part: str, words: str, within: str
) -> None:
    page = read()
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    select(page, words, within)
    page.keyboard.press("Alt+n")
    expect(form(page).locator("mark")).to_have_text(words)
    body_of(page).fill("Une précision.")
    source(page)
    page.keyboard.press("Control+Enter")
    expect(note_on_page(page, "Une précision.")).to_be_attached(timeout=PATIENCE)
    note = load_notes(desk[1] / "notes" / "le-pont.yaml")[1]
    assert (note.part, note.on.exact) == (part, words)


def test_words_over_two_paragraphs_that_hold_a_note_and_a_term_are_taken_without_these(read: Visit) -> None:
    page = read()
    page.evaluate(
        """() => {
          document.querySelectorAll("details.note").forEach((one) => (one.open = true));
          const [first, last] = ["budget du pont", "a dit aussi"].map((words) => {
            const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) if (walker.currentNode.data.includes(words)) {
              return [walker.currentNode, walker.currentNode.data.indexOf(words)];
            }
          });
          getSelection().setBaseAndExtent(...first, ...last);
        }"""
    )
    page.keyboard.press("Alt+n")
    expect(form(page).locator("mark")).to_have_text(
        "budget du pont a été dépassé de 30 %, a rappelé le maire. Le pont est vieux."
        " Le pont d’Exempleville rouvrira mardi,"
    )


def test_a_server_that_does_not_answer_takes_nothing_away(read: Visit) -> None:
    page = read()
    select(page, "le préfet")
    page.keyboard.press("Alt+n")
    body_of(page).fill("À garder.")
    page.route("**/.glose/editor/**", lambda route: route.abort())
    page.keyboard.press("Control+Enter")
    expect(form(page).get_by_text("Le serveur ne répond pas.")).to_be_visible()
    expect(body_of(page)).to_have_value("À garder.")
    heard.clear()


def test_a_save_whose_answer_is_lost_is_not_taken_for_one_that_has_to_be_done_again(read: Visit) -> None:
    page = read()
    select(page, "le préfet")
    page.keyboard.press("Alt+n")
    body_of(page).fill("Dit une seule fois.")
    source(page)
    page.route("**/.glose/editor/note", lambda route: route.fetch())
    page.keyboard.press("Control+Enter")
    expect(note_on_page(page, "Dit une seule fois.")).to_have_count(1, timeout=PATIENCE)
    ready(page)
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_any_stretch_of_the_page_is_the_same_stretch_of_the_file(
    read: Visit, desk: tuple[Served, Path]
) -> None:
    page = read()
    page.evaluate("document.querySelectorAll('details.note').forEach((one) => (one.open = true))")
    found = page.evaluate(
        """async () => {
          const { selected } = await import("/.glose/editor/selection.js");
          const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          let seed = 7;
          const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
          const spot = () => {
            const node = nodes[random(nodes.length)];
            return [node, random(node.length + 1)];
          };
          return Array.from({ length: 300 }, () => {
            getSelection().setBaseAndExtent(...spot(), ...spot());
            return selected();
          });
        }"""
    )
    paragraphs = ARTICLE.partition("---\n\n")[2].strip().replace("'", "’").replace("\n\n", "\n").split("\n")
    text = NoteText(paragraphs)
    told = [one for one in found if one and one["part"] == "body"]
    assert len(told) > 100
    for one in told:
        try:
            place = placed(Selection(one["at"], one["exact"], one["before"]), text)
        except LookupError as error:
            assert str(error) == "no words are selected", one  # noqa: PT017
            continue
        words = "".join(NoteText([one["exact"]]).folded.split())
        assert "".join(NoteText([text.words(place)]).folded.split()) == words


def test_a_draft_is_shown_as_one(read: Visit) -> None:
    page = read()
    select(page, "le préfet")
    page.keyboard.press("Alt+n")
    body_of(page).fill("À vérifier.")
    source(page)
    form(page).get_by_label("Brouillon").check()
    page.keyboard.press("Control+Enter")
    expect(note_on_page(page, "À vérifier.")).to_contain_text("brouillon", timeout=PATIENCE)


def test_selected_words_get_an_entry_that_explains_them_on_the_page(
    read: Visit, desk: tuple[Served, Path]
) -> None:
    page = read()
    select(page, "préfet")
    page.keyboard.press("Alt+t")
    expect(form(page).get_by_label("Nom", exact=True)).to_have_value("préfet")
    assert axe(page) == []
    page.keyboard.press("Control+Enter")
    expect(form(page).locator(".wrong", has_text='has no "type"')).to_be_visible()
    form(page).get_by_label("Ce que c’est").select_option("concept")
    definition = form(page).get_by_role("group", name="Définition")
    definition.get_by_label("français").fill("Représentant de l’État.")
    source(page)
    page.keyboard.press("Control+Enter")
    term = page.locator(".text a.term", has_text="préfet")
    expect(term).to_be_attached(timeout=PATIENCE)
    text = (desk[1] / "glossary" / "prefet.md").read_text(encoding="utf-8")
    assert "Représentant de l’État." in text
    assert "\nstatus: draft  #" in text
    ready(page)
    select(page, "préfet", ".text a.term")
    page.keyboard.press("Alt+t")
    expect(form(page).get_by_role("heading", name="Modifier le terme")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Modifier (brouillon) préfet")).to_be_attached()


def test_an_entry_is_edited_on_its_own_page(read: Visit, desk: tuple[Served, Path]) -> None:
    page = read("/glossary/exempleville/")
    page.get_by_role("button", name="Modifier le terme").click()
    definition = form(page).get_by_role("group", name="Définition").get_by_label("français")
    definition.fill("Ville d'exemple, sur la colline.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Ville d’exemple, sur la colline.").first).to_be_attached(timeout=PATIENCE)
    text = (desk[1] / "glossary" / "exempleville.md").read_text(encoding="utf-8")
    assert text == ENTRY.replace("au bord du fleuve", "sur la colline")


def test_an_arabic_article_is_annotated_in_an_arabic_form(read: Visit, desk: tuple[Served, Path]) -> None:
    page = read(ARABIC, color_scheme="dark")
    select(page, "الجسر سيفتح")
    page.keyboard.press("Alt+n")
    expect(form(page).get_by_role("heading", name="حاشية جديدة")).to_be_visible()
    assert axe(page) == []
    form(page).get_by_role("group", name="ما تقوله").locator("textarea:lang(ar)").fill("فُتح يوم الأربعاء.")
    form(page).get_by_label("العنوان الرئيسي").fill("السجل")
    form(page).get_by_label("العنوان", exact=True).fill("https://sijill.example/")
    page.keyboard.press("Control+Enter")
    expect(note_on_page(page, "فُتح يوم الأربعاء.")).to_be_attached(timeout=PATIENCE)
    assert load_notes(desk[1] / "notes" / "al-jisr.yaml")[0].on.exact == "الجسر سيفتح"


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_on_a_phone_the_form_fits_and_is_reached_with_a_finger(read: Visit, color_scheme: str) -> None:
    page = read(phone=True, color_scheme=color_scheme)
    select(page, "le préfet")
    page.get_by_role("button", name="Note", exact=True).tap()
    expect(form(page).locator("mark")).to_have_text("le préfet")
    assert axe(page) == []
    wide = form(page).evaluate(
        "dialog => [dialog.scrollWidth - dialog.clientWidth, innerWidth - dialog.offsetWidth]"
    )
    assert wide[0] == 0
    assert wide[1] >= 0
    small = form(page).evaluate(
        """dialog => [...dialog.querySelectorAll("button, input:not([type=checkbox]), select, textarea")]
          .filter((one) => one.offsetParent && Math.min(one.offsetWidth, one.offsetHeight) < 24).length"""
    )
    assert small == 0
