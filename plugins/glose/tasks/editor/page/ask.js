// Requests to the local server. The token came with the page, and goes nowhere but into this header.
import { t } from "./words.js";

const tag = document.getElementById("glose-editor");
const token = tag.dataset.token;
delete tag.dataset.token;

export async function ask(task, request) {
  try {
    const answer = await fetch(new URL(task, import.meta.url), {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Glose-Token": token },
      body: JSON.stringify(request),
    });
    return { ok: answer.ok, status: answer.status, ...(await answer.json()) };
  } catch {
    return { ok: false, status: 0, what: t("The server does not answer."), todo: t("Start it again: what you typed stays here.") };
  }
}

export const page = () => decodeURI(location.pathname);
