// Words to the reader. A server answer says them by the header HX-Trigger (web/doors.py, `say`), modules by `say(...)`.
const STAYS = 6000;

export function say(words, { error = false } = {}) {
  const toast = document.getElementById("toast-template").content.firstElementChild.cloneNode(true);
  toast.querySelector("span").textContent = words;
  toast.classList.toggle("error", error);
  document.getElementById("toasts").append(toast);
  if (error) document.getElementById("alarm").textContent = words;
  leave(toast, error);
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
