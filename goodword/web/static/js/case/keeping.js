// When the timeline is fetched anew, what has not changed stays the very node it was: what somebody has unfolded, selected
// or framed is not taken from under their eyes, and what they fetched of earlier times stays above.
const sent = new WeakMap(); // what the desk sent for a node, before anybody unfolded anything in it

function wordsOf(node) {
  const copy = node.cloneNode(true);
  for (const time of copy.querySelectorAll("time")) time.textContent = time.dateTime;
  for (const token of copy.querySelectorAll("[name=csrfmiddlewaretoken]")) token.remove();
  for (const open of copy.querySelectorAll("details[open]")) open.removeAttribute("open");
  return copy.outerHTML;
}

function remember(timeline) {
  for (const node of timeline.children) if (!sent.has(node)) sent.set(node, wordsOf(node));
}

function merge(timeline, fresh) {
  const known = new Map([...timeline.children].map((node) => [sent.get(node), node]));
  const earlier = [...timeline.children].findIndex((node) => [...fresh.children].some((other) => wordsOf(other) === sent.get(node)));
  const above = earlier > 0 ? [...timeline.children].slice(0, earlier) : [];
  const nodes = [...fresh.children].map((node) => {
    const words = wordsOf(node);
    const kept = known.get(words) ?? node;
    sent.set(kept, words);
    return kept;
  });
  const below = above.length ? nodes.filter((node) => !node.matches(".timeline-earlier")) : nodes;
  settle(timeline, [...above, ...below]);
}

// Only what is new is put in: a node that is moved would lose its frame and its selection.
function settle(timeline, wanted) {
  const kept = new Set(wanted);
  for (const node of [...timeline.children]) if (!kept.has(node)) node.remove();
  let here = timeline.firstElementChild;
  for (const node of wanted) {
    if (node === here) here = here.nextElementSibling;
    else timeline.insertBefore(node, here);
  }
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, serverResponse, xhr } = event.detail;
  if (target.id !== "timeline" || xhr.status !== 200) return;
  const holder = document.createElement("template");
  holder.innerHTML = serverResponse;
  const fresh = holder.content.getElementById("timeline");
  if (!fresh) return;
  event.detail.shouldSwap = false;
  merge(target, fresh);
  target.dataset.newest = fresh.dataset.newest;
  window.htmx.process(target);
  target.dispatchEvent(new CustomEvent("refreshed", { bubbles: true }));
});

document.addEventListener("htmx:afterSettle", () => timeline && remember(timeline));
const timeline = document.getElementById("timeline");
if (timeline) remember(timeline);
