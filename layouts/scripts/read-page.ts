let policy: Pick<TrustedTypeRules, "createHTML"> | undefined;

/** A page of this site as its host sent it, to be looked into; nothing in it runs or is loaded. */
export function readPage(text: string): Document {
  const rules = { createHTML: (text: string) => text };
  policy ??= globalThis.trustedTypes?.createPolicy("own-pages", rules) ?? rules;
  return new DOMParser().parseFromString(policy.createHTML(text), "text/html");
}
