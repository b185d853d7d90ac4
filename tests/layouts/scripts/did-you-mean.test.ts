import { describe, expect, test } from "vitest";
import { didYouMean } from "../../../layouts/scripts/did-you-mean.ts";

const TIERS = ["huawei technology china", "zürich bitcoin انتخابات الصين elecciones", "chinese shenzhen"];

describe("a reader who has mistyped", () => {
  test.for([
    ["huawai", "huawei"],
    ["hauwei", "huawei"],
    ["Huawai technolgy", "huawei technology"],
    ["bitcoin shenzen", "bitcoin shenzhen"],
    ["eleciones", "elecciones"],
    ["الصن", "الصين"],
    ["انتخبات", "انتخابات"],
    ["zurch", "zürich"],
  ])("%s is offered %s", ([typed = "", meant]) => {
    expect(didYouMean(typed, TIERS)).toBe(meant);
  });

  test("is offered the more frequent of two words that are as near", () => {
    expect(didYouMean("chinx", ["chine", "china"])).toBe("chine");
    expect(didYouMean("chinx", ["china", "chine"])).toBe("china");
  });
});

describe("nothing is offered", () => {
  test.for([
    ["for a word that stories have, whatever its case and accents", "ZURICH  Élecciones"],
    ["while the reader is still typing one", "technol"],
    ["for a word that is near to none", "xylophonist"],
    ["for a short word, which would be near to many", "btc"],
    ["for a language that is not written in letters of words", "华位"],
    ["for nothing", ""],
  ])("%s", ([, typed = ""]) => {
    expect(didYouMean(typed, TIERS)).toBeUndefined();
  });
});
