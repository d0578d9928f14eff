// The strip beside the chronicle: drag along it, or move its two ends by keyboard, to narrow the page to some days;
// click it to go to the lines of a day. Without this script the same days can be typed into the form.
import { go, say } from "./go.js";

const DAY = 86_400_000;
const CLICK = 5; // units moved that are still a click
const REST = 500; // ms after the last key until the page is asked for
const FAR = { week: 4, month: 12, year: 10 }; // units that PageUp and PageDown move by
const DEEP = { standing: 52, lying: 50 };

const iso = (time) => new Date(time).toISOString().slice(0, 10);

// Where each unit of the axis begins, and the end of the last.
function units(first, last, unit) {
  const found = [];
  const day = new Date(first);
  while (day.getTime() <= last) {
    found.push(day.getTime());
    if (unit === "week") day.setUTCDate(day.getUTCDate() + 7);
    else if (unit === "month") day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCFullYear(day.getUTCFullYear() + 1);
  }
  return [...found, last + DAY];
}

// An axis of days: places along the strip, and units by number.
function axis(svg) {
  const { first, last, unit, long, strip } = svg.dataset;
  const starts = units(Date.parse(first), Date.parse(last), unit);
  const length = starts.at(-1) - starts[0];
  const cut = { week: 10, month: 7, year: 4 }[unit];
  const most = starts.length - 2;
  return {
    most,
    unit,
    along: strip === "standing" ? "y" : "x",
    deep: DEEP[strip],
    at: (time) => Math.max(0, Math.min(1, (time - starts[0]) / length)) * Number(long),
    start: (index) => starts[index],
    end: (index) => starts[index + 1],
    index: (time) => Math.max(0, Math.min(most, starts.findLastIndex((start) => start <= time))),
    time: (place) => starts[0] + (place / Number(long)) * length,
    from: (index) => iso(starts[index]).slice(0, cut),
    to: (index) => iso(starts[index + 1] - DAY).slice(0, cut),
  };
}

function made(name, attributes, parent) {
  const one = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  parent.append(one);
  return one;
}

// A stretch across the strip.
function stretch(on, rect, from, to) {
  const [across, size] = on.along === "y" ? ["width", "height"] : ["height", "width"];
  rect.setAttribute(on.along, from);
  rect.setAttribute(size, Math.max(0, to - from));
  rect.setAttribute(across, on.deep);
}

function brush(svg) {
  const on = axis(svg);
  const group = svg.querySelector(".brush");
  const { start, end, strip } = svg.dataset;
  const chosen = group.querySelector("rect") ?? made("rect", { class: "chosen" }, group);
  let ends = [start ? on.index(Date.parse(start)) : 0, end ? on.index(Date.parse(end)) : on.most];
  let waiting = 0;

  const words = () => (ends[0] === 0 && ends[1] === on.most ? "all days" : `${on.from(ends[0])} to ${on.to(ends[1])}`);
  const handles = ["From", "To"].map((name, which) => {
    const handle = made("g", {
      class: "handle", id: `strip-${strip}-${name.toLowerCase()}`, role: "slider", tabindex: 0,
      "aria-label": `${name}: first or last days to show`.replace("first or last", which ? "last" : "first"),
      "aria-orientation": on.along === "y" ? "vertical" : "horizontal", "aria-valuemin": 0, "aria-valuemax": on.most,
    }, group);
    const bar = on.along === "y" ? { x: 14, width: 24, height: 6, rx: 3 } : { y: 13, width: 6, height: 24, rx: 3 };
    const hit = on.along === "y" ? { x: 0, width: 52, height: 24 } : { y: 0, width: 24, height: 50 };
    made("rect", { class: "hit", ...hit }, handle); // as large as a finger
    made("rect", { class: "grip", ...bar }, handle);
    handle.addEventListener("keydown", (event) => key(event, which));
    return handle;
  });

  function draw() {
    const [from, to] = [on.at(on.start(ends[0])), on.at(on.end(ends[1]))];
    stretch(on, chosen, from, to);
    chosen.toggleAttribute("data-whole", ends[0] === 0 && ends[1] === on.most);
    handles.forEach((handle, which) => {
      const [hit, grip] = handle.children;
      hit.setAttribute(on.along, (which ? to : from) - 12);
      grip.setAttribute(on.along, (which ? to : from) - 3);
      handle.setAttribute("aria-valuenow", ends[which]);
      handle.setAttribute("aria-valuetext", which ? on.to(ends[1]) : on.from(ends[0]));
    });
  }
  function move(which, index) {
    const kept = Math.max(0, Math.min(on.most, index));
    ends[which] = which ? Math.max(kept, ends[0]) : Math.min(kept, ends[1]);
    draw();
  }
  function ask() {
    clearTimeout(waiting);
    const address = new URL(location.href);
    address.hash = "";
    const told = { from: ends[0] > 0 && on.from(ends[0]), to: ends[1] < on.most && on.to(ends[1]) };
    for (const [name, value] of Object.entries(told)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href === location.href.split("#")[0]) return;
    say(words());
    go(address.href);
  }
  function key(event, which) {
    const later = on.along === "y" ? ["ArrowRight", "ArrowDown"] : ["ArrowRight", "ArrowUp"];
    const step = event.key.startsWith("Arrow") ? (later.includes(event.key) ? 1 : -1)
      : { PageDown: FAR[on.unit], PageUp: -FAR[on.unit], Home: -Infinity, End: Infinity }[event.key];
    if (event.key === "Escape") ends = [0, on.most];
    else if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(which, ends[which] + (step ?? 0));
    clearTimeout(waiting);
    waiting = setTimeout(() => svg.isConnected && ask(), REST);
  }
  const place = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse())[on.along];

  let drag = null; // where it began, which end moves (null: a new stretch), and whether it is more than a click
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const held = handles.findIndex((handle) => handle.contains(event.target));
    drag = { began: place(event), which: held < 0 ? null : held, moved: false };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const now = place(event);
    drag.moved ||= Math.abs(now - drag.began) > CLICK;
    if (!drag.moved) return;
    const index = on.index(on.time(now));
    if (drag.which !== null) return move(drag.which, index);
    ends = [on.index(on.time(drag.began)), index].sort((one, other) => one - other);
    draw();
  });
  svg.addEventListener("pointerup", () => {
    if (drag?.moved) ask();
    else if (drag && drag.which === null) jump(iso(on.start(on.index(on.time(drag.began)))));
    drag = null;
  });
  svg.addEventListener("pointercancel", () => { drag = null; });
  draw();
}

const lines = () => [...document.querySelectorAll("#main .line[data-day]:not([data-day=''])")];

// To the first line of a day, or of the days after it.
function jump(day) {
  const all = lines();
  const line = all.find((one) => one.dataset.day >= day) ?? all.at(-1);
  if (!line) return;
  line.scrollIntoView({ block: "start" });
  line.querySelector("a")?.focus({ preventScroll: true });
}

// A notch on the strip where the reader is.
function mark() {
  const under = document.querySelector("header.top").getBoundingClientRect().bottom;
  const line = lines().find((one) => one.getBoundingClientRect().bottom > under);
  for (const svg of document.querySelectorAll("svg[data-strip]")) {
    const on = axis(svg);
    const here = svg.querySelector(".here") ?? made("path", { class: "here" }, svg);
    const at = line ? on.at(Date.parse(line.dataset.day)) : -99;
    here.setAttribute("d", on.along === "y" ? `M-1 ${at}l-6 -4v8z` : `M${at} -1l-4 -6h8z`);
  }
}

// What is not yet published on the day under the as-of slider.
function veil(day) {
  for (const svg of document.querySelectorAll("svg[data-strip]")) {
    const on = axis(svg);
    const rect = svg.querySelector(".unknown") ?? made("rect", { class: "unknown" }, svg);
    stretch(on, rect, on.at(Date.parse(day) + DAY), Number(svg.dataset.long));
  }
}

let isNarrowing = false; // whether the form is open: it stays so from page to page

function narrowing(form) {
  const folded = form.closest("details");
  folded.open = isNarrowing;
  folded.addEventListener("toggle", () => { isNarrowing = folded.open; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    go(`${form.action.split("?")[0]}${asked.length ? `?${new URLSearchParams(asked)}` : ""}`);
  });
}

function start() {
  for (const one of document.querySelectorAll("svg[data-strip], form.filters")) {
    if (one.dataset.started) continue;
    one.dataset.started = "1";
    if (one.matches("form")) narrowing(one);
    else brush(one);
  }
  mark();
}

// Links that only change what this page lists are gone to without losing the line that is read.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#main :is(.chips, .sum, .more, .said) a");
  if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
});

let asked = 0;
addEventListener("scroll", () => { asked ||= requestAnimationFrame(() => { asked = 0; mark(); }); }, { passive: true });
document.addEventListener("desk:day", (event) => veil(event.detail.day));
document.addEventListener("desk:shown", () => {
  start();
  say(document.querySelector("#main .sum")?.textContent.replace(/\s+/g, " ") ?? "");
});
start();
