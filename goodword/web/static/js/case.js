// The Case and Promise screens: sheets as dialogs, the composer's drafts, chips heard while typing, files, frames.
import { spoken } from "./words.js";
import { open } from "./dialogs.js";
import "./case/tabs.js";
import "./case/hearing.js";
import "./case/drafts.js";
import "./case/files.js";
import "./case/format.js";
import "./case/frames.js";
import "./case/hints.js";
import "./case/inserting.js";
import "./case/keeping.js";
import "./case/kept.js";
import "./case/lightbox.js";
import "./case/macros.js";
import "./case/places.js";
import "./case/presence.js";
import "./case/quoting.js";
import "./case/still.js";

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

// What is still on its way when a sheet is closed must not come back into the next one.
sheet?.addEventListener("close", () => document.getElementById("sheet-body").replaceChildren());
document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, requestConfig } = event.detail;
  if (target.id === "sheet-body" && !requestConfig.elt.isConnected) event.detail.shouldSwap = false;
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
  if (copies) navigator.clipboard.writeText(document.getElementById(copies.dataset.copies).value).then(() => { copies.lastChild.textContent = spoken("Copied"); });
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

// Ctrl+Enter sends what is being written (js/keys.js presses the button of a reply by itself).
document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form.write");
  if (!form || event.defaultPrevented || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});
