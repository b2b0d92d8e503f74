// One card for every term. Without it a term is a link to its entry, and the lexicon of the page defines it; the card
// brings that definition to the word.
const doc = document, root = doc.documentElement, card = doc.getElementById('card');
if (card?.showPopover) {
  const [, name, , text] = card.children;
  // the term whose card is open, the one that was open when a pointer went down, whether that is a finger
  let term, was, touch, timer;
  const wait = (ms, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const held = () => card.contains(doc.activeElement) || term === doc.activeElement;
  const show = (link, y, tap = false) => {
    clearTimeout(timer);
    const entry = doc.getElementById(link.getAttribute('aria-details'));
    if (link === term || !entry) return;
    card.hidePopover();
    name.replaceChildren(...entry.previousElementSibling.cloneNode(true).childNodes);
    text.replaceChildren(...entry.cloneNode(true).childNodes);
    text.lang = entry.closest('[lang]').lang;
    text.dir = entry.closest('[dir]')?.dir;
    // Enter on the term leads where the card's link does: for the keyboard it is no stop of its own
    for (const a of text.querySelectorAll('a')) a.tabIndex = tap - 1;
    // in the lexicon a name leads back to the text: here that is where one is
    for (const a of name.querySelectorAll('a')) a.replaceWith(...a.childNodes);
    card.ariaLabel = name.textContent;
    // a term may stand on two lines: the card opens beside the one that is pointed at, where there is more room
    const lines = [...link.getClientRects()], at = lines.find((line) => !(y > line.bottom)) ?? lines.at(-1);
    const below = innerHeight - at.bottom, up = below < at.top;
    card.style.cssText = `--x:${root.dir === 'rtl' ? root.clientWidth - at.right : at.left}px;--h:${up ? at.top : below}px;--y:${up ? root.clientHeight - at.top - scrollY : at.bottom + scrollY}px`;
    card.className = (up ? 'up ' : '') + (tap ? 'tap' : '');
    term = link;
    link.classList.add('on');
    card.showPopover({ source: link });
    card.scrollTop = 0;
    if (tap) card.focus({ preventScroll: true });
  };
  card.onbeforetoggle = (event) => {
    if (event.newState === 'open') return;
    clearTimeout(timer);
    term?.classList.remove('on');
    term = null;
  };
  const on = (type, act) => doc.addEventListener(type, (event) => act(event, event.target.closest?.('a[aria-details]')), true);
  on('pointerover', (event, link) => {
    if (event.pointerType === 'touch' || link?.contains(event.relatedTarget)) return;
    if (link) wait(term ? 150 : 400, () => show(link, event.clientY));
    else if (card.contains(event.target)) clearTimeout(timer);
    else wait(300, () => held() || card.hidePopover());
  });
  on('focusin', (event, link) => {
    if (link?.matches(':focus-visible')) show(link);
    else if (!card.contains(event.target)) card.hidePopover();
  });
  on('pointerdown', (event) => {
    touch = event.pointerType === 'touch';
    was = term;
    clearTimeout(timer);
  });
  on('click', (event, link) => {
    // a mouse and a keyboard follow the link
    if (!link || !touch || !event.detail) return;
    event.preventDefault();
    // the second tap closes
    if (was === link) card.hidePopover();
    else show(link, event.clientY, true);
  });
}
