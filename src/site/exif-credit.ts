/** Whose a photograph is, as its file says (Exif 3.0, tags Artist and Copyright). */
export interface ExifCredit {
  readonly Artist?: string;
  readonly Copyright?: string;
}

const TAGS: Readonly<Record<number, keyof ExifCredit>> = { 315: "Artist", 33432: "Copyright" };

/** The type of a field that holds a text (TIFF 6.0, section 2). */
const TEXT = 2;
const FIELD_BYTES = 12;

/**
 * Reads the credit from an image's Exif data (a TIFF header and its first directory, TIFF 6.0, section 2; perhaps with
 * the JPEG marker's `Exif` before it). Data that is not as it should be has no credit: it is about to be thrown away.
 */
export function creditIn(exif: Buffer | undefined): ExifCredit {
  if (!exif) return {};
  const tiff = exif.toString("latin1", 0, 4) === "Exif" ? exif.subarray(6) : exif;
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return {};
  const uint16 = (at: number) => (order === "II" ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const uint32 = (at: number) => (order === "II" ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = uint32(4);
  if (directory + 2 > tiff.length) return {};
  const credit: { -readonly [Tag in keyof ExifCredit]: string } = {};
  const end = Math.min(directory + 2 + uint16(directory) * FIELD_BYTES, tiff.length);
  for (let at = directory + 2; at + FIELD_BYTES <= end; at += FIELD_BYTES) {
    const tag = TAGS[uint16(at)];
    if (!tag || uint16(at + 2) !== TEXT) continue;
    const length = uint32(at + 4);
    // Four bytes stand in the field itself.
    const start = length > 4 ? uint32(at + 8) : at + 8;
    const text = tiff
      .toString("utf8", start, start + length)
      .replace(/\0.*$/s, "")
      .trim();
    if (start + length <= tiff.length && text !== "") credit[tag] = text;
  }
  return credit;
}
