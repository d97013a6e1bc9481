// Keys. Any link, button or field with data-key="r" (or "g t", "ctrl+k") is pressed or focused by it; data-name says
// what it does on the sheet and in the palette. j and k move along [data-row]. Letters can be switched off.
import { spoken } from "./words.js";
import { open } from "./dialogs.js";

const OFF = "goodword-letters-off";
const FIRST_OF_TWO = 1200; // ms in which the second key of "g t" is awaited
let first = "";
let since = 0;

const letters = { get off() { return localStorage.getItem(OFF) === "1"; }, set off(value) { localStorage.setItem(OFF, value ? "1" : "0"); } };
const writes = (element) => element.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const isShown = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

export const nameOf = (element) => element.dataset.name || element.getAttribute("aria-label") || element.textContent.trim();
export const actions = () => [...document.querySelectorAll("[data-key], [data-command]")].filter((element) => !element.closest("dialog:not([open])"));

export function press(element) {
  if (writes(element)) element.focus();
  else element.click();
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")].filter(isShown);
  if (!rows.length) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  (row.querySelector(".row-link") ?? row).focus();
  row.scrollIntoView({ block: "nearest" });
}

function find(key) {
  const both = Date.now() - since < FIRST_OF_TWO ? `${first} ${key}` : "";
  const known = actions();
  const found = known.find((element) => element.dataset.key === both) ?? known.find((element) => element.dataset.key === key);
  first = key;
  since = Date.now();
  return found;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey) return;
  const control = event.ctrlKey || event.metaKey;
  const key = (control ? "ctrl+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (key === "Escape" && writes(event.target) && !event.target.closest("dialog")) return void event.target.blur();
  if (!control && (writes(event.target) || letters.off || document.querySelector("dialog[open]"))) return;
  const own = { j: () => move(1), k: () => move(-1), "?": showSheet, x: tick }[key];
  const element = find(key);
  if (!element && !own) return;
  if (element && !isShown(element) && !element.matches("a, .menu-list [data-key]")) return;
  event.preventDefault();
  if (element) press(element);
  else own();
});

function tick() {
  document.activeElement.closest?.("[data-row]")?.querySelector("input[type=checkbox]")?.click();
}

function line(key, words) {
  const term = document.createElement("dt");
  for (const part of key.replace("ctrl+", "Ctrl ").split(" ")) {
    const cap = document.createElement("kbd");
    cap.textContent = part.length === 1 && key.startsWith("ctrl+") ? part.toUpperCase() : part;
    term.append(cap, " ");
  }
  const meaning = document.createElement("dd");
  meaning.textContent = words;
  return [term, meaning];
}

function showSheet() {
  const list = document.getElementById("keys-list");
  const own = [
    ["j k", spoken("Next and previous row")], ["Enter", spoken("Open the row")], ["x", spoken("Tick the row")],
    ["?", spoken("This sheet")], ["Esc", spoken("Close what is open, or leave a field")],
  ];
  const offered = actions().filter((element) => element.dataset.key).map((element) => [element.dataset.key, nameOf(element)]);
  const seen = new Map([...offered, ...own].filter(([key]) => key));
  list.replaceChildren(...[...seen].flatMap(([key, words]) => line(key, words)));
  document.getElementById("keys-letters").checked = !letters.off;
  open(document.getElementById("keys"));
}

document.getElementById("keys")?.addEventListener("opened", showSheet);
document.getElementById("keys-letters")?.addEventListener("change", (event) => { letters.off = !event.target.checked; });
