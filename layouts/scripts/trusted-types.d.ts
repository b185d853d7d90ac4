/** A rule for each sort of text that the policy lets through. */
interface TrustedTypeRules {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
}

/**
 * What is used here of Trusted Types (W3C), of which TypeScript knows nothing: the site's Content-Security-Policy, which
 * names our policies, lets a text become markup or the address of code by them alone. What one makes counts as the text
 * that it is of. Undefined in a browser without them, which takes the text itself.
 */
declare var trustedTypes:
  | { createPolicy(name: string, rules: Partial<TrustedTypeRules>): TrustedTypeRules }
  | undefined;
