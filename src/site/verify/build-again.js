// A process of its own that builds what it is told to. Plain JavaScript for the same reason as src/cli/dateline.js.
import "../../loader.js";

const { build } = await import("../build.ts");

// Nobody waits for the answer any more.
process.once("disconnect", () => process.exit(1));
process.once("message", async (options) => {
  const { problems, filesRead, published } = await build(options);
  process.send?.({ problems, filesRead, published: published !== undefined }, () => process.disconnect());
});
