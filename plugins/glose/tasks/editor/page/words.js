// The interface's words in the language of the page; those that its theme has not are as they stand in the scripts.
const lang = document.documentElement.lang || "en";
const found = await fetch(new URL(`words/${lang}.json`, import.meta.url)).then(
  (answer) => (answer.ok ? answer.json() : {}),
  () => ({}),
);

export const t = (message) => found[message] ?? message;

const names = (() => {
  try {
    return new Intl.DisplayNames([lang], { type: "language" });
  } catch {
    return { of: (tag) => tag };
  }
})();

export function languageName(tag) {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
