// Keeps close moments true while a page stays open ("in 20 min"); the words are those of web/times.py.
import { spoken } from "./words.js";

const MINUTE = 60_000;
const started = Date.now();
const deskStarted = Number(document.documentElement.dataset.now) * 1000 || started;

export const deskNow = () => deskStarted + (Date.now() - started);

function inWords(away) {
  const minutes = Math.floor(Math.abs(away) / MINUTE);
  if (minutes < 1) return away >= 0 ? spoken("now") : spoken("just now");
  if (minutes < 100) return away > 0 ? spoken("in %(minutes)s min", { minutes }) : spoken("%(minutes)s min ago", { minutes });
  const hours = Math.round(minutes / 60);
  return away > 0 ? spoken("in %(hours)s h", { hours }) : spoken("%(hours)s h ago", { hours });
}

function refresh() {
  for (const time of document.querySelectorAll("time[data-when]")) {
    const away = Date.parse(time.dateTime) - deskNow();
    if (Math.abs(away) < 12 * 60 * MINUTE) time.textContent = inWords(away);
  }
}

setInterval(refresh, 20_000);
document.addEventListener("visibilitychange", refresh);
