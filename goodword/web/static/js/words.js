// What the modules say, in the reader's language: the page brings the words that are not English (web/spoken.py).
const known = JSON.parse(document.getElementById("spoken")?.textContent || "{}");

export const spoken = (words, values = {}) => (known[words] ?? words).replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);
