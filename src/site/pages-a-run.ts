/** Eleventy keeps all that it makes until its run has ended, so it is given so many pages a run. */
export const PAGES_A_RUN = 250;
