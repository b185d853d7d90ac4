// A build plugin for Netlify: docs/decisions/0015-work-travels-on-ci.md says why it is ours.

/** Where Dateline keeps what spares the next build work. An old one, or none, only makes a build slower. */
const WORK = ".dateline";

/** Before the build: brings what the last one has kept. */
export const onPreBuild = ({ utils }) => orOnlySlower(utils, "restored", () => utils.cache.restore(WORK));

/** After a build that went well: keeps what it has worked out. */
export const onPostBuild = ({ utils }) => orOnlySlower(utils, "saved", () => utils.cache.save(WORK));

/** Netlify's cache may be out of order; the log then says so, and the site is published all the same. */
async function orOnlySlower(utils, done, work) {
  try {
    await work();
  } catch (error) {
    utils.build.failPlugin(`${WORK} could not be ${done}; the build is only slower`, { error });
  }
}
