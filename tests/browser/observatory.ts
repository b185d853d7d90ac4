/** A page as it was answered over https, and its HTML. */
export interface Answered {
  readonly headers: Headers;
  readonly html: string;
}

const BROAD = new Set(["*", "http:", "https:", "ftp:", "http://*", "https://*", "http://*.*", "https://*.*"]);
const PRIVATE = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];
const SIX_MONTHS = 15_552_000;

/**
 * What Mozilla's observatory would give a page, in points for and against, by the rules that it publishes (its scoring
 * at developer.mozilla.org/en-US/observatory/docs/tests_and_scoring, and its package @mdn/mdn-http-observatory 1.4.8,
 * which gave this site the same score). Written down here because the package wants a database and 230 others. Nothing
 * here asks whether http leads to https, which is the host's.
 */
export const observatoryPoints = ({ headers, html }: Answered): Readonly<Record<string, number>> => {
  const policy = policyOf(headers.get("content-security-policy") ?? "");
  return {
    contentSecurityPolicy: contentSecurityPolicy(policy),
    cookies: headers.has("set-cookie") ? -5 : 0,
    crossOriginResourcePolicy: resourcePolicy(headers.get("cross-origin-resource-policy")),
    crossOriginSharing: headers.has("access-control-allow-credentials") ? -50 : 0,
    framing: framing(policy, headers.get("x-frame-options")),
    referrerPolicy: referrers(headers.get("referrer-policy")),
    strictTransport: transport(headers.get("strict-transport-security")),
    contentTypeOptions: headers.get("x-content-type-options") === "nosniff" ? 0 : -5,
    scripts: scriptsFromElsewhere(html) ? -5 : 0,
  };
};

/** 100 and more is A+. What is given beyond that counts only for a page that loses no more than ten points. */
export function observatoryScore(points: Readonly<Record<string, number>>): number {
  const sum = (wanted: (value: number) => boolean) =>
    Object.values(points)
      .filter(wanted)
      .reduce((total, value) => total + value, 0);
  const lost = 100 + sum((value) => value < 0);
  return lost < 90 ? lost : lost + sum((value) => value > 0);
}

type Policy = ReadonlyMap<string, readonly string[]>;

const policyOf = (text: string): Policy =>
  new Map(
    text
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name, sources] as const)
      .filter(([name]) => name !== ""),
  );

function contentSecurityPolicy(policy: Policy): number {
  if (policy.size === 0) return -25;
  const sources = (name: string) => policy.get(name) ?? policy.get("default-src") ?? ["*"];
  const isInline = (source: string) => source === "'unsafe-inline'" || source === "data:" || BROAD.has(source);
  if (sources("script-src").some(isInline) || sources("object-src").some((source) => BROAD.has(source))) return -20;
  if ([...policy.values()].flat().some((source) => /^(?:http|ftp):/.test(source))) return -20;
  if ([...sources("script-src"), ...sources("style-src")].includes("'unsafe-eval'")) return -10;
  if (sources("style-src").some(isInline)) return 0;
  return policy.get("default-src")?.join() === "'none'" ? 10 : 5;
}

function resourcePolicy(value: string | null): number {
  if (value === "same-origin" || value === "same-site") return 10;
  return value === null || value === "cross-origin" ? 0 : -5;
}

function framing(policy: Policy, frameOptions: string | null): number {
  const ancestors = policy.get("frame-ancestors");
  if (ancestors && !ancestors.some((source) => BROAD.has(source))) return 5;
  return frameOptions === "DENY" || frameOptions === "SAMEORIGIN" ? 0 : -20;
}

function referrers(value: string | null): number {
  if (value === null) return 0;
  return PRIVATE.includes(value) ? 5 : -5;
}

function transport(value: string | null): number {
  const seconds = Number(/max-age=(\d+)/.exec(value ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(seconds)) return -20;
  return seconds < SIX_MONTHS ? -10 : 0;
}

const scriptsFromElsewhere = (html: string): boolean => /<script[^>]*\ssrc="?(?:https?:)?\/\//.test(html);
