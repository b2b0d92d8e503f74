// Search in this page's own interface: Pagefind's index is loaded when somebody begins to search, not before.
// Without this script the form leads to the glossary from A to Z.
const root = new URL('..', import.meta.url);
const find = (id) => document.getElementById(id);
const [form, list, status] = ['search', 'results', 'status'].map(find);
const say = (key) => {
  status.textContent = status.dataset[key] ?? key;
  list.ariaBusy = key === 'busy';
};

let engine;
const load = () => engine ??= import(new URL('pagefind/pagefind.js', root)).then(async (pagefind) => {
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 28 });
  return pagefind;
});

// the index folds accents but not ligatures: ask for both spellings
const spellings = (words) => [...new Set([words, words.replace(/oe/gi, 'œ'), words.replace(/œ/gi, 'oe')])];

const show = ({ url, meta, excerpt }) => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const text = document.createElement('p');
  link.href = url;
  link.textContent = meta.title;
  text.className = 'ours';
  // of the excerpt's markup only the marks are taken over
  for (const node of new DOMParser().parseFromString(excerpt, 'text/html').body.childNodes) {
    if (node.nodeName !== 'MARK') text.append(node.textContent);
    else text.appendChild(document.createElement('mark')).textContent = node.textContent;
  }
  item.append(link, text);
  return item;
};

let latest;
const search = async (words) => {
  latest = words;
  if (!words) return list.replaceChildren(say(''));
  say('busy');
  try {
    const pagefind = await load();
    const answers = await Promise.all(spellings(words).map((spelling) => pagefind.search(spelling)));
    const hits = new Map(answers.flatMap((answer) => answer.results).map((hit) => [hit.id, hit]));
    const best = [...hits.values()].sort((a, b) => b.score - a.score).slice(0, 20);
    const pages = await Promise.all(best.map((hit) => hit.data()));
    if (latest !== words) return;
    list.replaceChildren(...pages.map(show));
    say(pages.length ? '' : 'none');
  } catch {
    say('fail');
  }
};

form.q.addEventListener('focus', load, { once: true });
form.q.addEventListener('input', () => {
  const words = form.q.value.trim();
  setTimeout(() => form.q.value.trim() === words && search(words), 200);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const words = form.q.value.trim();
  history.replaceState(null, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  search(words);
});
form.q.value = new URLSearchParams(location.search).get('q') ?? '';
if (form.q.value) search(form.q.value.trim());
