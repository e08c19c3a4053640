// Runs the site's search engine in Node. Reads one JSON object from stdin: `engine` (the path of the module), and
// either `words` (the table of cases: gives what each function makes of it) or `folder`, `lang` and `queries` (gives
// for each query what is found in the index there, in order, and which shards were read for it).

import { readFile } from "node:fs/promises";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const asked = JSON.parse(Buffer.concat(chunks).toString());
const source = await readFile(asked.engine);
const { Engine, fold, marked, parse, spelling, telex, words } = await import(
  `data:text/javascript;base64,${source.toString("base64")}`
);

const brackets = pieces => pieces.map(([text, hit]) => (hit ? `[${text}]` : text)).join("");

const ofWords = cases => ({
  words: cases.words.map(([text]) => words(text)),
  fold: cases.fold.map(([text]) => fold(text)),
  spelling: cases.spelling.map(([text]) => spelling(text)),
  telex: cases.telex.map(([text]) => telex(text)),
  marked: cases.marked.map(([text, query]) => brackets(marked(text, parse(query)))),
});

const search = async ({ folder, lang, queries, fresh }) => {
  let read = [];
  const load = async url => {
    read.push(url);
    return JSON.parse(await readFile(`${folder}/${url}`, "utf8"));
  };
  let engine = new Engine("", load, lang);
  const answers = [];
  for (const { query, whole = true, deep = true } of queries) {
    if (fresh) engine = new Engine("", load, lang);
    read = [];
    const steps = [];
    try {
      for await (const found of engine.find(query, { whole, deep })) steps.push(found);
      const { hits, failed } = steps.at(-1);
      const cards = await Promise.all(hits.slice(0, asked.most ?? 50).map(async hit => ({
        ...(await engine.card(hit.number)), far: hit.far,
      })));
      answers.push({ cards, count: hits.length, failed, steps: steps.length, read });
    } catch (error) {
      answers.push({ error: String(error), read });
    }
  }
  return answers;
};

console.log(JSON.stringify(asked.words ? ofWords(asked.words) : await search(asked)));
