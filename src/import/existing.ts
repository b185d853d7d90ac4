import { join } from "node:path";
import { bytesOf } from "../content/bytes.ts";
import { mostBytes, unreadProblem } from "../content/file-limits.ts";
import { isFolder } from "../content/is-folder.ts";
import { placesIn } from "../content/places.ts";
import { nothingAt } from "../content/read.ts";
import type { Report } from "../content/report.ts";
import { missingSettings, type ReadSettings, readSettings } from "../content/settings.ts";
import { decode, type Source } from "../content/source.ts";
import { noTags, readTags, type TagRegistry } from "../content/tags.ts";
import { type FoundFile, walk } from "../content/walk.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { ExportError } from "./export-error.ts";

/** The newspaper into which an old site moves, as far as an import must know it. */
export interface Existing {
  /** The content folder, absolute, and as the person typed it. */
  readonly root: string;
  readonly shownRoot: string;
  readonly settings: ReadSettings;
  readonly tags: TagRegistry;
  /** The files that are there, below `content/`. */
  readonly files: readonly FoundFile[];
}

/** Reads settings, topics and names. What is wrong in stories is no hindrance; what is wrong here is an `ExportError`. */
export async function readExisting(root: string, shownRoot: string): Promise<Existing> {
  const places = placesIn(root, shownRoot);
  if (!(await isFolder(root))) throw new ExportError(nothingAt(shownRoot, places).problems);
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const files = await walk(root, places.shownAs, () => {});
  const find = (kind: FoundFile["place"]["kind"]) => files.find(({ place }) => place.kind === kind);
  const read = <Read>(file: FoundFile, reader: (source: Source, report: Report) => Read | undefined) => {
    const bytes = bytesOf(join(root, file.path), mostBytes(file.place, file.path));
    if (typeof bytes === "string") {
      report(unreadProblem(bytes, file.place, file.path, places.shownAs(file.path)));
      return undefined;
    }
    const source = decode(file.path, places.shownAs(file.path), bytes, report);
    return source && reader(source, report);
  };
  const settingsFile = find("settings");
  if (!settingsFile) missingSettings(places.shownAs("settings.yaml"), report);
  const settings = settingsFile && read(settingsFile, readSettings);
  const tagFile = find("tags");
  const tags = tagFile ? read(tagFile, readTags) : noTags();
  if (!settings || !tags || hasErrors(problems)) throw new ExportError(problems);
  return { root, shownRoot, settings, tags, files };
}
