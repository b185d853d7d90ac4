import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";

/** Does some work, and writes where its time went into a file that the browser's developer tools open (.cpuprofile). */
export async function profiled<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.start");
    const result = await work();
    const { profile } = await session.post("Profiler.stop");
    await writeFile(file, JSON.stringify(profile));
    return result;
  } finally {
    session.disconnect();
  }
}
