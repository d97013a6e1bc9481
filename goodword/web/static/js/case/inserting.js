// One click puts a sentence that was drafted elsewhere into the reply, where the cursor is or at its end.
document.addEventListener("click", (event) => {
  const source = event.target.closest("[data-inserts]");
  const field = document.querySelector("[data-draft=reply] textarea");
  if (!source || !field || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const tab = document.getElementById("tab-reply");
  if (tab) tab.checked = true;
  const { selectionEnd: at, value } = field;
  const before = value.slice(0, at);
  const between = before && !before.endsWith("\n") ? "\n\n" : "";
  field.focus();
  field.setRangeText(`${between}${source.dataset.inserts}`, at, at, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
