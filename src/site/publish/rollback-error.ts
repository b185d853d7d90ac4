/** There is no release that readers could be taken back to. */
export class RollbackError extends Error {}
