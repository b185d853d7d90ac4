/** An address was to be forgotten that is not remembered, or that something still has. */
export class ForgetError extends Error {}
