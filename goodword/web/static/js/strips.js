// A strip of links that is wider than the screen begins where the reader is: the present one is brought into sight.
function show(root) {
  for (const strip of root.querySelectorAll("[data-strip], .tabs")) {
    const here = strip.querySelector("[aria-current], [aria-selected=true]");
    if (!here || strip.scrollWidth <= strip.clientWidth) continue;
    const gap = (strip.clientWidth - here.offsetWidth) / 2;
    strip.scrollBy({ left: here.getBoundingClientRect().left - strip.getBoundingClientRect().left - gap });
  }
}

show(document);
document.addEventListener("htmx:afterSettle", (event) => show(event.target));
