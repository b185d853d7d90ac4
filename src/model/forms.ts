import type { EmbedCard } from "./embeds.ts";
import type { ShownImage } from "./image-variants.ts";

/** Words of the story that are shown again, large. */
export interface PullQuote {
  /** Whose words they are. */
  readonly by?: string | undefined;
}

/** What a reader should know beside the story. */
export interface FactBox {
  readonly title: string;
}

/** The story in a few points, at its top. */
export interface KeyPoints {
  /** Where it is another than the interface has for it. */
  readonly title?: string | undefined;
}

/** Where figures come from. */
export interface FormSource {
  readonly name: string;
  readonly url?: string | undefined;
}

/** A table that says what it shows. */
export interface DataTable {
  readonly caption: string;
  readonly source?: FormSource | undefined;
}

/** Figures, drawn. */
export interface Chart {
  readonly type: "line" | "bar";
  readonly title: string;
  /** What the figures count, such as "€ billion". */
  readonly unit?: string | undefined;
  readonly source?: FormSource | undefined;
  readonly figures: Figures;
}

/** The figures of a chart, as columns. */
export interface Figures {
  /** What the labels are: the heading of their column. */
  readonly labelled: string;
  /** Names, or, when all are, dates: 2019, 2019-05, 2019-05-16. */
  readonly labels: readonly string[];
  /** How exact the dates are; absent where labels are names. */
  readonly dates?: "year" | "month" | "day" | undefined;
  readonly series: readonly Series[];
}

export interface Series {
  readonly name: string;
  /** One for each label; `null` where there is none. */
  readonly values: readonly (number | null)[];
}

/** Pictures side by side. */
export interface Gallery {
  readonly pictures: readonly GalleryPicture[];
}

export interface GalleryPicture {
  readonly image: ShownImage & { readonly alt: string };
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** What the forms that a text may hold say of themselves, by the names that writers call them by. Plain data. */
export interface FormProps {
  /** What a link becomes that is alone in its paragraph; writers have no name for it. */
  readonly embed: EmbedCard;
  readonly "pull-quote": PullQuote;
  readonly "fact-box": FactBox;
  readonly "key-points": KeyPoints;
  readonly "data-table": DataTable;
  readonly chart: Chart;
  readonly gallery: Gallery;
}

export type FormName = keyof FormProps;
/** Those that writers call by a name. */
export type WrittenFormName = Exclude<FormName, "embed">;

/** A form in a rendered text. */
export type Form = {
  readonly [Name in FormName]: {
    readonly name: Name;
    readonly props: FormProps[Name];
    /** What stands between its beginning and its end. */
    readonly inside: readonly Passage[];
  };
}[FormName];

/** A rendered text is a row of these: HTML, and the forms between it. */
export type Passage = string | Form;

/*
 * In a rendered text a form is an element that nothing but `formStart` makes: raw HTML is refused, and what a writer
 * writes is escaped. Layouts make of it what readers see.
 */
const ELEMENT = "news-form";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
const PLAIN = new Map(Object.entries(ESCAPES).map(([plain, escaped]) => [escaped, plain]));

/** What stands in a rendered text where a form begins. Its props survive a JSON round trip. */
export function formStart<Name extends FormName>(name: Name, props: FormProps[Name]): string {
  const json = JSON.stringify(props).replace(/[&"<>]/g, (plain) => ESCAPES[plain] ?? plain);
  return `<${ELEMENT} name="${name}" props="${json}">`;
}

/** A rendered text in two: the key points, which stand at its top where it has some, and the rest. */
export function keyPointsApart(html: string): { readonly keyPoints: string; readonly rest: string } {
  const end = html.startsWith(`<${ELEMENT} name="key-points"`) ? html.indexOf(FORM_END) + FORM_END.length : 0;
  return { keyPoints: html.slice(0, end), rest: html.slice(end) };
}

/** What stands in a rendered text where a form ends. */
export const FORM_END = `</${ELEMENT}>`;

const MARKS = new RegExp(`<${ELEMENT} name="([a-z-]+)" props="([^"]*)">|${FORM_END}`, "g");

/** Whether a rendered text, or a piece of one, holds forms. */
export const holdsForms = (html: string): boolean => html.includes(FORM_END);

/** The passages of a rendered text, or of a piece that was cut from one around its forms. A form without its end throws. */
export function passagesOf(html: string): Passage[] {
  const outermost: Passage[] = [];
  if (!holdsForms(html)) return [html];
  const open: { readonly form: Form; readonly around: Passage[] }[] = [];
  let here = outermost;
  let from = 0;
  const addHtml = (end: number) => {
    if (end > from) here.push(html.slice(from, end));
  };
  for (const mark of html.matchAll(MARKS)) {
    addHtml(mark.index);
    from = mark.index + mark[0].length;
    const [, name, props] = mark;
    if (name === undefined) {
      const ended = open.pop();
      if (!ended) throw new Error("A form ends in a text where none has begun");
      here = ended.around;
      continue;
    }
    const inside: Passage[] = [];
    // `formStart` has written both.
    const form = { name, props: JSON.parse(unescaped(props ?? "")) as unknown, inside } as Form;
    here.push(form);
    open.push({ form, around: here });
    here = inside;
  }
  addHtml(html.length);
  if (open.length > 0) throw new Error(`The form ${open[0]?.form.name} has no end in its text`);
  return outermost;
}

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|quot|lt|gt);/g, (entity) => PLAIN.get(entity) ?? entity);
