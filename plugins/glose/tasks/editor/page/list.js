// All notes of the article, also those that its page does not show: drafts, unfinished ones, those that have lost their words.
import { fresh, make } from "./element.js";
import { kinds } from "./note.js";
import { t } from "./words.js";

export function openList(root, info, edit) {
  const title = make("h2", { id: fresh("title") }, t("Notes on this article"));
  const named = new Map(kinds());
  const rows = info.notes.map((note) => {
    const states = [
      note.draft ? t("draft") : "",
      note.lacks.length ? t("not finished") : "",
      note.place === "found" ? "" : t("its words are not found"),
    ].filter(Boolean);
    const words = make("q", { lang: info.lang }, note.exact);
    const button = make("button", { type: "button", onclick: () => { dialog.close(); edit(note); } }, t("Edit"));
    button.setAttribute("aria-label", `${t("Edit")} ${note.exact}`);
    const kind = make("b", {}, named.get(note.values.kind) ?? String(note.values.kind ?? "?"));
    return make("li", {}, make("span", {}, kind, " ", words, states.length ? make("em", {}, ` ${states.join(", ")}`) : null), button);
  });
  const close = make("button", { type: "button", onclick: () => dialog.close() }, t("Close"), " ", make("kbd", {}, "Esc"));
  const said = info.wrong ? make("p", { class: "wrong" }, info.wrong) : null;
  const list = rows.length ? make("ul", { class: "notes" }, ...rows) : make("p", {}, t("There is none yet."));
  const dialog = make("dialog", { "aria-labelledby": title.id }, make("div", { class: "sheet" }, title, said, list, make("div", { class: "actions" }, close)));
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
  (dialog.querySelector("li button") ?? close).focus();
}
