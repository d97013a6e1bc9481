// Nothing written is lost by closing a tab: each draft is kept in this browser until it has gone out.
const PAUSE = 300;
const OLDEST = 30 * 24 * 3600 * 1000;
let timer = 0;

const keyOf = (form) => {
  const moves = new URLSearchParams(location.search).get("moves");
  return `goodword-draft:${location.pathname}:${form.dataset.draft}${moves ? `:${moves}` : ""}`;
};
export const textOf = (form) => form.querySelector("textarea");
export const stored = (form) => JSON.parse(localStorage.getItem(keyOf(form)));
export const forget = (form) => localStorage.removeItem(keyOf(form));

// What the server has of it (js/case/kept.js) is said beside the words: its version there, and whether they are all of it.
export function store(form, { version = stored(form)?.version ?? 0, isKept = false } = {}) {
  const text = textOf(form).value;
  if (text.trim()) localStorage.setItem(keyOf(form), JSON.stringify({ text, at: Date.now(), version, isKept }));
  else forget(form);
}

function restore(form) {
  const field = textOf(form);
  const kept = stored(form);
  if (!kept || field.value.trim()) return;
  const { text, at } = kept;
  if (Date.now() - at > OLDEST) return void forget(form);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (!form || event.target !== textOf(form)) return;
  clearTimeout(timer);
  timer = setTimeout(() => store(form), PAUSE);
});

// It has gone out (or was logged): the draft is forgotten, and whoever wrote stays where they were.
document.addEventListener("htmx:beforeSwap", ({ detail: { requestConfig, xhr } }) => {
  const form = requestConfig.elt?.closest?.("form[data-draft]");
  if (!form || requestConfig.verb !== "post" || xhr.status !== 200 || requestConfig.elt !== form) return;
  clearTimeout(timer);
  forget(form);
  if (location.search) history.replaceState(null, "", location.pathname);
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (form && !form.hasAttribute("hx-post")) forget(form);
});
window.addEventListener("beforeunload", () => document.querySelectorAll("form[data-draft]").forEach((form) => textOf(form).value.trim() && textOf(form).value !== stored(form)?.text && store(form)));

// Where the browser cannot grow a field by itself, it is grown by hand.
if (!CSS.supports("field-sizing", "content")) {
  document.addEventListener("input", ({ target }) => {
    if (!target.matches(".write textarea")) return;
    target.style.blockSize = "auto";
    target.style.blockSize = `${target.scrollHeight + 2}px`;
  });
}

// What came in while the draft was still empty has been seen.
document.addEventListener("refreshed", () => {
  const newest = document.getElementById("timeline")?.dataset.newest;
  const form = document.querySelector("form[data-draft=reply]");
  const seen = form?.querySelector("[name=reply-seen]");
  if (newest && seen && !textOf(form).value.trim()) seen.value = newest;
});

for (const form of document.querySelectorAll("form[data-draft]")) restore(form);
