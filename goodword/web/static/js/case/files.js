// Files by the button, by dropping and by pasting: they are stored at once and named in the draft.
import { say } from "../toasts.js";

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
  const shown = Object.assign(document.createElement("progress"), { max: 1, value: 0, ariaLabel: "Adding files" });
  item.className = "attached-going";
  item.append(shown);
  list.append(item);
  return { tell: (part) => (shown.value = part), end: () => item.remove() };
}

async function add(form, files) {
  const list = form.querySelector("[data-drops]");
  if (!list || !files.length) return;
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name || "pasted.png");
  for (const kept of list.querySelectorAll("[name=kept]")) body.append("kept", kept.value);
  body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  list.setAttribute("aria-busy", "true");
  const going = bar(list);
  try {
    const { ok, words } = await send(list.dataset.drops, body, going.tell);
    if (ok) {
      list.innerHTML = words;
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
  const drops = event.target.closest("[data-drops-file]");
  const list = drops?.closest("[data-drops]");
  drops?.closest("li").remove();
  list?.dispatchEvent(new Event("draft", { bubbles: true }));
});
document.addEventListener("paste", (event) => {
  const form = event.target.closest?.("form.write");
  if (form?.querySelector("[data-drops]") && event.clipboardData.files.length) {
    event.preventDefault();
    add(form, [...event.clipboardData.files]);
  }
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("form.write");
    if (!form?.querySelector("[data-drops]") || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("dropping", kind === "dragover");
    if (kind === "drop") add(form, [...event.dataTransfer.files]);
  });
}
