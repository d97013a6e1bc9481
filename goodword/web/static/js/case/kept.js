// A reply is kept on the server while it is written, a moment after each pause, and comes back wherever its writer opens
// the case. Two screens of one writer never overwrite each other: the later one asks which words stay.
import { spoken } from "../words.js";
import { forget, store, stored, textOf } from "./drafts.js";

const PAUSE = 1_500;
const LONGEST = 5_000;
const NONE = new Map([["draft-version", ""], ["reply-text", ""]]);
let timer = 0;
let since = 0;
let busy = null;
let isReady = false;
let version = 0;

const formNow = () => document.querySelector("form[data-keeps]");
const versionOf = (form) => Number(form.querySelector("[name=draft-version]").value);

function bodyOf(form) {
  const body = new FormData(form);
  body.delete("files");
  body.set("draft-version", version);
  return body;
}

function emptyOf(form) {
  const body = new FormData();
  for (const [name, value] of NONE) body.set(name, value);
  body.set("draft-version", version);
  body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  return body;
}

const send = (form, body, keepalive) => fetch(form.dataset.keeps, { method: "POST", body, keepalive, headers: { "HX-Request": "true" } });

async function save({ leaving = false } = {}) {
  const form = formNow();
  clearTimeout(timer);
  since = 0;
  if (!form || !isReady) return;
  if (busy) return void plan();
  const text = textOf(form).value;
  busy = send(form, bodyOf(form), leaving).catch(() => null);
  const answer = await busy;
  busy = null;
  if (answer?.status === 409) return void decide(form);
  if (!answer?.ok) return;
  version = (await answer.json()).version;
  const here = formNow();
  here.querySelector("[name=draft-version]").value = version;
  if (textOf(here).value === text) store(here, { version, isKept: true });
  const said = here.querySelector("[data-kept]");
  if (said) said.textContent = version ? spoken("Draft saved") : "";
}

function plan() {
  if (!isReady) return;
  since ||= Date.now();
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
}

async function fetched(form) {
  const answer = await fetch(form.dataset.keeps, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (answer?.status !== 200) return null;
  const holder = document.createElement("template");
  holder.innerHTML = await answer.text();
  return holder.content.querySelector("form");
}

// Puts a draft from the server in the place of the one on the screen.
function put(form, other) {
  const hadFocus = form.contains(document.activeElement);
  form.replaceWith(other);
  window.htmx.process(other);
  version = versionOf(other);
  store(other, { version, isKept: true });
  if (hadFocus) textOf(other).focus();
  textOf(other).dispatchEvent(new FocusEvent("focusout", { bubbles: true })); // it is heard anew
  isReady = true;
}

// Another screen has saved, sent or thrown away this draft: its writer says which words stay.
async function decide(form, known) {
  isReady = false;
  const other = known ?? (await fetched(form));
  if (other && textOf(other).value === textOf(form).value) {
    version = versionOf(other);
    isReady = true;
    return plan();
  }
  const strip = document.getElementById("draft-elsewhere").content.firstElementChild.cloneNode(true);
  strip.querySelector(other ? "[data-gone]" : "[data-other]").remove();
  strip.querySelector("[data-takes=other]").addEventListener("click", () => {
    strip.remove();
    if (other) return put(form, other);
    version = 0;
    textOf(form).value = "";
    forget(form);
    isReady = true;
  });
  strip.querySelector("[data-takes=mine]").addEventListener("click", () => {
    strip.remove();
    version = other ? versionOf(other) : 0;
    isReady = true;
    save();
  });
  form.prepend(strip);
}

async function begin(form) {
  version = versionOf(form);
  const field = textOf(form);
  if (!field.defaultValue.trim()) {
    const other = await fetched(form);
    const local = stored(form);
    const isLocal = local && field.value === local.text;
    if (other && (!field.value.trim() || (isLocal && local.isKept))) return put(form, other);
    if (other && (local?.version ?? 0) !== versionOf(other)) return void decide(form, other);
    if (other) {
      const words = field.value;
      put(form, other);
      textOf(other).value = words;
      textOf(other).dispatchEvent(new Event("input", { bubbles: true }));
    } else if (isLocal && local.isKept && local.version) {
      field.value = "";
      forget(form);
    }
  }
  isReady = true;
  if (textOf(formNow()).value.trim()) plan();
}

for (const kind of ["input", "change", "draft"]) {
  document.addEventListener(kind, ({ target }) => {
    if (target.closest?.("form[data-keeps]") && target.type !== "file") plan();
  });
}
document.addEventListener("visibilitychange", () => document.hidden && since && save({ leaving: true }));

// While the reply itself is on its way, and once it is out, nothing of it is kept.
let raced = null;
document.addEventListener("htmx:beforeRequest", ({ detail: { elt, requestConfig } }) => {
  if (!elt.matches("form[data-keeps]") || requestConfig.verb !== "post") return;
  clearTimeout(timer);
  since = 0;
  isReady = false;
  raced = busy;
});
document.addEventListener("htmx:afterRequest", async ({ detail: { elt, requestConfig, xhr } }) => {
  if (!elt.matches("form[data-keeps]") || requestConfig.verb !== "post") return;
  await raced;
  if (xhr.status !== 200) {
    isReady = true;
    return;
  }
  const form = formNow();
  requestAnimationFrame(leaveEmpty);
  if (raced && version) await send(form, emptyOf(form), true).catch(() => null);
  version = 0;
  isReady = true;
});

// Once a reply is out, a letter is a key again (z takes it back): the empty field lets go of the focus.
function leaveEmpty() {
  const form = formNow();
  if (form && !textOf(form).value && form.contains(document.activeElement)) document.getElementById("main").focus({ preventScroll: true });
}

// A reply that was taken back is a draft again, and kept as one.
document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  if (!elt.matches?.("form[data-keeps]") || !textOf(elt).value.trim() || !isReady) return;
  version = versionOf(elt) || version;
  plan();
});

const form = formNow();
if (form) begin(form);
