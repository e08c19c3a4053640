// A page that becomes a later version of itself. Only what differs between the two versions *as they were served* is
// touched: an open menu, typed text, what scripts have added, all stay, for none of it was served.

import { Idiomorph } from "./idiomorph.js";

const SHEETS = 'link[rel="stylesheet"]';
const plain = address => new URL(address, document.baseURI).pathname;

/** Every node below a node, itself first, in the order of the document. */
const walk = function* (node) {
  yield node;
  for (const child of node.childNodes) yield* walk(child);
};

export class Page {
  /** The document as it was served; no other script may have touched it yet. */
  constructor(document) {
    this.document = document;
    this.served = new WeakMap(); // node shown -> the node it was served as
    this.newest = new Map(); // address of a style sheet -> its last version, which may be on its way
    this.remember(document.body, document.body.cloneNode(true));
  }

  remember(shown, served) {
    const of = walk(served);
    for (const node of walk(shown)) this.served.set(node, of.next().value);
  }

  /** Whether only loading it anew gives the later version: other scripts, or another policy. */
  needsReload(fresh) {
    const decisive = root => [...root.querySelectorAll('script[src], meta[http-equiv]')].map(element => element.outerHTML).join();
    return decisive(fresh) !== decisive(this.document);
  }

  /** Become the later version. */
  async become(fresh) {
    await this.takeSheets(fresh);
    const { document } = this;
    document.title = fresh.title;
    document.documentElement.lang = fresh.documentElement.lang;
    this.morph(fresh.body);
  }

  morph(body) {
    const target = new WeakMap();
    Idiomorph.morph(this.document.body, body, {
      morphStyle: "outerHTML",
      restoreFocus: true,
      callbacks: {
        beforeNodeMorphed: (shown, fresh) => {
          const served = this.served.get(shown);
          if (served?.isEqualNode(fresh)) return false;
          target.set(shown, fresh);
          return true;
        },
        beforeAttributeUpdated: (name, shown) => {
          const fresh = target.get(shown), served = this.served.get(shown);
          return !(fresh && served) || fresh.getAttribute?.(name) !== served.getAttribute?.(name);
        },
        afterNodeMorphed: (shown, fresh) => this.served.set(shown, fresh),
        afterNodeAdded: node => this.remember(node, node.cloneNode(true)),
        beforeNodeRemoved: node => node.nodeType !== Node.ELEMENT_NODE || this.served.has(node),
      },
    });
  }

  /** The style sheets of the later version, before anything is shown in them. */
  async takeSheets(fresh) {
    const { head } = this.document;
    const here = new Map([...head.querySelectorAll(SHEETS)].map(link => [plain(link.href), link]));
    const wanted = [...fresh.head.querySelectorAll(SHEETS)];
    const kept = new Set(wanted.map(link => plain(link.getAttribute("href"))));
    const missing = wanted.filter(link => !here.has(plain(link.getAttribute("href"))));
    await Promise.all(missing.map(link => this.insert(this.document.importNode(link))));
    for (const [address, link] of here) if (!kept.has(address)) link.remove();
  }

  /** A style sheet has changed: the new one takes the place of the old when it has come. */
  async restyle(address, version) {
    const old = [...this.document.head.querySelectorAll(SHEETS)].find(link => plain(link.href) === address);
    if (!old) return;
    const link = old.cloneNode();
    link.href = `${address}?${version}`;
    this.newest.set(address, link);
    await this.insert(link, old);
    if (this.newest.get(address) !== link) return link.remove(); // another has come meanwhile
    for (const other of this.document.head.querySelectorAll(SHEETS))
      if (plain(other.href) === address && other !== link) other.remove();
  }

  insert(link, before = null) {
    return new Promise(done => {
      link.addEventListener("load", done, { once: true });
      link.addEventListener("error", done, { once: true });
      if (before) before.after(link);
      else this.document.head.append(link);
    });
  }

  /** Pictures have changed. */
  repaint(addresses, version) {
    for (const image of this.document.images)
      if (addresses.includes(plain(image.currentSrc || image.src))) image.src = `${plain(image.src)}?${version}`;
  }
}
