// Glossary cards. Without this script every term is still a link to its page, and its definition still stands in
// the article's own lexicon; the card only brings that definition to the word.
const doc = document;
if ('popover' in HTMLElement.prototype) {
  const card = doc.createElement('div');
  card.id = 'card';
  // native: Esc, outside click and Android's back gesture close it
  card.popover = 'auto';
  card.tabIndex = -1;
  // a hover card that may hold a link is a non-modal dialog (ARIA practices, tooltip pattern)
  card.role = 'dialog';
  doc.body.append(card);

  // the term whose card is open, the one that was open at pointerdown, was it a finger, the pending change
  let term, before, touch, timer;
  const find = (node) => node.closest?.('a[aria-details]');
  const later = (ms, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const held = () => card.contains(doc.activeElement) || term === doc.activeElement;

  const show = (link, tap = false) => {
    clearTimeout(timer);
    const entry = doc.getElementById(link.getAttribute('aria-details'));
    if (link === term || !entry) return;
    card.hidePopover();
    const name = doc.createElement('b');
    name.append(...entry.previousElementSibling.cloneNode(true).childNodes);
    card.replaceChildren(name, ...entry.cloneNode(true).childNodes);
    card.ariaLabel = name.textContent;
    card.lang = entry.closest('[lang]').lang;
    card.classList.toggle('tap', tap);
    term = link;
    // the stylesheet's hook: this term is the card's anchor
    link.classList.add('on');
    card.showPopover({ source: link });
    if (tap) card.focus();
  };
  card.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'closed') return;
    clearTimeout(timer);
    term?.classList.remove('on');
    term = null;
  });
  doc.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = find(event.target);
    // moving inside the term: do not open again after Esc
    if (link?.contains(event.relatedTarget)) return;
    if (link) later(term ? 150 : 400, () => show(link));
    else if (card.contains(event.target)) clearTimeout(timer);
    else later(300, () => held() || card.hidePopover());
  });
  doc.addEventListener('focusin', (event) => {
    const link = find(event.target);
    if (link?.matches(':focus-visible')) show(link);
    else if (!card.contains(event.target)) card.hidePopover();
  });
  doc.addEventListener('pointerdown', (event) => {
    touch = event.pointerType === 'touch';
    before = term;
    clearTimeout(timer);
  }, true);
  doc.addEventListener('click', (event) => {
    const link = find(event.target);
    // a mouse and a keyboard follow the link
    if (!link || !touch || !event.detail) return;
    event.preventDefault();
    // the second tap closes
    if (before === link) card.hidePopover();
    else show(link, true);
  });
}
