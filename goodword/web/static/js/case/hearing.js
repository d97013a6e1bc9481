// While one writes, the desk listens for promises: after each pause the draft is read, and the chips are brought up to date.
const PAUSE = 350;
const timers = new WeakMap();
const asked = new WeakMap();

function listen(holder, again = false) {
  const form = holder.closest("form");
  const text = holder.querySelector("textarea").value;
  if (asked.get(form) === text && !again) return;
  asked.set(form, text);
  window.htmx.ajax("POST", holder.dataset.hears, { source: holder, target: `#${holder.dataset.chips}`, swap: "outerHTML", values: valuesOf(form) });
}

function valuesOf(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string") continue;
    values[name] = name in values ? [values[name], value].flat() : value;
  }
  return values;
}

document.addEventListener("input", ({ target }) => {
  const holder = target.closest("[data-hears]");
  if (holder) {
    clearTimeout(timers.get(holder));
    timers.set(holder, setTimeout(() => listen(holder), PAUSE));
    return;
  }
  const chip = target.closest(".heard-one");
  if (!chip) return;
  const touched = chip.querySelector("[name$=-touched]");
  if (touched) touched.value = "on";
  const day = chip.querySelector("input[type=date]");
  if (day) chip.classList.toggle("undated", !day.value);
  const chooses = target.matches("[name$=-way]");
  if (chooses || target.closest("[data-redrafts]") || chip.querySelector("[name$=-way]:checked")) hearAgain(chip, chooses ? 0 : 2 * PAUSE);
});

// Another way was chosen for an unlikely date, or what its words are made of has changed: they are drafted anew.
function hearAgain(chip, pause) {
  const form = chip.closest("form");
  const text = form?.querySelector("[data-hears]");
  if (!text) return;
  clearTimeout(timers.get(text));
  timers.set(text, setTimeout(() => listen(text, true), pause));
}

document.addEventListener("focusout", ({ target }) => {
  const holder = target.closest("[data-hears]");
  if (holder && target.value.trim()) listen(holder);
});
