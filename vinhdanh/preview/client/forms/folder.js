// All records as a folder of JSON files, in the way browsers show folders of this machine (File System Access), so that
// the CMS works on them as it would there. What it writes goes to the server, which looks at it before anything is kept.

"use strict";

const notFound = name => new DOMException(`no entry ${name}`, "NotFoundError");

/** What files and folders have in common. */
class Entry {
  constructor(store, path) {
    this.store = store;
    this.path = path;
  }

  get name() {
    return this.path.slice(this.path.lastIndexOf("/") + 1);
  }

  async isSameEntry(other) {
    return other.path === this.path;
  }
}

/** A record or a picture. Its content is fetched when somebody asks for it. */
class FileEntry extends Entry {
  kind = "file";

  async getFile() {
    return this.store.read(this.path);
  }

  /** What is written is sent at once; only of a file that is still to be moved it waits for that. */
  async createWritable() {
    return {
      write: async data => {
        const file = new File([data], this.name);
        if (this.name.startsWith(".")) this.waiting = file;
        else await this.store.write(this.path, file);
      },
      close: async () => {},
    };
  }

  /** The CMS tries again when this fails: what was refused once is not asked again. */
  async move(folder, name = this.name) {
    if (this.refused) throw this.refused;
    if (!this.waiting) throw this.store.refuseRename(this.path);
    const path = folder.path ? `${folder.path}/${name}` : name;
    try {
      await this.store.write(path, this.waiting);
    } catch (error) {
      this.refused = error;
      throw error;
    }
    this.path = path;
  }
}

/** A folder: whatever stands below its path. There are no empty ones. */
class FolderEntry extends Entry {
  kind = "directory";

  #below(name) {
    return this.path ? `${this.path}/${name}` : name;
  }

  async *entries() {
    const start = this.path ? `${this.path}/` : "", folders = new Set();
    for (const path of this.store.paths()) {
      if (!path.startsWith(start)) continue;
      const [name, ...rest] = path.slice(start.length).split("/");
      if (!rest.length) yield [name, new FileEntry(this.store, path)];
      else if (!folders.has(name)) {
        folders.add(name);
        yield [name, new FolderEntry(this.store, this.#below(name))];
      }
    }
  }

  async *keys() {
    for await (const [name] of this.entries()) yield name;
  }

  async *values() {
    for await (const [, entry] of this.entries()) yield entry;
  }

  [Symbol.asyncIterator]() {
    return this.entries();
  }

  async getDirectoryHandle(name) {
    return new FolderEntry(this.store, this.#below(name));
  }

  async getFileHandle(name, { create = false } = {}) {
    const path = this.#below(name);
    if (!create && !this.store.has(path)) throw notFound(path);
    return new FileEntry(this.store, path);
  }

  async removeEntry(name) {
    const path = this.#below(name);
    if (name.startsWith(".")) return;
    if (!this.store.has(path)) throw notFound(path);
    await this.store.remove(path);
  }

  async resolve(entry) {
    return entry.path.startsWith(`${this.path}/`) ? entry.path.slice(this.path.length + 1).split("/") : null;
  }

  async queryPermission() {
    return "granted";
  }

  async requestPermission() {
    return "granted";
  }
}
