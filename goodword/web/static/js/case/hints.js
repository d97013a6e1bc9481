// Hints under a draft: put aside until the draft has gone out, or taken over into its words. They never block.
document.addEventListener("click", (event) => {
  const aside = event.target.closest("[data-puts-aside]");
  if (aside) {
    const form = aside.closest("form");
    const off = Object.assign(document.createElement("input"), { type: "hidden", name: "hints-off", value: aside.dataset.putsAside });
    form.append(off);
    aside.closest("li").remove();
    form.querySelector("textarea")?.focus();
    return;
  }
  const replaces = event.target.closest("[data-replaces]");
  if (!replaces) return;
  const field = replaces.closest("form").querySelector("textarea");
  const at = field.value.indexOf(replaces.dataset.replaces);
  if (at < 0) return;
  field.focus();
  field.setRangeText(replaces.dataset.by, at, at + replaces.dataset.replaces.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
