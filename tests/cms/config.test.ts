import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cmsConfig } from "../../src/cms/config.ts";
import { fieldsOf } from "../../src/cms/fields.ts";
import { TIMES } from "../../src/cms/file-formats.ts";
import type { Field } from "../../src/cms/sveltia-config.ts";
import { readContent } from "../../src/content/read.ts";
import type { Cms } from "../../src/model/settings.ts";
import { onDisk, USUAL } from "../content/newspaper-on-disk.ts";

const CMS: Cms = {
  backend: "github",
  repository: "courier/newspaper",
  branch: "main",
  signIn: { by: "token" },
  review: true,
};

async function configOf(cms: Cms = CMS, files = {}) {
  const { newsroom } = await readContent(await onDisk(files), "content");
  if (!newsroom) throw new Error("The newspaper of the test is wrong");
  return cmsConfig(newsroom.settings, cms, newsroom.series);
}

const sveltia = dirname(dirname(createRequire(import.meta.url).resolve("@sveltia/cms")));

/** Every field of every form, those in groups and lists too. */
function fieldsIn(value: unknown): Field[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "widget" in value && "name" in value ? [value as unknown as Field] : [];
  return [...own, ...Object.values(value).flatMap(fieldsIn)];
}

describe("what the editor in the browser is told", () => {
  test("is what its own schema takes, with a series to choose and without any", async () => {
    const schema = JSON.parse(readFileSync(join(sveltia, "schema/sveltia-cms.json"), "utf8")) as object;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    for (const files of [{}, { "series.yaml": "- name: The last ferry\n  slug: ferry\n" }]) {
      validate(JSON.parse(JSON.stringify(await configOf(CMS, files))));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("names the sections and the zone of the site, and has new stories be drafts", async () => {
    const { collections } = await configOf();
    const stories = fieldsIn(collections.find(({ name }) => name === "stories"));
    const field = (name: string) => stories.find((one) => one.name === name);
    expect(field("section")).toMatchObject({ required: true, options: [{ label: "News", value: "news" }] });
    expect(field("date")).toMatchObject({ format: "YYYY-MM-DDTHH:mm", input_timezone: "Europe/London" });
    expect(field("draft")).toMatchObject({ default: true });
    expect(field("updated")?.["required"]).toBe(false);
  });

  test("has no times but those that are known as such when files are read", async () => {
    const times = fieldsIn((await configOf()).collections).filter(({ widget }) => widget === "datetime");
    expect(new Set(times.map(({ name }) => name))).toEqual(new Set(TIMES));
  });

  test("lets replies be read and deleted, and none be written", async () => {
    const { collections } = await configOf();
    expect(collections.find(({ name }) => name === "comments")).toMatchObject({ create: false, delete: true });
  });

  test("asks for a pull request unless the newsroom has said otherwise", async () => {
    expect(await configOf()).toMatchObject({ publish_mode: "editorial_workflow" });
    expect(await configOf({ ...CMS, review: false })).toMatchObject({ publish_mode: "simple" });
  });

  test("says how editors sign in", async () => {
    expect((await configOf()).backend).toEqual({
      name: "github",
      repo: "courier/newspaper",
      branch: "main",
      auth_methods: ["token"],
    });
    const pkce = await configOf({ ...CMS, backend: "gitlab", signIn: { by: "pkce", appId: "3f8e2a7c" } });
    expect(pkce.backend).toMatchObject({ name: "gitlab", auth_type: "pkce", app_id: "3f8e2a7c" });
    const server = await configOf({ ...CMS, signIn: { by: "server", address: "https://sign-in.courier.example/" } });
    expect(server.backend).toMatchObject({ name: "github", base_url: "https://sign-in.courier.example/" });
  });

  test("leaves no field of a schema out by mistake", () => {
    const schema = z.strictObject({ title: z.unknown(), added: z.unknown().optional() });
    const form = { title: { label: "Title" } } as unknown as Parameters<typeof fieldsOf<z.input<typeof schema>>>[1];
    expect(() => fieldsOf(schema, form)).toThrow('The form has no words for the field "added"');
  });
});

describe("the settings for the editor in the browser", () => {
  const problemsWith = async (cms: string) => {
    const content = await onDisk({ "settings.yaml": `${USUAL["settings.yaml"]}cms:\n${cms}` });
    return (await readContent(content, "content")).problems.map(({ what, fix }) => `${what} ${fix}`);
  };

  test("need no more than a repository", async () => {
    expect(await problemsWith("  repository: courier/newspaper\n")).toEqual([]);
  });

  test.each([
    ["  branch: main\n", 'Missing field "cms.repository". Add it, such as "repository: courier/newspaper".'],
    [
      "  repository: newspaper\n",
      '"cms.repository" is no repository ("newspaper"). Write its owner and its name, such as courier/newspaper.',
    ],
    [
      "  repository: a/b\n  signIn: pkce\n",
      '"cms" has signIn: pkce, which GitHub does not have. docs/editor.md shows each way to sign in.',
    ],
    [
      "  repository: a/b\n  backend: gitlab\n  signIn: pkce\n",
      '"cms" has signIn: pkce without an appId. docs/editor.md shows each way to sign in.',
    ],
    [
      "  repository: a/b\n  signIn: server\n",
      '"cms" has signIn: server without a server. docs/editor.md shows each way to sign in.',
    ],
    ["  repository: a/b\n  backend: bitbucket\n", '"cms.backend" is "bitbucket". Write github or gitlab.'],
  ])("are refused with what to do: %j", async (cms, problem) => {
    expect(await problemsWith(cms)).toEqual([problem]);
  });
});
