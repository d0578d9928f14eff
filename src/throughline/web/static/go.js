// Going to another address of the desk without loading the frame anew: the new page's frame and record take the place
// of the old, focus and scroll stay where they were. What can't be fetched is loaded the plain way.
let asked = null;

export async function go(address, { push = true } = {}) {
  asked?.abort();
  asked = new AbortController();
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asked.signal, headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("main")) throw new Error("no page of the desk");
    if (push) history.pushState({ desk: true }, "", answer.url);
    show(page);
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

// Elements are moved out of the parsed page, never written as markup.
function show(page) {
  const focused = document.activeElement?.id;
  document.title = page.title;
  document.documentElement.dataset.asOf = page.documentElement.dataset.asOf ?? "";
  for (const part of ["header.top", "#main", "footer.foot"]) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("desk:shown"));
  say(document.querySelector("#main h1")?.textContent ?? "");
}

// Tell those who don't see the page what happened.
export function say(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = words;
}

addEventListener("popstate", () => go(location.href, { push: false }));
