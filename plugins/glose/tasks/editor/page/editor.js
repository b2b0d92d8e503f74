// The editor of a page, which the local server adds and no built site has: a bar with what can be done, keys for it, and
// a button at each note and each entry of the lexicon.
import { ask, page } from "./ask.js";
import { make } from "./element.js";
import { closed as forget, drop, kept, toSay, wasOpen } from "./kept.js";
import { openList } from "./list.js";
import { openNote } from "./note.js";
import { selected } from "./selection.js";
import { openNewTerm, openTerm } from "./term.js";
import { t } from "./words.js";

const SHOWN = 15_000; // milliseconds of what is said, which lies over the text
const KEYS = { KeyN: newNote, KeyT: newTerm, KeyL: showList };
const style = (name) => make("link", { rel: "stylesheet", href: new URL(name, import.meta.url).href });

const info = /\/\d{4}\/\d\d\/\d\d\/[^/]+\/(?:index\.html)?$/.test(page()) ? await ask("notes", { page: page() }) : { ok: false };
const termPage = decodeURI(location.pathname).match(/\/glossary\/([a-z0-9-]+)\/(?:index\.html)?$/)?.[1] ?? "";

const host = make("aside", { "aria-label": t("Editing"), class: "glose-editor" });
const root = host.attachShadow({ mode: "open" });
const said = make("p", { class: "status", role: "status", "aria-live": "polite" });
const bar = make("div", { class: "bar", role: "group", "aria-label": t("Editing") });

function button(label, key, action) {
  const found = make("button", { type: "button" }, label, " ", make("kbd", {}, `Alt+${key}`));
  found.setAttribute("aria-keyshortcuts", `Alt+${key}`);
  // A tap must not take the selection away before it is read.
  found.addEventListener("pointerdown", (event) => {
    marked = selected() ?? marked;
    event.preventDefault();
  });
  found.addEventListener("click", action);
  return found;
}

let marked = null;
const taken = () => {
  const found = selected() ?? marked;
  marked = null;
  return found;
};

let back = null; // what had the focus before a dialog was opened by a key
const closed = () => {
  if (back?.isConnected) back.focus();
  back = null;
};

const again = {
  said: say,
  async open(id) {
    const now = await ask("notes", { page: page() });
    if (!now.ok) return say(now.what);
    const note = id ? now.notes.find((one) => one.values.id === id) : null;
    return id && !note ? say(t("The note is gone.")) : editNote(note, now);
  },
  term: editTerm,
  newTerm: () => newTerm(),
};

let silence = 0;
function say(words) {
  said.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => said.replaceChildren(), SHOWN);
}

async function newNote() {
  const selection = taken();
  if (!info.ok) return say(t("Notes stand on articles: open one."));
  const now = await ask("notes", { page: page() });
  if (!now.ok || now.wrong) return say(now.wrong || now.what);
  let found = null;
  if (selection) {
    const quoted = await ask("quote", { page: page(), ...selection });
    found = quoted.ok
      ? { ...quoted, part: selection.part }
      : { words: ["", selection.exact, ""], on: "", part: selection.part, wrong: quoted.what };
  }
  return openNote(root, now, { found, again, closed });
}

function editNote(note, now = info) {
  openNote(root, now, { note, again, closed });
}

async function newTerm() {
  const selection = taken();
  const lang = selection?.lang || info.lang || document.documentElement.lang;
  if (selection?.term) return editTerm(selection.term);
  return openNewTerm(root, { words: selection?.exact ?? "", lang, languages: info.languages ?? [lang], again, closed });
}

function editTerm(slug) {
  return openTerm(root, { slug, lang: info.lang ?? document.documentElement.lang, again, closed });
}

async function showList() {
  const now = await ask("notes", { page: page() });
  if (!now.ok) return say(now.what);
  return openList(root, now, (note) => editNote(note, now));
}

// A button at what can be edited. It is no text of the page (ADDED in selection.js), and may be cloned into its card.
function affordance(place, label, what, isDraft = false) {
  const state = isDraft ? ` (${t("draft")})` : "";
  const found = make("button", { type: "button", class: "glose-edit", "data-edits": what }, `${t("Edit")}${state}`);
  found.setAttribute("aria-label", `${t("Edit")}${state} ${label}`.trim());
  place.append(found);
}

document.addEventListener("click", (event) => {
  const [kind, name] = event.target.closest?.(".glose-edit")?.dataset.edits.split(/:(.*)/) ?? [];
  if (kind === "note") again.open(name);
  else if (kind === "term") editTerm(name);
});

function noteOf(details) {
  const words = details.querySelector("q")?.textContent.trim();
  const same = info.notes.filter((one) => one.quote === words || one.exact === words);
  if (same.length < 2) return same[0];
  const twins = [...document.querySelectorAll("details.note")].filter((one) => one.querySelector("q")?.textContent.trim() === words);
  return same[twins.indexOf(details)];
}

function mark() {
  for (const details of info.ok ? document.querySelectorAll("details.note") : []) {
    const note = noteOf(details);
    if (note) affordance(details.querySelector("[id^=note-]") ?? details, note.exact, `note:${note.values.id}`);
  }
  for (const entry of document.querySelectorAll("dd[id^=term-]")) {
    const slug = entry.id.slice(5);
    affordance(entry, entry.previousElementSibling?.querySelector("dfn")?.textContent ?? "", `term:${slug}`, info.drafts?.includes(slug));
  }
}

// After a save: what became of it, where it stands.
function land() {
  const what = toSay();
  if (!what) return;
  say(what.said);
  if (!what.words) return;
  const note = [...document.querySelectorAll("details.note")].find((one) => one.querySelector("q")?.textContent.trim() === what.words);
  if (!note) return;
  note.open = true;
  note.scrollIntoView({ block: "nearest" });
  // In the margin a note has no summary.
  const places = [...note.querySelectorAll("summary, .glose-edit")];
  places.find((one) => one.checkVisibility())?.focus({ preventScroll: true });
}

// Whether it was saved, though the page was loaded again before it heard so.
function isThere(id, { values, extra }) {
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const keys = id ? Object.keys(values).filter((key) => !["on", "hint", "modified"].includes(key)) : ["body"];
  return info.notes?.some(
    (one) => (!id || one.values.id === id) && one.values.on === extra?.on && keys.every((key) => same(one.values[key], values[key])),
  );
}

// What was being typed when the page was loaded again.
function resume() {
  const target = wasOpen();
  const before = target && kept(target);
  if (!before) return;
  const [kind, id] = target.split(/:(.*)/);
  if (kind === "note" && isThere(id, before)) {
    drop(target);
    forget();
    return;
  }
  if (kind === "note") again.open(id);
  else if (id) editTerm(id);
  else newTerm();
}

document.addEventListener("keydown", (event) => {
  const action = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && KEYS[event.code];
  if (!action || root.querySelector("dialog[open]")) return;
  event.preventDefault();
  back = document.activeElement;
  action();
});

root.append(style("editor.css"), bar, said);
if (info.ok) {
  bar.append(button(t("Note"), "N", newNote), button(t("Term"), "T", newTerm));
  bar.append(button(`${t("Notes")} (${info.notes.length})`, "L", showList));
} else if (termPage) {
  const { values } = await ask("term", { slug: termPage });
  const state = values?.status === "draft" ? ` (${t("draft")})` : "";
  if (values) bar.append(make("button", { type: "button", onclick: () => editTerm(termPage) }, `${t("Edit the term")}${state}`));
}
if (bar.children.length) {
  document.head.append(style("beside.css"));
  document.body.append(host);
  mark();
  land();
  resume();
}
document.documentElement.dataset.gloseEditor = bar.children.length ? "ready" : "idle";
