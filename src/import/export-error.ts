import type { Problem } from "../problems.ts";

/** An export that cannot be read, or a map that cannot be followed: nothing, or only whole stories, was written. */
export class ExportError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, what }) => `${file}: ${what}`).join("\n"));
    this.problems = problems;
  }
}

/** Stops an import with what is wrong at a place of the export. */
export function refuseExport(file: string, what: string, fix: string, at?: Problem["at"]): never {
  throw new ExportError([{ severity: "error", file, at, what, fix }]);
}
