// The composer's tabs are radio buttons; choosing one puts the cursor where one writes, at once.
document.addEventListener("click", (event) => {
  const label = event.target.closest(".composer-tabs label");
  if (!label) return;
  event.preventDefault();
  label.control.checked = true;
  document.querySelector(`[data-part="${label.htmlFor.replace("tab-", "")}"] textarea`)?.focus();
});
