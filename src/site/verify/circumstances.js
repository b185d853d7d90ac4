// Preloaded with `node --import` by whoever builds a site to see that the same bytes come out: changes, in a process
// and in its threads, what a build must not depend on. Plain JavaScript, because it comes before the loader.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

/**
 * @typedef {object} Circumstances
 * @property {number} [clock] Milliseconds by which the clock is wrong.
 * @property {number} [umask] As the system has it: which rights new files do not get.
 * @property {"reversed" | "by length"} [directories] In which order the system lists what lies in a folder.
 */

/** @type {Circumstances} */
const { clock, umask, directories } = JSON.parse(process.env["DATELINE_CIRCUMSTANCES"] ?? "{}");

// A thread has the umask of its process.
if (umask !== undefined && isMainThread) process.umask(umask);

if (clock !== undefined) {
  const RightDate = Date;
  const now = () => RightDate.now() + clock;
  globalThis.Date = new Proxy(RightDate, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    apply: () => new RightDate(now()).toString(),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}

if (directories !== undefined) {
  const nameOf = (entry) => String(entry.name ?? entry);
  const inOrder = (entries) =>
    directories === "reversed"
      ? entries.toReversed()
      : entries.toSorted((a, b) => nameOf(a).length - nameOf(b).length || (nameOf(a) < nameOf(b) ? 1 : -1));
  const { readdir, readdirSync, promises } = fs;
  const listAsync = promises.readdir;
  fs.readdirSync = (...given) => inOrder(readdirSync(...given));
  fs.readdir = (...given) => {
    const answer = given.pop();
    readdir(...given, (error, entries) => answer(error, entries && inOrder(entries)));
  };
  promises.readdir = async (...given) => inOrder(await listAsync(...given));
  syncBuiltinESMExports();
}
