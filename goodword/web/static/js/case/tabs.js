// The composer's tabs are radio buttons; choosing one puts the cursor where one writes.
export function choose(part) {
  const radio = document.getElementById(`tab-${part}`);
  if (!radio) return false;
  radio.checked = true;
  document.querySelector(`[data-part="${part}"] textarea`)?.focus();
  return true;
}

document.addEventListener("click", (event) => {
  const label = event.target.closest(".composer-tabs label");
  if (label) setTimeout(() => choose(label.htmlFor.replace("tab-", "")));
});
