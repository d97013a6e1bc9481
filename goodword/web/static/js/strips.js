// A strip of links that is longer than its place begins where the reader is: the present one is brought into sight.
function show(root) {
  for (const strip of root.querySelectorAll("[data-strip], .tabs")) {
    const here = strip.querySelector("[aria-current], [aria-selected=true]");
    if (!here || (strip.scrollWidth <= strip.clientWidth && strip.scrollHeight <= strip.clientHeight)) continue;
    const [link, place] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
    strip.scrollBy({
      left: link.left - place.left - (strip.clientWidth - link.width) / 2,
      top: link.top - place.top - (strip.clientHeight - link.height) / 2,
    });
  }
}

show(document);
addEventListener("resize", () => show(document));
document.addEventListener("htmx:afterSettle", (event) => show(event.target));
