// <button data-opens="id"> opens a dialog; [data-closes], Escape and a press beside it close it.
export function open(dialog) {
  if (dialog.open) return;
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent("opened"));
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) {
    opener.closest("details.menu")?.removeAttribute("open");
    open(document.getElementById(opener.dataset.opens));
  } else if (event.target.closest("[data-closes]")) {
    event.target.closest("dialog").close();
  } else if (event.target.matches("dialog[open]") && isBeside(event)) {
    event.target.close();
  }
});

function isBeside({ target, clientX, clientY }) {
  const box = target.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
