// The fields of a form, by a description: each is made with its value, and gives its value back. What a description does
// not name is kept as it was. A path like `sources.0.url` leads from a fault of the loader to its field.
import { fresh, make } from "./element.js";
import { languageName, t } from "./words.js";

const isEmpty = (value) =>
  value == null || value === "" || (typeof value === "object" && !Object.keys(value).length);

// `known`: languages of the site. `changed`: called after a row came or went.
export function fieldsOf(descriptions, values, known, changed, heading = "h3") {
  const base = values && typeof values === "object" ? values : {};
  const controls = descriptions.map((one) => [one, KINDS[one.kind](one, base[one.key], known, changed, heading)]);
  const read = () => Object.fromEntries(controls.map(([one, control]) => [one.key, control.value()]));
  const show = () => {
    const now = read();
    for (const [one, control] of controls) control.element.hidden = one.when ? !one.when(now) : false;
  };
  show();
  return {
    elements: controls.map(([, control]) => control.element),
    show,
    value() {
      const found = { ...base };
      for (const [one, control] of controls) {
        const value = control.element.hidden ? undefined : control.value();
        if (isEmpty(value)) delete found[one.key];
        else found[one.key] = value;
      }
      return found;
    },
    // The element of a path; that of what holds it where it has none of its own.
    at(path) {
      const [key, ...rest] = path.split(".");
      const control = controls.find(([one]) => one.key === key)?.[1];
      return control && (control.at?.(rest.join(".")) ?? control.element);
    },
  };
}

function labelled(description, control, ...more) {
  const id = fresh("field");
  control.id = id;
  const label = make("label", { for: id }, description.label);
  const hint = description.hint ? make("small", { id: `${id}-hint` }, description.hint) : null;
  if (hint) control.setAttribute("aria-describedby", hint.id);
  return make("div", { class: `field ${description.wide ? "wide" : ""}` }, label, hint, control, ...more);
}

function text(description, value) {
  const control = description.rows
    ? make("textarea", { rows: description.rows, dir: "auto" })
    : make("input", { type: description.type ?? "text", dir: "auto", autocomplete: "off" });
  if (description.lang) control.lang = description.lang;
  if (description.type === "url") control.setAttribute("inputmode", "url");
  control.value = value ?? "";
  return { element: labelled(description, control), value: () => control.value.trim() };
}

// A day. What the file has may be none, which a control for days would hide.
function day(description, value) {
  const whole = !value || /^\d{4}-\d\d-\d\d$/.test(value);
  return text({ ...description, type: whole ? "date" : "text" }, value);
}

function choice(description, value) {
  const control = make("select");
  const words = description.words();
  const known = words.map(([word]) => word);
  const first = description.empty != null ? [["", description.empty]] : [];
  const other = value && !known.includes(value) ? [[value, value]] : [];
  for (const [word, label] of [...first, ...words, ...other]) control.append(make("option", { value: word }, label));
  control.value = value ?? (description.empty != null ? "" : description.usual ?? known[0]);
  return { element: labelled(description, control), value: () => control.value };
}

function check(description, value) {
  const id = fresh("field");
  const control = make("input", { type: "checkbox", id });
  control.checked = value === description.on;
  return {
    element: make("div", { class: "field check" }, control, make("label", { for: id }, description.label)),
    // What is meant anyway is written where it was written.
    value: () => (control.checked ? description.on : value && value !== description.on ? value : description.off),
  };
}

function texts(description, value, known) {
  const base = typeof value === "string" ? { [known[0]]: value } : (value ?? {});
  const tags = [...new Set([...known, ...Object.keys(base)])];
  const rows = tags.map((tag) => [
    tag,
    text({ label: languageName(tag), rows: description.rows, lang: tag, wide: true }, base[tag]),
  ]);
  const hint = description.hint ? make("small", {}, ` ${description.hint}`) : null;
  const legend = make("legend", {}, description.label, hint);
  return {
    element: make("fieldset", { class: "texts" }, legend, ...rows.map(([, control]) => control.element)),
    value: () => Object.fromEntries(rows.map(([tag, control]) => [tag, control.value()]).filter(([, one]) => one)),
    at: (path) => rows.find(([tag]) => tag === path)?.[1].element,
  };
}

function record(description, value, known, changed) {
  const inner = fieldsOf(description.fields, value, known, changed);
  const legend = make("legend", {}, description.label);
  return {
    element: make("fieldset", { class: "record" }, legend, ...inner.elements),
    value: () => {
      const found = inner.value();
      // What only has what a form fills in by itself says nothing.
      const usual = description.fields.filter((one) => one.usual !== undefined).map((one) => one.key);
      return Object.keys(found).every((key) => usual.includes(key)) && !value && !description.always ? undefined : found;
    },
    at: (path) => (path ? inner.at(path) : null),
  };
}

function list(description, value, known, changed) {
  const rows = [];
  const holder = make("ol", { class: "rows" });
  const legend = make("legend", {}, description.label);
  const add = make("button", { type: "button", class: "small", onclick: () => row({}, true) }, description.add);
  const element = make("fieldset", { class: "list" }, legend, holder, add);
  const number = () =>
    rows.forEach((one, place) => one.legend.replaceChildren(`${description.item} ${place + 1}`));
  function row(base, focus) {
    const inner = fieldsOf(description.fields, base, known, changed);
    const one = { inner, base, legend: make("legend") };
    const remove = make("button", { type: "button", class: "small" }, description.remove);
    one.group = make("fieldset", { class: "record" }, one.legend, ...inner.elements, remove);
    one.item = make("li", {}, one.group);
    remove.addEventListener("click", () => {
      rows.splice(rows.indexOf(one), 1);
      one.item.remove();
      number();
      add.focus();
      changed();
    });
    rows.push(one);
    holder.append(one.item);
    number();
    if (focus) {
      one.item.querySelector("input, textarea, select").focus();
      changed();
    }
  }
  const isRow = (base) => Array.isArray(value) && value.includes(base);
  const given = Array.isArray(value) && value.length ? value : [description.first ?? {}];
  for (const base of given) row(base, false);
  const usual = description.fields.filter((one) => one.usual !== undefined).map((one) => one.key);
  // A row that the file has stays until somebody removes it.
  const filled = () =>
    rows.filter(({ base, inner }) => isRow(base) || Object.keys(inner.value()).some((key) => !usual.includes(key)));
  return {
    element,
    value: () => filled().map(({ inner }) => inner.value()),
    at(path) {
      const [place, ...rest] = path.split(".");
      const one = filled()[Number(place)] ?? rows[0];
      return path === "" || !one ? element : ((rest.length && one.inner.at(rest.join("."))) || one.group);
    },
  };
}

const KINDS = { text, day, choice, check, texts, record, list };

export const sources = () => ({
  key: "sources",
  kind: "list",
  label: t("Sources"),
  item: t("Source"),
  add: t("Add a source"),
  remove: t("Remove this source"),
  fields: [
    { key: "title", kind: "text", label: t("Title"), wide: true },
    { key: "url", kind: "text", type: "url", label: t("Address"), wide: true },
    { key: "publisher", kind: "text", label: t("Publisher") },
    { key: "date", kind: "text", label: t("Its date"), hint: t("a day, a month or a year") },
  ],
});
