import { isUtf8 } from "node:buffer";
import { refuseExport } from "../export-error.ts";

/** A piece of a text file, and of how many bytes it was made. */
interface Chunk {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Decodes a stream as UTF-8, in any pieces. Throws `ExportError` at the line of the first bytes that are not; those of
 * UTF-16 are told by their first two.
 */
export async function* utf8Chunks(stream: AsyncIterable<Buffer>, path: string): AsyncGenerator<Chunk> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let isFirst = true;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    if (isFirst) refuseOthers(chunk, path);
    isFirst = false;
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      refuseAt(Buffer.concat([tail, chunk]), line, path);
    }
    const lines = countLines(text);
    line += lines;
    tail = chunk.subarray(-3);
    yield { text, bytes: chunk.length };
  }
  try {
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    refuseExport(path, "The file breaks off within a character.", "Export it, or download it, again.", placeAt(line));
  }
}

const placeAt = (line: number) => ({ line, column: 1, length: 1, excerpt: "" });

function refuseOthers([first, second]: Uint8Array, path: string): void {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    refuseExport(path, "This file is UTF-16.", "Save it as UTF-8.");
  }
}

function refuseAt(bytes: Buffer, from: number, path: string): never {
  let [good, bad] = [0, bytes.length];
  // Up to where the bytes are UTF-8, give or take a character that the end cuts.
  while (bad - good > 8) {
    const middle = (good + bad) >> 1;
    if (startsAsUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const line = from + countLines(bytes.subarray(0, good).toString("latin1"));
  const fix = "Export it anew; a file in another encoding can be turned with iconv -f WINDOWS-1252 -t UTF-8.";
  refuseExport(path, "This is not UTF-8.", fix, placeAt(line));
}

const startsAsUtf8 = (bytes: Buffer): boolean =>
  [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
