/** A value of a JSON file: where it stands in the tree and in the file, and its text. */
export interface JsonSlice {
  /** Keys and numbers of items from the top: `db/0/data/posts/17`. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly at: JsonPlace;
}

export interface JsonPlace {
  /** From 0. */
  readonly byte: number;
  readonly line: number;
  /** In UTF-16 units, from 1. */
  readonly column: number;
}

/** What to do with a value: look at what is in it, hand it over whole, or leave it out. */
export type Choice = "enter" | "keep" | "skip";

/** Where a file stops being JSON. */
export class NotJson extends Error {
  override readonly name = "NotJson";
  readonly at: JsonPlace;

  constructor(what: string, at: JsonPlace) {
    super(what);
    this.at = at;
  }
}

/** Nobody's export nests as deep, and what reads it afterwards must not run out of stack. */
const DEEPEST = 500;
/** The text of one story and all that belongs to it. */
const LONGEST_VALUE = 64 * 1024 * 1024;

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma" | "end";

interface Level {
  readonly closer: number;
  readonly path: string;
  key: string;
  index: number;
}

/**
 * Cuts a JSON file of any size into the values that are asked for, each with its place: what is entered is taken apart,
 * the rest passes by, so that no more of the file is in memory than the value that is being read. What is kept or
 * skipped is looked at for brackets and quotation marks only: whoever parses a slice hears of what else is wrong with it.
 */
export class JsonScanner {
  readonly #choose: (path: string) => Choice;
  readonly #levels: Level[] = [];
  #expected: Expected = "value";
  #byte = 0;
  #line = 1;
  #column = 1;
  // The value that is kept or skipped, or a key.
  #unit: "none" | "key" | "keep" | "skip" = "none";
  #unitPath = "";
  #unitStart: JsonPlace = { byte: 0, line: 1, column: 1 };
  #unitParts: Buffer[] = [];
  #unitLength = 0;
  readonly #closers: number[] = [];
  #isInText = false;
  #isEscaped = false;
  #isBare = false;

  constructor(choose: (path: string) => Choice) {
    this.#choose = choose;
  }

  /** The values that end in this part of the file. Throws `NotJson`. */
  write(chunk: Buffer): JsonSlice[] {
    const slices: JsonSlice[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      // Most of an export is the inside of texts.
      if (this.#isInText && !this.#isEscaped) at = this.#passText(chunk, at);
      const byte = chunk[at];
      if (byte === undefined) break;
      if (this.#unit === "none") {
        if (this.#begins(byte)) from = at;
      } else if (this.#isBare && isAfterBareWord(byte)) {
        this.#endUnit(chunk.subarray(from, at), slices);
        this.#begins(byte);
      } else if (this.#isLastOfUnit(byte)) this.#endUnit(chunk.subarray(from, at + 1), slices);
      this.#count(byte);
    }
    if (this.#unit !== "none") this.#hold(chunk.subarray(from));
    return slices;
  }

  /** To be called when the file has ended: it must be whole. Throws `NotJson`. */
  end(): void {
    const [opened, unclosed] = [this.#levels.length + this.#closers.length, this.#unitStart];
    const brackets = `${opened} ${opened === 1 ? "bracket" : "brackets"}`;
    if (this.#expected === "end" && this.#unit === "none") return;
    if (this.#byte === 0) throw new NotJson("It is empty", this.#here());
    const within = this.#unitPath === "" ? "" : `, in ${this.#unitPath}, which begins at byte ${unclosed.byte}`;
    throw new NotJson(`It breaks off with ${brackets} open${within}`, this.#here());
  }

  /** Counts what in a text cannot end it; where it stops is the end of the chunk, or a byte that may. */
  #passText(chunk: Buffer, from: number): number {
    let [at, column] = [from, this.#column];
    for (
      let byte = chunk[at] ?? QUOTE;
      byte !== QUOTE && byte !== BACKSLASH && byte !== LF;
      byte = chunk[at] ?? QUOTE
    ) {
      if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1;
      at++;
    }
    this.#byte += at - from;
    this.#column = column;
    return at;
  }

  #here = (): JsonPlace => ({ byte: this.#byte, line: this.#line, column: this.#column });

  #count(byte: number): void {
    this.#byte++;
    if (byte === LF) {
      this.#line++;
      this.#column = 1;
    } else if ((byte & 0xc0) !== 0x80) this.#column += byte >= 0xf0 ? 2 : 1;
  }

  /** Takes a byte between two units; says whether a unit begins with it. */
  #begins(byte: number): boolean {
    if (byte === SPACE || byte === LF || byte === CR || byte === TAB) return false;
    const level = this.#levels.at(-1);
    const expected = this.#expected;
    if (
      byte === level?.closer &&
      (expected === "comma" || expected.startsWith(`${level.closer === CLOSE_LIST ? "value" : "key"} or`))
    ) {
      this.#levels.pop();
      this.#expected = this.#levels.length === 0 ? "end" : "comma";
      return false;
    }
    if (expected === "colon" && byte === COLON) this.#expected = "value";
    else if (expected === "comma" && byte === COMMA && level) {
      this.#expected = level.closer === CLOSE_LIST ? "value" : "key";
      level.index++;
    } else if (expected.startsWith("key") && byte === QUOTE) return this.#beginUnit("key", byte);
    else if (expected.startsWith("value")) return this.#beginValue(byte);
    else throw new NotJson(`There is ${shown(byte)} where ${inWords(expected)} should be`, this.#here());
    return false;
  }

  #beginValue(byte: number): boolean {
    const level = this.#levels.at(-1);
    const path = level ? under(level) : "";
    const choice = this.#choose(path);
    this.#unitPath = path;
    if (choice !== "enter" || (byte !== OPEN_LIST && byte !== OPEN_OBJECT)) {
      return this.#beginUnit(choice === "keep" ? "keep" : "skip", byte);
    }
    const closer = byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT;
    this.#levels.push({ closer, path, key: "", index: 0 });
    if (this.#levels.length > DEEPEST) throw new NotJson("It is nested too deep", this.#here());
    this.#expected = byte === OPEN_LIST ? "value or ]" : "key or }";
    return false;
  }

  #beginUnit(unit: "key" | "keep" | "skip", byte: number): boolean {
    this.#unit = unit;
    this.#unitStart = this.#here();
    this.#isInText = byte === QUOTE;
    this.#isEscaped = false;
    this.#isBare = false;
    if (byte === OPEN_LIST) this.#closers.push(CLOSE_LIST);
    else if (byte === OPEN_OBJECT) this.#closers.push(CLOSE_OBJECT);
    else if (byte !== QUOTE) {
      if (!/[-\dtfn]/.test(String.fromCharCode(byte))) {
        throw new NotJson(`There is ${shown(byte)} where a value should be`, this.#here());
      }
      this.#isBare = true;
    }
    return true;
  }

  #isLastOfUnit(byte: number): boolean {
    if (this.#isInText) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#isInText = false;
        return this.#closers.length === 0;
      }
      return false;
    }
    if (byte === QUOTE) this.#isInText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      this.#closers.push(byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT);
      if (this.#closers.length > DEEPEST) throw new NotJson("It is nested too deep", this.#here());
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (this.#closers.pop() !== byte) throw new NotJson(`There is ${shown(byte)} that closes nothing`, this.#here());
      return this.#closers.length === 0;
    }
    return false;
  }

  #keyIn(bytes: Buffer): string {
    try {
      return String(JSON.parse(bytes.toString()));
    } catch (cause) {
      if (cause instanceof SyntaxError) throw new NotJson("There is a key that is no JSON text", this.#unitStart);
      throw cause;
    }
  }

  #hold(part: Buffer): void {
    if (this.#unit === "skip") return;
    this.#unitLength += part.length;
    if (this.#unitLength > LONGEST_VALUE) throw new NotJson("A value is longer than 64 MB", this.#unitStart);
    // A copy: the reader of the file may use its buffer again.
    this.#unitParts.push(Buffer.from(part));
  }

  #endUnit(last: Buffer, slices: JsonSlice[]): void {
    this.#hold(last);
    const level = this.#levels.at(-1);
    if (this.#unit === "key" && level) {
      level.key = this.#keyIn(Buffer.concat(this.#unitParts));
      this.#expected = "colon";
    } else {
      this.#expected = level ? "comma" : "end";
      if (this.#unit === "keep") {
        slices.push({ path: this.#unitPath, bytes: Buffer.concat(this.#unitParts), at: this.#unitStart });
      }
    }
    this.#unit = "none";
    this.#isBare = false;
    this.#unitParts = [];
    this.#unitLength = 0;
  }
}

const isAfterBareWord = (byte: number): boolean =>
  byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT || byte <= SPACE;

/** A slash in a key must not look like a level of its own. */
const under = (level: Level): string => {
  const name = level.closer === CLOSE_LIST ? String(level.index) : level.key.replaceAll("/", "~1");
  return level.path === "" ? name : `${level.path}/${name}`;
};

const shown = (byte: number): string =>
  byte > SPACE && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte ${byte}`;

const inWords = (expected: Expected): string =>
  expected === "end" ? "the end" : expected === "comma" ? "a comma or a closing bracket" : `a ${expected}`;
