import type { StepName } from "./steps.ts";

const TAKE: Readonly<Record<StepName, () => Promise<(desk: string) => Promise<void>>>> = {
  look: async () => (await import("./look-step.ts")).lookStep,
  print: async () => (await import("./print-step.ts")).printStep,
  pictures: async () => (await import("./pictures-step.ts")).picturesStep,
  index: async () => (await import("./index-step.ts")).indexStep,
};

/** Takes one step of a build whose folder is `desk`, within the bounds that this process has. */
export async function takeStep(name: StepName, desk: string): Promise<void> {
  const step = await TAKE[name]();
  await step(desk);
}
