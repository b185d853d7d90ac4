/** What Pagefind's index files are made of, as far as it uses CBOR (RFC 8949): numbers, texts and lists. */
export type Cbor = number | string | readonly Cbor[];

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

/** Reads one value that fills all of `bytes`. Throws on anything else. */
export function readCbor(bytes: Buffer): Cbor {
  let at = 0;
  const argument = (short: number): number => {
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4 }[short];
    if (size === undefined) throw new Error(`Pagefind wrote a kind of CBOR that is new here (length ${short})`);
    at += size;
    return bytes.readUIntBE(at - size, size);
  };
  const value = (): Cbor => {
    const head = bytes.readUInt8(at++);
    const count = argument(head & 31);
    switch (head >> 5) {
      case NUMBER:
        return count;
      case TEXT:
        at += count;
        return bytes.toString("utf8", at - count, at);
      case LIST:
        return Array.from({ length: count }, value);
      default:
        throw new Error(`Pagefind wrote a kind of CBOR that is new here (${head >> 5})`);
    }
  };
  const read = value();
  if (at !== bytes.length) throw new Error(`Pagefind wrote ${bytes.length - at} bytes more than a value`);
  return read;
}

/** Writes a value in the shortest form, as Pagefind does. */
export function writeCbor(value: Cbor): Buffer {
  if (typeof value === "number") return head(NUMBER, value);
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([head(TEXT, text.length), text]);
  }
  return Buffer.concat([head(LIST, value.length), ...value.map(writeCbor)]);
}

function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  const size = count < 0x100 ? 1 : count < 0x10000 ? 2 : 4;
  const made = Buffer.alloc(1 + size);
  made.writeUInt8((kind << 5) | { 1: 24, 2: 25, 4: 26 }[size]);
  made.writeUIntBE(count, 1, size);
  return made;
}
