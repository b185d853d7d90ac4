import type { Chart, Figures } from "../../../model/forms.ts";
import { nearest } from "../../did-you-mean.ts";
import { SOURCE, sourceOf } from "./source.ts";
import type { FormReader, WrittenForm } from "./written-form.ts";

const TYPES: readonly Chart["type"][] = ["line", "bar"];

/** Bars beside each other that can be told apart without colour. */
const MOST_BAR_SERIES = 2;
const MOST_BARS = 40;

/** Figures of a CSV beside the text, drawn. */
export const chart: FormReader<"chart"> = {
  needs: ["src", "type", "title"],
  mayHave: ["unit", ...SOURCE],
  example: '::: chart src="phones.csv" type="line" title="Phones sold" unit="millions"',
  isAllInProps: true,
  read(form) {
    const { attributes, inside, typographic, refuseAt } = form;
    const [first] = inside;
    if (first)
      refuseAt(first[1], 0, 1, "A chart holds no text: its figures are in its CSV.", "Write it above or below.");
    const type = typeOf(form);
    const figures = figuresOf(form);
    const source = sourceOf(form);
    if (!type || !figures) return undefined;
    if (type === "bar") checkBars(figures, form);
    else if (figures.labels.length < 2) {
      form.refuse("A line needs two rows at least.", "Add one, or draw bars.", attributes.get("src"));
    }
    const unit = attributes.get("unit")?.value;
    return {
      type,
      title: typographic(attributes.get("title")?.value ?? ""),
      unit: unit && typographic(unit),
      source,
      figures,
    };
  },
};

function typeOf({ attributes, refuse }: WrittenForm): Chart["type"] | undefined {
  const written = attributes.get("type");
  const type = TYPES.find((known) => known === written?.value);
  if (type || !written) return type;
  const near = nearest(written.value, TYPES);
  const fix = near ? `Did you mean "${near}"?` : `It is one of ${TYPES.join(", ")}.`;
  refuse(`There is no type "${written.value}" of charts.`, fix, written);
  return undefined;
}

function figuresOf({ attributes, file, figures, refuse, uses }: WrittenForm): Figures | undefined {
  const src = attributes.get("src");
  if (!src) return undefined;
  const found = figures.beside(file, src.value);
  if (!("figures" in found)) {
    refuse(found.what, found.fix, src);
    return undefined;
  }
  uses({ file: found.file, digest: found.digest });
  return found.figures;
}

function checkBars({ series, labels }: Figures, { refuse, attributes }: WrittenForm): void {
  const src = attributes.get("src");
  if (series.length > MOST_BAR_SERIES) {
    refuse(
      `Bars show ${MOST_BAR_SERIES} columns of figures at most.`,
      'Take one out, or draw lines: type="line".',
      src,
    );
  }
  if (labels.length * series.length > MOST_BARS) {
    refuse(`More than ${MOST_BARS} bars cannot be told apart.`, 'Take some out, or draw lines: type="line".', src);
  }
}
