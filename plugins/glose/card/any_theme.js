// Before card.js, for themes whose colours nobody knows: the card takes those of the text that it explains, where these are
// plain and can be read; else it keeps the browser's own.
const parts = (colour) => /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1).map(Number);
// WCAG 2.2, relative luminance and contrast
const light = (colour) => parts(colour).map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
const contrast = (one, other) => {
  if (!parts(one) || !parts(other)) return 0;
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const ground = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    if (backgroundImage !== 'none') return '';
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
  }
  return '';
};
document.getElementById('card')?.addEventListener('beforetoggle', ({ newState, target }) => {
  const link = document.querySelector('a.term.on');
  if (newState !== 'open' || !link) return;
  const [under, text, own] = [ground(link.parentElement), getComputedStyle(link.parentElement).color, getComputedStyle(link).color];
  const plain = contrast(text, under) >= 4.5;
  const found = { '--card': under, '--fg': text, '--acc': contrast(own, under) >= 4.5 ? own : text, '--wash': under };
  for (const [name, colour] of Object.entries(found)) plain ? target.style.setProperty(name, colour) : target.style.removeProperty(name);
});
