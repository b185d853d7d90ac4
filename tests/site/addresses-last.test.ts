import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import { keepAddresses } from "../../src/site/keep-addresses.ts";
import { story, USUAL } from "../content/newspaper-on-disk.ts";
import { NOW } from "../pages/newspaper.ts";
import { filesIn, save, siteFolder } from "./site-folder.ts";

/** Something that has an address: which of its kind it is, and which it was. */
interface Thing {
  readonly kind: "story" | "page" | "topic";
  name: string;
  formerly: string[];
  draft: boolean;
}

const NAMES = ["bridge", "ferry", "tunnel", "大桥", "lock-2"];
const FOLDERS = { story: "/2026/05/", page: "/", topic: "/tags/" } as const;
const urlOf = ({ kind, name }: Pick<Thing, "kind" | "name">): string => `${FOLDERS[kind]}${name}/`;

/** What an editor may do to the things of a newspaper. */
type Edit =
  | { readonly do: "rename"; readonly which: number; readonly name: string; readonly redirected: boolean }
  | { readonly do: "remove" | "draft" | "forget where it was"; readonly which: number }
  | { readonly do: "add"; readonly kind: Thing["kind"]; readonly name: string }
  | { readonly do: "take over"; readonly which: number; readonly address: string };

const which = fc.nat(9);
const name = fc.constantFrom(...NAMES);
const kind = fc.constantFrom<Thing["kind"][]>("story", "page", "topic");
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant("rename" as const), which, name, redirected: fc.boolean() }),
  fc.record({ do: fc.constantFrom("remove", "draft", "forget where it was"), which }),
  fc.record({ do: fc.constant("add" as const), kind, name }),
  fc.record({
    do: fc.constant("take over" as const),
    which,
    address: fc.oneof(fc.record({ kind, name }).map(urlOf), fc.constantFrom("/blog/1.html", "/OLD/x", "/tags/")),
  }),
);

/** Things that have one address are one file: the later one goes. */
function edited(things: readonly Thing[], edit: Edit): Thing[] {
  const all = structuredClone(things) as Thing[];
  const thing = "which" in edit ? all[edit.which % Math.max(1, all.length)] : undefined;
  if (edit.do === "add") all.push({ kind: edit.kind, name: edit.name, formerly: [], draft: false });
  else if (thing && edit.do === "remove") all.splice(all.indexOf(thing), 1);
  else if (thing && edit.do === "draft") thing.draft = thing.kind === "story" && !thing.draft;
  else if (thing && edit.do === "forget where it was") thing.formerly = [];
  else if (thing && edit.do === "take over") thing.formerly.push(edit.address);
  else if (thing && edit.do === "rename") {
    if (edit.redirected) thing.formerly.push(urlOf(thing));
    thing.name = edit.name;
  }
  return [...new Map(all.map((one) => [urlOf(one), one])).values()];
}

function write(content: string, things: readonly Thing[]): void {
  for (const folder of ["articles", "pages"]) rmSync(join(content, folder), { recursive: true, force: true });
  const formerly = (thing: Thing) => (thing.formerly.length > 0 ? JSON.stringify(thing.formerly) : undefined);
  const topics = things.filter((thing) => thing.kind === "topic");
  const files: Record<string, string | Uint8Array> = {
    ...USUAL,
    "tags.yaml":
      `[${topics.map((one) => `{ name: ${one.name}, formerly: ${formerly(one) ?? "[/unused/]"} }`).join(", ")}]`.replaceAll(
        ", formerly: [/unused/]",
        "",
      ),
  };
  for (const thing of things) {
    const moved = formerly(thing);
    const draft = thing.draft ? "true" : undefined;
    if (thing.kind === "story") {
      files[`articles/2026/05/${thing.name}.md`] = story({ date: "2026-05-02T09:00", formerly: moved, draft });
    }
    if (thing.kind === "page") {
      files[`pages/${thing.name}.md`] = `---\ntitle: A page\n${moved ? `formerly: ${moved}\n` : ""}---\nText.\n`;
    }
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
}

const options = (site: string) => ({ content: join(site, "content"), work: join(site, ".dateline"), threads: 0 });

const buildIn = (site: string) =>
  build({ ...options(site), output: join(site, "_site"), now: NOW, unpublished: "none", indexed: true, search: false });

const RUNS = Number(process.env["RUNS"] ?? 12);

describe("an address that a newspaper had once", () => {
  test("has a page or a redirect after any edits, or the build fails and names it", async () => {
    const rounds = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    const outcomes = { kept: 0, named: 0 };
    await fc.assert(
      fc.asyncProperty(rounds, async (edits) => {
        const site = realpathSync(mkdtempSync(join(tmpdir(), "dateline-addresses-")));
        let things: Thing[] = [{ kind: "story", name: "bridge", formerly: [], draft: false }];
        const promised = new Set<string>();
        for (const round of edits) {
          things = round.reduce(edited, things);
          write(join(site, "content"), things);
          const { problems, published } = await buildIn(site);
          const files = published ? new Set(await filesIn(join(site, "_site"))) : undefined;
          for (const url of promised) {
            const file = url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1);
            if (files?.has(file)) outcomes.kept++;
            else {
              const answers = things.some(
                (one) => !one.draft && [urlOf(one), ...one.formerly.map(whole)].includes(url),
              );
              if (files || !answers) {
                expect(problems.map(({ what }) => what).join("\n")).toContain(`${url} would be lost`);
                outcomes.named++;
              }
            }
          }
          const { all } = await keepAddresses({ ...options(site), forget: [], check: false });
          if (!published) continue;
          for (const one of things)
            if (!one.draft) for (const url of [urlOf(one), ...one.formerly]) promised.add(whole(url));
          // With those of the section and the author, which nobody touches.
          expect(all).toBe(promised.size + 2);
        }
        rmSync(site, { recursive: true });
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(0);
  });
});

/** An address as its page is served. */
const whole = (url: string): string => (/\/$|\.html$/.test(url) ? url : `${url}/`);

test("an edit of the address book is seen by the next build, which reads no story and prints no page for it", async () => {
  const site = await siteFolder("tiny");
  await keepAddresses({ ...options(site), forget: [], check: false });
  await buildIn(site);
  await save(join(site, "content/addresses.json"), '{\n  "/about/": "pages/about.md"\n}\n');
  const { problems, done } = await buildIn(site);
  expect({ problems, done }).toEqual({ problems: [], done: { filesParsed: 0, pagesPrinted: 0, recordsIndexed: 0 } });
  await save(join(site, "content/addresses.json"), '{\n  "/about-us/": "pages/about-us.md"\n}\n');
  const broken = await buildIn(site);
  expect([broken.published, broken.done.filesParsed, broken.problems.length]).toEqual([undefined, 0, 1]);
});
