// The first file of a step, in plain JavaScript for the same reason as src/cli/dateline.js. Called with the name of the
// step and the folder of the build.
import "../../loader.js";

const { takeStep } = await import("./take-step.ts");
const [, , name, desk] = process.argv;
await takeStep(name, desk);
