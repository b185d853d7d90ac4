import type { OldSite } from "./old-site.ts";

/** What a reader of a format is given. */
export interface Reading {
  /** The export's file or folder, as the person typed it. */
  readonly path: string;
  /** Where the site stood, for exports that do not say. */
  readonly url?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Is told now and then how much of the export has been read, from 0 to 1, in each of its readings. */
  readonly progress: (share: number) => void;
}

/** Opens an export. Throws `ExportError` for what is not of the format, here or while its items are read. */
export type ReadOldSite = (reading: Reading) => Promise<OldSite>;

/** A sort of export, and what reads it. */
export interface Format {
  /** What the command takes after the format's name. */
  readonly takes: string;
  readonly load: () => Promise<ReadOldSite>;
}

/** A line a format; each is loaded when it is asked for. */
export const FORMATS: Readonly<Record<string, Format>> = {
  ghost: {
    takes: "export.json",
    load: async () => (await import("./ghost/read.ts")).readGhost,
  },
  markdown: {
    takes: "FOLDER",
    load: async () => (await import("./markdown-folder/read.ts")).readMarkdownFolder,
  },
  wordpress: {
    takes: "export.xml",
    load: async () => (await import("./wordpress/read.ts")).readWordPress,
  },
};
