// The thread's first file, in plain JavaScript for the same reason as src/cli/dateline.js.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)) });
await import("./at-work.ts");
