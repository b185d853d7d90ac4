import fc from "fast-check";
import { expect, test } from "vitest";
import { figure } from "../reliability/figure.ts";
import { fakeNetlify, type SentReply, type Trouble } from "./fake-netlify.ts";
import { everythingIn } from "./folders.ts";
import { newsroom } from "./newsroom.ts";

test("whatever fails, and whatever comes twice, in the end each reply is in the inbox once, and nothing by which a reader is reached", async () => {
  const netlify = await fakeNetlify();
  const troubles = fc.constantFrom<Trouble[]>(
    { status: 500 },
    { status: 429, headers: { "retry-after": "1" } },
    { status: 403 },
    "half the JSON",
    "half the answer",
    "no answer",
    "a page of HTML",
  );
  const replies = fc.record({
    name: fc.constantFrom("Ann", "Bob"),
    n: fc.nat(40),
    says: fc.constantFrom("", "address", "IP address"),
  });
  const runs = Number(process.env["RUNS"] ?? 25);
  await fc.assert(
    fc.asyncProperty(
      fc.array(replies, { maxLength: 30 }),
      fc.array(troubles, { maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(4),
      async (sent, wrong, size, later) => {
        netlify.empty();
        netlify.givesAtMost(size);
        const { pull, inbox } = await newsroom(netlify);
        const all = sent.map(({ name, n, says }): Partial<SentReply> => {
          const [email, ip] = [`${name}.${n}@mail.example`, `198.51.100.${n}`];
          const said = { "": "", address: email.toUpperCase(), "IP address": ip }[says] ?? "";
          return {
            name,
            email,
            ip,
            userAgent: `Browser ${n}`,
            text: `Words ${n} ${said}`,
            at: new Date(Date.UTC(2026, 4, 20, 8, n)).toISOString(),
          };
        });
        const [late, early] = [all.slice(0, later), all.slice(later)];
        for (const reply of early) netlify.send(reply);
        netlify.trouble(/^GET/, ...wrong);
        netlify.meanwhile(/&page=2$/, () => {
          for (const reply of late) netlify.send(reply);
        });
        const said: string[] = [];
        for (let code = 3, tries = 0; code !== 0 && tries < 20; tries++) {
          const told = await pull();
          code = told.code;
          said.push(told.out, told.err);
        }
        await pull();
        const there = netlify.left();
        const upstream = (await inbox()).waiting().flatMap((reply) => reply.upstream);
        expect(upstream.toSorted()).toEqual(there.toSorted());
        const written = [...(await everythingIn(".")), said].join("\n");
        expect(written).not.toMatch(/mail\.example|198\.51\.100|Browser \d|courier\.example|nfp_/i);
      },
    ),
    { numRuns: runs },
  );
  figure({
    promise:
      "A reply that was sent is fetched once, whatever fails on the way, and without what its reader is reached by",
    test: "tests/moderation/any-failures.test.ts",
    tried: runs,
    failed: 0,
    unit: "fetches that failed at random",
  });
});
