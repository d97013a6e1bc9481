// Keeps the reader's place when a part of the page is fetched anew: focus, and what was ticked.
const places = new Map();

const focusable = "a[href], button, input:not([type=hidden]), summary, [tabindex='0']";

const markOf = (element) =>
  element.id ? `#${CSS.escape(element.id)}`
  : element.matches("a[href]") ? `a[href="${CSS.escape(element.getAttribute("href"))}"]`
  : element.name ? `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`
  : focusable;

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const focused = document.activeElement;
  const ticked = [...target.querySelectorAll("input[type=checkbox][data-keep]:checked")].map((box) => box.value);
  const focus = focused !== document.body && target.contains(focused) ? markOf(focused) : "";
  if (target.id && (focus || ticked.length)) places.set(target.id, { focus, ticked });
});

// Before anything is settled, so that no key falls between.
document.addEventListener("htmx:afterSwap", ({ detail: { elt } }) => {
  const place = places.get(elt.id);
  if (!place) return;
  places.delete(elt.id);
  for (const value of place.ticked) {
    const box = elt.querySelector(`input[type=checkbox][data-keep][value="${CSS.escape(value)}"]`);
    if (box && !box.checked) box.click();
  }
  if (place.focus && document.activeElement === document.body) {
    const next = elt.querySelector(place.focus) ?? elt.querySelector(focusable) ?? document.getElementById("main");
    next?.focus({ preventScroll: true });
  }
});
