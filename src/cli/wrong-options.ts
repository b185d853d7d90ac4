import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { nearest } from "../content/did-you-mean.ts";

interface Token {
  readonly kind: string;
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** What is wrong with how a command is called, in one line with what to write instead; undefined when nothing is. */
export function wrongOption(
  args: string[],
  options: ParseArgsOptionsConfig,
  allowPositionals: boolean,
): string | undefined {
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    allowNegative: true,
    tokens: true,
  });
  for (const token of tokens as readonly Token[]) {
    const wrong =
      token.kind === "option"
        ? wrongly(token, options)
        : token.kind === "positional" && !allowPositionals
          ? token
          : undefined;
    if (typeof wrong === "string") return wrong;
    if (wrong) return `Unexpected argument "${wrong.value}".${known(options)}`;
  }
  return undefined;
}

function wrongly(
  { name = "", rawName = "", value, inlineValue }: Token,
  options: ParseArgsOptionsConfig,
): string | undefined {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const isNegated = rawName === `--no-${name}`;
  if (!option || (isNegated && option.type !== "boolean"))
    return `There is no option "${rawName}".${meant(rawName, options)}`;
  if (option.type === "boolean") return value === undefined ? undefined : `${rawName} takes no value.`;
  if (value === undefined || (!inlineValue && isOption(value, options))) return `${rawName} is missing its value.`;
  if (!inlineValue && value.length > 1 && value.startsWith("-")) {
    return `${rawName} is missing its value; write ${rawName}=${value} if that is it.`;
  }
  return undefined;
}

const isOption = (word: string, options: ParseArgsOptionsConfig): boolean =>
  namesOf(options).includes(word.replace(/=.*$/s, ""));

/** As they are written: a switch that is on by itself is written to turn it off. */
const namesOf = (options: ParseArgsOptionsConfig): string[] =>
  Object.entries(options).map(([name, { default: usual }]) => (usual === true ? `--no-${name}` : `--${name}`));

function meant(written: string, options: ParseArgsOptionsConfig): string {
  const near = nearest(written, namesOf(options));
  return near === undefined ? known(options) : ` Did you mean "${near}"?`;
}

const known = (options: ParseArgsOptionsConfig): string => {
  const names = namesOf(options);
  return names.length > 0 ? ` Options are ${names.join(", ")}.` : "";
};

/**
 * Options of this command that npm has kept for itself, because "--" was not before them: `npm run build --drafts` runs
 * the command without any, and npm only leaves them in the environment (docs.npmjs.com, "config", environment variables).
 */
export function takenByNpm(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  // What runs by npx is called with all of its options.
  if (!/^run(?:-script)?$/.test(environment["npm_command"] ?? "")) return undefined;
  const taken = Object.keys(options).filter((name) => {
    const isGiven = args.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    return !isGiven && environment[`npm_config_${name.replaceAll("-", "_")}`] !== undefined;
  });
  if (taken.length === 0) return undefined;
  const script = environment["npm_lifecycle_event"] ?? "";
  const written = taken.map((name) => `--${name}`).join(" ");
  return `npm took ${written} for itself; write -- before the options: npm run ${script} -- ${written} …`;
}
