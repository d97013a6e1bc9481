// The command palette: places, actions of the open page, and what the desk finds (/search) for the words typed.
import { actions, nameOf, press } from "./keys.js";
import { spoken } from "./words.js";

const palette = document.getElementById("palette");
const field = palette?.querySelector("input");
const list = document.getElementById("palette-list");
const MOST = 8;
let asked = null;
let pause = 0;

// How well a name fits: every letter in order; beginnings of words and unbroken runs count more. -1 is no fit.
export function fit(name, words) {
  const text = name.toLowerCase();
  let at = -1;
  let score = 0;
  for (const letter of words.toLowerCase().replaceAll(" ", "")) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return -1;
    if (next === 0 || text[next - 1] === " ") score += 4;
    else score -= Math.min(next - at, 5) / 5;
    if (at >= 0 && next === at + 1) score += 3;
    at = next;
  }
  return score;
}

function offered() {
  const places = [...document.querySelectorAll("[data-place]")];
  const pressed = actions().filter((element) => element.dataset.opens !== "palette" && !element.matches("[data-place]"));
  return [...places, ...pressed].map((element) => ({ name: nameOf(element), key: element.dataset.key ?? "", go: () => press(element) }));
}

function option({ name, key, go }, index) {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `palette-${index}`;
  item.textContent = name;
  if (key) {
    const cap = document.createElement("kbd");
    cap.textContent = key.replace("ctrl+", "Ctrl ");
    item.append(cap);
  }
  item.addEventListener("click", () => { palette.close(); go(); });
  return item;
}

function show() {
  const words = field.value.trim();
  const seen = new Set();
  const found = offered()
    .filter(({ name }) => name && !seen.has(name) && seen.add(name))
    .map((choice) => ({ ...choice, score: words ? fit(choice.name, words) : 0 }))
    .filter(({ score }) => score >= 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, words ? MOST : 12);
  list.replaceChildren(...found.map(option));
  choose(0);
  clearTimeout(pause);
  asked?.abort();
  if (words.length > 1) pause = setTimeout(() => search(words), 120);
}

async function search(words) {
  asked = new AbortController();
  try {
    const answer = await fetch(`/search?${new URLSearchParams({ q: words })}`, { signal: asked.signal });
    if (!answer.ok || words !== field.value.trim()) return;
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    list.append(holder.content);
    if (!list.querySelector("[aria-selected=true]")) choose(0);
    document.getElementById("palette-said").textContent = spoken("%(number)s found", { number: options().length });
  } catch (problem) {
    if (problem.name !== "AbortError") throw problem;
  }
}

const options = () => [...list.querySelectorAll("[role=option]")];

function choose(index) {
  const all = options();
  for (const item of all) item.setAttribute("aria-selected", "false");
  const chosen = all[(index + all.length) % all.length];
  chosen?.setAttribute("aria-selected", "true");
  chosen?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", chosen?.id ?? "");
}

if (palette) {
  palette.addEventListener("opened", () => { field.value = ""; show(); });
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    const here = options().findIndex((item) => item.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); choose(here + step); }
    if (event.key === "Enter" && here >= 0) { event.preventDefault(); options()[here].click(); }
  });
  list.addEventListener("click", (event) => {
    const found = event.target.closest("[data-href]");
    if (found) location.assign(found.dataset.href);
  });
}
