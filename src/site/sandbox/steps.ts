/** What a step may do beside reading the project, the content and what was handed over, and writing into its own folder. */
export type Allowed = "add-ons" | "processes" | "code from strings";

/**
 * The steps in which a stranger's content is handled, in their order. Only one of them reads the texts, and it may do
 * nothing but read and write; those that open images or start Pagefind are handed what they work on.
 */
export const STEPS = {
  /** sharp, a native add-on, says what is seen in each image. */
  look: ["add-ons"],
  /** Reads and checks the content, and prints the pages. */
  print: [],
  /** sharp makes the pictures that the pages show; what unpacks the fonts of cards writes functions. */
  pictures: ["add-ons", "code from strings"],
  /** Pagefind, a process, indexes the records that were printed. */
  index: ["processes"],
} as const satisfies Record<string, readonly Allowed[]>;

export type StepName = keyof typeof STEPS;

/** The folder into which a step alone may write. */
export const folderOf = (desk: string, step: StepName): string => `${desk}/${step}`;

/** What a step has made for the site. */
export const siteOf = (desk: string, step: StepName): string => `${folderOf(desk, step)}/site`;

/** Where the steps leave what they say to each other. */
export const SAID = {
  looks: (desk: string) => `${folderOf(desk, "look")}/looks.json`,
  outcome: (desk: string) => `${folderOf(desk, "print")}/outcome.json`,
  pictures: (desk: string) => `${folderOf(desk, "print")}/pictures.json`,
  index: (desk: string, number: number) => `${folderOf(desk, "print")}/index-${number}.json`,
};
