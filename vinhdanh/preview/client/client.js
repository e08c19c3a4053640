// The preview in the browser: listens for news while the page can be seen, and brings every change in without losing the
// reader's place. It runs before the page's own scripts, so that it knows the page as it was served.

import { Page } from "./page.js";
import { Panel } from "./panel.js";

const META = 'meta[name="vinhdanh-preview"]';
const known = root => JSON.parse(root.querySelector(META).content);

let now = known(document), marks;
const page = new Page(document);
const panel = new Panel(document, (file, line, column) => open(file, line, column));
panel.note(now.note);

/** Ask the server to open a file; what it answers says whether it could, and the whole path. */
const open = async (file, line, column) => {
  const body = JSON.stringify({ token: now.token, file, line, column });
  const answer = await fetch("/_preview/open", { method: "POST", body });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

/** The page as it is now takes the place of the one that is shown. */
const renew = async () => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer) return; // the server is gone: it tells all when it is back
  if (answer.redirected) return location.replace(answer.url);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.needsReload(fresh)) return location.reload();
  await page.become(fresh);
  now = known(fresh);
  panel.note(now.note);
};

// One change after another; of those that come meanwhile, one more look is enough.
let working = false, again = false;
const update = async () => {
  if (working) return void (again = true);
  working = true;
  do {
    again = false;
    await renew().catch(() => location.reload());
  } while (again);
  working = false;
};

const hear = async ({ data }) => {
  const news = JSON.parse(data);
  if (news.scripts) return location.reload();
  if (news.page) await update();
  else now.build = news.build;
  await Promise.all(news.css.map(address => page.restyle(address, news.build)));
  page.repaint(news.pictures, news.build);
  if (news.problems) panel.show(news.problems, news.counts);
  if (news.note) panel.note(news.note);
  if (news.marks && news.marks !== marks) {
    marks = news.marks;
    await page.restyle("/_preview/badges.css", marks);
  }
  document.documentElement.dispatchEvent(new CustomEvent("vinhdanh-preview", { detail: news }));
};

// Browsers hold six connections to one server: a tab that cannot be seen gives its own back.
let source;
const listen = () => {
  source?.close();
  source = undefined;
  if (document.visibilityState === "hidden") return;
  const query = new URLSearchParams({ url: decodeURI(location.pathname), build: now.build });
  source = new EventSource(`/_preview/events?${query}`);
  let told = Promise.resolve();
  source.onmessage = message => (told = told.then(() => hear(message)));
  source.onerror = () => { // asks again by itself, but with the number of an older build
    source?.close();
    setTimeout(listen, 500);
  };
};

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", event => event.persisted && listen());
listen();
