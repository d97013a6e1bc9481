// The Case and Promise screens: sheets as dialogs, the composer's drafts, chips heard while typing, files, frames.
import { open } from "./dialogs.js";
import { choose } from "./case/tabs.js";
import "./case/hearing.js";
import "./case/drafts.js";
import "./case/files.js";
import "./case/frames.js";
import "./case/places.js";

const sheet = document.getElementById("sheet");

// A link with data-sheet opens what it leads to over the page; with a modifier key, or without scripts, it is a page.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
  event.preventDefault();
  link.closest("details.menu")?.removeAttribute("open");
  await window.htmx.ajax("GET", link.getAttribute("href"), { target: "#sheet-body", swap: "innerHTML" });
  open(sheet);
  sheet.querySelector("form :is(input, select, textarea):not([type=hidden])")?.focus();
});

// Something was done: the sheet closes, and every part of the page that shows it is fetched anew at once.
document.addEventListener("changed", ({ detail: { names } }) => {
  sheet?.close();
  for (const part of document.querySelectorAll("[data-live]")) {
    if (part.dataset.live.split(" ").some((name) => names.includes(name))) window.htmx.trigger(part, "live");
  }
});

document.addEventListener("click", (event) => {
  const closes = event.target.closest("a[data-closes]");
  if (closes?.closest("dialog")) event.preventDefault();
  const copies = event.target.closest("[data-copies]");
  if (copies) navigator.clipboard.writeText(document.getElementById(copies.dataset.copies).value).then(() => { copies.lastChild.textContent = "Copied"; });
  const fills = event.target.closest("[data-fills]");
  if (fills) fill(document.getElementById(fills.dataset.fills), fills.dataset.value);
  // A quick choice fills in the day and the time beside it.
  const quick = event.target.closest("button[data-day]");
  if (!quick) return;
  const fields = quick.closest(".heard-one, form");
  fill(fields.querySelector("input[type=date]"), quick.dataset.day);
  fill(fields.querySelector("input[type=time]"), quick.dataset.time);
});

function fill(field, value) {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// r, n and c write: the tab is chosen and its field is ready.
document.addEventListener("keydown", (event) => {
  const part = { r: "reply", n: "note", c: "call" }[event.key];
  const busy = event.target.closest?.("textarea, select, input:not([type=radio], [type=checkbox]), dialog") || document.querySelector("dialog[open]");
  if (!part || busy || event.ctrlKey || event.metaKey || event.altKey) return;
  if (choose(part)) event.preventDefault();
});
