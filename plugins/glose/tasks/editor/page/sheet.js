// One dialog with one form: it keeps what is typed, saves it, tells what is wrong at its field, and both versions of a
// conflict. Native: the dialog holds the focus and gives it back, and Esc closes it.
import { fresh, make } from "./element.js";
import { fieldsOf } from "./fields.js";
import { closed, drop, keep, kept, opened } from "./kept.js";
import { t } from "./words.js";

// `form`: target, title, descriptions, values, languages, stamp, extra (state that is kept beside), head (element),
// isNew, save(values, stamp) and remove(stamp), both of which answer as `ask`; fresh() gives what the file says now;
// done(answer, values).
export function openSheet(root, form) {
  const before = kept(form.target);
  const values = before?.values ?? form.values;
  // What is new takes nothing of the file away, however long ago it was begun.
  let stamp = (form.isNew ? null : before?.stamp) ?? form.stamp;
  let saving = false;
  const title = make("h2", { id: fresh("title") }, form.title);
  const said = make("p", { class: "said", role: "status", "aria-live": "polite" });
  const fields = fieldsOf(form.descriptions, values, form.languages, () => typed());
  const actions = make("div", { class: "actions" });
  const save = make("button", { type: "submit", class: "main", "aria-keyshortcuts": "Control+Enter" }, t("Save"), " ", make("kbd", {}, "Ctrl+Enter"));
  const cancel = make("button", { type: "button", onclick: () => dialog.close() }, t("Close"), " ", make("kbd", {}, "Esc"));
  const conflict = make("div", { class: "conflict", hidden: true });
  const body = make("form", { novalidate: true, class: "sheet" }, title);
  const dialog = make("dialog", { "aria-labelledby": title.id }, body);
  if (form.head) body.append(form.head.element);
  body.append(...fields.elements, conflict, said, actions);
  actions.append(save, cancel);
  if (form.remove) {
    actions.append(make("button", { type: "button", class: "danger", onclick: remove }, form.removing));
  }
  if (before) {
    const back = make("button", { type: "button", class: "small", onclick: discard }, t("Throw it away"));
    tell(t("What you had typed is back."), back);
  }

  function tell(words, ...more) {
    said.replaceChildren(words, ...more.flatMap((one) => [" ", one]));
  }

  function typed() {
    fields.show();
    const active = root.activeElement;
    const at = active ? [...body.elements].indexOf(active) : -1;
    keep(form.target, { values: fields.value(), stamp, extra: form.head?.state(), at, caret: caretOf(active) });
  }

  function discard() {
    drop(form.target);
    dialog.close();
    form.again();
  }

  function forgetFaults() {
    for (const one of body.querySelectorAll(".wrong")) one.remove();
    for (const one of body.querySelectorAll("[aria-invalid]")) {
      one.removeAttribute("aria-invalid");
      one.setAttribute("aria-describedby", one.dataset.described ?? "");
      if (!one.dataset.described) one.removeAttribute("aria-describedby");
    }
    conflict.hidden = true;
  }

  function show(faults) {
    let first = null;
    for (const fault of faults) {
      const place = (fault.field && (form.head?.at(fault.field) ?? fields.at(fault.field))) || null;
      const words = fault.todo ? `${fault.what}; ${fault.todo}` : fault.what;
      const line = make("p", { class: "wrong", id: fresh("wrong") }, words);
      if (!place) {
        said.before(line);
        first ??= save;
        continue;
      }
      const control = place.matches("fieldset")
        ? place.querySelector("input, textarea, select, button")
        : place.querySelector("input, textarea, select");
      place.hidden = false;
      place.append(line);
      if (control) {
        control.dataset.described ??= control.getAttribute("aria-describedby") ?? "";
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", `${control.dataset.described} ${line.id}`.trim());
        first ??= control;
      }
    }
    first?.focus();
  }

  async function submit(event) {
    event?.preventDefault();
    if (saving) return;
    saving = true;
    save.setAttribute("aria-disabled", "true");
    typed();
    forgetFaults();
    tell(t("Saving …"));
    const given = fields.value();
    const answer = await form.save(given, stamp);
    saving = false;
    save.removeAttribute("aria-disabled");
    if (answer.ok) finish(answer, given);
    else refused(answer);
  }

  function refused(answer) {
    tell([answer.what, answer.todo].filter(Boolean).join("; "));
    if (answer.faults) show(answer.faults);
    else if (answer.stamp) conflicting(answer);
    else if (answer.known) form.known(answer, tell, submit);
  }

  // The file has changed: what it says now is shown beside, and nothing is decided for anybody.
  async function conflicting(answer) {
    const now = await form.fresh();
    const differ = now ? Object.keys({ ...now.values, ...fields.value() }).filter(
      (key) => JSON.stringify(now.values[key]) !== JSON.stringify(fields.value()[key]) && key !== "modified",
    ) : [];
    const mine = make("button", { type: "button", onclick: () => { stamp = answer.stamp; submit(); } }, t("Save mine all the same"));
    const theirs = make("button", { type: "button", onclick: () => { drop(form.target); dialog.close(); form.again(); } }, t("Take the other"));
    conflict.replaceChildren(make("h3", {}, t("In the file now")));
    for (const key of differ) conflict.append(make("p", {}, make("b", {}, `${key}: `), plain(now.values[key])));
    if (!differ.length) conflict.append(make("p", {}, t("Nothing of this note or entry is another.")));
    conflict.append(make("div", { class: "actions" }, mine, theirs));
    conflict.hidden = false;
    mine.focus();
  }

  function remove() {
    const question = make("h2", { id: fresh("title") }, form.question);
    const yes = make("button", { type: "button", class: "danger" }, form.removing);
    const no = make("button", { type: "button", onclick: () => asked.close() }, t("Keep it"));
    const asked = make("dialog", { "aria-labelledby": question.id, class: "asked" }, question, make("div", { class: "actions" }, no, yes));
    asked.addEventListener("close", () => asked.remove());
    yes.addEventListener("click", async () => {
      asked.close();
      forgetFaults();
      const answer = await form.remove(stamp);
      if (answer.ok) finish(answer, null);
      else refused(answer);
    });
    dialog.append(asked);
    asked.showModal();
    no.focus();
  }

  function finish(answer, given) {
    drop(form.target);
    dialog.close();
    form.done(answer, given);
  }

  body.addEventListener("submit", submit);
  body.addEventListener("input", typed);
  body.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
    // Enter in a line of text is no order to save.
    else if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
  });
  dialog.addEventListener("close", () => {
    closed();
    dialog.remove();
    form.closed?.();
  });
  root.append(dialog);
  dialog.showModal();
  opened(form.target);
  const at = before?.at >= 0 ? body.elements[before.at] : null;
  (at ?? form.first?.(body) ?? body.querySelector("textarea, input, select"))?.focus();
  if (at && before.caret != null) at.setSelectionRange?.(before.caret, before.caret);
  form.head?.changed?.(typed);
  return { dialog, tell };
}

const caretOf = (element) => {
  try {
    return element.selectionStart;
  } catch {
    return null; // a control that has no caret
  }
};

function plain(value) {
  if (value == null) return t("nothing");
  if (typeof value !== "object") return String(value);
  return Object.entries(value).map(([key, one]) => `${Array.isArray(value) ? "" : `${key}: `}${plain(one)}`).join(" · ");
}
