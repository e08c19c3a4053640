// The search page: results by kind, ways to narrow them, and all of it in the address, so that it can be shared.

const DELAY = 200; // ms without a key before a question is asked
const FEW = 5, MANY = 20; // results of a kind among others, and of one alone

const form = document.querySelector("#tim-kiem"), input = form.querySelector("input");
const status = document.querySelector("#tim-thay"), results = document.querySelector("#ket-qua");
const panel = document.querySelector("#loc"), choices = panel.querySelector("div");

const tell = text => {
  if (status.textContent !== text) status.textContent = text;
};

const start = async () => {
  const { made, withMarks, engineOf } = await import(form.dataset.parts);
  const { engine, marked } = await engineOf(form);
  const { facets: names } = await engine.head();
  const t = await engine.words(), lang = document.documentElement.lang;
  let turn = 0, timer, shown = FEW, state;

  // -- state ----

  const read = () => {
    const asked = new URLSearchParams(location.search);
    return { query: asked.get("q") ?? "", chosen: new Map(names.map(name => [name, new Set(asked.getAll(name))])) };
  };

  const write = how => {
    const asked = new URLSearchParams();
    if (state.query.trim()) asked.set("q", state.query.trim());
    for (const [name, values] of state.chosen) for (const value of values) asked.append(name, value);
    history[how](null, "", asked.size ? `?${asked}` : location.pathname);
  };

  const change = (how, whole = true) => {
    clearTimeout(timer);
    shown = FEW;
    write(how);
    return ask(whole);
  };

  const restore = () => {
    state = read();
    input.value = state.query;
    shown = FEW;
    ask();
  };

  // -- questions ----

  /** Answer the state; while it is typed, the last word may be a beginning. */
  const ask = async (whole = true) => {
    const mine = ++turn, isNew = () => mine === turn;
    const words = state.query.trim(), chosen = [...state.chosen.values()].some(values => values.size);
    results.setAttribute("aria-busy", "true");
    try {
      if (!words && !chosen) clear();
      else {
        tell(t.searching);
        const facets = await known();
        if (!words) await render({ tokens: [], hits: everything(facets), done: true }, facets, isNew);
        else for await (const found of engine.find(words, { whole })) {
          if (!isNew()) return;
          await render(found, facets, isNew);
        }
      }
    } catch {
      if (isNew()) tell(form.dataset.failed);
    }
    if (isNew()) results.removeAttribute("aria-busy");
  };

  /** The facets that are needed: kind, those in the address, those that stand open. */
  const known = async () => {
    const open = [...choices.querySelectorAll("[open]")].map(group => group.dataset.facet);
    const wanted = names.filter(name => name === "kind" || state.chosen.get(name).size || open.includes(name));
    if (!state.query.trim()) wanted.push("year");
    return new Map(await Promise.all(wanted.map(async name => [name, await engine.facet(name)])));
  };

  const clear = () => {
    results.replaceChildren();
    panel.hidden = true;
    tell("");
  };

  /** Without words everything is a hit; the newest first. */
  const everything = facets => {
    const years = new Map();
    for (const [year, { numbers }] of facets.get("year"))
      for (const number of numbers) if (!(years.get(number) > year)) years.set(number, year);
    return [...facets.get("kind").values()].flatMap(value => [...value.numbers])
      .map(number => ({ number, score: Number(years.get(number) ?? 0), far: [] }))
      .sort((one, two) => two.score - one.score || one.number - two.number);
  };

  /** The hits that all chosen facets let through, but for those of the facet `but`. */
  const narrowed = (hits, facets, but) => [...state.chosen].reduce((kept, [name, values]) => {
    if (name === but || !values.size) return kept;
    const lists = [...values].map(value => facets.get(name).get(value)?.numbers ?? new Set());
    return kept.filter(hit => lists.some(list => list.has(hit.number)));
  }, hits);

  // -- results ----

  const render = async ({ tokens, hits, done, failed }, facets, isNew) => {
    if (!done && !hits.length) return;
    const kept = narrowed(hits, facets);
    const kinds = [...facets.get("kind")]
      .map(([kind, { numbers }]) => ({ kind, of: kept.filter(hit => numbers.has(hit.number)) }))
      .filter(({ of }) => of.length)
      .sort((one, two) => two.of[0].score - one.of[0].score);
    const most = kinds.length === 1 ? Math.max(shown, MANY) : FEW;
    const asked = kinds.flatMap(({ of }) => of.slice(0, most)).map(async hit => ({ hit, card: await engine.card(hit.number) }));
    const cards = await Promise.allSettled(asked);
    if (!isNew()) return;
    const come = cards.map(one => one.value).filter(value => value?.card);
    results.replaceChildren(...kinds.map(({ kind, of }) => section(kind, of, most, come, tokens)));
    offer(hits, facets);
    if (failed || cards.some(one => one.status === "rejected")) tell(form.dataset.failed);
    else if (done) tell(kept.length ? t.found.replace("{n}", kept.length.toLocaleString(lang)) : t.nothing);
  };

  const section = (kind, of, most, come, tokens) => {
    const rows = come.filter(({ card }) => card.kind === kind).map(({ hit, card }) => row(hit, card, tokens));
    const title = made("h2", {}, t[kind], " ", made("small", {}, of.length.toLocaleString(lang)));
    return made("section", {}, title, made("ul", { class: "rows" }, ...rows), of.length > most ? more(kind, of.length, most) : "");
  };

  const row = (hit, { url, title, subtitle, lang: foreign }, tokens) => {
    const link = made("a", { href: url, lang: foreign, hreflang: foreign }, ...withMarks(marked(title, tokens)));
    const line = subtitle && made("p", { class: "meta", lang: foreign }, ...withMarks(marked(subtitle, tokens)));
    const far = hit.far.length && made("p", { class: "meta" }, `${t.in_text} `, made("mark", {}, hit.far.join(" ")));
    return made("li", {}, made("div", {}, made("h3", { class: "row-title" }, link), line || "", far || ""));
  };

  const more = (kind, count, most) => {
    const button = made("button", { type: "button", class: "more" }, t.more.replace("{n}", count.toLocaleString(lang)));
    button.addEventListener("click", async () => {
      const alone = results.childElementCount === 1;
      if (alone) {
        shown = most + MANY;
        await ask();
      } else {
        state.chosen.set("kind", new Set([kind]));
        await change("pushState");
      }
      results.querySelector(`li:nth-child(${alone ? most + 1 : 1}) a`)?.focus();
    });
    return button;
  };

  // -- facets ----

  const offer = (hits, facets) => {
    const focused = document.activeElement, facet = focused?.closest("[data-facet]")?.dataset.facet;
    choices.replaceChildren(...names.map(name => group(name, facets.get(name), narrowed(hits, facets, name))));
    panel.hidden = !hits.length && ![...state.chosen.values()].some(chosen => chosen.size);
    if (!facet || focused.isConnected) return;
    const again = focused.type === "checkbox" ? `input[value="${CSS.escape(focused.value)}"]` : "summary";
    choices.querySelector(`[data-facet="${facet}"] ${again}`)?.focus();
  };

  const group = (name, values, hits) => {
    const chosen = state.chosen.get(name), title = made("summary", {}, t[`by_${name}`]);
    const details = made("details", { "data-facet": name, open: values ? "" : null }, title);
    details.addEventListener("toggle", () => details.open && !values && ask()); // its file comes when it is opened
    if (!values) return details;
    const options = [...values]
      .map(([value, { label, numbers }]) => ({ value, label, count: hits.filter(hit => numbers.has(hit.number)).length }))
      .filter(({ value, count }) => count || chosen.has(value));
    if (name === "year") options.sort((one, two) => two.value - one.value);
    else options.sort((one, two) => two.count - one.count || one.label.localeCompare(two.label, "vi"));
    const items = options.map(({ value, label, count }) => {
      const box = made("input", { type: "checkbox", name, value });
      box.checked = chosen.has(value);
      return made("li", {}, made("label", {}, box, made("span", {}, label), made("small", {}, count.toLocaleString(lang))));
    });
    details.append(options.length ? made("ul", {}, ...items) : made("p", {}, t.no_options));
    return details;
  };

  choices.addEventListener("change", ({ target }) => {
    const values = state.chosen.get(target.name);
    if (target.checked) values.add(target.value);
    else values.delete(target.value);
    change("pushState");
  });

  // -- words ----

  const typed = () => {
    state.query = input.value;
    change("replaceState", false);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(typed, DELAY);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    state.query = input.value;
    change("pushState");
  });
  addEventListener("popstate", restore);
  panel.firstElementChild.open = matchMedia("(min-width: 64em)").matches;
  state = read();
  if (input.value) typed(); // while this script was on its way
  else restore();
};

start().catch(() => location.search && tell(form.dataset.failed));
