// One click puts a sentence that was drafted elsewhere into the reply: in the place of the words it stands for, else where
// the cursor is or at its end.
document.addEventListener("click", (event) => {
  const source = event.target.closest("[data-inserts]");
  const own = source?.dataset.into && source.closest("form")?.querySelector("textarea");
  const field = own || document.querySelector("[data-draft=reply] textarea");
  if (!source || !field || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const tab = own ? null : document.getElementById("tab-reply");
  if (tab) tab.checked = true;
  const { selectionEnd: at, value } = field;
  const stood = source.dataset.insteadOf ? value.indexOf(source.dataset.insteadOf) : -1;
  if (stood >= 0) {
    const end = stood + source.dataset.insteadOf.length;
    field.focus();
    field.setRangeText(source.dataset.inserts, stood, value[end] === "." ? end + 1 : end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  const before = value.slice(0, at);
  const between = before && !before.endsWith("\n") ? "\n\n" : "";
  field.focus();
  field.setRangeText(`${between}${source.dataset.inserts}`, at, at, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
