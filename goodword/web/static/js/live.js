// Parts of a page that are fetched anew when what they show has changed: <section data-live="inbox case:42" …>.
// One tab holds the line to the desk and tells the others, so that many open tabs cost one connection.
import { announce } from "./toasts.js";

const EVERYTHING = "everything";
const GATHER = 60; // ms in which names are gathered before the page asks
const REST = 1_500; // ms between two fetches of one part, so that a busy desk does not drown its screens
const SILENCE = 45_000; // the desk beats every 15 s; longer silence means that the line is dead
const LONGEST_PAUSE = 30_000;

const tabs = new BroadcastChannel("goodword-live");
const heard = new Set();
const rested = new Map();
let timer = 0;

function hear(names) {
  for (const name of names) heard.add(name);
  if (document.hidden) return;
  clearTimeout(timer);
  timer = setTimeout(refetch, GATHER + Math.random() * GATHER);
}

const concerns = (part) =>
  heard.has(EVERYTHING) || part.dataset.live.split(" ").some((name) => heard.has(name));

// A part in which somebody types or has something open is left alone until they are done.
const isInUse = (part) =>
  part.matches("details.menu[open]") ||
  part.querySelector("dialog[open], details.menu[open], .htmx-request") ||
  (part.contains(document.activeElement) && document.activeElement.matches("textarea, select, [contenteditable], input:not([type=checkbox])"));

const later = (parts) => setTimeout(() => hear(parts.flatMap((part) => part.dataset.live.split(" "))), REST);
const isRested = (part) => !part.matches(".htmx-request") && Date.now() - (rested.get(part.id) ?? 0) > REST;

function refetch() {
  const concerned = [...document.querySelectorAll("[data-live]")].filter(concerns);
  const ready = concerned.filter((part) => !isInUse(part) && isRested(part));
  const outermost = ready.filter((part) => !ready.some((other) => other !== part && other.contains(part)));
  const busy = concerned.filter((part) => !ready.includes(part));
  heard.clear();
  for (const part of outermost) {
    rested.set(part.id, Date.now());
    window.htmx.trigger(part, "live");
    if (part.dataset.liveWords) announce(part.dataset.liveWords);
  }
  if (busy.length) later(busy);
}

function hold() {
  return new Promise(() => {
    let pause = 1000;
    let wasOpen = false;
    let silence = 0;
    const connect = () => {
      const line = new EventSource("/live");
      const lost = () => {
        clearTimeout(silence);
        line.close();
        setTimeout(connect, pause * (0.75 + Math.random() / 2));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      };
      const alive = () => {
        clearTimeout(silence);
        silence = setTimeout(lost, SILENCE);
      };
      line.onopen = () => {
        pause = 1000;
        alive();
        document.documentElement.dataset.line = "open";
        if (wasOpen) spread([EVERYTHING]);
        wasOpen = true;
      };
      line.onmessage = (event) => {
        alive();
        spread(JSON.parse(event.data));
      };
      line.addEventListener("beat", alive);
      line.onerror = () => {
        document.documentElement.dataset.line = "lost";
        lost();
      };
    };
    connect();
  });
}

function spread(names) {
  tabs.postMessage(names);
  hear(names);
}

// Somebody may have begun something in a part while it was on its way: then it is fetched once more when they are done.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const part = detail.target;
  if (!part.matches?.("[data-live]") || detail.requestConfig.triggeringEvent?.type !== "live" || !isInUse(part)) return;
  detail.shouldSwap = false;
  later([part]);
});
// A part that could not be fetched because the line was cut is fetched once more, until it is there.
document.addEventListener("htmx:sendError", ({ detail: { elt } }) => {
  const address = elt.getAttribute("hx-get");
  if (!address || !elt.matches("[hx-trigger~=load]")) return;
  const swap = elt.getAttribute("hx-swap") ?? "innerHTML";
  const again = () => elt.isConnected && window.htmx.ajax("GET", address, { source: elt, target: elt, swap, select: elt.getAttribute("hx-select") });
  setTimeout(again, REST);
});
tabs.onmessage = (event) => hear(event.data);
document.addEventListener("visibilitychange", () => heard.size && hear([]));
window.addEventListener("pageshow", (event) => event.persisted && hear([EVERYTHING]));
if (document.querySelector("[data-live]")) {
  navigator.locks.request("goodword-live", { ifAvailable: true }, (lock) => lock && hold()).then(() => {
    // Another tab holds the line. When it closes, this one takes over, and asks what it missed meanwhile.
    navigator.locks.request("goodword-live", () => {
      hear([EVERYTHING]);
      return hold();
    });
  });
}
