const parts = new WeakSet<object>();

/** Marks what many pages show as one object, so that it need be looked at once only. It must never change. */
export function share<Part extends object>(part: Part): Part {
  parts.add(part);
  return part;
}

export const isShared = (part: object): boolean => parts.has(part);
