// The pages of Pelican's simple theme without its feeds: article, home, tags, categories and authors by twenty.
const PAGE = 20;

export default function (config) {
  config.addGlobalData("layout", "article.njk");
  config.addCollection("groups", (api) => {
    const entries = api.getFilteredByGlob("content/*.md").sort((a, b) => b.date - a.date);
    return [
      ...pages("", entries),
      ...by("category", entries, (entry) => [entry.data.category]),
      ...by("author", entries, (entry) => [entry.data.author]),
      ...by("tag", entries, (entry) => entry.data.tags),
    ];
  });
  config.addCollection("categories", (api) =>
    [...new Set(api.getFilteredByGlob("content/*.md").map((entry) => entry.data.category))].sort());
  config.addFilter("summary", (html) =>
    String(html || "").replace(/<[^>]*>/g, "").split(/\s+/, 50).join(" "));
  config.addFilter("iso", (date) => date.toISOString());
  return { dir: { input: ".", output: "output" }, markdownTemplateEngine: false };
}

function by(kind, entries, keys) {
  const groups = new Map();
  for (const entry of entries)
    for (const key of keys(entry)) (groups.get(key) ?? groups.set(key, []).get(key)).push(entry);
  return [...groups].flatMap(([name, items]) => pages(name, items, kind));
}

function pages(name, items, kind) {
  const of = Math.ceil(items.length / PAGE);
  return Array.from({ length: of }, (_, n) => (
    { kind, name, of, number: n + 1, items: items.slice(n * PAGE, (n + 1) * PAGE) }));
}
