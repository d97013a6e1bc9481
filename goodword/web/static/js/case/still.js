// The timeline is laid out from its end, so what grows in it would push its own beginning out of sight: it is held still.
export function holdStill(element, change) {
  const scroller = element.closest(".case-scroll");
  const before = element.getBoundingClientRect().top;
  change();
  if (scroller) scroller.scrollTop += element.getBoundingClientRect().top - before;
}

document.addEventListener("click", (event) => {
  const summary = event.target.closest(".case-scroll summary");
  if (!summary || summary.closest("details.menu")) return;
  event.preventDefault();
  holdStill(summary, () => summary.parentElement.toggleAttribute("open"));
});
