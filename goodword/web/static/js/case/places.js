// On a narrow screen the page is one column: it opens at what happened last, unless it was asked for something else.
const NARROW = "(width < 60rem)";
const latest = document.getElementById("latest");

if (latest && !location.hash && matchMedia(NARROW).matches && latest.getBoundingClientRect().top > window.innerHeight) {
  latest.scrollIntoView({ block: "center" });
}
// A letter that was drafted is ready to be read and sent.
if (new URLSearchParams(location.search).has("moves")) document.querySelector("[data-draft=reply] textarea")?.focus();
