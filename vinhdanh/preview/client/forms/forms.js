// Starts the CMS on the records of this showcase. It asks nothing of other hosts: its words come from our own folder,
// and what else it would fetch is refused.

"use strict";

const known = JSON.parse(document.querySelector('meta[name="vinhdanh-forms"]').content);
const RECORDS = "/soan-bai/records", PICTURES = "/soan-bai/media/", MEDIA = "content/media/";
const ask = globalThis.fetch.bind(globalThis);
/** Something was not saved; the CMS shows the message, and the form stays as it is. */
class RefusedError extends Error {
  name = "RefusedError";
}

const SILENT = "Bản xem trước không trả lời. Xem cửa sổ đang chạy lệnh serve, rồi bấm Lưu lần nữa.";

const send = (address, method, body) => ask(address, { method, body, headers: { [known.header]: known.token } })
  .catch(() => { throw new RefusedError(SILENT); });

globalThis.fetch = async (request, options) => {
  const address = new URL(request.url ?? request, location.href);
  if (address.protocol === "blob:" || address.protocol === "data:" || address.origin === location.origin) {
    return ask(request, options);
  }
  const words = /\/locales\/([\w-]+)\.json$/.exec(address.pathname);
  if (words) return ask(`/_preview/sveltia/${words[1]}.json`);
  throw new TypeError(`not asked for: ${address.origin}`);
};

/** The records as the server knows them. What is changed within a moment is saved together. */
class Store {
  #wishes = new Map();
  #saving = null;

  constructor({ forms, versions, pictures }) {
    this.forms = new Map(Object.entries(forms));
    this.versions = new Map(Object.entries(versions));
    this.pictures = new Set(pictures.map(name => MEDIA + name));
  }

  paths() {
    return [...this.forms.keys(), ...this.pictures];
  }

  has(path) {
    return this.forms.has(path) || this.pictures.has(path);
  }

  async read(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (this.forms.has(path)) return new File([this.forms.get(path)], name, { type: "application/json" });
    if (!this.pictures.has(path)) throw notFound(path);
    const answer = await send(PICTURES + encodeURIComponent(path.slice(MEDIA.length)), "GET");
    if (!answer.ok) throw notFound(path);
    return new File([await answer.arrayBuffer()], name, { type: answer.headers.get("Content-Type") });
  }

  async write(path, file) {
    if (!path.startsWith(MEDIA)) return this.#wish(path, await file.text());
    await this.#answer(await send(PICTURES + encodeURIComponent(path.slice(MEDIA.length)), "PUT", file));
    this.pictures.add(path);
  }

  async remove(path) {
    if (path.startsWith(MEDIA)) throw new RefusedError("Ảnh không xóa được ở đây: trang khác có thể đang dùng.");
    await this.#wish(path, null);
  }

  #wish(path, text) {
    this.#wishes.set(path, text);
    this.#saving ??= new Promise(done => setTimeout(done, 50)).then(() => this.#save());
    return this.#saving;
  }

  async #save() {
    const wishes = [...this.#wishes];
    this.#wishes.clear();
    this.#saving = null;
    const body = wishes.map(([path, text]) => (
      { path, version: this.versions.get(path) ?? null, values: text === null ? null : JSON.parse(text) }
    ));
    const { versions } = await this.#answer(await send(RECORDS, "POST", JSON.stringify(body)));
    for (const [path, text] of wishes) {
      if (text === null) {
        this.forms.delete(path);
        this.versions.delete(path);
      } else {
        this.forms.set(path, text);
        this.versions.set(path, versions[path]);
      }
    }
  }

  refuseRename(path) {
    const id = path.slice(path.lastIndexOf("/") + 1).split(".")[0];
    return new RefusedError(`Mã “${id}” không đổi được sau khi tạo: trang khác đang dẫn tới địa chỉ cũ. Hãy giữ mã ấy.`);
  }

  async #answer(answer) {
    if (answer.ok) return answer.json();
    const { problems } = answer.status === 422 ? await answer.json() : {};
    throw new RefusedError(problems ? problems.shown.map(inWords).join("\n\n") : SILENT);
  }
}

/** A problem as the CMS shows it, with what to do. */
const inWords = ({ text, fix }) => `${text[0]} ${fix[0]}`;

const inParagraph = words => Object.assign(document.createElement("p"), { textContent: words });

globalThis.CMS_MANUAL_INIT = true;

const start = async () => {
  const answer = await send(RECORDS, "GET");
  if (!answer.ok) {
    const { problems } = answer.status === 422 ? await answer.json() : {};
    document.body.append(...(problems?.shown.map(inWords) ?? [SILENT]).map(inParagraph));
    return;
  }
  const shelf = await answer.json();
  const root = new FolderEntry(new Store(shelf), "");
  navigator.storage.getDirectory = async () => ({ getDirectoryHandle: async () => root });
  const preferences = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: "vi", ...preferences }));
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "test-repo" }));
  globalThis.CMS.init({ config: shelf.configuration });
};

addEventListener("DOMContentLoaded", start);
