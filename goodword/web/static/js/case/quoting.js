// Quoting in a reply: the words that are selected in a message, else all that is new in it, each line behind a ">".
let selected = { message: null, words: "" };

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  const message = chosen.anchorNode?.parentElement?.closest(".message-text")?.closest(".message");
  const words = chosen.toString().trim();
  if (message && words) selected = { message, words };
});

document.addEventListener("click", (event) => {
  const quotes = event.target.closest("[data-quotes]");
  const field = quotes && document.querySelector("[data-draft=reply] textarea");
  if (!field) return;
  const message = quotes.closest(".message");
  const words = selected.message === message ? selected.words : message.querySelector(".message-text").innerText.trim();
  selected = { message: null, words: "" };
  quotes.closest("details.menu")?.removeAttribute("open");
  document.getElementById("tab-reply").checked = true;
  const { selectionEnd: at, value } = field;
  const before = value.slice(0, at);
  const quoted = words.replace(/\n{3,}/g, "\n\n").split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
  field.focus();
  field.setRangeText(`${before && !before.endsWith("\n") ? "\n\n" : ""}${quoted}\n\n`, at, at, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
