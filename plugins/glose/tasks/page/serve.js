// What `invoke serve` adds to each page it sends, and no built site has: it loads the page again when a new site is up,
// and shows what is wrong over the last good one.
const here = import.meta.url;
const { since } = document.getElementById("glose-serve").dataset;
const CLOSED = "glose-serve-closed";
const MANY = 20; // as reloading.py counts

const make = (name, attributes = {}, ...inside) => {
  const found = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) found.setAttribute(key, value);
  found.append(...inside);
  return found;
};

// What it says comes in the language of the terminal, whatever the page's own is.
const host = make("div", { dir: "ltr", class: "glose-serve" });
const root = host.attachShadow({ mode: "open" });
const place = make("div", { role: "alert" }); // it is there before what it says, or nobody hears it
const status = make("p", { role: "status" });
root.append(make("link", { rel: "stylesheet", href: new URL("serve.css", here).href }), place, status);
document.body.before(host);

const item = (joint) => ({ place, what, todo }) => {
  const found = make("li", {}, make("code", {}, place), ` ${what}`);
  if (todo) found.append(joint, make("em", {}, todo));
  return found;
};

let shown = "";
const close = () => {
  sessionStorage.setItem(CLOSED, shown);
  place.replaceChildren();
};

const show = ({ wrong, aside, title, says, joint, more, close: label }) => {
  const faults = [...wrong, ...aside];
  const next = faults.length ? JSON.stringify([wrong, aside]) : "";
  if (next === shown) return;
  shown = next;
  if (!next) sessionStorage.removeItem(CLOSED);
  if (!next || sessionStorage.getItem(CLOSED) === next) return place.replaceChildren();
  const button = make("button", { type: "button", "aria-keyshortcuts": "Escape" }, label);
  button.addEventListener("click", close);
  const list = make("ul", {}, ...faults.slice(0, MANY).map(item(joint)));
  if (more) list.append(make("li", {}, more));
  place.replaceChildren(make("section", { class: wrong.length ? "wrong" : "aside", tabindex: "-1" },
    make("h2", {}, title), button, make("p", {}, says), list));
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && place.childElementCount) close();
});

const searching = /\/search\/(?:index\.html)?$/.test(location.pathname);
let waits = false;
const search = (says) => {
  if (!searching) return;
  if (waits && !says) return location.reload(); // the address has what was asked for
  waits = Boolean(says);
  status.textContent = says;
};

const events = new EventSource(`${new URL("reload", here).pathname}?${since}&page=${encodeURIComponent(location.pathname)}`);
events.addEventListener("message", () => location.reload());
events.addEventListener("news", ({ data }) => {
  const news = JSON.parse(data);
  host.dataset.heard = "true";
  host.lang = news.lang;
  show(news);
  search(news.search);
});
