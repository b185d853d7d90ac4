import { type HostRule, patternOf } from "./host-headers.ts";

/** Writes the rules as a server's own configuration does. */
export type HostFormat = (rules: readonly HostRule[]) => string;

const CONTENT_TYPE = "Content-Type";
const EVERYWHERE = "/*";

const namesOf = (rules: readonly HostRule[]): string[] => [
  ...new Set(rules.flatMap(({ headers }) => headers.map(([name]) => name))),
];

const valueIn = ({ headers }: HostRule, wanted: string): string | undefined =>
  headers.find(([name]) => name === wanted)?.[1];

/**
 * A map for each header, because `add_header` in a location would take away those of the server. A map takes the first
 * expression that fits, so the last rule comes first; a header without a value is not sent.
 */
const nginx: HostFormat = (rules) => {
  const names = namesOf(rules).filter((name) => name !== CONTENT_TYPE);
  const variable = (name: string) => `$site_${name.toLowerCase().replaceAll("-", "_")}`;
  const map = (name: string) => {
    const cases = rules.toReversed().flatMap((rule) => {
      const value = valueIn(rule, name);
      return value === undefined ? [] : [`  "~${patternOf(rule)}" "${value}";`];
    });
    return [`map $uri ${variable(name)} {`, ...cases, "}"].join("\n");
  };
  const types = rules.flatMap((rule) => {
    const type = valueIn(rule, CONTENT_TYPE);
    return type === undefined ? [] : [`location ~ "${patternOf(rule)}" { types { } default_type "${type}"; }`];
  });
  return [
    "# In http:",
    ...names.map(map),
    "",
    "# In the server:",
    ...names.map((name) => `add_header ${name} ${variable(name)} always;`),
    ...types,
    "",
  ].join("\n");
};

/** A route, which keeps the order: later directives write over what earlier ones have said. */
const caddy: HostFormat = (rules) => {
  const written = rules.flatMap((rule, index) => {
    const matcher = rule.path === EVERYWHERE ? "" : ` @site${index}`;
    return [
      ...(matcher ? [`\t${matcher.trim()} path_regexp ${patternOf(rule)}`] : []),
      ...rule.headers.map(([name, value]) => `\theader${matcher} ${name} "${value}"`),
    ];
  });
  return ["# In the site, before file_server:", "route {", ...written, "}", ""].join("\n");
};

/** For the host's configuration or an .htaccess; it wants mod_headers. Later sections are merged over earlier ones. */
const apache: HostFormat = (rules) => {
  const directive = ([name, value]: readonly [string, string]) =>
    name === CONTENT_TYPE ? `ForceType "${value}"` : `Header always set ${name} "${value}"`;
  return rules
    .flatMap((rule) => {
      const directives = rule.headers.map(directive);
      if (rule.path === EVERYWHERE) return directives;
      return [`<If "%{REQUEST_URI} =~ m#${patternOf(rule)}#">`, ...directives.map((line) => `  ${line}`), "</If>"];
    })
    .concat("")
    .join("\n");
};

export const HOST_FORMATS = { nginx, caddy, apache };
