import { withNewFolder } from "../output-folder.ts";
import { publishChanges, publishFolder, type ReadyPart } from "../press.ts";
import type { PrintedPart } from "../printed.ts";
import type { Share } from "../shards.ts";

/** Where a build that has it alone puts its site. */
export interface Outlet {
  /** The folder in which the last site lies, if there is one. */
  readonly site: string;
  /** Whether readers see that one: after a rollback they do not. */
  readonly isSeen: boolean;
  /** Lends a new folder, on the same file system as the site. */
  withNewFolder<Result>(write: (folder: string) => Promise<Result>): Promise<Result>;
  /**
   * Puts the parts in place, all of them or nothing. Those without files lie in `site` as the last build left them.
   * Resolves with undefined when they do not any more: then everything has to be printed anew.
   */
  publish(edition: ReadyEdition): Promise<readonly PrintedPart[] | undefined>;
}

/** An edition that lies ready in a new folder. */
export interface ReadyEdition {
  readonly parts: readonly ReadyPart[];
  readonly folder: string;
  readonly share: Share | undefined;
  /** What the last build has printed, where some of it still lies in its place. */
  readonly last: readonly PrintedPart[] | undefined;
}

/** A folder that is the site. */
export const folderOutlet = (target: string): Outlet => ({
  site: target,
  isSeen: true,
  withNewFolder: (write) => withNewFolder(target, write),
  publish: ({ parts, folder, share, last }) =>
    last ? publishChanges(parts, folder, target, share, last) : publishFolder(parts, folder, target, share),
});
