// The composer's tabs are radio buttons; choosing one puts the cursor where one writes.
document.addEventListener("click", (event) => {
  const label = event.target.closest(".composer-tabs label");
  if (label) setTimeout(() => document.querySelector(`[data-part="${label.htmlFor.replace("tab-", "")}"] textarea`)?.focus());
});
