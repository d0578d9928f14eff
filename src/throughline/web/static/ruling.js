// Rulings: a form is sent once and says that it is; who rules, and why, is remembered in this browser; what a ruling
// changed is fetched once it is known. Without this script the forms, and the page of a ruling, do the same.
import { say } from "./go.js";

const AUTHOR = "throughline.author";
const REASONS = "throughline.reasons";
const KEPT = 8; // reasons to choose from

function remembered() {
  try {
    return { author: localStorage.getItem(AUTHOR), reasons: JSON.parse(sessionStorage.getItem(REASONS) ?? "[]") };
  } catch {
    return { author: null, reasons: [] }; // storage is off, or not ours
  }
}

function remember(form) {
  try {
    const author = form.elements.namedItem("author")?.value;
    const reason = form.elements.namedItem("reason")?.value;
    if (author) localStorage.setItem(AUTHOR, author);
    if (reason) {
      const others = remembered().reasons.filter((one) => one !== reason);
      sessionStorage.setItem(REASONS, JSON.stringify([reason, ...others].slice(0, KEPT)));
    }
  } catch { /* storage is off */ }
}

function offer() {
  const { author, reasons } = remembered();
  if (author) {
    for (const field of document.querySelectorAll("form.ruling [name=author]")) field.value = author;
    for (const form of document.querySelectorAll("form.ruling.one:not(:has([name=author]))")) form.append(hidden("author", author));
    for (const shown of document.querySelectorAll("[data-author]")) shown.textContent = author;
  }
  let list = document.getElementById("reasons");
  if (!list) {
    list = document.createElement("datalist");
    list.id = "reasons";
    document.body.append(list);
  }
  list.replaceChildren(...reasons.map((reason) => new Option(reason, reason)));
}

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}

function send(event) {
  const form = event.target;
  if (!form.matches("form.ruling")) return;
  if (document.body.dataset.ruling) {
    event.preventDefault(); // one at a time
    return;
  }
  document.body.dataset.ruling = "1";
  remember(form);
  form.setAttribute("aria-busy", "true");
  const words = form.getAttribute("action") === "/undo" ? "Taking it back" : "Keeping the ruling";
  const told = document.createElement("span");
  told.className = "busy";
  told.textContent = `${words}: the record is being worked out anew …`;
  form.append(told);
  say(told.textContent);
}

// A page that the browser kept whole comes back as it was left: busy.
function rest() {
  delete document.body.dataset.ruling;
  for (const told of document.querySelectorAll("form.ruling .busy")) told.remove();
  for (const form of document.querySelectorAll("form.ruling[aria-busy]")) form.removeAttribute("aria-busy");
}

async function tell() {
  const link = document.querySelector("#ruled [data-moved]");
  if (!link || link.dataset.started) return;
  link.dataset.started = "1";
  try {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const moved = page.getElementById("moved");
    if (!answer.ok || !moved) return;
    link.closest("section").append(document.adoptNode(moved));
    say((document.querySelector("#ruled p")?.textContent ?? "").replace(/\s+/g, " "));
  } catch { /* the link is still there */ }
}

// The address of the page is permanent: what was ruled just now is no part of it.
function plain() {
  const here = new URL(location.href);
  if (!here.searchParams.has("ruled")) return;
  here.searchParams.delete("ruled");
  history.replaceState(history.state, "", here);
}

function start() {
  offer();
  tell();
  plain();
}

document.addEventListener("submit", send);
document.addEventListener("desk:shown", start);
addEventListener("pageshow", rest);
start();
