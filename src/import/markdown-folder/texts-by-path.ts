import { posix } from "node:path";

/** Finds files of the old folder by whatever its texts call them. */
export class FilesByName {
  readonly #files: ReadonlySet<string>;
  readonly #root: string;
  readonly #addresses = new Map<string, string>();
  readonly #byName = new Map<string, string>();

  constructor(files: ReadonlySet<string>, root: string) {
    this.#files = files;
    this.#root = root;
  }

  /** Remembers where a text stood. */
  add(file: string, address: string | undefined): void {
    if (address === undefined) return;
    this.#addresses.set(file, address);
    for (const name of namesOf(file)) if (!this.#byName.has(name)) this.#byName.set(name, file);
  }

  /** The old address of the text that `ref`, `post_url`, `[[…]]` and the like name. */
  addressOfReference(reference: string, from: string): string | undefined {
    const [path = "", fragment] = reference.split("#", 2);
    const found = this.#textAt(path, from) ?? this.#byName.get(plainName(path));
    const address = found && this.#addresses.get(found);
    return address && fragment ? `${address}#${fragment}` : address;
  }

  /** What a link means: a text's file is its address, and a path is meant from where the text stood. */
  addressOfLink(href: string, from: string): string {
    if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(href)) return href;
    const [path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(href)?.slice(1) ?? [];
    const text = this.#textAt(decoded(path), from);
    const address = text && this.#addresses.get(text);
    if (address) return address + rest;
    const own = this.#addresses.get(from);
    if (path.startsWith("/") || own === undefined) return href;
    const base = URL.parse(own, "http://old.invalid");
    const url = base && URL.parse(href, base);
    return url ? url.href.replace(/^http:\/\/old\.invalid/, "") : href;
  }

  #textAt(path: string, from: string): string | undefined {
    const bare = path.replace(/^\.\//, "").replace(/\/$/, "");
    if (bare === "") return undefined;
    const starts = path.startsWith("/") ? [this.#root, ""] : [`${posix.dirname(from)}/`, this.#root, ""];
    for (const start of starts) {
      const base = posix.normalize(`${start}${bare.replace(/^\/+/, "")}`).replace(/^\.\//, "");
      for (const end of ["", ".md", ".mdx", ".markdown", "/index.md", "/index.mdx"]) {
        if (this.#addresses.has(base + end)) return base + end;
      }
    }
    return undefined;
  }

  /** Where the picture of an address may be, below the folder; nothing of it leads out. */
  picturesAt(src: string, from: string): string[] {
    const path = decoded(src.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
    const bare = path.replace(/^(?:https?:)?\/\/[^/]+/, "").replace(/^(?:~\/|@\/)/, "/src/");
    const here = posix.dirname(from);
    const beside = bare.startsWith("/")
      ? []
      : [`${here}/${bare}`, `${here}/${posix.basename(from).replace(/\.\w+$/, "")}/${bare}`];
    const rooted = [
      "static",
      "public",
      "assets",
      "src/assets",
      "src",
      "src/images",
      "images",
      "content",
      this.#root,
      ".",
    ].map((folder) => `${folder.replace(/\/$/, "")}/${bare}`);
    const all = [...beside, ...rooted].map((one) =>
      posix.normalize(`./${one.replace(/\/{2,}/g, "/")}`).replace(/^\/+/, ""),
    );
    return [...new Set(all)].filter((one) => this.#files.has(one));
  }
}

const namesOf = (file: string): string[] => {
  const name = plainName(file);
  return [name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, "")];
};

/** `_posts/2020-04-17-A b.md` and `2020-04-17-A b` are one. */
const plainName = (path: string): string =>
  posix
    .basename(path.replace(/\/(?:_?index)\.\w+$/, ""))
    .replace(/\.(?:md|mdx|markdown|html?)$/i, "")
    .toLowerCase();

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
