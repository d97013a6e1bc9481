// Macros: / at the beginning of a line offers them, typing narrows the choice, Enter takes one, Escape leaves the slash be.
import { say } from "../toasts.js";

const SLASH = /(^|\n)\/([^\n/]{0,40})$/;
let open = null; // {field, box, typed}

const optionsOf = (box) => [...box.querySelectorAll("[role=option]")];
const shownIn = (box) => optionsOf(box).filter((one) => !one.hidden);
const chosenIn = (box) => box.querySelector("[aria-selected=true]");

function typedIn(field) {
  return SLASH.exec(field.value.slice(0, field.selectionEnd));
}

function choose(box, option) {
  for (const one of optionsOf(box)) one.setAttribute("aria-selected", String(one === option));
  if (!open) return;
  if (option) open.field.setAttribute("aria-activedescendant", option.id);
  else open.field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

function narrow(box, words) {
  if (!box.childElementCount) return; // they are still on their way
  const wanted = words.trim().toLowerCase();
  for (const one of optionsOf(box)) one.hidden = !one.querySelector(".macro-name").textContent.toLowerCase().includes(wanted);
  box.querySelector(".macros-none").hidden = shownIn(box).length > 0;
  choose(box, shownIn(box)[0] ?? null);
}

async function show(field, words) {
  const box = field.closest("form").querySelector("[data-macros]");
  if (!box) return;
  open = { field, box };
  box.hidden = false;
  if (!box.childElementCount) {
    const answer = await fetch(box.dataset.macros, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok) return void close();
    box.innerHTML = await answer.text();
  }
  if (!open) return;
  field.setAttribute("aria-controls", "macro-list");
  narrow(box, typedIn(field)?.[2] ?? words);
}

function close() {
  if (!open) return;
  open.box.hidden = true;
  open.field.removeAttribute("aria-activedescendant");
  open = null;
}

async function take(option) {
  const { field } = open;
  const typed = typedIn(field);
  close();
  const body = new FormData();
  body.set("csrfmiddlewaretoken", field.form.querySelector("[name=csrfmiddlewaretoken]").value);
  const answer = await fetch(option.dataset.macro, { method: "POST", body, headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer?.ok) return void say(answer ? await answer.text() : "The desk cannot be reached. Try again in a moment.", { error: true });
  const { words, closes } = await answer.json();
  const asks = field.form.querySelector(".closes input");
  if (closes && asks) asks.checked = true;
  const end = field.selectionEnd;
  field.focus();
  field.setRangeText(words, typed ? end - typed[2].length - 1 : end, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("form[data-draft=reply] textarea")) return;
  const typed = typedIn(target);
  if (!typed) return close();
  if (open) narrow(open.box, typed[2]);
  else show(target, typed[2]);
});

document.addEventListener("keydown", (event) => {
  if (!open || event.target !== open.field) return;
  const shown = shownIn(open.box);
  const here = shown.indexOf(chosenIn(open.box));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && shown.length) choose(open.box, shown[(here + step + shown.length) % shown.length]);
  else if ((event.key === "Enter" || event.key === "Tab") && here >= 0 && !event.ctrlKey && !event.metaKey) take(shown[here]);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener("mousedown", (event) => event.target.closest("[data-macros]") && event.preventDefault());
document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-opens-macros]");
  const option = open && event.target.closest("[data-macro]");
  if (option) return void take(option);
  if (opens) {
    const field = opens.closest("form").querySelector("textarea");
    field.focus();
    return void (open ? close() : show(field, ""));
  }
  if (open && !event.target.closest("[data-macros]") && event.target !== open.field) close();
});
