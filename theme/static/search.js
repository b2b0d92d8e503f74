// Search in this page's own interface: Pagefind's index is loaded when somebody begins to search, not before.
// Without this script the form leads to the glossary from A to Z.
const root = new URL('..', import.meta.url);
// in a theme that is not ours the ids begin with a word of their own, and the page may be said to be in another language
const form = document.getElementById('glose-search') ?? document.getElementById('search');
const find = (id) => document.getElementById(form.id.replace('search', id));
const [list, status, more, retry, near, others] = ['results', 'status', 'more', 'retry', 'near', 'others'].map(find);
const page = document.documentElement;
const { lang } = form.closest('[lang]') ?? page;
const PAGE = 20;

const say = (key, values = {}) => {
  const text = status.dataset[key] ?? '';
  status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  list.ariaBusy = key === 'busy';
};

// ── What is loaded when it is wanted ──────────────────────────────────────────────────────────────────────────────
let engine;
let tries = 0;
const load = () => engine ??= (async () => {
  // a module that failed stays failed under its address
  const again = tries++ ? `?${tries}` : '';
  const [pagefind, words] = await Promise.all(
    [new URL('pagefind/pagefind.js', root), new URL('search_words.js', import.meta.url)].map((module) => import(module + again)),
  );
  await pagefind.options({
    basePath: new URL('pagefind/', root).pathname,
    baseUrl: root.pathname,
    excerptLength: 28,
    ranking: { metaWeights: { title: 5, names: 5, published: 24, days: 20, source: 1, kind: 0, day: 0 } },
  });
  // it asks the page for its language, at once
  const said = page.lang;
  page.lang = lang;
  pagefind.init();
  page.lang = said;
  return { pagefind, ...words };
})().catch((fault) => { engine = undefined; throw fault; });

let known;
const terms = () => known ??= fetch('terms.json').then((answer) => answer.json()).catch((fault) => { known = undefined; throw fault; });

// ── Hits ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const make = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);

// the index has plain apostrophes, that it may find the word behind one
// and it puts a space before a word that is marked ("d' Exempleville")
const typeset = (text) => text.replace(/(?<!\p{L})(\p{L}|\p{L}*qu)' (?=\p{L})/giu, "$1'").replace(/(\p{L})'(?=\p{L})/gu, '$1’');

const show = ({ url, meta, excerpt }) => {
  const item = document.createElement('li');
  const text = make('p', '', { className: 'ours' });
  // of the excerpt's markup only the marks are taken over
  for (const node of new DOMParser().parseFromString(typeset(excerpt), 'text/html').body.childNodes) {
    if (node.nodeName !== 'MARK') text.append(node.textContent);
    else text.append(make('mark', node.textContent));
  }
  const told = [meta.kind, meta.source, meta.day].filter(Boolean).map(typeset).join(' · ');
  item.append(make('a', typeset(meta.title), { href: url }), make('p', told, { className: 'meta' }), text);
  return item;
};

const suggest = (found) => {
  near.replaceChildren(...found.map(({ title, url }) => {
    const item = document.createElement('li');
    item.append(make('a', title, { href: new URL(url, root).href }));
    return item;
  }));
  say(found.length ? 'near' : 'none');
};

let hits = [];
let latest;
const next = async (words) => {
  const from = list.children.length;
  const pages = await Promise.all(hits.slice(from, from + PAGE).map((hit) => hit.data()));
  return latest === words ? pages : undefined;
};

const search = async (words) => {
  latest = words;
  list.replaceChildren();
  near.replaceChildren();
  more.hidden = retry.hidden = true;
  if (!words) return say('');
  say('busy');
  try {
    const { pagefind, queries, holds, nearness, nearest } = await load();
    const answers = await Promise.all(queries(words, lang).map((query) => pagefind.search(query)));
    const best = new Map();
    for (const hit of answers.flatMap(({ results }) => results)) {
      if (hit.score > 0) best.set(hit.id, { data: hit.data, score: hit.score + (best.get(hit.id)?.score ?? 0) });
    }
    if (latest !== words) return;
    hits = [...best.values()].sort((a, b) => b.score - a.score);
    const pages = await next(words);
    if (!pages) return;
    pages.sort((a, b) => nearness(words, b, lang) - nearness(words, a, lang));
    if (!pages.some((page) => holds(words, page, lang))) {
      const found = nearest(words, await terms());
      return latest === words && suggest(found);
    }
    list.append(...pages.map(show));
    more.hidden = list.children.length >= hits.length;
    say('count', { n: hits.length });
  } catch {
    if (latest !== words) return;
    say('fail');
    retry.hidden = false;
  }
};

more.addEventListener('click', async () => {
  const [words, first] = [latest, list.children.length];
  try {
    const pages = await next(words);
    if (!pages) return;
    list.append(...pages.map(show));
    more.hidden = list.children.length >= hits.length;
    list.children[first]?.querySelector('a').focus();
  } catch {
    say('fail');
  }
});

// ── The address says what is asked for, so that the way back from a hit leads to the hits ─────────────────────────
const ask = (words) => {
  const query = words ? `?q=${encodeURIComponent(words)}` : '';
  history.replaceState(null, '', query || location.pathname);
  for (const link of others.querySelectorAll('a')) link.search = query;
  others.hidden = !words || !others.querySelector('a');
  return search(words);
};

form.q.addEventListener('focus', () => load().catch(() => {}), { once: true });
form.q.addEventListener('input', () => {
  const words = form.q.value.trim();
  setTimeout(() => form.q.value.trim() === words && words !== latest && ask(words), 200);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(form.q.value.trim());
});
retry.addEventListener('click', () => ask(form.q.value.trim()));
addEventListener('online', () => retry.hidden || ask(form.q.value.trim()));
form.q.value = new URLSearchParams(location.search).get('q') ?? '';
if (form.q.value) ask(form.q.value.trim());
