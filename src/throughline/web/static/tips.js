// What a mark of a drawing says, beside it, while it is pointed at or has the focus. Without this script the mark's
// title and the table beneath say it.
const tip = document.createElement("div");
tip.className = "tip";
tip.id = "tip";
tip.hidden = true;

function line(kind, words) {
  if (!words) return [];
  const made = document.createElement(kind);
  made.textContent = words;
  return [made];
}

function show(mark) {
  const { tip: name, words, told } = mark.dataset;
  tip.replaceChildren(...line("b", name), ...line("q", words), ...line("span", told));
  if (!tip.isConnected) document.body.append(tip);
  tip.hidden = false;
  const at = (mark.querySelector(".mark") ?? mark).getBoundingClientRect();
  const left = Math.min(at.left + at.width / 2 + 12, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const above = at.top - tip.offsetHeight - 10;
  tip.style.left = `${Math.max(8, left) + scrollX}px`;
  tip.style.top = `${(above < 0 ? at.bottom + 10 : above) + scrollY}px`;
}

const markOf = (event) => event.target.closest?.("[data-tip]");
const hide = () => { tip.hidden = true; };

for (const start of ["pointerover", "focusin"]) {
  document.addEventListener(start, (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else hide();
  });
}
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

// The browser's own tip would say the same a second time; names for those who listen are on the links.
function start() {
  for (const title of document.querySelectorAll("[data-tip] > title")) title.remove();
}
start();
document.addEventListener("desk:shown", () => { hide(); start(); });
