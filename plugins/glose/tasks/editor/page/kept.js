// What is being typed, until it is saved or thrown away: a page that is loaded again loses nothing.
import { page } from "./ask.js";

const name = (target) => `glose:${page()}:${target}`;
const OPEN = () => `glose:${page()}:open`;
const SAID = "glose:said";

function attempt(action) {
  try {
    return action();
  } catch {
    return null; // a browser that stores nothing
  }
}

export const kept = (target) => attempt(() => JSON.parse(sessionStorage.getItem(name(target))));
export const keep = (target, what) => attempt(() => sessionStorage.setItem(name(target), JSON.stringify(what)));
export const drop = (target) => attempt(() => sessionStorage.removeItem(name(target)));

// The form that was open when the page was left.
export const opened = (target) => attempt(() => sessionStorage.setItem(OPEN(), target));
export const closed = () => attempt(() => sessionStorage.removeItem(OPEN()));
export const wasOpen = () => attempt(() => sessionStorage.getItem(OPEN()));

// What is said once the page has been loaded again, and the words that were saved.
export const sayLater = (what) => attempt(() => sessionStorage.setItem(SAID, JSON.stringify(what)));
export function toSay() {
  return attempt(() => {
    const found = JSON.parse(sessionStorage.getItem(SAID));
    sessionStorage.removeItem(SAID);
    return found;
  });
}
