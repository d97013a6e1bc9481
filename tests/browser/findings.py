"""What is wrong with how a page stands: wider than the window, a control whose words are cut, or against WCAG 2.2 AA.

`bin/pictures --check [ADDRESS]` looks at every screen so, in both widths and both schemes.
"""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OVERFLOW = """() => {
  const root = document.documentElement, across = root.clientWidth;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
  const name = (one) => one.tagName.toLowerCase() + [...one.classList].map((word) => `.${word}`).join("");
  const scrolls = (one) => {
    for (let outer = one.parentElement; outer && outer !== root; outer = outer.parentElement)
      if (getComputedStyle(outer).overflowX !== "visible") return true;
    return false;
  };
  const found = [];
  if (root.scrollWidth > across + 1) found.push(`wider than the window: ${root.scrollWidth} of ${across}`);
  for (const one of document.body.querySelectorAll("*")) {
    if (!shown(one)) continue;
    const box = one.getBoundingClientRect();
    if ((box.right > across + 1 || box.left < -1) && !scrolls(one)) found.push(`beside the window: ${name(one)}`);
    const style = getComputedStyle(one);
    const cut = one.matches(".button, .chip, .mark, .tabs > *, summary, legend, th, h1, h2, h3, label") &&
      one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 0 && style.textOverflow !== "ellipsis" &&
      style.clipPath === "none" && !["inline", "contents"].includes(style.display);
    if (cut) found.push(`cut: ${name(one)} “${one.textContent.trim().slice(0, 40)}”`);
  }
  return [...new Set(found)].slice(0, 6);
}"""


def fit(page: Page) -> list[str]:
    """What does not fit the window."""
    return [str(one) for one in page.evaluate(OVERFLOW)]


def barriers(page: Page) -> list[str]:
    """What axe finds (WCAG 2.2 AA and its good practice), each with the first place."""
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null)))")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']} ×{len(one['nodes'])}: {one['nodes'][0]['html'][:120]}" for one in found]
