// The search field of the header: a combobox after the ARIA Authoring Practices (editable, list autocomplete, manual
// selection). Without this script it is a form that leads to the search page. The engine comes with the first focus.

const DELAY = 120; // ms without a key before a question is asked
const MOST = 8; // suggestions

/** An element with attributes and children. */
export const made = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** A text with what matches in <mark>. */
export const withMarks = pieces => pieces.map(([text, hit]) => (hit ? made("mark", {}, text) : text));

/** The engine for a form, which says where it and the index lie. */
export const engineOf = async ({ dataset }) => {
  const module = await import(dataset.engine);
  return { ...module, engine: new module.Engine(dataset.index, module.fetchJson, document.documentElement.lang) };
};

/** The style sheet at an address, once it is there; without it the suggestions can still be read. */
const styled = href => new Promise(done => {
  const link = made("link", { rel: "stylesheet", href });
  link.onload = link.onerror = done;
  document.head.append(link);
});

const combobox = form => {
  const input = form.querySelector("input"), { dataset } = form;
  const list = made("div", { role: "listbox", id: "goi-y", hidden: "" });
  const status = made("p", { role: "status", class: "unseen" });
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "goi-y", autocomplete: "off",
  })) input.setAttribute(name, value);

  let loaded, timer, turn = 0, options = [], active = -1;
  const load = () => (loaded ??= Promise.all([engineOf(form), styled(dataset.style)]).then(([engine]) => engine, error => {
    loaded = undefined;
    throw error;
  }));

  const choose = index => {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const open = shown => {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) choose(-1);
  };

  const option = (url, ...children) => {
    const element = made("div", { role: "option", id: `goi-y-${options.length}`, "aria-selected": "false", "data-url": url }, ...children);
    options.push(element);
    return element;
  };

  const show = (cards, tokens, marked, t) => {
    options = [];
    list.setAttribute("aria-label", t.suggestions);
    list.replaceChildren(...[...grouped(cards)].map(([kind, of], at) => made("div", { role: "group", "aria-labelledby": `goi-y-loai-${at}` },
      made("p", { id: `goi-y-loai-${at}`, role: "presentation" }, t[kind]),
      ...of.map(card => option(card.url,
        made("span", { lang: card.lang }, ...withMarks(marked(card.title, tokens))),
        card.subtitle ? made("small", { lang: card.lang }, ...withMarks(marked(card.subtitle, tokens))) : "")))));
    if (cards.length) list.append(option(`${form.action}?q=${encodeURIComponent(input.value.trim())}`, t.all));
    else list.append(made("p", {}, t.nothing));
    status.textContent = cards.length ? t.suggested.replace("{n}", cards.length) : t.nothing;
    choose(-1);
    open(true);
  };

  const ask = async () => {
    clearTimeout(timer);
    const mine = ++turn, query = input.value;
    if (!query.trim()) return open(false);
    try {
      const { engine, marked } = await load(), t = await engine.words();
      for await (const { tokens, hits } of engine.find(query, { deep: false })) {
        const last = tokens.at(-1);
        if (!last || (last.short && tokens.length === 1)) return open(false);
        const some = hits.slice(0, last.short ? 3 * MOST : MOST).map(hit => engine.card(hit.number));
        const cards = (await Promise.all(some)).filter(Boolean);
        if (mine !== turn) return;
        // What begins with a single letter is told by the cards alone: among the best, those with it come first.
        const begins = ({ title }) => marked(title, [last]).some(([, hit]) => hit);
        if (last.short) cards.sort((one, two) => begins(two) - begins(one));
        show(cards.slice(0, MOST), tokens, marked, t);
      }
    } catch {
      if (mine !== turn) return;
      options = [];
      list.replaceChildren(made("p", {}, dataset.failed));
      status.textContent = dataset.failed;
      open(true);
    }
  };

  input.addEventListener("focus", () => load().then(({ engine }) => engine.head()).catch(() => {}), { once: true });
  input.addEventListener("input", () => { // also while a word is composed: phone keyboards do so all the time
    clearTimeout(timer);
    turn++;
    timer = setTimeout(ask, DELAY);
  });
  input.addEventListener("keydown", event => {
    const isOpen = !list.hidden, end = options.length - 1;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) ask();
      else if (event.key === "ArrowDown") choose(active >= end ? -1 : active + 1);
      else choose(active < 0 ? end : active - 1);
    } else if (event.key === "Enter" && isOpen && active >= 0) {
      event.preventDefault();
      location.assign(options[active].dataset.url);
    } else if (event.key === "Escape") {
      if (isOpen) event.preventDefault();
      clearTimeout(timer);
      turn++;
      open(false);
    }
  });
  form.addEventListener("focusout", event => form.contains(event.relatedTarget) || open(false));
  list.addEventListener("mousedown", event => event.preventDefault()); // the focus stays in the field
  list.addEventListener("click", event => {
    const url = event.target.closest("[data-url]")?.dataset.url;
    if (url) location.assign(url);
  });
};

/** Cards by kind, the kind of the best first. */
const grouped = cards => cards.reduce((groups, card) => groups.set(card.kind, [...(groups.get(card.kind) ?? []), card]), new Map());

for (const form of document.querySelectorAll("form.quick-search")) combobox(form);
