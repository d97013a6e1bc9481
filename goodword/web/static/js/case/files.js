// Files by the button, by dropping and by pasting: they are stored at once and named in the draft. Pictures that are dropped
// or pasted into the text stand within it, where the cursor is: ![](name).
import { spoken } from "../words.js";
import { say } from "../toasts.js";
import { put } from "./format.js";

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

// Sends a form and says how much of it has gone; fetch cannot tell.
function send(address, body, tell) {
  return new Promise((done, fail) => {
    const line = new XMLHttpRequest();
    line.open("POST", address);
    line.setRequestHeader("HX-Request", "true");
    line.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && tell(loaded / total);
    line.onload = () => done({ ok: line.status < 400, words: line.responseText });
    line.onerror = fail;
    line.send(body);
  });
}

function bar(list) {
  const item = document.createElement("li");
  const shown = Object.assign(document.createElement("progress"), { max: 1, value: 0, ariaLabel: spoken("Adding files") });
  item.className = "attached-going";
  item.append(shown);
  list.append(item);
  return { tell: (part) => (shown.value = part), end: () => item.remove() };
}

const placesIn = (list) => [...list.querySelectorAll("[data-places]")];
const namesIn = (list) => new Set([...list.querySelectorAll("li .truncate")].map((one) => one.textContent));

// Every picture of a draft has a name of its own, since the text knows it by that.
function nameFor(file, taken) {
  const [, stem, suffix] = /^(.*?)(\.[^.]*)?$/s.exec(file.name || "picture.png");
  let name = stem + (suffix ?? "");
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}${suffix ?? ""}`;
  taken.add(name);
  return name;
}

function place(field, name) {
  const { selectionEnd: at, value } = field;
  const address = /[\s()<>]/.test(name) ? `<${name.replace(/[<>]/g, "")}>` : name;
  put(field, `${at && value[at - 1] !== "\n" ? "\n" : ""}![](${address})\n`, at, at);
}

async function add(form, files, isWithin = false) {
  const list = form.querySelector("[data-drops]");
  if (!list || !files.length) return;
  const body = new FormData();
  const known = new Set(placesIn(list).map((one) => one.dataset.places));
  const taken = namesIn(list);
  for (const file of files) body.append("files", file, nameFor(file, taken));
  for (const kept of list.querySelectorAll("[name=kept]")) body.append("kept", kept.value);
  body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  list.setAttribute("aria-busy", "true");
  const going = bar(list);
  try {
    const { ok, words } = await send(list.dataset.drops, body, going.tell);
    if (ok) {
      list.innerHTML = words;
      const field = isWithin && form.querySelector(".write-text textarea");
      if (field) for (const { dataset } of placesIn(list)) if (!known.has(dataset.places)) place(field, dataset.places);
      list.dispatchEvent(new Event("draft", { bubbles: true }));
    } else say(words, { error: true });
  } catch {
    say("The desk cannot be reached. Try again in a moment.", { error: true });
  } finally {
    going.end();
    list.removeAttribute("aria-busy");
  }
}

document.addEventListener("change", ({ target }) => {
  if (!target.matches(".write-add input[type=file]")) return;
  const files = [...target.files];
  target.value = "";
  add(target.closest("form"), files);
});
document.addEventListener("click", (event) => {
  const places = event.target.closest("[data-places]");
  if (places) return place(places.closest("form").querySelector(".write-text textarea"), places.dataset.places);
  const drops = event.target.closest("[data-drops-file]");
  const list = drops?.closest("[data-drops]");
  if (drops) takeOut(drops.closest("form").querySelector(".write-text textarea"), drops.closest("li").querySelector(".truncate").textContent);
  drops?.closest("li").remove();
  list?.dispatchEvent(new Event("draft", { bubbles: true }));
});

// A picture that is left out is left out of the text as well.
function takeOut(field, name) {
  for (const marks of [`![](${name})`, `![](<${name}>)`]) {
    const at = field.value.indexOf(marks);
    if (at >= 0) put(field, "", at, at + marks.length + (field.value[at + marks.length] === "\n" ? 1 : 0));
  }
}

const arePictures = (files) => files.every((file) => PICTURE.test(file.type));
document.addEventListener("paste", (event) => {
  const form = event.target.closest?.("form.write");
  const files = [...event.clipboardData.files];
  if (!form?.querySelector("[data-drops]") || !files.length) return;
  if (arePictures(files) && event.clipboardData.getData("text/plain").trim()) return; // a table brings its picture along
  event.preventDefault();
  add(form, files, arePictures(files));
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("form.write");
    if (!form?.querySelector("[data-drops]") || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("dropping", kind === "dragover");
    const files = kind === "drop" ? [...event.dataTransfer.files] : [];
    add(form, files, arePictures(files) && Boolean(event.target.closest(".write-text")));
  });
}
