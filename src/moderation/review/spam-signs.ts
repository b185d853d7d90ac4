import { caseless } from "../../model/slugs.ts";
import type { Waiting } from "../inbox.ts";

/** Readers give one link or two as their source. */
const MANY_LINKS = 3;
/** Of as many letters or more something can be said. */
const FEW_LETTERS = 20;
/** Shares, from 0 to 1. */
const MOSTLY_CAPITALS = 0.8;
const HARDLY_LETTERS = 0.4;
/** Characters; who replies with three emoji means no harm. */
const SHORT = 12;
const OVER_AND_OVER = 3;

/** Hosts whose addresses hide where they lead. Some of the best known: what is missing here is seen by the moderator. */
const SHORTENERS = new Set(
  "bit.ly bl.ink buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly s.id shorturl.at t.cn t.co t.ly tiny.cc tinyurl.com u.to url.cn v.gd".split(
    " ",
  ),
);

const LINK = /https?:\/\/[^\s<>()[\]]+/gi;
const HOST_IN_NUMBERS = /^(?:\[.*\]|\d{1,3}(?:\.\d{1,3}){3})$/;
const ADDRESS_IN_NAME =
  /https?:|www\.|[\p{L}\p{N}]\.(?:com|net|org|info|biz|shop|store|online|site|xyz|ru|cn|io|top)\b/iu;
const AD_IN_NAME = /\b(?:buy|cheap|casino|loans?|seo|viagra|discount|promo)\b/i;

/**
 * Says why a reply is likely to be spam: each sign is a clause about it, such as "has 4 links"; none where nothing tells.
 * Signs only say where in the queue a reply stands: a person decides. `all` is what waits, where a text may be again.
 */
export function spamSignsAmong(all: readonly Pick<Waiting, "text">[]) {
  const times = new Map<string, number>();
  for (const { text } of all) times.set(gist(text), (times.get(gist(text)) ?? 0) + 1);
  return (reply: Pick<Waiting, "name" | "text">): string[] => {
    const said = gist(reply.text);
    // Two may well say thank you.
    return signsOf(reply, said.length < SHORT ? 0 : (times.get(said) ?? 1) - 1);
  };
}

function signsOf({ name, text }: Pick<Waiting, "name" | "text">, copies: number): string[] {
  const hosts = [...text.matchAll(LINK)].map(([link]) => URL.parse(link)?.hostname ?? "");
  const shortener = hosts.find((host) => SHORTENERS.has(host.replace(/^www\./, "")));
  const numbers = hosts.find((host) => HOST_IN_NUMBERS.test(host));
  const words = text.replace(LINK, "");
  const signs: readonly (readonly [isThere: boolean, sign: string])[] = [
    [hosts.length >= MANY_LINKS, `has ${hosts.length} links`],
    [hosts.length > 0 && lettersOf(words).length < FEW_LETTERS, "says little but a link"],
    [shortener !== undefined, `links to ${shortener}, which hides where it leads`],
    [numbers !== undefined, `links to a host without a name (${numbers})`],
    [copies > 0, `says what ${copies === 1 ? "another waiting reply says" : `${copies} other waiting replies say`}`],
    [repeatsItself(text), "says the same over and over"],
    [isInCapitals(words), "is in capitals"],
    [
      words.length >= SHORT && lettersOf(words).length < HARDLY_LETTERS * words.replace(/\s/g, "").length,
      "has hardly any letters",
    ],
    [ADDRESS_IN_NAME.test(name), "has an address for a name"],
    [AD_IN_NAME.test(name), "has an advertisement for a name"],
  ];
  return signs.flatMap(([isThere, sign]) => (isThere ? [sign] : []));
}

const lettersOf = (text: string): string[] => text.match(/\p{L}/gu) ?? [];

/** The letters and digits alone: spammers vary the rest. */
const gist = (text: string): string => caseless(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

const SAME_WORD = /(\p{L}{3,30}\P{L}{1,5})\1{5}/iu;

function repeatsItself(text: string): boolean {
  const lines = text.split(/\n+|(?<=[.!?。！？])\s*/u).map(gist);
  const counts = new Map<string, number>();
  // "No. No. No." is a way of speaking.
  for (const line of lines) if (line.length >= SHORT) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts.values()].some((count) => count >= OVER_AND_OVER) || SAME_WORD.test(text);
}

/** Said of scripts that have capitals. */
function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  return letters.length >= FEW_LETTERS && capitals.length > MOSTLY_CAPITALS * letters.length;
}
