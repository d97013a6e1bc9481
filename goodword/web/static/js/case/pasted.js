// What was copied from a page or a word processor, said in plain words with marks: bold, italic, links, lists, quotes, code.
// Nothing else of it is kept. Returns "" where none of that is in it: then its plain words are as good.
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE", "HEADER", "FOOTER", "TABLE", "TR", "FIGURE", "ADDRESS", "UL", "OL", "LI", "BLOCKQUOTE", "PRE"]);
const SILENT = new Set(["STYLE", "SCRIPT", "TITLE", "META", "HEAD", "TEMPLATE", "IMG", "SVG", "IFRAME", "OBJECT"]);
const LARGEST = 400_000;

export function written(html) {
  if (html.length > LARGEST) return "";
  // Styles are read as words, and what would act is none: the policy of the page forbids both, and says so of each.
  const tame = html.replace(/<style\b.*?<\/style>/gis, "").replace(/\s(?=(?:style|on\w+)\s*=)/gi, " data-");
  const { body } = new DOMParser().parseFromString(tame, "text/html");
  const found = { marks: 0 };
  const words = blocks(body, found).join("\n\n").replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
  return found.marks ? words : "";
}

// The blocks in a node, each as its lines.
function blocks(node, found) {
  const out = [];
  let line = "";
  const end = () => {
    if (line.trim()) out.push(line.trim());
    line = "";
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && BLOCKS.has(child.tagName)) {
      end();
      out.push(...block(child, found));
    } else if (child.nodeType === Node.ELEMENT_NODE && child.querySelector?.([...BLOCKS].join(","))) {
      end();
      out.push(...blocks(child, found));
    } else line += inline(child, found);
  }
  end();
  return out;
}

function block(node, found) {
  const { tagName } = node;
  if (tagName === "UL" || tagName === "OL") {
    found.marks += 1;
    const items = [...node.children].flatMap((item) => (item.tagName === "LI" ? [blocks(item, found)] : []));
    let number = Number(node.getAttribute("start")) || 1;
    return [items.map((inner) => {
      const mark = tagName === "OL" ? `${number++}. ` : "- ";
      return mark + inner.join("\n").replaceAll("\n", `\n${" ".repeat(mark.length)}`);
    }).join("\n")];
  }
  if (tagName === "BLOCKQUOTE") {
    found.marks += 1;
    return [blocks(node, found).join("\n\n").replace(/^/gm, "> ").replace(/ +$/gm, "")];
  }
  if (tagName === "PRE") {
    found.marks += 1;
    return [`\`\`\`\n${node.textContent.replace(/\n$/, "")}\n\`\`\``];
  }
  if (tagName === "TR") return [[...node.children].map((cell) => blocks(cell, found).join(" ")).join("\t")];
  const inner = blocks(node, found);
  if (/^H[1-6]$/.test(tagName) && inner.length && !inner[0].includes("*")) {
    found.marks += 1;
    return inner.map((words) => `**${words}**`);
  }
  return inner;
}

const styleOf = (node, name) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, "i").exec(node.dataset.style ?? "")?.[1].trim().toLowerCase() ?? "";

function inline(node, found) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, " ").replace(/[*`]/g, "\\$&");
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName)) return "";
  if (node.tagName === "BR") return "\n";
  const inner = [...node.childNodes].map((child) => inline(child, found)).join("");
  const words = inner.trim();
  if (!words) return inner;
  const around = (mark) => {
    found.marks += 1;
    return inner.replace(words, () => `${mark}${words}${mark}`);
  };
  const fontWeight = styleOf(node, "font-weight");
  const fontStyle = styleOf(node, "font-style");
  if (node.tagName === "A" && /^(https?|mailto|tel):/i.test(node.getAttribute("href") ?? "")) {
    found.marks += 1;
    const href = node.getAttribute("href").replace(/[\s()<>]/g, encodeURIComponent);
    return inner.replace(words, () => (words === href ? href : `[${words.replace(/[[\]]/g, "")}](${href})`));
  }
  if (node.tagName === "CODE" && !words.includes("\n")) return around("`");
  const isBold = fontWeight ? Number(fontWeight) >= 600 || fontWeight === "bold" : ["B", "STRONG"].includes(node.tagName);
  const isItalic = fontStyle ? fontStyle === "italic" : ["I", "EM"].includes(node.tagName);
  const mark = `${isBold ? "**" : ""}${isItalic ? "*" : ""}`;
  return mark && !words.includes("*") ? around(mark) : inner;
}
