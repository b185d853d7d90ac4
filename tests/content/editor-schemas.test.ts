import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { z } from "zod";
import { areProblems, readRegistries } from "../../src/content/registries.ts";
import { articleSchema } from "../../src/content/schema/article.ts";
import { authorSchema } from "../../src/content/schema/author.ts";
import { commentSchema } from "../../src/content/schema/comment.ts";
import { frontSchema } from "../../src/content/schema/front.ts";
import {
  editorSchemas,
  SCHEMA_NAMES,
  type SchemaName,
  type SiteNames,
} from "../../src/content/schema/json/editor-schemas.ts";
import { fieldComments } from "../../src/content/schema/json/field-comments.ts";
import type { JsonSchema } from "../../src/content/schema/json/json-schema.ts";
import { snippetsOf } from "../../src/content/schema/json/snippets.ts";
import { pageSchema } from "../../src/content/schema/page.ts";
import { seriesSchema } from "../../src/content/schema/series.ts";
import { settingsSchema } from "../../src/content/schema/settings.ts";
import { tagsSchema } from "../../src/content/schema/tags.ts";
import { decode } from "../../src/content/source.ts";
import { readYaml } from "../../src/content/yaml.ts";

const NAMES: SiteNames = {
  authors: ["ann-example", "007"],
  sections: ["news", "views"],
  series: ["the-last-ferry"],
  tags: [
    { slug: "huawei", name: "Huawei", aliases: ["华为"] },
    { slug: "c-plus-plus", name: "C++", aliases: ["Si, plus"] },
    { slug: "5g", name: "5G", aliases: ["5"] },
  ],
  stories: ["articles/2026/11/bridge-opens.md"],
};

/** A site that has no words yet: nothing is known to be wrong. */
const NO_NAMES: SiteNames = { authors: [], sections: [], series: [], tags: [], stories: [] };

/** As YAML servers read schemas: what is said for people only is passed over, and numbers may be without end. */
const ajv = new Ajv({ strict: false, strictNumbers: false, allErrors: true });

const validators = (names: SiteNames) => {
  const schemas = editorSchemas(names);
  return Object.fromEntries(SCHEMA_NAMES.map((name) => [name, ajv.compile(schemas[name])]));
};
const here = validators(NAMES);
const anywhere = validators(NO_NAMES);

/** What an editor has to say of a text. */
function saidOf(name: SchemaName, yaml: string, all = here): string[] {
  const validate = all[name];
  if (!validate) throw new Error(name);
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const STORY = "title: T\nsummary: S\nauthor: ann-example\ndate: 2026-11-03\nsection: news\n";

describe("an editor", () => {
  test("has no word against any file of this newspaper", async () => {
    const registries = await readRegistries("content", "content");
    if (areProblems(registries)) throw new Error("The newspaper has problems");
    const { authors, settings, series, tags, stories } = registries;
    const slugs = (all: readonly { readonly slug: string }[]) => all.map(({ slug }) => slug);
    const own = validators({
      ...{
        authors: slugs(authors),
        sections: slugs(settings.sections),
        series: slugs(series),
        tags: tags.tags,
        stories,
      },
    });
    const files = readdirSync("content", { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(?:md|yaml)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(20);
    const kindOf = (file: string) =>
      file.endsWith(".yaml") ? file.slice(0, -5) : file.split(/[\\/]/, 1)[0]?.slice(0, -1);
    const said = files.map((file) => {
      const text = readFileSync(join("content", file), "utf8");
      const yaml = file.endsWith(".md") ? (text.split(/^---$/m)[1] ?? "") : text;
      return [file, saidOf(kindOf(file) as SchemaName, yaml, own)];
    });
    expect(said.filter(([, words]) => words?.length !== 0)).toEqual([]);
  });

  const RIGHT: readonly [SchemaName, string][] = [
    ["article", `${STORY}tags: [Huawei, HUAWEI, huawei, 华为, c++, "si,  plus", 5g, 5]\n`],
    ["article", STORY.replace("ann-example", "[ann-example, 007]").replace("title: T", "title: 1984")],
    ["article", STORY.replace("2026-11-03", "2026-11-03 09:30:15.5+0100").replace("title: T", "title: true")],
    [
      "article",
      `${STORY}formerly: /old/\nseries: the-last-ferry\nlive: false\nimage: { src: a.jpg, alt: A, focus: 30%  40% }\n`,
    ],
    [
      "author",
      'name: Ann\ntype: organisation\nfediverse: "@ann@social.example"\nlinks: [{ name: W, url: HTTPS://x.example }]\n',
    ],
    [
      "front",
      "lead: { story: articles/2020/04/older.md, until: 2026-11-03 }\norder: [articles/2026/11/bridge-opens.md]\n",
    ],
    ["tags", "- name: 5G\n  timeline: true\n  aliases: [5]\n"],
  ];
  test.each(RIGHT)("takes for %s what the reader takes: %j", (name, yaml) => {
    expect(saidOf(name, yaml)).toEqual([]);
  });

  const WRONG: readonly [SchemaName, string, string][] = [
    ["article", STORY.replace("summary: S\n", ""), "must have required property 'summary'"],
    ["article", STORY.replace("summary", "sumary"), "must NOT have additional properties"],
    ["article", STORY.replace("title: T", "title:"), "/title must be string,number,boolean"],
    ["article", STORY.replace("title: T", "title: [T]"), "/title must be string,number,boolean"],
    ["article", STORY.replace("ann-example", "anne"), "/author must be equal to one of the allowed values"],
    [
      "article",
      STORY.replace("ann-example", "[ann-example, anne]"),
      "/author/1 must be equal to one of the allowed values",
    ],
    ["article", STORY.replace("ann-example", "[]"), "/author must NOT have fewer than 1 items"],
    ["article", STORY.replace("section: news", "section: new"), "/section must be equal to one of the allowed values"],
    ["article", `${STORY}tags: [Hauwei]\n`, "/tags/0 must be equal to one of the allowed values"],
    ["article", `${STORY}tags: Huawei\n`, "/tags must be array"],
    ["article", `${STORY}series: ferries\n`, "/series must be equal to one of the allowed values"],
    ["article", STORY.replace("2026-11-03", "3 November 2026"), "/date must match pattern"],
    ["article", STORY.replace("2026-11-03", "2026"), "/date must be string"],
    ["article", `${STORY}draft: "true"\n`, "/draft must be boolean"],
    ["article", `${STORY}image: { src: a.jpg }\n`, "/image must have required property 'alt'"],
    ["article", `${STORY}image: { src: a.jpg, alt: A, focus: middle }\n`, "/image/focus must match pattern"],
    ["article", `${STORY}sources: [{ name: N, url: example.org }]\n`, "/sources/0/url must match pattern"],
    ["author", "name: Ann\ntype: robot\n", "/type must be equal to one of the allowed values"],
    ["comment", "name: N\ndate: 2026-11-03\n", "must have required property 'text'"],
    ["page", "titel: About\n", "must NOT have additional properties"],
    ["tags", "- slug: x\n", "/0 must have required property 'name'"],
    ["series", "- name: N\n  formerly: []\n", "/0/formerly must NOT have fewer than 1 items"],
    ["front", "order: [2026/11/bridge-opens.md]\n", "/order/0 must match pattern"],
    ["front", "banner: { text: T }\n", "/banner must have required property 'until'"],
    ["settings", "pageSize: 0\n", "/pageSize must be >= 1"],
    ["settings", "pageSize: many\n", "/pageSize must match pattern"],
    ["settings", "theme: { headlines: slab }\n", "/theme/headlines must be equal to one of the allowed values"],
    ["settings", "theme: { accent: red }\n", "/theme/accent must match pattern"],
    ["settings", "secureTransport: all\n", "/secureTransport must be equal to one of the allowed values"],
    ["settings", "newsletter: { action: http://x.example, field: f }\n", "/newsletter/action must match pattern"],
    ["settings", "ignoreAdvice: [long-headlin]\n", "/ignoreAdvice/0 must be equal to one of the allowed values"],
    ["settings", "offlineReading: yes\n", "/offlineReading must be boolean"],
  ];
  test.each(WRONG)("says what is wrong in %s: %j", (name, yaml, message) => {
    expect(saidOf(name, yaml).join("\n")).toContain(message);
  });

  test("offers the words of the site, as they are written there", () => {
    const { properties = {} } = editorSchemas(NAMES).article;
    expect(properties["section"]?.enum).toEqual(["news", "views"]);
    expect(properties["author"]?.anyOf?.[0]?.enum).toEqual(["ann-example", "007", 7]);
    expect(properties["author"]?.anyOf?.[1]?.items?.enum).toEqual(["ann-example", "007", 7]);
    expect(properties["tags"]?.items?.anyOf?.[0]?.enum).toEqual(["Huawei", "华为", "C++", "Si, plus", "5G", "5", 5]);
    expect(editorSchemas(NAMES).front.properties?.["order"]?.items?.anyOf?.[0]?.enum).toEqual(NAMES.stories);
  });
});

describe("what the reader takes, an editor takes", () => {
  const SCHEMAS: readonly [SchemaName, z.ZodType][] = [
    ["article", articleSchema("Europe/London")],
    ["author", authorSchema],
    ["page", pageSchema],
    ["comment", commentSchema("Europe/London")],
    ["settings", settingsSchema],
    ["tags", tagsSchema],
    ["series", seriesSchema],
    ["front", frontSchema("Europe/London")],
  ];

  /** A text as writers put it, in quotes or not. What YAML holds for nothing is a text to the reader alone. */
  const word = fc
    .oneof(
      fc.constantFrom(
        ...[
          "T",
          "5",
          "1.10",
          "0x1f",
          "true",
          "False",
          "yes",
          ".inf",
          "  padded  ",
          "2026-11-03",
          "2026-11-03 09:30",
          "华为",
        ],
      ),
      fc.constantFrom(
        ...[
          "person",
          "organisation",
          "serif",
          "sans",
          "host",
          "preload",
          "20",
          "020",
          "30% 40%",
          "#a3162e",
          "logo.svg",
        ],
      ),
      fc.constantFrom(
        ...[
          "https://x.example",
          "HTTP://x.example/a",
          "https://x.example/",
          "/old/",
          "en-GB",
          "Europe/London",
          '"@a@b.example"',
        ],
      ),
      fc.string({ maxLength: 12 }),
    )
    .map((text) =>
      /^[\p{L}\d#/%@][\p{L}\d .:/%@+#-]*$/u.test(text) && !/: |:$| #|^[#@%]/.test(text) ? text : JSON.stringify(text),
    )
    .filter((text) => !/^(?:null|Null|NULL|~)?$/.test(text));

  /** How often a value is right before it is whatever comes: more often than there are fields. */
  const RIGHTS = 120;

  /** Something that may stand where a schema is asked for: often right, seldom strange. */
  function valueFor(json: JsonSchema): fc.Arbitrary<string> {
    if (json.properties) {
      const { properties, required = [] } = json;
      const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valueFor(field)]));
      const requiredKeys = required.length === 0 ? [] : [...required];
      return fc.record(fields, { requiredKeys }).map(
        (made) =>
          `{ ${Object.entries(made)
            .map(([key, value]) => `${key}: ${value}`)
            .join(", ")} }`,
      );
    }
    if (json.items)
      return fc
        .array(valueFor(json.items), { minLength: json.minItems ?? 0, maxLength: 2 })
        .map((made) => `[${made.join(", ")}]`);
    if (json.anyOf) return fc.oneof(...json.anyOf.map((one) => valueFor(one)));
    const usual = (json.enum ?? json.examples ?? []).map((one) => JSON.stringify(one));
    if (typeof json.additionalProperties === "object") return word.map((text) => `{ a: ${text} }`);
    if (json.type === "boolean") {
      return fc.oneof({ weight: RIGHTS, arbitrary: fc.constantFrom("true", "false") }, { weight: 1, arbitrary: word });
    }
    const likely = usual.length > 0 ? [{ weight: RIGHTS, arbitrary: fc.constantFrom(...usual) }] : [];
    return fc.oneof(...likely, { weight: 1, arbitrary: word });
  }

  test.each(SCHEMAS)("in any %s", (name, schema) => {
    const json = editorSchemas(NO_NAMES)[name];
    const [taken, refused] = [[] as string[], [] as string[]];
    fc.assert(
      fc.property(valueFor(json), (yaml) => {
        const source = decode("x", "x", Buffer.from(yaml), () => {});
        const tree = source && readYaml(source, 0, source.text.length, () => {});
        if (!tree || !schema.safeParse(tree.value).success) return void refused.push(yaml);
        taken.push(yaml);
        expect(saidOf(name, yaml, anywhere), yaml).toEqual([]);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 350) },
    );
    // Else nothing was shown.
    expect([taken.length > 15, refused.length > 0], `${taken.length}, ${refused.length}`).toEqual([true, true]);
  });
});

describe("what an editor says of a field", () => {
  const pathsIn = (json: JsonSchema, path = ""): [string, JsonSchema][] => [
    ...(json.items ? pathsIn(json.items, path) : []),
    ...(json.anyOf ?? []).flatMap((one) => pathsIn(one, path)),
    ...Object.entries(json.properties ?? {}).flatMap(([name, field]) => {
      const at = path === "" ? name : `${path}.${name}`;
      return [[at, field] as [string, JsonSchema], ...pathsIn(field, at)];
    }),
  ];

  test("is what its schema's comment says, of every field that has one", () => {
    const schemas = editorSchemas(NAMES);
    for (const name of SCHEMA_NAMES) {
      const source = readFileSync(`src/content/schema/${name}.ts`, "utf8");
      const comments = fieldComments(source, `${name}Schema`);
      const fields = new Map(pathsIn(schemas[name]));
      for (const [path, text] of comments)
        if (path !== "") expect(fields.get(path)?.description, `${name}: ${path}`).toBe(text);
      // Each comment above a field was found, and no other.
      const above = source.slice(source.indexOf(`export const ${name}Schema`)).match(/^ +\/\*\*/gm)?.length ?? 0;
      expect(comments.size - 1, name).toBe(above);
    }
  });

  test("or else an example; only groups and switches have neither", () => {
    const silent = SCHEMA_NAMES.flatMap((name) =>
      pathsIn(editorSchemas(NAMES)[name])
        .filter(
          ([, field]) => !field.description && !field.examples && !field.properties && !field.items && !field.enum,
        )
        .map(([path]) => `${name}: ${path}`),
    );
    expect(silent).toEqual([]);
  });

  test("comes from comments of one line or several, and of nested fields", () => {
    const source = `/** Another. */
const other = z.string();

/** The front matter. More. */
export const thingSchema = (zone: string) =>
  z.strictObject({
    /** The name. */
    name: prose("A"),
    /**
     * Two
     * lines.
     */
    group: z
      .strictObject({
        /** Inside. */
        one: flag,
        two: flag,
      })
      .optional(),
    /** After. */
    last: flag,
  });
`;
    expect([...fieldComments(source, "thingSchema")]).toEqual([
      ["", "The front matter. More."],
      ["name", "The name."],
      ["group", "Two lines."],
      ["group.one", "Inside."],
      ["last", "After."],
    ]);
  });
});

describe("snippets of VS Code", () => {
  const snippets = snippetsOf(editorSchemas(NAMES).article, "Story", ["**/articles/**"]);
  /** A place where the writer goes on typing. */
  const stop = (number: number, holds: string) => `\${${number}${holds}}`;

  test.each([
    ["title", [`title: ${stop(1, ":First cars cross the new bridge")}`]],
    ["section", [`section: ${stop(1, "|news,views|")}`]],
    ["author", [`author: ${stop(1, '|ann-example,"007"|')}`]],
    ["tags", [`tags: [${stop(1, '|Huawei,华为,C++,"Si\\, plus",5G,"5"|')}]`]],
    ["draft", [`draft: ${stop(1, "|true,false|")}`]],
    ["sponsored", ["sponsored:", `  by: ${stop(1, ":Example Bridges Ltd")}`]],
    ["sources", ["sources:", `  - name: ${stop(1, ':"Minutes of the council, 3 November 2026"')}`]],
  ])("offer for %s what may stand there", (name, body) => {
    expect(snippets[`Story: ${name}`]).toMatchObject({
      prefix: name,
      scope: "markdown",
      body,
      include: ["**/articles/**"],
    });
  });
});
