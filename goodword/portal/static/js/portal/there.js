// Answers the question "is anybody there?" for the reader: a digest that begins with so many zero bits.
// Where the browser cannot (no secure page), the sum stays, which a person adds in a moment.
const asked = document.querySelector("[data-seed]");
const form = asked?.closest("form");

async function found(seed, bits) {
  const letters = new TextEncoder();
  for (let work = 0; ; work += 1) {
    const digest = new DataView(await crypto.subtle.digest("SHA-256", letters.encode(`${seed}:${work}`)));
    if (digest.getUint32(0) >>> (32 - bits) === 0) return String(work);
  }
}

if (form && globalThis.crypto?.subtle) {
  const work = await found(asked.dataset.seed, Number(asked.dataset.bits));
  form.elements.work.value = work;
  for (const element of asked.querySelectorAll("label, input[name=sum]")) element.hidden = true;
  asked.querySelector(".there-done").hidden = false;
}
