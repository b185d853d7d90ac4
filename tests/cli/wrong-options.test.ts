import { describe, expect, test } from "vitest";
import { takenByNpm } from "../../src/cli/wrong-options.ts";

const OPTIONS = { drafts: { type: "boolean" }, "look-at": { type: "string" } } as const;
const BY_NPM = { npm_command: "run", npm_lifecycle_event: "build" };

describe("options before which -- was forgotten", () => {
  test("are named with how to write them, as npm keeps them to itself", () => {
    expect(takenByNpm([], OPTIONS, { ...BY_NPM, npm_config_drafts: "true", npm_config_look_at: "x" })).toBe(
      "npm took --drafts --look-at for itself; write -- before the options: npm run build -- --drafts --look-at …",
    );
  });

  test.each([
    ["npm was given none", [], BY_NPM],
    ["the command has them all the same", ["--look-at=x"], { ...BY_NPM, npm_config_look_at: "y" }],
    ["npm was given others of its own", [], { ...BY_NPM, npm_config_loglevel: "silent" }],
    ["the command was run by npx", [], { npm_command: "exec", npm_config_drafts: "true" }],
    ["the command was run without npm", [], { npm_config_drafts: "true" }],
  ])("are not looked for where %s", (_why, args, environment) => {
    expect(takenByNpm(args, OPTIONS, environment)).toBeUndefined();
  });
});
