// What is selected in an article: its words, and how many letters that are no spaces stand before them in the same text.
// Nothing that the editors add counts: notes, their marks, what is hidden.

const PARTS = [
  ["body", ".body, .text:not(:has(.body))"],
  ["caption", "figcaption p, #picture > q"],
  ["title", "main h1"],
];
const ADDED = "details, aside, figure, .ref, sup > [role=doc-noteref], .pull-quote, .standfirst, [hidden], script, style, .glose-edit";
// The same as SPACES of notes/selected.py.
const SPACES = /[\s\x1c-\x1f\x85\xad\u200b-\u200f\u2060\ufeff]+/g;
const KEPT = 60; // letters before, which tell whether the page shows the same text

export const solid = (text) => text.replace(SPACES, "");

function textsOf(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.TEXT_NODE
      ? NodeFilter.FILTER_ACCEPT
      : node.matches(ADDED)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP,
  );
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

function within(range, part) {
  let before = "";
  let exact = "";
  for (const node of textsOf(part)) {
    if (!range.intersectsNode(node)) {
      if (!exact && range.comparePoint(node, 0) < 0) before += node.data;
      continue;
    }
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (!exact) before += node.data.slice(0, start);
    exact += node.data.slice(start, end);
  }
  return { before, exact };
}

// `null` where nothing of an article is selected.
export function selected(selection = document.getSelection()) {
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  for (const [part, selector] of PARTS) {
    for (const element of document.querySelectorAll(selector)) {
      if (!range.intersectsNode(element)) continue;
      const { before, exact } = within(range, element);
      if (!solid(exact)) continue;
      const letters = [...solid(before)];
      const mention = closest(range.startContainer)?.closest("a.term, [role=doc-glossref]");
      return {
        part,
        exact: exact.trim(),
        at: letters.length,
        before: letters.slice(-KEPT).join(""),
        lang: element.closest("[lang]")?.lang ?? document.documentElement.lang,
        term: mention?.getAttribute("aria-details")?.replace(/^term-/, "") ?? "",
      };
    }
  }
  return null;
}

const closest = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
