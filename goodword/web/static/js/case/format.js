// Formatting while one writes: the field holds plain words with marks (Markdown), the bar and the keys set them, and what is
// pasted from a page or from a word processor keeps what of its look can be said so. Ctrl+Z takes each back.
import { written } from "./pasted.js";

const ITEM = /^(\s*)(?:([-+*])|(\d{1,9})([.)]))\s+/;
const KEYS = { b: "bold", i: "italic" };
const LOOKS = "goodword-looks";

// Puts words in the place of what is selected, so that the browser can undo it.
export function put(field, words, from = field.selectionStart, to = field.selectionEnd) {
  field.focus();
  field.setSelectionRange(from, to);
  const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
  if (done && (words || from === to)) return;
  if (done && field.selectionStart === from && field.selectionEnd === from) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function around(field, mark) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  const inner = chosen.trim();
  const start = from + chosen.indexOf(inner);
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark && value[from - size - 1] !== mark) {
    put(field, chosen, from - size, to + size);
    return field.setSelectionRange(from - size, to - size);
  }
  put(field, mark + inner + mark, start, start + inner.length);
  field.setSelectionRange(start + size, start + size + inner.length);
}

// Every line that is touched begins with the mark, or, when all of them do so already, no longer does.
function before(field, markOf, has) {
  const { selectionStart, selectionEnd, value } = field;
  const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const end = value.indexOf("\n", Math.max(selectionEnd - (selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? 1 : 0), from));
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split("\n");
  const isSet = lines.every((line) => has.test(line));
  let at = 0;
  const made = lines.map((line) => (isSet ? line.replace(has, "") : line.trim() || lines.length === 1 ? markOf(at++) + line.replace(ITEM, "") : line));
  put(field, made.join("\n"), from, to);
  if (lines.length > 1) field.setSelectionRange(from, from + made.join("\n").length);
}

function link(field) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to).trim();
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress ? "" : chosen;
  const address = isAddress ? chosen : "https://";
  put(field, `[${words}](${address})`, from, to);
  const at = words ? from + words.length + 3 : from + 1;
  field.setSelectionRange(at, words ? at + address.length : at);
}

function code(field) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  if (!chosen.includes("\n")) return around(field, "`");
  put(field, `\`\`\`\n${chosen.replace(/^\n|\n$/g, "")}\n\`\`\``, from, to);
}

const WAYS = {
  bold: (field) => around(field, "**"),
  italic: (field) => around(field, "*"),
  list: (field) => before(field, () => "- ", /^\s*[-+*] /),
  numbers: (field) => before(field, (at) => `${at + 1}. `, /^\s*\d+[.)] /),
  quote: (field) => before(field, () => "> ", /^> ?/),
  link,
  code,
};

document.addEventListener("mousedown", (event) => event.target.closest("[data-format]") && event.preventDefault());
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-format]");
  const field = button?.closest("form").querySelector(".write-text textarea");
  if (!field) return;
  field.focus();
  WAYS[button.dataset.format](field);
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.defaultPrevented || event.isComposing || !field.matches?.(".write-text textarea") || !field.form.querySelector(".format")) return;
  const way = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && KEYS[event.key.toLowerCase()];
  if (way) {
    event.preventDefault();
    return WAYS[way](field);
  }
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) goOn(event, field);
});

// Enter in a list begins its next item; in an empty item it ends the list by an empty line.
function goOn(event, field) {
  const { selectionStart: at, selectionEnd, value } = field;
  const from = value.lastIndexOf("\n", at - 1) + 1;
  const found = at === selectionEnd && ITEM.exec(value.slice(from));
  if (!found || at < from + found[0].length) return;
  event.preventDefault();
  if (value.slice(from, at).trim() === found[0].trim() && (value[at] ?? "\n") === "\n") return put(field, "\n", from, at);
  put(field, `\n${found[1]}${found[2] ?? `${Number(found[3]) + 1}${found[4]}`} `);
}

document.addEventListener("paste", (event) => {
  const field = event.target;
  if (event.defaultPrevented || !field.matches?.(".write-text textarea") || !field.form.querySelector(".format")) return;
  const html = event.clipboardData.getData("text/html");
  const plain = event.clipboardData.getData("text/plain");
  const words = html && plain.trim() ? written(html) : "";
  if (!words) return;
  event.preventDefault();
  put(field, words);
});

// Whether drafts are shown as they will look is remembered.
function recall() {
  for (const box of document.querySelectorAll("[data-looks-shown]")) box.checked = localStorage.getItem(LOOKS) !== "off";
}
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-looks-shown]")) localStorage.setItem(LOOKS, target.checked ? "on" : "off");
});
document.addEventListener("htmx:afterSettle", recall);
recall();
