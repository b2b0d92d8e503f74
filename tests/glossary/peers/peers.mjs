// Runs two JavaScript glossary plugins on the cases given as JSON on standard input; see compare.py.
// node peers.mjs ELEVENTY/lib/glossary.js NODE_MODULES/docusaurus-plugin-glossary
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const [eleventyFile, docusaurusFolder] = process.argv.slice(2);
const cases = JSON.parse(readFileSync(0, "utf8"));
const eleventy = createRequire(import.meta.url)(path.resolve(eleventyFile));
const { default: docusaurus } = await import(path.resolve(docusaurusFolder, "dist/remark/glossary-terms.js"));

function byEleventy({ text, terms }) {
  const options = { terms: {}, autoLinkOnce: false };
  for (const { slug, names } of terms)
    for (const name of names) options.terms[name] = { definition: "x", id: slug };
  let link;
  eleventy({ addShortcode() {}, addTransform() {}, addFilter(name, f) { if (name === "glossaryAutoLink") link = f; } }, options);
  const html = link(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
  return [...html.matchAll(/<a href="#glossary-([^"]*)"[^>]*>(.*?)<\/a>/gs)].map((m) => [m[2].replaceAll("&amp;", "&"), m[1]]);
}

function byDocusaurus({ text, terms }) {
  const given = terms.map(({ slug, names }) => ({
    id: slug, term: names[0] ?? "", aliases: names.slice(1), definition: "x",
    caseSensitive: names.some((name) => name !== name.toLowerCase()),
  }));
  const tree = { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] };
  docusaurus({ terms: given })(tree);
  const paragraph = tree.children.find((node) => node.type === "paragraph");
  return paragraph.children
    .filter((node) => node.name === "GlossaryTerm")
    .map((node) => [node.children[0].value, node.attributes.find((a) => a.name === "id").value]);
}

process.stdout.write(JSON.stringify(cases.map((one) => ({ eleventy: byEleventy(one), docusaurus: byDocusaurus(one) }))));
