import { rm } from "node:fs/promises";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { outputFile } from "../../src/model/urls.ts";
import { render } from "../../src/pages/render.ts";
import { printProblems } from "../../src/problems.ts";
import { prepare } from "../../src/site/prepare.ts";
import { onDisk, STORY, story, USUAL } from "../content/newspaper-on-disk.ts";
import { gitIn, type Repository, repository } from "../content/repository.ts";
import { plain } from "../pages/newspaper.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const CHANGES = "/2026/11/bridge-opens/changes/";
/** As they stand in front matter. */
const CORRECTED = "\n  - { date: 2026-11-05T10:00, text: It was 440 metres. }";

/** Every file of the site that is text, by its address. */
async function site({ content }: Pick<Repository, "content">, now = NOW): Promise<ReadonlyMap<string, string>> {
  const { site: prepared, problems, filesRead } = await prepare({ content, now, unpublished: "none", indexed: true });
  if (!prepared) throw new Error(printProblems(problems, filesRead, "text"));
  return new Map(prepared.pages.map((page) => [page.url, render(page, prepared.inserts)]));
}

const report = (repo: Pick<Repository, "content">) =>
  site(repo).then(
    () => "",
    (error: Error) => error.message,
  );

/** The page of what changed, with its marks as signs: -gone-, +new+. */
async function changesPage(repo: Repository) {
  const $ = load((await site(repo)).get(CHANGES) ?? "");
  $(".aside").remove();
  $("del").each((_, one) => void $(one).replaceWith(`-${$(one).text()}-`));
  $("ins").each((_, one) => void $(one).replaceWith(`+${$(one).text()}+`));
  return $("section.change")
    .map((_, change) => [
      $(change)
        .find("h2, p, h3")
        .map((__, line) => plain($(line).text()))
        .get(),
    ])
    .get() as unknown as string[][];
}

/** A story that came out on the third of November and was corrected on the fifth. */
async function corrected(): Promise<Repository> {
  const repo = await repository();
  const text = (length: string) => `The bridge is [${length} metres](https://bridge.example) long.\n\nIt is open.\n`;
  await repo.commit("2026-11-03T09:00Z", { [STORY]: story({}, text("400")) });
  await repo.commit("2026-11-05T10:20Z", { [STORY]: story({ corrections: CORRECTED }, text("440")) });
  return repo;
}

describe("a corrected story", () => {
  test("has a page that shows what changed, word by word, with its date and the correction", async () => {
    expect(await changesPage(await corrected())).toEqual([
      ["5 Nov 2026, 10:20", "Correction: It was 440 metres.", "The bridge is -400-+440+ metres long.", "It is open."],
    ]);
  });

  test("leads there from its corrections, and so does the page of all corrections", async () => {
    const pages = await site(await corrected());
    expect(load(pages.get("/2026/11/bridge-opens/") ?? "")(`.corrections a[href="${CHANGES}"]`).text()).toBe(
      "What changed",
    );
    expect(load(pages.get("/corrections/") ?? "")(`.correction a[href="${CHANGES}"]`).length).toBe(1);
  });

  test("tells who hears the page what is gone and what is new, and search engines nothing", async () => {
    const $ = load((await site(await corrected())).get(CHANGES) ?? "");
    expect(plain($(".passage p").first().text())).toBe("The bridge is [removed: 400][added: 440] metres long.");
    expect($('meta[name="robots"]').attr("content")).toBe("noindex");
    const repo = await corrected();
    const settings = `${String(USUAL["settings.yaml"])}distribution:\n  indexNow: 3f8e2a7c5d914b60\n`;
    await repo.write({ "settings.yaml": settings });
    const pages = await site(repo);
    for (const list of ["/sitemap.xml", "/versions.json"]) {
      expect(pages.get(list), list).toContain("/2026/11/bridge-opens/");
      expect(pages.get(list), list).not.toContain("changes/");
    }
  });

  test("has its headline and standfirst compared too, and the newest change first", async () => {
    const repo = await corrected();
    const text = "The bridge is 440 metres long.\n\nIt is open.\n";
    await repo.commit("2026-11-06T08:00Z", {
      [STORY]: story({ title: "Long bridge opens", summary: "Cars crossed at dawn.", corrections: CORRECTED }, text),
    });
    const [last, first] = await changesPage(repo);
    expect(last).toEqual([
      "6 Nov 2026, 08:00",
      "Headline",
      "-Bridge-+Long bridge+ opens",
      "Summary",
      "-The first cars-+Cars+ crossed at dawn.",
    ]);
    expect(first?.[0]).toBe("5 Nov 2026, 10:20");
  });

  test("shows only what is committed, whatever stands in the file", async () => {
    const repo = await corrected();
    const before = await site(repo);
    await repo.write({ [STORY]: story({ corrections: CORRECTED }, "Not committed yet.\n") });
    expect((await site(repo)).get(CHANGES)).toBe(before.get(CHANGES));
  });

  test("says so when its words are the same in all versions", async () => {
    const repo = await repository();
    await repo.commit("2026-11-05T10:20Z", { [STORY]: story({ corrections: CORRECTED }) });
    const pages = await site(repo);
    expect(load(pages.get(CHANGES) ?? "")(".changes").text()).toContain("No change of these words is on record.");
  });

  test("shows the same at any time and from any clone", async () => {
    const repo = await corrected();
    const other = await repository();
    other.git("fetch", "--quiet", repo.folder, "main");
    other.git("reset", "--quiet", "--hard", "FETCH_HEAD");
    const first = (await site(repo)).get(CHANGES);
    expect(first).toBeDefined();
    expect((await site(other, NOW + 1e9)).get(CHANGES)).toBe(first);
  });
});

describe("nothing that was never public appears: not", () => {
  const hidden = async (repo: Repository) => {
    const all = [...(await site(repo))].filter(([, text]) => /canary/i.test(text)).map(([url]) => url);
    expect(all).toEqual([]);
  };

  test("a draft, before the story came out or while it was taken down", async () => {
    const repo = await repository();
    const draft = (body: string) => story({ draft: "true" }, body);
    await repo.commit("2026-11-03T10:00Z", { [STORY]: draft("Canary of a draft.\n") });
    await repo.commit("2026-11-04T10:00Z", { [STORY]: story({}, "Out.\n") });
    await repo.commit("2026-11-05T10:00Z", { [STORY]: draft("Canary while it was down.\n") });
    await repo.commit("2026-11-06T10:00Z", { [STORY]: story({ corrections: CORRECTED }, "Out again.\n") });
    await hidden(repo);
    expect((await changesPage(repo)).flat().join()).toContain("Out+ again+.");
  });

  test("a version under embargo, though it was no draft, nor one of an embargo that was then put off", async () => {
    const repo = await repository();
    await repo.commit("2026-11-01T10:00Z", { [STORY]: story({}, "Canary under embargo.\n") });
    await repo.commit("2026-11-02T10:00Z", { [STORY]: story({ date: "2026-11-04T09:00" }, "Canary put off.\n") });
    await repo.commit("2026-11-04T08:00Z", { [STORY]: story({ date: "2026-11-04T09:00" }, "Out.\n") });
    const later = story({ date: "2026-11-04T09:00", corrections: CORRECTED }, "Out again.\n");
    await repo.commit("2026-11-06T10:00Z", { [STORY]: later });
    await hidden(repo);
    expect((await changesPage(repo)).flat().join()).toContain("Out+ again+.");
  });

  test("what stood on a branch before it was merged", async () => {
    const repo = await corrected();
    repo.git("checkout", "--quiet", "-b", "work");
    const text = (body: string) => story({ corrections: CORRECTED }, body);
    await repo.commit("2026-11-07T10:00Z", { [STORY]: text("Canary of a branch.\n") });
    await repo.commit("2026-11-08T10:00Z", { [STORY]: text("Merged.\n") });
    repo.git("checkout", "--quiet", "main");
    gitIn(repo.folder, ["merge", "--quiet", "--no-ff", "--message", "Merge", "work"], "2026-11-09T10:00Z");
    await hidden(repo);
    expect((await changesPage(repo)).flat().join()).toContain("+Merged.+");
  });

  test("a version that no build could read, or with raw HTML, which none publishes", async () => {
    const repo = await corrected();
    const text = (body: string) => story({ corrections: CORRECTED }, body);
    await repo.commit("2026-11-07T10:00Z", { [STORY]: "---\ntitle: [\n---\nCanary without front matter.\n" });
    await repo.commit("2026-11-08T10:00Z", { [STORY]: text("<p>Canary in HTML</p>\n") });
    await repo.commit("2026-11-09T10:00Z", { [STORY]: text("Mended.\n") });
    await hidden(repo);
    expect((await changesPage(repo)).length).toBe(2);
  });

  test("a retracted text, nor the history of a story that is retracted now", async () => {
    const repo = await corrected();
    const retracted = "\n  date: 2026-11-07\n  reason: It was forged.";
    await repo.commit("2026-11-07T10:00Z", {
      [STORY]: story({ corrections: CORRECTED, retracted }, "Canary below a notice.\n"),
    });
    expect((await site(repo)).has(CHANGES)).toBe(false);
    await repo.commit("2026-11-08T10:00Z", { [STORY]: story({ corrections: CORRECTED }, "Back.\n") });
    await hidden(repo);
  });

  test("the history of a story that keeps it to itself, nor any when the site shows none", async () => {
    const repo = await corrected();
    const settings = String(USUAL["settings.yaml"]);
    await repo.write({ "settings.yaml": `${settings}changes: false\n` });
    expect((await site(repo)).has(CHANGES)).toBe(false);
    await repo.write({ "settings.yaml": settings });
    expect((await site(repo)).has(CHANGES)).toBe(true);
    await repo.commit("2026-11-07T10:00Z", { [STORY]: story({ corrections: CORRECTED, changes: "false" }) });
    expect((await site(repo)).has(CHANGES)).toBe(false);
  });

  test("a committed version whose date lies ahead, when only the file on this machine says that it is out", async () => {
    const repo = await repository();
    await repo.commit("2026-11-03T09:00Z", { [STORY]: story({ date: "2026-11-29T09:00" }, "Canary to come.\n") });
    await repo.write({ [STORY]: story({ corrections: CORRECTED }, "Out on this machine.\n") });
    await hidden(repo);
  });
});

describe("the history of a corrected story cannot be shown", () => {
  test("from a clone that has only its newest part", async () => {
    const { folder } = await corrected();
    const clone = await repository();
    clone.git("fetch", "--quiet", "--depth=1", `file://${folder}`, "main");
    clone.git("reset", "--quiet", "--hard", "FETCH_HEAD");
    const problem = await report(clone);
    expect(problem).toContain(`${STORY}:8:3`);
    expect(problem).toContain('but this clone has only its newest part. Fetch the rest: "git fetch --unshallow"');
    expect(problem).toContain('"changes: false" in settings.yaml');
    clone.git("fetch", "--quiet", "--unshallow", `file://${folder}`);
    expect(await report(clone)).toBe("");
  });

  test("outside a repository, before the first commit, and of a file that is not committed", async () => {
    const repo = await repository({ [STORY]: story({ corrections: CORRECTED }) });
    expect(await report(repo)).toContain("its file is not committed here. Commit it");
    await repo.commit("2026-11-05T10:00Z");
    expect(await report(repo)).toBe("");
    const other = "articles/2026/11/another.md";
    await repo.write({ [other]: story({ corrections: CORRECTED }) });
    expect(await report(repo)).toContain(`${other}:8:3\n  What changed`);
    await rm(`${repo.folder}/.git`, { recursive: true });
    expect(await report(repo)).toContain("(and 1 more) is shown from git's history, but this folder is in no git");
  });

  test("and nobody minds where no story was corrected", async () => {
    expect(await report({ content: await onDisk({ [STORY]: story() }) })).toBe("");
  });
});

test("a clone without old files fetches those that it needs from where it came", async () => {
  const { folder } = await corrected();
  const source = `file://${folder}`;
  const clone = await repository();
  for (const allowed of ["allowFilter", "allowAnySHA1InWant"])
    gitIn(folder, ["config", `uploadpack.${allowed}`, "true"]);
  clone.git("clone", "--quiet", "--filter=blob:none", source, "partial");
  const content = `${clone.folder}/partial/content`;
  expect((await site({ content })).get(CHANGES)).toContain("400");
});

test("a content folder may lie anywhere in a repository, and its path may be in any script", async () => {
  const repo = await repository();
  const file = "articles/2026/11/大桥-ouvert-é.md";
  await repo.commit("2026-11-03T09:00Z", { [file]: story({}, "It is 400 m.\n") });
  await repo.commit("2026-11-05T09:00Z", { [file]: story({ corrections: CORRECTED }, "It is 440 m.\n") });
  const page = [...(await site(repo))].find(([url]) => url.endsWith("/changes/"));
  expect(page && outputFile(page[0] as Parameters<typeof outputFile>[0])).toContain("大桥");
  expect(page?.[1]).toContain("440");
});
