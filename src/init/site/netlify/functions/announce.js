import announce from "../../node_modules/dateline/netlify/functions/announce.ts";

/** After a deploy for readers: tells search engines and feed readers what has changed, if the settings say so. */
export default {
  async deploySucceeded(event) {
    await announce.deploySucceeded(event);
  },
};
