import type { Versions } from "../model/versions.ts";

/** What is to be told, by path. */
export interface Changes {
  /** New, changed and gone: a search engine asks again, and finds out which. */
  readonly pages: readonly string[];
  /** New and changed. */
  readonly feeds: readonly string[];
}

/** What has changed on a site since its versions were those of `before`. Another host's addresses are all new. */
export function changesSince(before: Versions, now: Versions): Changes {
  const moved = before.site !== now.site;
  const changed = (was: Versions["pages"], is: Versions["pages"]) =>
    Object.keys(is).filter((path) => moved || was[path] !== is[path]);
  const gone = moved ? [] : Object.keys(before.pages).filter((path) => !Object.hasOwn(now.pages, path));
  return { pages: [...changed(before.pages, now.pages), ...gone], feeds: changed(before.feeds, now.feeds) };
}

/** What to remember when of these changes only some were told: what was not is a change the next time too. */
export function afterTelling(before: Versions, now: Versions, untold: Changes): Versions {
  const was = before.site === now.site ? before : { pages: {}, feeds: {} };
  return {
    ...now,
    pages: asItWas(was.pages, now.pages, untold.pages),
    feeds: asItWas(was.feeds, now.feeds, untold.feeds),
  };
}

function asItWas(was: Versions["pages"], is: Versions["pages"], untold: readonly string[]): Versions["pages"] {
  if (untold.length === 0) return is;
  const remembered = new Map(Object.entries(is));
  for (const path of untold) {
    const version = was[path];
    if (version === undefined) remembered.delete(path);
    else remembered.set(path, version);
  }
  return Object.fromEntries(remembered);
}
