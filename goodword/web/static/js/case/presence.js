// Who else has this case open: each page says every few seconds that it is, and whether somebody types in it.
import { spoken } from "../words.js";

const BEAT = 20_000;
const TYPES = 5_000;
let typedAt = 0;
let toldAt = 0;
let timer = 0;
let told = false;

const holderNow = () => document.querySelector("[data-present]");
const isTyping = () => Date.now() - typedAt < TYPES;

function bodyOf(more = {}) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  return body;
}

async function beat() {
  clearTimeout(timer);
  const holder = holderNow();
  if (!holder || document.hidden) return;
  told = isTyping();
  toldAt = Date.now();
  timer = setTimeout(beat, told ? TYPES : BEAT);
  const answer = await fetch(holder.dataset.present, { method: "POST", body: bodyOf(told ? { writes: "on" } : {}), headers: { "HX-Request": "true" } }).catch(() => null);
  if (answer?.status === 200) show(await answer.text());
}

function whoWrites(names) {
  if (names.length < 2) return spoken("%(name)s is writing", { name: names[0] });
  const all = names.reduce((before, name) => spoken("%(names)s and %(name)s", { names: before, name }));
  return spoken("%(names)s are writing", { names: all });
}

function show(words) {
  const holder = holderNow();
  if (!holder || holder.dataset.words === words) return;
  holder.dataset.words = words;
  holder.innerHTML = words;
  const names = [...holder.querySelectorAll("[data-writes]")].map((one) => one.dataset.writes);
  const beside = document.querySelector("[data-others]");
  if (beside) beside.textContent = names.length ? whoWrites(names) : "";
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches(".write textarea") || !target.value.trim()) return;
  typedAt = Date.now();
  if (!told) beat();
});
document.addEventListener("live", ({ target }) => target.matches?.("[data-present]") && Date.now() - toldAt > 200 && beat());
document.addEventListener("visibilitychange", () => !document.hidden && beat());
window.addEventListener("pagehide", () => {
  const holder = holderNow();
  if (holder) navigator.sendBeacon(holder.dataset.present, bodyOf({ gone: "on" }));
});
window.addEventListener("pageshow", beat);
