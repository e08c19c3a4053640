// Asks the search engine what the search page asks for each query, and prints which files each query read.
// Reads {engine, folder, queries} from stdin; a query is answered by a fresh engine (`first`) or by one that has
// answered those before it (`later`).

import { readFile } from "node:fs/promises";

const FEW = 5; // results of a kind that the page shows

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { engine: path, folder, queries } = JSON.parse(Buffer.concat(chunks).toString());
const source = await readFile(path);
const { Engine } = await import(`data:text/javascript;base64,${source.toString("base64")}`);

let read = [];
const load = async url => {
  read.push(url);
  return JSON.parse(await readFile(`${folder}/${url}`, "utf8"));
};

const answer = async (engine, query) => {
  read = [];
  const kinds = await (await engine.head(), engine.facet("kind"));
  let hits = [];
  for await (const found of engine.find(query, { whole: true })) ({ hits } = found);
  for (const { numbers } of kinds.values())
    for (const hit of hits.filter(one => numbers.has(one.number)).slice(0, FEW)) await engine.card(hit.number);
  return { query, hits: hits.length, read };
};

const first = [];
for (const query of queries) first.push(await answer(new Engine("", load, "vi"), query));
const used = new Engine("", load, "vi"), later = [];
for (const query of queries) later.push(await answer(used, query));
console.log(JSON.stringify({ first, later: later.slice(1) }));
