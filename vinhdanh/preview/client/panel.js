// What the preview itself shows: badges and problems, in a shadow tree that the page's styles cannot reach. Vietnamese
// first, English below. Problems cover the page once; closed, they come back only when there is another one.

const WORDS = {
  title: ["Cần sửa", "To be mended"],
  kept: ["Trang bên dưới là bản tốt gần nhất; nó tự đổi khi hết lỗi.", "The page below is its last good version; it follows when this is mended."],
  fix: ["Cách sửa", "Fix"],
  edit: ["Sửa tệp này", "Edit this file"],
  form: ["Sửa bằng biểu mẫu", "Edit in a form"],
  close: ["Đóng", "Close"],
  copy: ["Chép đường dẫn", "Copy the path"],
  copied: ["Đã chép", "Copied"],
  opened: ["Đang mở trong trình soạn thảo.", "Opening in the editor."],
  path: ["Mở tệp này bằng trình soạn thảo của anh chị:", "Open this file in your editor:"],
  failed: ["Không mở được. Bản xem trước còn chạy không?", "It could not be opened. Is the preview still running?"],
  region: ["Bản xem trước", "Preview"],
};

/** An element with attributes and children. */
const made = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children.filter(child => child !== null));
  return element;
};

const inBoth = (vi, en) => [made("span", { lang: "vi" }, vi), made("span", { lang: "en", class: "en" }, en)];
const both = name => inBoth(...WORDS[name]);
const button = (name, act, attributes = {}) => {
  const element = made("button", { type: "button", ...attributes }, ...both(name));
  element.addEventListener("click", act);
  return element;
};

/** The link to the form of a record, which its folder and id name. */
const formOf = record => {
  const [folder, id] = record.split("/");
  return made("a", { class: "form", href: `/soan-bai/#/collections/${folder}/entries/${id}`, target: "_blank" }, ...both("form"));
};

/** What tells one problem from another while somebody types: not the column, which moves with every key. */
const SEEN = "vinhdanh-preview-seen"; // also on the other pages of this tab
const identity = problem => `${problem.code} ${problem.file}`;

const isError = problem => problem.severity === "error";

export class Panel {
  /** `open` opens a file at a line and a column, and answers what became of it. */
  constructor(document, open) {
    this.open = open;
    this.seen = new Set(JSON.parse(sessionStorage.getItem(SEEN) ?? "[]"));
    this.problems = [];
    this.more = 0;
    this.counts = { errors: 0, warnings: 0 };
    const host = made("vinhdanh-preview", { lang: "vi" });
    const root = host.attachShadow({ mode: "open" });
    this.bar = made("div", { class: "bar", role: "region", "aria-label": WORDS.region[0] });
    this.dialog = made("dialog", { "aria-labelledby": "title" });
    this.dialog.addEventListener("close", () => this.keep(this.problems.filter(isError).map(identity)));
    const sheet = made("link", { rel: "stylesheet", href: "/_preview/panel.css" });
    sheet.addEventListener("load", () => host.removeAttribute("hidden"));
    host.setAttribute("hidden", "");
    root.append(sheet, this.bar, this.dialog);
    document.documentElement.append(host);
    this.note({ badges: [], file: null, record: null });
  }

  /** What there is to say of this page: its file and its badges. */
  note({ badges, file, day, record }) {
    this.page = { badges, file, day, record };
    this.draw();
  }

  /** The problems of the whole site, as they are now. */
  show({ shown, more }, counts) {
    if (JSON.stringify([shown, counts]) === JSON.stringify([this.problems, this.counts])) return;
    this.problems = shown;
    this.more = more;
    this.counts = counts;
    this.draw();
    const errors = shown.filter(isError);
    const another = errors.some(problem => !this.seen.has(identity(problem)));
    if (!errors.length) this.dialog.close();
    else if (another || this.dialog.open) this.fill(shown);
    if (another && !this.dialog.open) this.dialog.showModal();
    this.keep(errors.map(identity).filter(each => this.seen.has(each)));
  }

  keep(identities) {
    this.seen = new Set(identities);
    sessionStorage.setItem(SEEN, JSON.stringify([...this.seen]));
  }

  // -- the bar ----

  draw() {
    const { badges, file, day, record } = this.page;
    const { errors, warnings } = this.counts;
    const parts = [[errors, "lỗi", "error"], [warnings, "chỗ nên xem", "warning"]].filter(([count]) => count)
      .map(([count, vi, en]) => [`${count} ${vi}`, `${count} ${en}${count > 1 ? "s" : ""}`]);
    const problems = made("button", { type: "button", class: errors ? "errors" : "warnings" },
      ...inBoth(parts.map(([vi]) => vi).join(" · "), parts.map(([, en]) => en).join(" · ")));
    problems.addEventListener("click", () => {
      this.fill(this.problems);
      this.dialog.showModal();
    });
    this.bar.replaceChildren(
      ...badges.map(([name, vi, en]) => made("span", { class: `badge ${name}` },
        ...inBoth(name === "scheduled" && day ? `${vi} ${day}` : vi, en))),
      ...(record ? [formOf(record)] : []),
      ...(file ? [this.editing(file, null, null)] : []),
      ...(parts.length ? [problems] : []),
      made("p", { role: "status", class: "said" }),
    );
    this.bar.hidden = !badges.length && !file && !parts.length;
  }

  /** The button that opens a file; where that cannot be done, its path and a button that copies it. */
  editing(file, line, column) {
    const element = button("edit", async () => {
      const answer = await this.open(file, line, column).catch(() => null);
      if (!answer) return element.after(made("p", { role: "alert" }, ...both("failed")));
      if (answer.opened) return;
      const path = made("code", {}, line ? `${answer.path}:${line}` : answer.path);
      const copy = button("copy", async () => {
        await navigator.clipboard.writeText(answer.path);
        copy.replaceChildren(...both("copied"));
      });
      element.replaceWith(made("p", { class: "path", role: "status" }, ...both("path"), path, copy));
      copy.focus();
    }, { class: "edit" });
    return element;
  }

  // -- the problems ----

  fill(problems) {
    const focused = this.dialog.getRootNode().activeElement?.className;
    const closing = button("close", () => this.dialog.close(), { class: "close" });
    const more = this.more ? [made("p", {}, ...inBoth(`… và ${this.more} chỗ nữa`, `… and ${this.more} more`))] : [];
    this.dialog.replaceChildren(
      made("div", { class: "head" }, made("h2", { id: "title" }, ...both("title")), closing),
      made("p", { class: "kept" }, ...both("kept")),
      ...problems.map(problem => this.article(problem)),
      ...more,
    );
    if (focused === "close") closing.focus();
  }

  article({ severity, file, line, column, excerpt, text, fix }) {
    const editable = file?.startsWith("content/");
    return made("article", { class: severity },
      made("p", { class: "place" },
        made("code", {}, file ? `${file}:${line}:${column}` : ""),
        editable ? this.editing(file, line, column) : null),
      excerpt?.trim() ? this.excerpt(excerpt, line, column) : null,
      made("p", { class: "text" }, ...inBoth(...text)),
      made("p", { class: "fix" }, ...inBoth(...WORDS.fix.map((word, at) => `${word}: ${fix[at]}`))));
  }

  /** The line with a caret below the place: as wide as what stands before it, whatever letters these are. */
  excerpt(line, number, column) {
    const gutter = `${number} | `;
    const before = made("span", { class: "before" }, gutter + line.slice(0, column - 1));
    return made("pre", {}, made("span", { class: "gutter" }, gutter), `${line}\n`, before, made("span", { class: "caret" }, "^"));
  }
}
