import type { PrintedTime } from "../../src/model/time.ts";

export function Time({ time }: { time: PrintedTime }) {
  return <time datetime={time.datetime}>{time.words}</time>;
}
