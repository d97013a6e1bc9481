// Files by the button, by dropping and by pasting: they are stored at once and named in the draft.
import { say } from "../toasts.js";

async function add(form, files) {
  const list = form.querySelector("[data-drops]");
  if (!list || !files.length) return;
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name || "pasted.png");
  for (const kept of list.querySelectorAll("[name=kept]")) body.append("kept", kept.value);
  body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(list.dataset.drops, { method: "POST", body, headers: { "HX-Request": "true" } });
    const words = await answer.text();
    if (answer.ok) {
      list.innerHTML = words;
      list.dispatchEvent(new Event("draft", { bubbles: true }));
    }
    else say(words, { error: true });
  } catch {
    say("The desk cannot be reached. Try again in a moment.", { error: true });
  } finally {
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
