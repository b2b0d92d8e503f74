// The form of an entry of the glossary: its names, what it meant and when, where that comes from.
import { ask } from "./ask.js";
import { make } from "./element.js";
import { sources } from "./fields.js";
import { sayLater } from "./kept.js";
import { openSheet } from "./sheet.js";
import { t } from "./words.js";

const types = () => [
  ["org", t("Organisation")],
  ["place", t("Place")],
  ["event", t("Event")],
  ["person", t("Person")],
  ["community", t("Community")],
  ["concept", t("Concept")],
  ["document", t("Document")],
  ["agency", t("Agency")],
];

const roles = () => [
  ["pref", t("shown")],
  ["alt", t("found and listed")],
  ["hidden", t("found, never shown")],
];

const names = (lang) => ({
  key: "names",
  kind: "list",
  label: t("Names"),
  item: t("Name"),
  add: t("Add a name"),
  remove: t("Remove this name"),
  fields: [
    { key: "text", kind: "text", label: t("Name"), wide: true },
    { key: "lang", kind: "text", label: t("Language, as a tag"), usual: lang },
    { key: "role", kind: "choice", label: t("Role"), words: roles, usual: "pref" },
  ],
});

const senses = () => ({
  key: "senses",
  kind: "list",
  label: t("What it means"),
  item: t("Sense"),
  add: t("Add a sense of another time"),
  remove: t("Remove this sense"),
  fields: [
    { key: "short", kind: "texts", label: t("Definition"), rows: 3, hint: t("at most 300 characters") },
    { key: "gloss", kind: "texts", label: t("In the margin"), rows: 1, hint: t("at most 60 characters") },
    { key: "from", kind: "day", label: t("From this day") },
    { key: "until", kind: "day", label: t("Until before this day") },
  ],
});

const descriptions = (lang, isNew) => [
  { key: "type", kind: "choice", label: t("What it is"), words: types, ...(isNew ? { empty: "–" } : {}) },
  names(lang),
  senses(),
  sources(),
  ...(isNew
    ? []
    : [
        { key: "as_of", kind: "day", label: t("True on") },
        { key: "review_after", kind: "day", label: t("To be looked at again after") },
      ]),
  { key: "status", kind: "check", label: t("A draft: not checked by a second person"), on: "draft", off: "reviewed" },
  { key: "body", kind: "text", label: t("The long entry"), rows: 6, wide: true, hint: t("Markdown, each language below a line like: ## fr") },
];

// A new entry for the words that are selected.
export function openNewTerm(root, { words, lang, languages, again, closed }) {
  const values = { names: [{ text: words, lang, role: "pref" }], status: "draft" };
  open(root, { slug: "", values, lang, languages, stamp: "", title: t("New term"), again, closed });
}

// One that is there.
export async function openTerm(root, { slug, lang, again, closed }) {
  const there = await ask("term", { slug });
  if (!there.ok) return again.said(there.what);
  const values = { ...there.values, body: there.body };
  return open(root, { slug, values, lang, languages: there.languages, stamp: there.stamp, title: t("Edit the term"), again, closed });
}

function open(root, { slug, values, lang, languages, stamp, title, again, closed }) {
  let homonym = false;
  const split = ({ body, ...header }) => ({ values: header, body: body ?? "" });
  openSheet(root, {
    target: `term:${slug}`,
    title,
    descriptions: descriptions(lang, !slug),
    values,
    languages,
    stamp,
    isNew: !slug,
    removing: t("Delete the term"),
    question: `${t("Delete the term?")} ${slug}`,
    first: (body) => body.querySelector(slug ? ".texts textarea" : "select"),
    save: (given, mark) => ask("term/save", { slug, stamp: mark, homonym, ...split(given) }),
    remove: slug ? (mark) => ask("term/delete", { slug, stamp: mark }) : null,
    async fresh() {
      const now = await ask("term", { slug });
      return now.ok ? { values: { ...now.values, body: now.body } } : null;
    },
    done(answer, given) {
      const said = !given ? t("The term is deleted.") : answer.changed ? t("The term is saved.") : t("Nothing was new.");
      if (answer.changed) sayLater({ said, term: given ? answer.slug : "" });
      again.said(said);
    },
    // Another entry has this name.
    known(answer, tell, submit) {
      const other = make("button", { type: "button", class: "small", onclick: () => again.term(answer.known) }, t("Edit that one"));
      const twin = make("button", { type: "button", class: "small", onclick: () => { homonym = true; submit(); } }, t("This is another one"));
      tell(answer.what, other, twin);
      other.focus();
    },
    again: () => (slug ? again.term(slug) : again.newTerm()),
    closed,
  });
}
