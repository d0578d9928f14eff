// The evidence reader: click or focus words and their record is shown in the list; click or focus a record and its words
// are shown in the text. Without this script the same links jump there and back.
import { go, say } from "./go.js";

const FLASH = 1200; // ms
const ABOVE = 48; // pixels of the record before the one that is shown: one sees that there is more
const BESIDE = matchMedia("(min-width: 62.01rem)"); // else the chosen record is a card at the foot: article.css

function started() {
  const reader = document.querySelector(".reader");
  if (!reader || reader.dataset.started) return;
  reader.dataset.started = "1";
  const text = reader.querySelector(".text");
  const list = reader.querySelector(".list");
  const line = (key) => document.getElementById(key);
  const words = (key) => document.getElementById(`w-${key}`);
  const of = (key) => text.querySelectorAll(`[data-of~="${CSS.escape(key)}"]`);
  const keysOf = (element) => element.dataset.of.split(" ").filter(line);
  let chosen = null;

  function choose(key) {
    if (chosen === key) return;
    for (const one of reader.querySelectorAll(".on")) one.classList.remove("on");
    for (const one of reader.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    chosen = key;
    keep(key && line(key).dataset.id);
    if (!key) return;
    for (const one of of(key)) one.classList.add("on");
    line(key).classList.add("on");
    line(key).querySelector(".to").setAttribute("aria-current", "true");
  }

  // The address of the page names the record, so that it can be sent to somebody.
  function keep(record) {
    const here = new URL(location.href);
    here.searchParams.delete("record");
    here.searchParams.delete("at");
    if (record) here.searchParams.set("record", record);
    here.hash = "";
    history.replaceState(history.state, "", here);
  }

  function toWords(key) {
    choose(key);
    const found = words(key);
    if (!found) return;
    for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    found.scrollIntoView({ block: "center" });
    const shown = found.matches(".m") ? found : found.nextElementSibling ?? found;
    shown.classList.add("flash");
    setTimeout(() => shown.classList.remove("flash"), FLASH);
  }

  function toLine(key) {
    choose(key);
    reveal(key);
  }

  // The list beside the text scrolls by itself; the page moves only as far as it must.
  function reveal(key) {
    if (!BESIDE.matches) return;
    const box = list.querySelector(".records");
    const [seen, wanted] = [box, line(key)].map((one) => one.getBoundingClientRect());
    if (wanted.top < seen.top || wanted.bottom > seen.bottom) box.scrollTop += wanted.top - seen.top - ABOVE;
    line(key).scrollIntoView({ block: "nearest" });
  }

  // Which record a click on words means: the smallest there, and on a second click the next.
  function meant(element) {
    const keys = keysOf(element);
    const again = element.classList.contains("on") ? keys.indexOf(chosen) + 1 : 0;
    return keys[again % keys.length];
  }

  text.addEventListener("click", (event) => {
    const found = event.target.closest("[data-of]");
    if (!found && !event.target.closest("a, summary")) choose(null);
    if (!found || event.metaKey || event.ctrlKey) return;
    const byKey = event.detail === 0; // then it is a link, and means its own record
    const key = byKey ? found.hash.slice(1) : meant(found);
    if (!line(key) || !getSelection().isCollapsed) return;
    event.preventDefault();
    toLine(key);
    if (byKey) line(key).querySelector(".to").focus({ preventScroll: true });
    say(line(key).querySelector(".says").textContent.replace(/\s+/g, " ").trim());
  });
  text.addEventListener("focusin", (event) => {
    const key = event.target.matches("a.m:focus-visible") ? event.target.hash.slice(1) : null;
    if (key && line(key)) toLine(key);
  });
  list.addEventListener("click", (event) => {
    const record = event.target.closest(".record");
    const link = event.target.closest("a");
    const toggle = event.target.closest("[data-toggle]");
    if (toggle && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      go(toggle.href);
    }
    if (toggle || !record || !getSelection().isCollapsed) return;
    const isOther = link && !link.matches(".to"); // such as the statement that an event is told in
    const key = isOther ? link.hash.slice(1) : record.dataset.key;
    if (!line(key)) return;
    event.preventDefault();
    if (isOther) reveal(key);
    toWords(key);
    if (link && event.detail === 0) words(key)?.focus({ preventScroll: true });
  });
  list.addEventListener("focusin", (event) => {
    if (!event.target.matches(".to:focus-visible")) return;
    const { key } = event.target.closest(".record").dataset;
    reveal(key);
    toWords(key);
  });

  reader.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });

  show();

  // What the address asks for: a record, or words; the first record there, or after them, is shown beside them.
  function show() {
    const named = list.querySelector(".picked")?.dataset.key ?? location.hash.replace(/^#(w-)?/, "");
    if (line(named)?.matches(".record")) {
      reveal(named);
      toWords(named);
      return;
    }
    const at = document.getElementById("at");
    const isHere = (one) => one.contains(at) || at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = at && [...text.querySelectorAll("[data-of]")].find((one) => isHere(one) && keysOf(one).length);
    if (next) reveal(keysOf(next)[0]);
  }
}

// j and k go from record to record, wherever one reads.
function step(event) {
  if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const all = [...document.querySelectorAll(".records .to")];
  if (!all.length) return;
  const at = all.findIndex((one) => one.hasAttribute("aria-current"));
  const next = all[event.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)];
  next.focus({ preventScroll: true, focusVisible: true });
}

document.addEventListener("keydown", step);
document.addEventListener("desk:shown", started);
started();
