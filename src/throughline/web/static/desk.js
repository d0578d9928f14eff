// What every page does: the as-of slider. While it is dragged, what was not yet published turns pale, at once; when it
// rests, the page of that day is fetched. Without this script the form still works, by its day and its button.
import { go, stay } from "./go.js";

const DAY = 86_400_000;
const REST = 150; // ms that the slider rests before a page is asked for: less than a held key repeats in
const TYPED = 800; // the same for a day that is typed digit by digit
const MONTH = 30; // days that PageUp and PageDown move by

// Days with a report, as days since the first.
function published(form) {
  let day = 0;
  return [0, ...form.dataset.gaps.split(" ").filter(Boolean).map((gap) => (day += Number(gap)))];
}

// Where a key takes the slider: to a day on which something was published.
function moved(key, at, days) {
  const next = (from) => days.find((day) => day >= from) ?? days.at(-1);
  const last = (from) => days.findLast((day) => day <= from) ?? 0;
  switch (key) {
    case "ArrowRight": case "ArrowUp": return next(at + 1);
    case "ArrowLeft": case "ArrowDown": return last(at - 1);
    case "PageUp": return next(at + MONTH);
    case "PageDown": return last(at - MONTH);
    case "Home": return 0;
    case "End": return days.at(-1);
    default: return null;
  }
}

function slider(form) {
  const slide = form.querySelector("input[type=range]");
  const day = form.querySelector("input[type=date]");
  const words = form.querySelector(".words");
  const days = published(form);
  const were = form.querySelector("[name=maybe]").checked ? "were, or may have been, known" : "were known";
  const first = Date.parse(form.dataset.first);
  const iso = (index) => new Date(first + index * DAY).toISOString().slice(0, 10);
  let lines = null;
  let waiting = 0;

  const look = () => {
    const until = iso(Number(slide.value));
    lines ??= [...document.querySelectorAll("#main [data-known]")];
    let known = 0;
    for (const one of lines) {
      const isKnown = Boolean(one.dataset.known) && one.dataset.known <= until;
      known += isKnown;
      if (one.hasAttribute("data-later") === isKnown) one.toggleAttribute("data-later", !isKnown);
    }
    day.value = until;
    slide.setAttribute("aria-valuetext", until);
    form.classList.toggle("is-past", until < form.dataset.last);
    words.textContent = `On ${until}${lines.length ? `: ${known} of ${lines.length} lines here ${were}` : ""}.`;
    document.dispatchEvent(new CustomEvent("desk:day", { detail: { day: until } }));
  };
  const settle = (rest) => {
    stay();
    clearTimeout(waiting);
    waiting = setTimeout(() => form.isConnected && form.requestSubmit(), rest);
  };

  slide.setAttribute("aria-valuetext", iso(Number(slide.value)));
  slide.addEventListener("input", () => { stay(); clearTimeout(waiting); look(); });
  slide.addEventListener("change", () => settle(REST));
  slide.addEventListener("keydown", (event) => {
    const at = event.altKey || event.ctrlKey || event.metaKey ? null : moved(event.key, Number(slide.value), days);
    if (at === null) return;
    event.preventDefault();
    slide.value = at;
    look();
    settle(REST);
  });
  day.addEventListener("change", () => Date.parse(day.value) >= first && settle(TYPED));
  form.querySelector("[name=maybe]").addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const asked = new URLSearchParams(new FormData(form));
    if (!asked.get("as_of") || asked.get("as_of") >= form.dataset.last) asked.delete("as_of");
    go(`${form.action.split("?")[0]}${asked.size ? `?${asked}` : ""}`);
  });
}

// On a phone the menu scrolls sideways: where we are stands in sight.
function placed() {
  const here = document.querySelector(".menu [aria-current]");
  const menu = here?.closest(".menu");
  if (menu) menu.scrollLeft = here.offsetLeft - menu.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
}

export function start() {
  placed();
  const form = document.getElementById("asof");
  if (form && !form.dataset.started) {
    form.dataset.started = "1";
    slider(form);
  }
}

start();
document.addEventListener("desk:shown", start);
