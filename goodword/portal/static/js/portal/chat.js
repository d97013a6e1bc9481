// The chat on the shop's own pages: <script src="https://desk.example/portal/chat.js" async></script>
// No cookie, ever. Nothing is stored before the customer has begun a chat; then its key, in this tab alone.
// It lives in a shadow tree with a style sheet of its own, so that it neither takes nor gives style to the page.
(() => {
  const tag = document.currentScript;
  const desk = new URL(tag.src).origin;
  const KEY = "goodword-chat";
  const PAUSES = [1000, 2000, 5000, 10000, 20000];
  const lang = tag.dataset.lang || document.documentElement.lang || navigator.language || "";
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  const memory = {
    get key() { try { return sessionStorage.getItem(KEY) || ""; } catch { return this.kept || ""; } },
    set key(value) { this.kept = value; try { if (value) sessionStorage.setItem(KEY, value); else sessionStorage.removeItem(KEY); } catch { /* kept for this page */ } },
  };
  let know, words, root, box, log, form, status, button, last = 0, failed = 0, unread = 0, listening = false;

  const STYLE = `
    :host { all: initial; position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000; font: 16px/1.45 system-ui, sans-serif; color-scheme: light dark; --ink: #1c2024; --soft: #5b636b; --paper: #fff; --line: #d9dde1; --wash: #f1f3f5; }
    @media (prefers-color-scheme: dark) { :host { --ink: #eceef0; --soft: #a5adb5; --paper: #1d2125; --line: #3a4148; --wash: #2a2f35; } }
    * { box-sizing: border-box; margin: 0; font: inherit; color: inherit; }
    [hidden] { display: none !important; }
    .open { display: flex; gap: 10px; align-items: center; min-block-size: 52px; padding: 0 22px; border: 0; border-radius: 26px; background: var(--tone); color: var(--on); font-weight: 600; cursor: pointer; box-shadow: 0 4px 18px rgb(0 0 0 / .22); }
    .open svg { inline-size: 22px; block-size: 22px; }
    .open b { min-inline-size: 20px; padding: 0 6px; border-radius: 10px; background: var(--on); color: var(--tone); font-size: 13px; text-align: center; }
    :focus-visible { outline: 3px solid var(--tone); outline-offset: 2px; }
    .box { display: flex; flex-direction: column; inline-size: min(380px, calc(100vw - 40px)); block-size: min(600px, calc(100dvh - 40px)); overflow: hidden; border: 1px solid var(--line); border-radius: 16px; background: var(--paper); color: var(--ink); box-shadow: 0 12px 40px rgb(0 0 0 / .24); }
    .head { display: flex; align-items: center; gap: 8px; padding: 10px 10px 10px 18px; background: var(--tone); color: var(--on); }
    .head h2 { flex: 1; font-size: 17px; font-weight: 600; }
    .head button { min-inline-size: 44px; min-block-size: 44px; border: 0; border-radius: 8px; background: none; cursor: pointer; font-size: 14px; }
    .head button:focus-visible { outline-color: var(--on); outline-offset: -3px; }
    .close { font-size: 24px; }
    .log { flex: 1; display: flex; flex-direction: column; gap: 10px; padding: 18px; overflow-y: auto; overscroll-behavior: contain; }
    .log p { max-inline-size: 85%; padding: 9px 13px; border-radius: 14px; background: var(--wash); white-space: pre-line; overflow-wrap: anywhere; }
    .log .mine { align-self: flex-end; background: var(--tone); color: var(--on); }
    .log .mine.waits { opacity: .65; }
    .log .note { max-inline-size: none; padding: 0; background: none; color: var(--soft); font-size: 14px; }
    .log small { display: block; color: var(--soft); font-size: 13px; }
    .log a { color: inherit; }
    form { display: grid; gap: 8px; padding: 14px 18px 18px; border-block-start: 1px solid var(--line); }
    label { display: grid; gap: 3px; font-size: 14px; font-weight: 600; }
    label small { color: var(--soft); font-weight: 400; font-size: 13px; }
    input, textarea { inline-size: 100%; min-block-size: 44px; padding: 9px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); resize: none; }
    .honey { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .send { min-block-size: 46px; border: 0; border-radius: 10px; background: var(--tone); color: var(--on); font-weight: 600; cursor: pointer; }
    .send:disabled { opacity: .6; }
    .status { min-block-size: 0; color: var(--soft); font-size: 14px; }
    .status:empty { display: none; }
    @media (max-width: 480px) { :host(.is-open) { inset: 0; } :host(.is-open) .box { inline-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; } }
    @media (forced-colors: active) { .log p, .open, .send { border: 1px solid; } }
  `;

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== false && value != null) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  async function ask(path, body) {
    const headers = { "Content-Type": "application/json" };
    if (memory.key) headers.Authorization = `Bearer ${memory.key}`;
    const options = body ? { method: "POST", headers, body: JSON.stringify(body) } : {};
    const answer = await fetch(desk + path, { ...options, credentials: "omit", cache: "no-store" });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(said.fault), { fault: said.fault || "", status: answer.status });
    return said;
  }

  function show(text, kind = "", who = "", line = "") {
    if (line && log.querySelector(`[data-line="${line}"]`)) { log.querySelector(`[data-line="${line}"]`).classList.remove("waits"); return; }
    const shown = make("p", { class: kind, "data-line": line || null });
    if (who) shown.append(make("small", {}, who));
    let from = 0;
    for (const found of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
      shown.append(text.slice(from, found.index), make("a", { href: found[0], target: "_blank", rel: "noopener noreferrer" }, found[0]));
      from = found.index + found[0].length;
    }
    shown.append(text.slice(from));
    log.append(shown);
    log.scrollTop = log.scrollHeight;
  }

  const say = (text) => { status.textContent = text; };
  const faultOf = (fault) => words[fault.fault] || (fault.status ? words.fault : words.line);

  function fields(begins) {
    const text = make("textarea", { name: "text", rows: begins ? 3 : 1, maxlength: 4000, required: true, onkeydown: enter, "aria-label": begins ? null : words.text });
    const line = begins ? make("label", {}, words.text, text) : text;
    const who = begins ? [
      make("label", {}, words.name, make("input", { name: "name", autocomplete: "name", maxlength: 120 })),
      make("label", {}, words.address, make("input", { name: "address", type: "email", autocomplete: "email", required: true, maxlength: 320 }), make("small", {}, words.why)),
      make("label", { class: "honey", "aria-hidden": "true" }, make("input", { name: "website", tabindex: -1, autocomplete: "off" })),
    ] : [];
    status = make("p", { class: "status", role: "status" });
    form.replaceChildren(...who, line, status, make("button", { class: "send" }, begins && know.open ? words.begin : words.send));
    box.querySelector(".end").hidden = begins;
  }

  function enter(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && memory.key) { event.preventDefault(); form.requestSubmit(); }
  }

  async function submit(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form));
    const submitted = form.querySelector(".send");
    if (!given.text.trim() || submitted.disabled) return;
    const line = form.dataset.line || (crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`);
    form.dataset.line = line;
    submitted.disabled = true;
    say("");
    try {
      if (memory.key) await ask("/portal/chat/lines", { text: given.text, line });
      else await begin(given, line);
      delete form.dataset.line;
      if (memory.key) { show(given.text, "mine", "", line); form.elements.text.value = ""; form.elements.text.focus(); }
    } catch (fault) {
      if (fault.status === 404 && memory.key) over();
      else say(faultOf(fault));
    } finally { submitted.disabled = false; }
  }

  async function begin(given, line) {
    const answer = await ask("/portal/chat/visits", { ...given, line, lang, page: location.origin + location.pathname });
    if (answer.sent) { show(given.text, "mine"); finish(words.sent); return; }
    memory.key = answer.key;
    fields(false);
    show(given.text, "mine", "", line);
    show(words.waits, "note");
    listen();
  }

  function finish(text) {
    show(text, "note");
    form.replaceChildren(make("button", { class: "send", type: "button", onclick: () => { log.replaceChildren(); greet(); fields(true); } }, words.again));
    box.querySelector(".end").hidden = true;
  }

  function over() { memory.key = ""; last = 0; finish(words.ended); }

  async function end() {
    try { await ask("/portal/chat/departure", {}); } catch { /* it ends by itself in a minute */ }
    over();
  }

  async function listen() {
    if (listening) return;
    listening = true;
    while (memory.key) {
      try {
        const news = await ask("/live/chat", { after: String(last) });
        failed = 0;
        for (const one of news.lines) {
          last = Math.max(last, one.id);
          show(one.text, one.ours ? "" : "mine", one.ours ? one.who : "", one.line);
          if (one.ours && box.hidden) unread += 1;
        }
        if (news.page && !log.querySelector(".page")) log.append(make("p", { class: "note page" }, make("a", { href: news.page, target: "_blank", rel: "noopener" }, words.promised)));
        badge();
        if (!news.lines.length) await new Promise((done) => { setTimeout(done, 250); });
      } catch (fault) {
        if (fault.status === 404) { over(); break; }
        say(words.line);
        await new Promise((done) => { setTimeout(done, PAUSES[Math.min(failed, PAUSES.length - 1)]); });
        failed += 1;
      }
    }
    listening = false;
  }

  function badge() {
    button.querySelector("b").textContent = unread;
    button.querySelector("b").hidden = !unread;
    if (!failed && status?.textContent === words.line) say("");
  }

  function greet() {
    show(know.greeting || words.hello);
    if (!know.open) show(know.opens ? `${words.away} ${words.back} ${know.opens}.` : words.away, "note");
  }

  function turn(isOpen) {
    box.hidden = !isOpen;
    button.hidden = isOpen;
    root.host.classList.toggle("is-open", isOpen);
    if (isOpen) { unread = 0; badge(); (form.querySelector("input, textarea") ?? box).focus(); log.scrollTop = log.scrollHeight; }
    else button.focus();
  }

  const light = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);

  function build() {
    const host = make("div", { lang: know.language });
    root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${STYLE} :host { --tone: ${know.colour}; --on: ${light(know.colour) > 0.19 ? "#14181b" : "#fff"}; }`);
    root.adoptedStyleSheets = [sheet];
    const bubble = new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><path stroke-linecap="round" stroke-linejoin="round" d="M12 20.3c5 0 9-3.7 9-8.3s-4-8.3-9-8.3S3 7.4 3 12c0 2.1.9 4 2.3 5.5-.1 1.2-.6 2.3-1.4 3.2 1.5.1 2.9-.4 4-1.2 1.2.5 2.6.8 4.1.8z"/></svg>', "image/svg+xml").documentElement;
    button = make("button", { class: "open", type: "button", onclick: () => turn(true) }, bubble, words.open, make("b", { hidden: true }));
    log = make("div", { class: "log", role: "log", "aria-live": "polite", tabindex: 0, "aria-label": words.open });
    form = make("form", { onsubmit: submit });
    box = make("section", { class: "box", role: "dialog", "aria-label": words.open, tabindex: -1, hidden: true, onkeydown: (event) => { if (event.key === "Escape") turn(false); } },
      make("div", { class: "head" }, make("h2", {}, know.house || words.open), make("button", { class: "end", type: "button", onclick: end }, words.end), make("button", { class: "close", type: "button", "aria-label": words.close, onclick: () => turn(false) }, "×")),
      log, form);
    root.append(box, button);
    greet();
    fields(!memory.key);
    document.body.append(host);
    if (memory.key) listen();
  }

  async function start() {
    know = await ask(`/portal/chat/door?lang=${encodeURIComponent(lang)}&zone=${encodeURIComponent(zone)}`);
    ({ words } = know);
    build();
  }
  start().catch(() => { /* the chat is closed, or this site is not named in the settings: the page stays as it is */ });
})();
