import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readImage } from "../../src/content/images.ts";
import { loadSharp } from "../../src/content/sharp.ts";
import { filesIn, sharedFiles } from "../../src/model/image-variants.ts";
import { Darkroom } from "../../src/site/darkroom.ts";
import { onDisk, report } from "../content/newspaper-on-disk.ts";
import { movingGif, photograph } from "../content/photographs.ts";
import { png, svg } from "../content/pictures.ts";
import { figure } from "../reliability/figure.ts";

const HIT = "window.__hit=1";

/** Drawings that run or fetch something, or that two readers of XML may take for two things. */
const DRAWINGS: readonly string[] = [
  `<script>${HIT}</script>`,
  `<script href="data:text/javascript,${HIT}"/>`,
  `<SCRIPT>${HIT}</SCRIPT>`,
  `<svg:script xmlns:svg="http://www.w3.org/2000/svg">${HIT}</svg:script>`,
  `<h:script xmlns:h="http://www.w3.org/1999/xhtml">${HIT}</h:script>`,
  `<g onload="${HIT}"/>`,
  `<g\nonload\n=\n'${HIT}'/>`,
  `<g xlink:onload="${HIT}"/>`,
  `<g/onload="${HIT}"/>`,
  `<g a="1"onload="${HIT}"/>`,
  `<g onload=${HIT}/>`,
  `<g onload/>`,
  `<g x="<" onload="${HIT}"/>`,
  `<g x=">" onload="${HIT}"/>`,
  `<a href="javascript:${HIT}"><text>x</text></a>`,
  `<a xlink:href="javascript:${HIT}"><text>x</text></a>`,
  `<use href="data:image/svg+xml,<svg id='x' onload='${HIT}'/>#x"/>`,
  `<use href="//evil.example/x.svg#y"/>`,
  `<image href="https://evil.example/x.png"/>`,
  `<image href="data:image/svg+xml;base64,PHN2Zy8+"/>`,
  `<image href=" https://evil.example/x.png"/>`,
  `<feImage href="https://evil.example/x.png"/>`,
  `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x"/></foreignObject>`,
  `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="${HIT}"/></foreignObject>`,
  `<animate attributeName="href" values="javascript:${HIT}"/>`,
  `<set attributeName="onmouseover" to="${HIT}"/>`,
  `<animateTransform onbegin="${HIT}"/>`,
  `<handler type="application/ecmascript">${HIT}</handler>`,
  `<listener event="click" handler="#x"/>`,
  `<iframe/>`,
  `<style>@import "https://evil.example/x.css";</style>`,
  `<style>@\\69mport "x.css";</style>`,
  `<style>* { background: url(https://evil.example/x) }</style>`,
  `<style><![CDATA[* { background: url(//evil.example/x) }]]></style>`,
  `<style>* { background: ur</style><style>l(x) }</style><style>a{b:image(x)}</style>`,
  `<rect style="fill: url(https://evil.example/x)"/>`,
  `<rect fill="URL(//evil.example/x#y)"/>`,
  `<rect filter="url(data:image/svg+xml,x#y)"/>`,
  `<rect style="behavior: expression(${HIT})"/>`,
  `<?xml-stylesheet href="https://evil.example/x.css"?>`,
  `<?php echo 1 ?>`,
  `<!-- --><script>${HIT}</script><!-- -->`,
  `<!-- -- ><script>${HIT}</script> -->`,
  `<![CDATA[ ]]><script>${HIT}</script>`,
  `<title><![CDATA[</title><script>${HIT}</script>]]></title><script>${HIT}</script>`,
  `<desc></desc ><script>${HIT}</script>`,
  `<metadata><script>${HIT}</script></metadata>`,
  `<text>&lt;script></text><script>${HIT}</script>`,
  `<text>&evil;</text><script>${HIT}</script><g>`,
  `<script>${HIT}</script></svg><svg>`,
  `</svg><script xmlns="http://www.w3.org/2000/svg">${HIT}</script><svg>`,
  `<g\u000conload="${HIT}"/>`,
  `<g\u00a0onload="${HIT}"/>`,
  `<\u0000script>${HIT}</script>`,
  `<g id="a" id="b" onload="${HIT}"/>`,
  `<constructor/>`,
  `<__proto__/>`,
];

test("a drawing that runs, fetches or can be read in two ways is a problem", async () => {
  for (const inside of DRAWINGS) {
    expect(await report({ "articles/2026/11/a.svg": svg(inside) }), inside).toMatch(/This SVG|not an image/);
  }
  for (const whole of [
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg("<text>&x;</text>")}`,
    `<!doctype svg>${svg("")}`,
    `\ufeff<?xml version="1.0" encoding="utf-7"?>${svg("")}`,
    `<?xml version="1.1"?><!DOCTYPE x>${svg("")}`,
    svg("").replace("<svg", `<svg onload="${HIT}"`),
  ]) {
    expect(await report({ "articles/2026/11/a.svg": whole }), whole).toMatch(/This SVG|not an image/);
  }
  figure({
    promise: "A drawing of the content runs and fetches nothing",
    test: "tests/hostile/drawings.test.ts",
    tried: DRAWINGS.length + 5,
    failed: 0,
    unit: "attacks in SVG",
  });
});

/** What says where a picture was taken, in each way in which a file can. */
const SECRET = "GPS 51.5007N 0.1246W Canary";
const EXIF = { IFD0: { Make: SECRET, Software: SECRET }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 2/1" } };
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="${SECRET}"/></rdf:RDF></x:xmpmeta>`;

/** A JPEG with a segment behind its first marker (ITU-T T.81, B.1.1). */
function withSegment(jpeg: Buffer, marker: number, data: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(data, "latin1"), jpeg.subarray(2)]);
}

async function pictures(): Promise<Readonly<Record<string, Buffer>>> {
  const withNotes = async () => (await photograph(300, 200)).withExif(EXIF).withXmp(XMP);
  const plain = await (await photograph(300, 200)).jpeg().toBuffer();
  return {
    "a.jpg": await (await withNotes()).jpeg().toBuffer(),
    "a.png": await (await withNotes()).png().toBuffer(),
    "a.webp": await (await withNotes()).webp().toBuffer(),
    "a.avif": await (await withNotes()).avif().toBuffer(),
    "a.gif": Buffer.concat([
      (await movingGif()).subarray(0, -1),
      Buffer.from(`!\u00fe${String.fromCharCode(SECRET.length)}${SECRET}\0;`, "latin1"),
    ]),
    "comment.jpg": withSegment(plain, 0xfe, SECRET),
    "iptc.jpg": withSegment(plain, 0xed, `Photoshop 3.0\u00008BIM\u0004\u0004${SECRET}`),
    "vendor.jpg": withSegment(plain, 0xe5, SECRET),
    "motion.jpg": Buffer.concat([plain, Buffer.from(`ftypmp42${SECRET}`)]),
    "behind.png": Buffer.concat([png(40, 30), Buffer.from(SECRET)]),
    "a.svg": Buffer.from(
      svg(
        `<!-- ${SECRET} --><metadata>${SECRET}</metadata><g inkscape:label="${SECRET}" sodipodi:docname="${SECRET}" d="M0 0"/>`,
      ).replace("<svg", '<svg xmlns:inkscape="http://x.example/i" xmlns:sodipodi="http://x.example/s"'),
    ),
  };
}

describe("a picture that says where it was taken", () => {
  test("is published without it, in whatever format and place of the file it stands", async () => {
    let tried = 0;
    for (const [name, bytes] of Object.entries(await pictures())) {
      expect(bytes.includes("GPS"), name).toBe(true);
      const content = await onDisk({ [`pages/${name}`]: bytes });
      const image = await readImage(`pages/${name}`, name, bytes, (problem) => expect(problem).toBeUndefined());
      if (!image) throw new Error(`${name} could not be read`);
      const work = await mkdtemp(join(tmpdir(), "hostile-"));
      onTestFinished(() => rm(work, { recursive: true }));
      const darkroom = new Darkroom(content, work);
      const files = [...filesIn("figure", image), ...filesIn("tile", image), ...sharedFiles(image)];
      const published = image.look
        ? await Promise.all(files.map((file) => darkroom.develop(file)))
        : [darkroom.trace(image)];
      for (const made of published) {
        tried++;
        expect(made.includes("GPS") || made.includes("Canary"), name).toBe(false);
        if (!image.look) continue;
        const { exif, xmp, iptc, comments } = await (await loadSharp())(made).metadata();
        expect([exif, xmp, iptc, comments?.length ?? 0], name).toEqual([undefined, undefined, undefined, 0]);
      }
    }
    figure({
      promise: "A published picture does not say where it was taken",
      test: "tests/hostile/drawings.test.ts",
      tried,
      failed: 0,
      unit: "published files",
    });
  });

  test("is a problem inside a drawing, which is published as it is", async () => {
    const all = await pictures();
    const types = { jpg: "jpeg", png: "png", webp: "webp" } as const;
    for (const [name, bytes] of Object.entries(all)) {
      const type = types[name.replace(/^.*\./, "") as keyof typeof types];
      if (!type) continue;
      const href = `data:image/${type};base64,${bytes.toString("base64")}`;
      const said = await report({ "articles/2026/11/x.svg": svg(`<image href="${href}"/>`) });
      expect(said, name).toContain("A picture inside this SVG carries what no reader sees");
    }
    for (const format of ["jpeg", "png", "webp"] as const) {
      const plain = await (await photograph(30, 20)).toFormat(format).toBuffer();
      const href = `data:image/${format};base64,${plain.toString("base64")}`;
      expect(await report({ "articles/2026/11/x.svg": svg(`<image href="${href}"/>`) }), format).toBe("");
    }
  });
});
