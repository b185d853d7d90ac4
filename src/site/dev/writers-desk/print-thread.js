// The thread's first file, in plain JavaScript for the same reason as src/cli/dateline.js.
import "../../../loader.js";

await import("./print-desk.ts");
