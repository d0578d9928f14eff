// Going to another address of the desk without loading the frame anew: the new page's frame and record take the place
// of the old; focus stays where it was, and so does the line that is being read. What can't be fetched is loaded the
// plain way.
let asked = null;
let shown = location.pathname + location.search;

export async function go(address, { push = true } = {}) {
  stay();
  asked = new AbortController();
  const mine = asked;
  document.getElementById("main").setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: mine.signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("main")) throw new Error("no page of the desk");
    if (push) history.pushState({ desk: true }, "", answer.url);
    asked = null;
    show(page);
  } catch (error) {
    if (!mine.signal.aborted) location.assign(address);
  }
}

// Stay here: whatever was asked for is not wanted any more.
export function stay() {
  asked?.abort();
  asked = null;
  document.getElementById("main").removeAttribute("aria-busy");
}

// Elements are moved out of the parsed page, never written as markup.
function show(page) {
  const focused = document.activeElement?.id || (document.activeElement?.closest("#main") ? "main" : "");
  const [line, top] = reading();
  shown = location.pathname + location.search;
  document.title = page.title;
  document.documentElement.dataset.asOf = page.documentElement.dataset.asOf ?? "";
  for (const part of ["header.top", "#main", "footer.foot"]) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  const again = line && document.getElementById(line);
  if (again) scrollBy({ top: again.getBoundingClientRect().top - top, behavior: "instant" });
  say(document.querySelector("#main h1")?.textContent ?? ""); // a screen may say more
  document.dispatchEvent(new CustomEvent("desk:shown")); // first: what is focused may be made by a screen's own script
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

// The first line in sight, and where it stands; nothing at the top of a page.
function reading() {
  if (scrollY < 1) return [null, 0];
  const under = document.querySelector("header.top")?.getBoundingClientRect().bottom ?? 0;
  for (const one of document.querySelectorAll("#main [data-known][id]")) {
    const { top, bottom } = one.getBoundingClientRect();
    if (bottom > under) return [one.id, top];
  }
  return [null, 0];
}

// Tell those who don't see the page what happened.
export function say(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
}

// Back and forth; a mere step to another place of this page is the browser's own.
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) go(location.href, { push: false });
});
