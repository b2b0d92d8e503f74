// The form of a note: the words that it is on, what it says, where that comes from.
import { ask, page } from "./ask.js";
import { fresh, make } from "./element.js";
import { sources } from "./fields.js";
import { kept, sayLater } from "./kept.js";
import { openSheet } from "./sheet.js";
import { t } from "./words.js";

export const kinds = () => [
  ["context", t("Context")],
  ["claim", t("Claim")],
  ["sic", t("Spelling")],
  ["variant", t("Variant")],
  ["source", t("Source")],
  ["followup", t("What followed")],
  ["translation", t("Translation")],
  ["correction", t("Correction")],
  ["rights", t("Rights")],
];

const results = () => [
  ["unverified", t("not verified")],
  ["confirmed", t("confirmed")],
  ["contradicted", t("contradicted")],
  ["mixed", t("mixed")],
];

const certainties = () => [
  ["high", t("high")],
  ["medium", t("medium")],
  ["low", t("low")],
];

const ratings = () => [1, 2, 3, 4, 5].map((one) => [String(one), String(one)]);

const descriptions = () => [
  { key: "kind", kind: "choice", label: t("Kind"), words: kinds },
  { key: "certainty", kind: "choice", label: t("How sure we are"), words: certainties, empty: "–" },
  { key: "body", kind: "texts", label: t("What it says"), rows: 3, hint: t("Markdown") },
  {
    key: "claim",
    kind: "record",
    label: t("The claim"),
    when: (now) => now.kind === "claim",
    always: true,
    fields: [
      { key: "speaker", kind: "texts", label: t("Who said it"), rows: 1 },
      { key: "reported_by", kind: "text", label: t("Who reported it") },
      { key: "on", kind: "day", label: t("The day on which it was said") },
      { key: "result", kind: "choice", label: t("What came of looking into it"), words: results, usual: "unverified" },
      { key: "what", kind: "texts", label: t("What was said, in one sentence"), rows: 2 },
      { key: "found", kind: "texts", label: t("What was found"), rows: 2 },
      {
        key: "rating",
        kind: "record",
        label: t("Our verdict, where there is one"),
        fields: [
          { key: "value", kind: "choice", label: t("From 1, the worst, to 5, the best"), words: ratings, empty: "–" },
          { key: "says", kind: "texts", label: t("The verdict in words"), rows: 1 },
        ],
      },
    ],
  },
  sources(),
  { key: "by", kind: "text", label: t("Who writes it") },
  { key: "as_of", kind: "day", label: t("True on") },
  { key: "review_after", kind: "day", label: t("To be looked at again after") },
  { key: "status", kind: "check", label: t("A draft: readers do not see it"), on: "draft" },
];

// The words of the article: selected, or typed and looked for. `state` is kept while the form is.
function wordsOf(values, found, info) {
  const state = {
    on: values.on ?? "",
    hint: values.hint ?? "",
    part: values.in ?? "body",
    words: found?.words ?? partsOf(values.on ?? ""),
    typed: found?.words[1] ?? partsOf(values.on ?? "")[1],
    wrong: found?.wrong ?? "",
  };
  const parts = { body: t("Text"), caption: t("Caption"), title: t("Headline") };
  const words = make("input", { id: fresh("words"), dir: "auto", autocomplete: "off", lang: info.lang });
  const part = make("select", { id: fresh("part") }, ...info.parts.map((one) => make("option", { value: one }, parts[one])));
  const paragraph = make("input", { id: fresh("paragraph"), type: "number", min: 1, inputmode: "numeric" });
  const number = make("div", { class: "field", hidden: true }, make("label", { for: paragraph.id }, t("Paragraph")), paragraph);
  const shown = make("blockquote", { lang: info.lang, dir: "auto" });
  const wrong = make("p", { class: "wrong", role: "alert", hidden: true });
  const field = make("div", { class: "field wide" }, make("label", { for: words.id }, t("Words of the article")), words);
  const place = make("div", { class: "field" }, make("label", { for: part.id }, t("Where they stand")), part);
  const element = make("fieldset", { class: "words" }, make("legend", {}, t("On")), field, place, number, shown, wrong);
  let changed = () => {};

  function show() {
    const [before, exact, after] = state.words;
    shown.replaceChildren(before, make("mark", {}, exact), after);
    shown.hidden = !exact;
    wrong.textContent = state.wrong;
    wrong.hidden = !state.wrong;
    number.hidden = !state.wrong && !paragraph.value;
  }

  let asking = null;
  async function look() {
    if (!words.value.trim() || (words.value === state.typed && part.value === state.part && !paragraph.value)) return;
    const request = { page: page(), part: part.value, exact: words.value };
    if (paragraph.value) request.paragraph = Number(paragraph.value);
    state.typed = words.value;
    state.part = part.value;
    asking = ask("quote", request);
    const answer = await asking;
    if (answer.ok) Object.assign(state, { on: answer.on, hint: String(answer.hint), words: answer.words, wrong: "" });
    else Object.assign(state, { on: "", hint: "", words: ["", "", ""], wrong: answer.what });
    show();
    changed();
  }

  words.value = state.typed;
  part.value = state.part;
  for (const one of [words, part, paragraph]) one.addEventListener("change", look);
  show();
  return {
    element,
    state: () => state,
    values: async () => {
      await look();
      await asking;
      return { on: state.on, hint: state.hint, in: state.part === "body" ? undefined : state.part };
    },
    at: (path) => (["on", "hint", "in"].includes(path) ? field : null),
    changed: (action) => (changed = action),
    restore(other) {
      Object.assign(state, other);
      words.value = state.typed;
      part.value = state.part;
      show();
    },
  };
}

// "before|words|after", in which \| is a bar of the text.
function partsOf(on) {
  const parts = on.split(/(?<!\\)(?:\\\\)*\|/).map((one) => one.replace(/\\([\\|])/g, "$1"));
  return parts.length === 3 ? parts : ["", parts[0] ?? "", parts[1] ?? ""];
}

// A new note on what is selected (`found` is the server's quotation of it), or one that is there.
export function openNote(root, info, { note = null, found = null, again, closed }) {
  const id = note?.values.id ?? "";
  const values = note?.values ?? { by: info.by, ...(found?.on ? { on: found.on, hint: String(found.hint) } : {}) };
  if (found?.part && found.part !== "body" && !note) values.in = found.part;
  const head = wordsOf(values, found, info);
  const target = `note:${id}`;
  const form = {
    target,
    title: id ? t("Edit the note") : t("New note"),
    descriptions: descriptions(),
    values,
    languages: info.languages,
    stamp: info.stamp,
    isNew: !id,
    head,
    removing: t("Delete the note"),
    question: `${t("Delete the note?")} ${head.state().words[1]}`,
    first: (body) => body.querySelector(head.state().on ? ".texts textarea" : ".words input"),
    async save(given, stamp) {
      const about = { ...given, ...(await head.values()) };
      return ask("note", { page: page(), stamp, id, note: about });
    },
    remove: id ? (stamp) => ask("note/delete", { page: page(), stamp, id }) : null,
    async fresh() {
      const now = await ask("notes", { page: page() });
      return now.ok ? (now.notes.find((one) => one.values.id === id) ?? null) : null;
    },
    done(answer, given) {
      const said = !given ? t("The note is deleted.") : answer.changed ? t("The note is saved.") : t("Nothing was new.");
      if (answer.changed) sayLater({ said, words: given ? head.state().words[1] : "" });
      again.said(said);
    },
    known: () => {},
    again: () => again.open(id),
    closed,
  };
  const before = kept(target)?.extra;
  if (before) head.restore(before);
  return openSheet(root, form);
}
