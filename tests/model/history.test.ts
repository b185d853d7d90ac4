import { describe, expect, test } from "vitest";
import { type CommittedVersion, publicVersions } from "../../src/model/history.ts";
import { momentAt } from "../../src/model/time.ts";

const at = (time: string) => Date.parse(`2026-11-${time}Z`);

interface Written {
  readonly date?: string;
  readonly draft?: boolean;
  readonly expires?: string;
}

function version(text: string, committed: string, { date = "03T09:00", draft = false, expires }: Written = {}) {
  const moment = (time: string) => momentAt(at(time), "UTC");
  const committedVersion: CommittedVersion = {
    committed: at(committed),
    version: {
      isForReaders: !draft,
      date: moment(date),
      expires: expires === undefined ? undefined : moment(expires),
      blocks: [{ kind: "paragraph", text }],
    },
  };
  return committedVersion;
}

const unreadable = (committed: string): CommittedVersion => ({ committed: at(committed), version: undefined });

const shown = (...commits: CommittedVersion[]) =>
  publicVersions(commits).map(({ blocks }) => blocks.map(({ text }) => text).join());

describe("a version of a story was public", () => {
  test("when it was the one in place as the story came out, and each one after it", () => {
    expect(shown(version("first", "01T10:00"), version("second", "02T10:00"), version("third", "04T10:00"))).toEqual([
      "second",
      "third",
    ]);
  });

  test("not while it was a draft", () => {
    expect(shown(version("draft", "04T10:00", { draft: true }), version("out", "05T10:00"))).toEqual(["out"]);
    expect(
      shown(version("out", "04T10:00"), version("draft", "05T10:00", { draft: true }), version("back", "06T10:00")),
    ).toEqual(["out", "back"]);
  });

  test("not before the date that it gave itself, whatever date a later version gives", () => {
    const early = { date: "05T09:00" };
    expect(shown(version("under embargo", "01T10:00", early), version("out", "04T10:00"))).toEqual(["out"]);
    expect(shown(version("replaced as it came out", "01T10:00", early), version("out", "05T09:00"))).toEqual(["out"]);
  });

  test("not after its expiry, and not when it came only then", () => {
    const expires = { expires: "05T09:00" };
    expect(shown(version("first", "03T10:00", expires), version("too late", "05T10:00", expires))).toEqual(["first"]);
  });

  test("not when nobody can read it; the version before it was in place until then at most", () => {
    const under = { date: "05T09:00" };
    expect(shown(version("first", "03T10:00"), unreadable("04T10:00"), version("third", "05T10:00"))).toEqual([
      "first",
      "third",
    ]);
    expect(shown(version("early", "03T10:00", under), unreadable("04T10:00"), version("late", "06T10:00"))).toEqual([
      "late",
    ]);
  });

  test("since its commit, or since its date when that was later", () => {
    const history = publicVersions([version("first", "01T10:00"), version("second", "04T10:00")]);
    expect(history.map(({ from }) => from)).toEqual([at("03T09:00"), at("04T10:00")]);
  });

  test("not for the only reason that a clock was wrong", () => {
    const early = { date: "05T09:00" };
    // The second commit's clock ran a month ahead; the third says that it was not later than the fourth.
    expect(
      shown(version("secret", "01T10:00", early), version("second", "29T10:00", early), version("third", "02T10:00")),
    ).toEqual(["third"]);
    // A clock that went a month ahead makes an expiring version look too late, and no other.
    const expires = { expires: "20T09:00" };
    expect(
      shown(version("first", "29T10:00"), version("expiring", "04T10:00", expires), version("last", "05T10:00")),
    ).toEqual(["last"]);
  });

  test("not when it was committed together with the next one", () => {
    expect(shown(version("first", "04T10:00:00"), version("second", "04T10:00:59"))).toEqual(["second"]);
    expect(shown(version("first", "04T10:00:00"), version("second", "04T10:01:00"))).toEqual(["first", "second"]);
  });
});
