import bell from "../../node_modules/dateline/netlify/functions/bell.ts";

/** Every ten minutes, in UTC; Netlify reads this here and nowhere else. */
export const config = { schedule: "*/10 * * * *" };

/** Has the site built when a story is due. */
export default () => bell();
