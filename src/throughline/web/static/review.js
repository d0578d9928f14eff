// Keys for what the review desk shows: each presses the button, or follows the link, that names it in data-key.
import { go, say } from "./go.js";

const OFF = "throughline.keys.off";
const ENDS = { j: "This is the last.", k: "This is the first.", u: "There is nothing to undo." };

function isWriting(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null;
}

function isOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isOff()) return;
  if (isWriting(event.target)) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return; // it does its own
  const key = event.key === "Enter" ? "Enter" : event.key.toLowerCase();
  const one = document.querySelector(`#main [data-key="${CSS.escape(key)}"]`);
  if (!one) {
    if (ENDS[key]) say(ENDS[key]);
    return;
  }
  event.preventDefault();
  if (key === "?") one.focus();
  one.click();
}

// Steps within the desk change the page without loading it anew.
function step(event) {
  const link = event.target.closest("a[data-go]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.href);
}

// Queues that take long to count are counted while somebody reads.
async function count() {
  for (const mark of document.querySelectorAll("[data-count]")) {
    const address = mark.dataset.count;
    mark.removeAttribute("data-count");
    mark.textContent = "…";
    try {
      const answer = await fetch(address);
      mark.textContent = answer.ok ? (await answer.json()).count.toLocaleString("en") : "";
    } catch {
      mark.textContent = "";
    }
  }
}

function start() {
  const on = document.getElementById("keys-on");
  if (on) on.checked = !isOff();
  const rest = document.querySelector(".rest"); // it scrolls by itself: the page stays where it is
  const at = rest?.querySelector("[aria-current]");
  if (at) rest.scrollTop = at.offsetTop - rest.offsetTop - rest.clientHeight / 2;
  count();
}

function shown() {
  start();
  const focus = document.getElementById("focus");
  if (focus) say(`${focus.dataset.place}: ${document.getElementById("about").textContent}`);
}

document.addEventListener("keydown", press);
document.addEventListener("click", step);
document.addEventListener("change", (event) => {
  if (event.target.id !== "keys-on") return;
  try {
    localStorage.setItem(OFF, event.target.checked ? "0" : "1");
  } catch { /* storage is off: they stay on */ }
});
document.addEventListener("desk:shown", shown);
start();
