// Words to the reader. A server answer says them by the header HX-Trigger (web/doors.py, `say`), modules by `say(...)`.
import { spoken } from "./words.js";

const STAYS = 6000;

export function say(words, { error = false, undo = "", seconds = null } = {}) {
  const toast = document.getElementById("toast-template").content.firstElementChild.cloneNode(true);
  toast.querySelector("span").textContent = spoken(words);
  toast.classList.toggle("error", error);
  if (undo) offerUndo(toast, undo, seconds);
  document.getElementById("toasts").append(toast);
  if (error) document.getElementById("alarm").textContent = spoken(words);
  if (undo && seconds) setTimeout(() => toast.remove(), seconds * 1000);
  else leave(toast, error);
}

// What was done may be taken back for a while: the seconds that are left are shown, and a click takes it back.
function offerUndo(toast, address, seconds) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button small", textContent: spoken("Undo") });
  button.dataset.key = "z";
  button.dataset.name = spoken("Undo");
  button.addEventListener("click", () => {
    toast.remove();
    const beside = document.querySelector("form[data-draft=reply]");
    window.htmx.ajax("POST", address, { source: document.body, target: document.body, swap: "none", values: beside ? {} : { then: "go" } });
  });
  toast.querySelector("span").after(button);
  if (!seconds) return;
  const left = document.createElement("span");
  const until = Date.now() + seconds * 1000;
  left.className = "toast-left";
  left.setAttribute("aria-hidden", "true");
  const show = () => (left.textContent = spoken("%(seconds)s s", { seconds: Math.max(0, Math.ceil((until - Date.now()) / 1000)) }));
  show();
  const ticking = setInterval(() => (toast.isConnected ? show() : clearInterval(ticking)), 250);
  toast.querySelector("span").after(left);
}

// For changes that others made: heard by screen readers, seen on the page itself.
export function announce(words) {
  document.getElementById("announcer").textContent = words;
}

// An error stays until it is dismissed; the rest goes by itself, but not while it is pointed at or focused.
function leave(toast, error) {
  if (error) return;
  setTimeout(() => (toast.matches(":hover, :focus-within") ? leave(toast, false) : toast.remove()), STAYS);
}

document.addEventListener("say", (event) => say(event.detail.words, event.detail));
document.addEventListener("htmx:sendError", () => say("The desk cannot be reached. Try again in a moment.", { error: true }));
document.addEventListener("htmx:responseError", ({ detail: { xhr } }) => {
  if (!xhr.getResponseHeader("HX-Trigger") && xhr.status !== 401) {
    say("Something broke on our side. What you typed is still here.", { error: true });
  }
});
document.addEventListener("click", (event) => event.target.closest("[data-dismisses]")?.closest(".toast").remove());
for (const toast of document.querySelectorAll("#toasts .toast")) leave(toast, toast.classList.contains("error"));
