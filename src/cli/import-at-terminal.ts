import { confirm, isCancel, progress } from "@clack/prompts";

const STEPS = { survey: "Reading the export", import: "Writing stories" } as const;

/** How an import looks to a person at a terminal: a bar for each of its two readings, and one question between them. */
export function importAtTerminal() {
  let bar: ReturnType<typeof progress> | undefined;
  let shown: keyof typeof STEPS | undefined;
  let filled = 0;
  const done = () => {
    if (bar && shown) bar.stop(STEPS[shown]);
    bar = undefined;
    shown = undefined;
  };
  return {
    progress(step: keyof typeof STEPS, share: number): void {
      if (shown !== step || share * 100 < filled) {
        if (shown !== step) done();
        bar ??= progress({ max: 100 });
        if (shown !== step) bar.start(STEPS[step]);
        shown = step;
        filled = 0;
      }
      const more = Math.floor(share * 100) - filled;
      if (more <= 0) return;
      filled += more;
      bar?.advance(more);
    },
    async askToGoOn(proposal: string): Promise<boolean> {
      done();
      process.stdout.write(proposal);
      const answer = await confirm({ message: "Import with this map as it is?", initialValue: false });
      return !isCancel(answer) && answer;
    },
    done,
  };
}
