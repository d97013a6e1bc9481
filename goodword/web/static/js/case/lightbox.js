// Files over the page: pictures as they are, texts and the pages of a PDF in a frame without scripts. Arrow keys walk through those of the case.
import { spoken } from "../words.js";
import { open } from "../dialogs.js";

const box = document.getElementById("lightbox");
let here = null;

const every = () => [...document.querySelectorAll("#timeline a[data-looks]")];
const nameOf = (link) => link.querySelector("img")?.alt ?? link.querySelector(".truncate").textContent;

function show(link) {
  here = link;
  const all = every();
  const name = nameOf(link);
  const isPicture = link.dataset.looks === "picture";
  const shown = document.createElement(isPicture ? "img" : "iframe");
  if (!isPicture) shown.setAttribute("sandbox", "allow-same-origin");
  Object.assign(shown, isPicture ? { src: link.href, alt: name } : { src: link.dataset.at, title: name });
  box.querySelector("[data-body]").replaceChildren(shown);
  box.querySelector("#lightbox-name").textContent = name;
  box.querySelector("[data-original]").href = link.href;
  box.querySelector("[data-count]").textContent = all.length > 1 ? spoken("%(number)s of %(all)s", { number: all.indexOf(link) + 1, all: all.length }) : "";
  for (const button of box.querySelectorAll("[data-step]")) button.hidden = all.length < 2;
  open(box);
}

function step(by) {
  const all = every();
  if (all.length > 1) show(all[(all.indexOf(here) + by + all.length) % all.length]);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-looks]");
  if (!box || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
  event.preventDefault();
  show(link);
});
box?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-step]");
  if (button) step(Number(button.dataset.step));
});
box?.addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  step(by);
});
box?.addEventListener("close", () => {
  box.querySelector("[data-body]").replaceChildren();
  if (here?.isConnected) here.focus();
});

// What only says that it is a picture is a file like any other.
document.addEventListener("error", ({ target }) => {
  const link = target.matches?.("img") && target.closest("a[data-looks=picture]");
  if (!link) return;
  link.removeAttribute("data-looks");
  link.className = "chip";
  link.textContent = target.alt;
}, true);
