// Nothing written is lost by closing a tab: each draft is kept in this browser until it has gone out.
const PAUSE = 300;
const OLDEST = 30 * 24 * 3600 * 1000;
let timer = 0;

const keyOf = (form) => {
  const moves = new URLSearchParams(location.search).get("moves");
  return `goodword-draft:${location.pathname}:${form.dataset.draft}${moves ? `:${moves}` : ""}`;
};
const textOf = (form) => form.querySelector("textarea");

function keep(form) {
  const text = textOf(form).value;
  if (text.trim()) localStorage.setItem(keyOf(form), JSON.stringify({ text, at: Date.now() }));
  else localStorage.removeItem(keyOf(form));
}

function restore(form) {
  const field = textOf(form);
  const kept = localStorage.getItem(keyOf(form));
  if (!kept || field.value.trim()) return;
  const { text, at } = JSON.parse(kept);
  if (Date.now() - at > OLDEST) return void localStorage.removeItem(keyOf(form));
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (!form || event.target !== textOf(form)) return;
  clearTimeout(timer);
  timer = setTimeout(() => keep(form), PAUSE);
});

// It has gone out (or was logged): the draft is forgotten, and whoever wrote stays where they were.
document.addEventListener("htmx:beforeSwap", ({ detail: { requestConfig, xhr } }) => {
  const form = requestConfig.elt?.closest?.("form[data-draft]");
  if (!form || requestConfig.verb !== "post" || xhr.status !== 200 || requestConfig.elt !== form) return;
  clearTimeout(timer);
  localStorage.removeItem(keyOf(form));
  if (location.search) history.replaceState(null, "", location.pathname);
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (form && !form.hasAttribute("hx-post")) localStorage.removeItem(keyOf(form));
});
window.addEventListener("beforeunload", () => document.querySelectorAll("form[data-draft]").forEach((form) => textOf(form).value.trim() && keep(form)));

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
