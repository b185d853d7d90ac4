import { resolved, type XmlToken } from "./tokens.ts";

/** Elements that a browser has to draw, each use of one counted again. */
const MOST_DRAWN = 1_000_000;
/** A step of a filter works on every pixel. */
const FILTER_STEP = 1000;
/** References that lead to references, and elements inside elements. */
const DEEPEST = 400;

/** What a filter takes the longer over the larger it is. */
const MOST_OF: Readonly<Record<string, number>> = { numOctaves: 10, order: 20, radius: 200, stdDeviation: 1000 };

interface Drawn {
  readonly own: number;
  readonly children: Drawn[];
  readonly refersTo: string[];
}

/**
 * Why a browser would take too long over a drawing: a few lines of `<use>` that use each other ask for more elements
 * than there are atoms. Undefined for one that it would not.
 */
export function heavinessOf(tokens: readonly XmlToken[]): string | undefined {
  const root: Drawn = { own: 0, children: [], refersTo: [] };
  const byId = new Map<string, Drawn>();
  const open = [root];
  let [styles, elements] = ["", 0];
  for (const token of tokens) {
    if (token.kind === "text" || token.kind === "cdata") styles += token.written.includes("url(") ? token.written : "";
    if (token.kind === "close" && open.length > 1) open.pop();
    if (token.kind !== "open") continue;
    elements++;
    const drawn: Drawn = { own: token.name.startsWith("fe") ? FILTER_STEP : 1, children: [], refersTo: [] };
    for (const { name, value } of token.attributes) {
      const text = resolved(value);
      const most = MOST_OF[name];
      if (most !== undefined && numbersIn(text).some((number) => Math.abs(number) > most)) {
        return `This SVG has a filter with a ${name} of more than ${most}, over which a browser takes long.`;
      }
      if (name === "id") byId.set(text.trim(), drawn);
      drawn.refersTo.push(...referencesIn(name, text));
    }
    open.at(-1)?.children.push(drawn);
    if (!token.isEmpty) open.push(drawn);
  }
  // A style may be that of every element.
  const styled = referencesIn("style", resolved(styles));
  const scale = new Scale(byId);
  const weight = scale.weigh(root) + elements * Math.max(0, ...styled.map((id) => scale.weighId(id)));
  if (weight <= MOST_DRAWN) return undefined;
  return `This SVG has a browser draw more than ${MOST_DRAWN.toLocaleString("en")} elements, by using its own again and again.`;
}

const numbersIn = (text: string): number[] =>
  text
    .split(/[\s,]+/)
    .map(Number)
    .filter((number) => !Number.isNaN(number));

function referencesIn(name: string, text: string): string[] {
  if (/^(?:.*:)?href$/.test(name)) return text.trim().startsWith("#") ? [text.trim().slice(1)] : [];
  return [...text.matchAll(/url\(\s*['"]?#([^'")\s]+)/g)].map(([, id = ""]) => id);
}

/** Weighs each element once. One that refers to itself is drawn without end, or not at all: that is too heavy. */
class Scale {
  readonly #byId: ReadonlyMap<string, Drawn>;
  readonly #known = new Map<Drawn, number>();
  readonly #weighing = new Set<Drawn>();

  constructor(byId: ReadonlyMap<string, Drawn>) {
    this.#byId = byId;
  }

  weighId(id: string): number {
    const drawn = this.#byId.get(id);
    return drawn ? this.weigh(drawn) : 0;
  }

  weigh(drawn: Drawn): number {
    const known = this.#known.get(drawn);
    if (known !== undefined) return known;
    if (this.#weighing.has(drawn) || this.#weighing.size > DEEPEST) return Number.POSITIVE_INFINITY;
    this.#weighing.add(drawn);
    let weight = drawn.own;
    for (const child of drawn.children) weight += this.weigh(child);
    for (const id of drawn.refersTo) weight += this.weighId(id);
    this.#weighing.delete(drawn);
    this.#known.set(drawn, weight);
    return weight;
  }
}
