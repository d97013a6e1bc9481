// Keeps the reader's place when a part of the page is fetched anew: focus, and what was ticked.
let place = null;

const markOf = (element) =>
  element.id ? `#${CSS.escape(element.id)}`
  : element.matches("a[href]") ? `a[href="${CSS.escape(element.getAttribute("href"))}"]`
  : element.name ? `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`
  : null;

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  const focused = document.activeElement;
  const ticked = [...target.querySelectorAll("input[type=checkbox][data-keep]:checked")].map((box) => box.value);
  place = { focus: focused !== document.body && target.contains(focused) ? markOf(focused) : null, ticked };
});

document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  if (!place) return;
  for (const value of place.ticked) {
    const box = document.querySelector(`input[type=checkbox][data-keep][value="${CSS.escape(value)}"]`);
    if (box && !box.checked) box.click();
  }
  if (place.focus && document.activeElement === document.body) {
    (document.querySelector(place.focus) ?? elt.querySelector("a, button, [tabindex]") ?? document.getElementById("main"))?.focus({ preventScroll: true });
  }
  place = null;
});
