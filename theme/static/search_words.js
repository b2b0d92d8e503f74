// What a reader's words may mean: the ways in which the index is asked for them, and names that they come near.

// letters without accents and capitals, every apostrophe and quotation mark a plain one, digits of one kind
export const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[’‘ʼ]/g, "'").replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/ة/g, 'ه').replace(/ى/g, 'ي').replace(/ـ/g, '')
  .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) & 15);

// its words alone
const bare = (text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// ── Days ────────────────────────────────────────────────────────────────────────────────────────────────────────
const two = (number) => String(number).padStart(2, '0');
const sound = (day, month) => month >= 1 && month <= 12 && day >= 1 && day <= 31;

// the month that a word names, in the page's language or a neighbour's ("févr.", "Feb", "شباط"), or 0
const monthOf = (word, lang) => {
  const bare = word.replace(/\.$/, '');
  if (bare.length < 3) return 0;
  for (const one of [lang, 'fr', 'en', 'ar', 'ar-SY']) {
    const name = new Intl.DateTimeFormat(one, { month: 'long', timeZone: 'UTC' });
    const found = [...Array(12).keys()].filter((month) => fold(name.format(Date.UTC(2016, month))).startsWith(bare));
    if (found.length === 1) return found[0] + 1;
  }
  return 0;
};

// what stands beside a day in fr, en, ar, de, es, it and pt
const LITTLE = /^(le|du|au|en|de|the|of|on|in|في|من|am|vom|im|den|der|el|del|il|nel|em|no|do)$/;

// the days that words name and nothing else: [year or 0, month, day or 0] each; two where 3/4 may be either
export const days = (words, lang) => {
  const text = fold(words).replace(/[,،]/g, ' ').trim().replace(/^(am|vom|le|du|on|el|il) +(?=\d)/, '');
  let found = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (found) return sound(found[3] ?? 1, +found[2]) ? [[+found[1], +found[2], +(found[3] ?? 0)]] : [];
  found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (found) {
    const [a, b, year] = [+found[1], +found[2], +found[3]];
    const ways = lang.startsWith('en') && a !== b ? [[a, b], [b, a]] : [[a, b]];
    return ways.filter(([day, month]) => sound(day, month)).map(([day, month]) => [year, month, day]);
  }
  const parts = text.split(/\s+/).filter((word) => !LITTLE.test(word));
  const months = parts.map((word) => monthOf(word, lang));
  const at = months.findIndex(Boolean);
  if (at < 0 || parts.length > 3 || months.filter(Boolean).length > 1) return [];
  let [year, day] = [0, 0];
  for (const word of parts.toSpliced(at, 1)) {
    if (/^\d{4}$/.test(word) && !year) year = +word;
    else if (/^\d{1,2}(er|st|nd|rd|th|º|°|\.)?$/.test(word) && !day) day = parseInt(word, 10);
    else return [];
  }
  return (year || day) && sound(day || 1, months[at]) ? [[year, months[at], day]] : [];
};

// a day as the index has it, in a word of its own (plugins/glose/digest/site/found.py)
const token = ([year, month, day]) => `d${year || ''}${two(month)}${day ? two(day) : ''}`;

// a day as the page's language writes it
const written = ([year, month, day], lang) => {
  const style = { month: 'long', timeZone: 'UTC', ...(year && { year: 'numeric' }), ...(day && { day: 'numeric' }) };
  const text = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, style).format(Date.UTC(year || 2016, month - 1, day || 1));
  return lang.startsWith('fr') ? text.replace(/^1 /, '1er ') : text;
};

// ── Queries ─────────────────────────────────────────────────────────────────────────────────────────────────────
// In quotation marks the index is asked for just these words, without them for what begins like them, too.
export const queries = (words, lang) => {
  const found = days(words, lang);
  if (found.length) {
    return found.flatMap((one) => [`"${token(one)}"`, `"${written(one, lang)}"`]);
  }
  const phrase = /^["«“„]\s*(.+?)\s*["»”“]$/u.exec(words);
  const plain = (phrase ? `"${phrase[1]}"` : words.replace(/["«»“”„]/g, ' ')).replace(/[’‘ʼ]/g, "'");
  // the index folds accents, but neither ligatures nor the last letter of Arabic words
  const ways = [[/oe/gi, 'œ'], [/œ/gi, 'oe'], [/ه(?=\P{L}|$)/gu, 'ة'], [/ة/g, 'ه']];
  if (lang.startsWith('de')) ways.push([/ß/g, 'ss'], [/ss/g, 'ß'], [/[aou]e/gi, (two) => `${two[0]}\u0308`.normalize()]);
  return [...new Set([plain, ...ways.map(([letters, others]) => plain.replace(letters, others))])];
};

// Whether a hit has the words: the index answers with what begins like a word that it does not have. Endings may differ.
export const holds = (words, { content, meta }, lang) => {
  if (days(words, lang).length) return true;
  const text = fold(`${meta.title} ${meta.names ?? ''} ${content}`);
  const asked = fold(words).match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const umlauts = (word) => lang.startsWith('de') ? word.replace(/([aou])e/g, '$1') : word; // "mueller" is muller
  return asked.every((word) => [word, umlauts(word)].some((one) => text.includes(one.slice(0, Math.max(4, one.length - 3)))));
};

// How much nearer than its score a hit is: its subject has just these words for a name, it was published on this very
// day, its title tells this day, or the capitals asked for stand in it.
export const nearness = (words, { content, meta }, lang) => {
  const names = [meta.title, ...(meta.names ?? '').split(' · ')];
  if (names.some((name) => bare(name) === bare(words))) return 2;
  const asked = days(words, lang);
  if (asked.some((one) => one.every(Boolean) && meta.published?.startsWith(token(one)))) return 2;
  const told = asked.some((one) => bare(meta.title).includes(bare(written(one, lang))));
  const spelt = /^\p{Lu}{2,6}$/u.test(words) && new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'u').test(`${names} ${content}`);
  return told || spelt ? 1 : 0;
};

// ── Names nearby ────────────────────────────────────────────────────────────────────────────────────────────────
// letters to add, to drop, to change or to exchange with their neighbour (Damerau, "optimal string alignment")
export const distance = (a, b) => {
  let [before, last, row] = [[], [], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
};

const NEAR = 1 / 3;

// of every run of as many words of the name as are asked for, how far the nearest is, as a part of its length
const farness = (asked, name) => {
  const [words, number] = [bare(name).split(' '), asked.split(' ').length];
  const runs = words.map((_, at) => words.slice(at, at + number).join(' ')).concat(words.join(' '), words.join(''));
  return Math.min(...runs.map((run) => distance(asked, run) / Math.max(asked.length, run.length)));
};

// the terms with the nearest names, at most three: rows of search/terms.json (title, address, names)
export const nearest = (words, terms) => {
  const asked = bare(words);
  if (asked.length < 3 || asked.length > 60) return [];
  return terms
    .map(([title, url, names]) => ({ title, url, far: Math.min(...[title, ...names].map((name) => farness(asked, name))) }))
    .filter(({ far }) => far <= NEAR)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3);
};
