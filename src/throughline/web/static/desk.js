// What every page does: the as-of slider. Without this script the form of the slider still works, by its day and button.
import { go } from "./go.js";

const DAY = 86_400_000;

function slider(form) {
  const slide = form.querySelector("input[type=range]");
  const day = form.querySelector("input[type=date]");
  const first = Date.parse(form.dataset.first);
  const iso = (index) => new Date(first + index * DAY).toISOString().slice(0, 10);
  const shown = () => iso(Number(slide.value));

  const grey = () => {
    const until = shown();
    day.value = until;
    slide.setAttribute("aria-valuetext", until);
    form.classList.toggle("is-past", until < form.dataset.last);
    for (const one of document.querySelectorAll("[data-known]")) {
      one.toggleAttribute("data-later", !one.dataset.known || one.dataset.known > until);
    }
  };
  slide.setAttribute("aria-valuetext", shown());
  form.classList.toggle("is-past", shown() < form.dataset.last);
  slide.addEventListener("input", grey);
  slide.addEventListener("change", () => form.requestSubmit());
  day.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams(new FormData(form));
    if (asked.get("as_of") >= form.dataset.last) asked.delete("as_of");
    go(`${form.action.split("?")[0]}${asked.size ? `?${asked}` : ""}`);
  });
}

export function start() {
  const form = document.getElementById("asof");
  if (form && !form.dataset.started) {
    form.dataset.started = "1";
    slider(form);
  }
}

start();
document.addEventListener("desk:shown", start);
