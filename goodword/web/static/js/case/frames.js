import { holdStill } from "./still.js";

// The frame of a customer's own HTML is as high as what is in it, up to a screen.
document.addEventListener("load", ({ target }) => {
  if (!target.matches?.(".message-html iframe")) return;
  const height = target.contentDocument?.body.offsetHeight ?? 0;
  if (height) holdStill(target, () => { target.style.blockSize = `${Math.min(height + 32, window.innerHeight * 0.8)}px`; });
}, true);
