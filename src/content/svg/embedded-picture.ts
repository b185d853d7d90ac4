import { imageSize } from "image-size";
import { isTooLarge } from "../look-at-picture.ts";

/** What says how a picture looks, in the formats that a drawing may hold. Everything else says something of somebody. */
const PNG_CHUNKS = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs".split(" "));
const WEBP_CHUNKS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP"]);

/**
 * What is wrong with a picture inside a drawing, which is published as it is: that nobody can read it, that it is too
 * large, or that it carries what no reader sees, such as where it was taken. Undefined for a good one.
 */
export function faultOfEmbedded(base64: string): string | undefined {
  const bytes = Buffer.from(base64, "base64");
  const size = sizeOf(bytes);
  if (!size) return "A picture inside this SVG cannot be read.";
  if (isTooLarge(size)) return "A picture inside this SVG is too large.";
  const extra = extraIn(bytes);
  return extra && `A picture inside this SVG carries what no reader sees (${extra}).`;
}

function sizeOf(bytes: Buffer): { width: number; height: number } | undefined {
  try {
    return imageSize(bytes);
  } catch (error) {
    // image-size throws TypeError for an unknown format and other errors for a damaged file: to us one fact.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function extraIn(bytes: Buffer): string | undefined {
  if (bytes[0] === 0x89) return extraInPng(bytes);
  if (bytes[0] === 0xff) return extraInJpeg(bytes);
  return extraInWebp(bytes);
}

/** PNG, third edition, 5.2 and 5.3. */
function extraInPng(bytes: Buffer): string | undefined {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!PNG_CHUNKS.has(type)) return type;
    if (type === "IEND") return at + 12 === bytes.length ? undefined : "data behind its end";
  }
  return "an end that is missing";
}

/** ITU-T T.81, B.1: segments up to the picture itself. Of the applications' only those of JFIF, ICC and Adobe may stand. */
function extraInJpeg(bytes: Buffer): string | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    if ((isApplication && ![0xe0, 0xe2, 0xee].includes(marker)) || marker === 0xfe) return "Exif, XMP or a comment";
    if (marker !== 0xda) continue;
    const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), at);
    return end === bytes.length - 2 ? undefined : "data behind its end";
  }
  return "segments that cannot be read";
}

/** RFC 9649, 2.3 to 2.7. */
function extraInWebp(bytes: Buffer): string | undefined {
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") return "another format";
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) return "data behind its end";
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString("latin1", at, at + 4);
    if (!WEBP_CHUNKS.has(type)) return type;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return undefined;
}
