// The search engine: reads the index in shards as they are needed (docs/search.md tells their format) and ranks.
// It touches no page; `open` is given what fetches.

// -- words: the same as vinhdanh/base/vietnamese/search_words.py ----

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /[\u0300-\u036f]+/g;
const TONES = "\u0300\u0301\u0309\u0303\u0323";
const TONE_ON_SECOND = new RegExp(`(?<=o)([ae])([${TONES}])$|(?<=(?<!q)u)(y)([${TONES}])$`);

/** The words of a text in lowercase. */
export const words = text => text.toLowerCase().normalize("NFC").match(WORD) ?? [];

/** A text without tones and vowel marks, đ as d. */
export const fold = text =>
  text.toLowerCase().normalize("NFD").replace(MARKS, "").replaceAll("đ", "d").normalize("NFC");

/** The one spelling of a lowercase word, whichever custom of placing tones it follows. */
export const spelling = word =>
  word.normalize("NFD")
    .replace(TONE_ON_SECOND, (_, ae, tone, y, other) => (tone ?? other) + (ae ?? y))
    .normalize("NFC");

// -- Telex ----

const TONE_KEYS = { f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323" };
const HORNED = { a: "ă", o: "ơ", u: "ư" };
const DOUBLED = { a: "â", e: "ê", o: "ô", d: "đ" };
const SYLLABLE = /^(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?([aeiouy]{1,3})(ng|nh|ch|[cmnpt])?$/;

/** What a word in raw Telex keys spells ("ddawngj": "đặng"), or null when it is no such word. */
export const telex = word => {
  if (!/^[a-z]{2,10}$/.test(word)) return null;
  let tone = "", letters = "";
  for (const key of word) {
    const last = letters.at(-1);
    if (TONE_KEYS[key] && /[aeiouyăâêôơư]/.test(letters)) {
      if (tone) return null;
      tone = TONE_KEYS[key];
    } else if (key === "w") {
      const before = letters;
      letters = letters.replace(/uo(?=[a-z]*$)/, "ươ");
      if (letters === before) letters = letters.replace(/[aou](?=[^aou]*$)/, vowel => HORNED[vowel]);
      if (letters === before) return null;
    } else if (key === last && DOUBLED[key]) letters = letters.slice(0, -1) + DOUBLED[key];
    else letters += key;
  }
  const shape = SYLLABLE.exec(fold(letters));
  if (!shape || (letters + tone) === word) return null;
  return spelling(tone ? toned(letters, tone, shape) : letters);
};

const toned = (letters, tone, [, vowels, final]) => {
  const start = letters.length - vowels.length - (final?.length ?? 0);
  const marked = [...letters].findLastIndex(letter => /[ăâêôơư]/.test(letter));
  const place = marked >= 0 ? marked : start + Math.max(0, vowels.length - (final ? 1 : 2));
  return (letters.slice(0, place + 1) + tone + letters.slice(place + 1)).normalize("NFC");
};

// -- queries ----

/** The words of a query, each folded and as it is spelled; the last may be a beginning unless it is `whole`. */
export const parse = (query, whole = false) => {
  const found = words(query);
  const open = !whole && /[\p{L}\p{N}]\p{M}*$/u.test(query);
  return found.map((word, at) => ({ word: spelling(word), term: fold(word), begins: open && at === found.length - 1 }));
};

/** The pieces of a text, each with whether it matches one of `tokens`. */
export const marked = (text, tokens) => {
  const pieces = [];
  const composed = text.normalize("NFC");
  let end = 0;
  for (const match of composed.matchAll(WORD)) {
    const term = fold(match[0]);
    if (!tokens.some(token => token.begins ? term.startsWith(token.term) : term === token.term)) continue;
    const between = composed.slice(end, match.index);
    const previous = pieces.at(-1);
    if (previous?.[1] && between === " ") previous[0] += between + match[0];
    else {
      if (between) pieces.push([between, false]);
      pieces.push([match[0], true]);
    }
    end = match.index + match[0].length;
  }
  if (end < composed.length) pieces.push([composed.slice(end), false]);
  return pieces;
};

// -- ranking ----

const IN_TITLE = 12, TITLE_SPELLED = 6, BEGUN = -2;
const IN_FIELD = 6, FIELD_SPELLED = 3;
const IN_TEXT = 1, TEXT_SPELLED = 1;
const NEXT = 8, LATER = 3, FIRST = 2, LAST = 4, WHOLE = 12;
const FAR = 15; // places from here on are one in the index
const SHORT = 5; // words of a title in which the last one names: the given name of a person

/** How well a record matches: `matches` has, for each word of the query, where it stands in the record. */
export const score = matches => {
  let total = 0, next = 0;
  matches.forEach((match, at) => {
    if (match.places) total += IN_TITLE + (match.spelled ? TITLE_SPELLED : 0) + (match.begun ? BEGUN : 0);
    else if (match.near) total += IN_FIELD + (match.near > 1 ? FIELD_SPELLED : 0);
    else if (match.far) total += IN_TEXT + (match.far > 1 ? TEXT_SPELLED : 0);
    const before = matches[at - 1]?.places;
    if (!before || !match.places) return;
    const follows = before.some(one => match.places.some(two => two >> 1 === (one >> 1) + 1 && one >> 1 < FAR));
    if (follows) total += NEXT, next++;
    else if (before.some(one => match.places.some(two => two >> 1 > one >> 1))) total += LATER;
  });
  const first = matches[0]?.places?.some(place => place >> 1 === 0);
  const last = matches.at(-1)?.places?.find(place => place & 1);
  if (first) total += FIRST;
  if (last !== undefined && last >> 1 < SHORT) total += LAST;
  if (first && last !== undefined && next === matches.length - 1) total += WHOLE;
  return total;
};

// -- the index ----

const COMMON = ""; // among the spellings of a word that is in too many records to tell them apart
const BASE = 46, SIGNS = new Map([...Array(95).keys()].map(at => String.fromCharCode(at + 32))
  .filter(sign => !`"\\'`.includes(sign)).map((sign, at) => [sign, at]));

/** The ascending numbers of a list: their distances in digits of base 46, lowest first, all but the last 46 higher. */
export const unpacked = list => {
  const numbers = [];
  let value = 0, digit = 1;
  for (const sign of list) {
    const number = SIGNS.get(sign);
    value += (number % BASE) * digit;
    if (number < BASE) numbers.push(value), digit = 1;
    else digit *= BASE;
  }
  return numbers;
};

/** The index below `base`; `read(url, signal)` gives the value of a JSON file or throws. `lang` is the page's. */
export class Engine {
  #shards = new Map(); // what has come, by path
  #waiting = new Map(); // what is on its way: promise and controller by path
  #turn = 0; // which question is the newest
  #base; #read; #lang; #head;

  constructor(base, read, lang) {
    [this.#base, this.#read, this.#lang] = [base, read, lang];
  }

  async head() {
    this.#head ??= await this.#shard("index");
    if (this.#head.format !== 1) throw new Error("another format");
    return this.#head;
  }

  /** The words of the interface in the page's language, kinds among them. */
  async words() {
    const { words } = await this.head();
    return words[this.#lang] ?? words.vi;
  }

  async #shard(path) {
    if (this.#shards.has(path)) return this.#shards.get(path);
    if (!this.#waiting.has(path)) {
      const controller = new AbortController();
      const promise = this.#read(`${this.#base}${path}.json`, controller.signal)
        .then(value => {
          if (value === null || typeof value !== "object") throw new Error(`not a shard: ${path}`);
          this.#shards.set(path, value);
          return value;
        })
        .finally(() => this.#waiting.get(path)?.promise === promise && this.#waiting.delete(path));
      this.#waiting.set(path, { promise, controller });
    }
    return this.#waiting.get(path).promise;
  }

  /** Let go of what is on its way but for shards of `paths`: a new question does not wait for an old one. */
  #only(paths) {
    for (const [path, { controller }] of this.#waiting)
      if (path !== "index" && !path.startsWith("facet/") && !paths.includes(path)) {
        controller.abort();
        this.#waiting.delete(path);
      }
  }

  #titlePath({ term, short }) {
    const { depth, titles } = this.#head;
    if (short) return null;
    const name = /^[\x00-\x7f]*$/.test(term) ? term.slice(0, depth).padEnd(depth, "_") : "_";
    return titles.includes(name) ? `title/${name}` : null;
  }

  #textPath({ term }) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(term)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return `text/${hash & (this.#head.texts - 1)}`;
  }

  /** The number of a record on this page, or -1 for an English twin on a Vietnamese page. */
  #own(number) {
    const { numbers } = this.#head;
    return number < numbers ? number : this.#lang === "en" ? number - numbers : -1;
  }

  async #inTitles(token, found) {
    const path = this.#titlePath(token);
    const shard = path ? await this.#shard(path) : {};
    const terms = token.begins ? Object.keys(shard).filter(term => term.startsWith(token.term)) : [token.term];
    for (const term of terms) {
      for (const [word, list] of Object.entries(Object.hasOwn(shard, term) ? shard[term] : {})) {
        if (word === COMMON) found.common = true;
        const begun = term !== token.term;
        const spelled = begun ? word.startsWith(token.word) : word === token.word;
        for (const value of unpacked(list)) {
          const match = entry(found, this.#own(value >> 5));
          (match.places ??= []).push(value & 31);
          match.spelled ||= spelled;
          match.begun = (match.begun ?? true) && begun;
        }
      }
    }
  }

  async #inTexts(token, found) {
    const shard = await this.#shard(this.#textPath(token));
    for (const [word, lists] of Object.entries(Object.hasOwn(shard, token.term) ? shard[token.term] : {})) {
      if (word === COMMON) found.common = true;
      else lists.forEach((list, at) => {
        for (const number of unpacked(list)) {
          const match = entry(found, this.#own(number)), kind = at ? "far" : "near";
          match[kind] = Math.max(match[kind] ?? 0, word === token.word ? 2 : 1);
        }
      });
    }
  }

  /** The tokens of a query, those that only Telex explains in what they spell; `short` is a beginning that cannot be
      looked up yet. */
  async #resolved(query, whole, deep) {
    const { depth } = await this.head();
    return Promise.all(parse(query, whole).map(async token => {
      if (token.begins && token.term.length < depth) return { ...token, short: true };
      const meant = telex(token.term);
      if (!meant || token.word !== token.term) return token;
      const typed = new Map();
      await this.#inTitles(token, typed);
      if (deep && !typed.size) await this.#inTexts(token, typed);
      return typed.size || typed.common ? token : { ...token, word: meant, term: fold(meant) };
    }));
  }

  /** Yields what is found, `{tokens, hits, done, failed}`, first by titles, then by everything.
      A hit is `{number, score, far}`; far: the words that stand in the text only. */
  async *find(query, { whole = false, deep = true } = {}) {
    const turn = ++this.#turn;
    const tokens = await this.#resolved(query, whole, deep);
    if (turn !== this.#turn) return;
    const paths = tokens.flatMap(token => [this.#titlePath(token), deep && this.#textPath(token)]);
    this.#only(paths.filter(Boolean));
    const found = tokens.map(() => new Map());
    const near = tokens.map((token, at) => this.#inTitles(token, found[at]));
    const far = deep ? tokens.map((token, at) => this.#inTexts(token, found[at])) : [];
    const failures = [];
    const all = async work => failures.push(...(await Promise.allSettled(work))
      .filter(one => one.status === "rejected").map(one => one.reason));
    for (const work of far) work.catch(() => {}); // told by `all`, later
    await all(near);
    if (tokens.at(-1)?.begins) apart(found.at(-1), found.slice(0, -1));
    if (deep) {
      yield { tokens, hits: ranked(found, tokens), done: false, failed: false };
      await all(far);
    }
    yield { tokens, hits: ranked(found, tokens), done: true, failed: failures.length > 0 };
  }

  /** A facet: a Map from each value to `{label, numbers}`. */
  async facet(name) {
    const file = await this.#shard(`facet/${name}`);
    return new Map(Object.entries(file).map(([value, [vi, en, list]]) =>
      [value, { label: this.#lang === "en" ? en : vi, numbers: new Set(unpacked(list)) }]));
  }

  /** What the result for a record shows, in the page's language if it can be: `{kind, url, title, subtitle, lang}`. */
  async card(number) {
    const { numbers, cards, kinds, prefix } = await this.head();
    const shard = await this.#shard(`card/${Math.floor(number * cards / numbers)}`);
    const of = wanted => shard.find(card => card[0] === wanted);
    const twin = this.#lang === "en" && of(number + numbers);
    const card = twin || of(number);
    if (!card) return null;
    const [, at, id, title, subtitle] = card;
    const [kind, vi, en] = kinds[at];
    const folder = (twin ? ["en", en] : [vi]).filter(Boolean).join("/");
    const url = `${prefix}${folder ? `${folder}/` : ""}${id}/`;
    return { kind, url, title, subtitle, lang: twin || this.#lang === "vi" ? null : "vi" };
  }
}

const entry = (found, number) => {
  if (number < 0) return {};
  if (!found.has(number)) found.set(number, {});
  return found.get(number);
};

/** Take from the places of a beginning those where a whole word of the query stands already. */
const apart = (begun, others) => {
  for (const [number, match] of begun) {
    const taken = others.flatMap(each => each.get(number)?.places ?? []);
    match.places = match.places?.filter(place => !taken.includes(place));
    if (match.places?.length) continue;
    delete match.places;
    if (!match.near && !match.far) begun.delete(number);
  }
};

/** Records that match every word; when there are none, those that match most of them, if that is at least half. */
const ranked = (found, tokens) => {
  const few = found.filter(each => !each.common), telling = few.length ? few : found;
  const counts = new Map();
  for (const each of telling) for (const number of each.keys()) counts.set(number, (counts.get(number) ?? 0) + 1);
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  if (most < telling.length / 2) return [];
  const hits = [];
  for (const [number, count] of counts) {
    if (count < most) continue;
    const matches = found.map(each => each.get(number) ?? {});
    const far = tokens.filter((_, at) => matches[at].far && !matches[at].places && !matches[at].near);
    hits.push({ number, score: score(matches), far: far.map(token => token.word) });
  }
  return hits.sort((one, two) => two.score - one.score || one.number - two.number);
};

/** What reads JSON over the network. */
export const fetchJson = async (url, signal) => {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
};
