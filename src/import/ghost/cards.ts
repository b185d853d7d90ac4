import markdownIt from "markdown-it";
import { audienceOf } from "./audience.ts";
import { element, escaped, kept, opening } from "./html-text.ts";
import { excerptOf, type Listing } from "./listing.ts";
import { isPayload, listOf, type Payload, payloadOf, textOf } from "./payload.ts";
import { plainText } from "./plain-text.ts";

type Card = (card: Payload, listing: Listing) => string;

/**
 * What the cards of Ghost's editors become, by the names that Lexical and Mobiledoc have for them: HTML without anything
 * that only Ghost's themes know.
 */
const CARDS: ReadonlyMap<string, Card> = new Map<string, Card>([
  ["image", (card) => figure(picture(card), captionOf(card))],
  ["gallery", gallery],
  ["embed", embed],
  ["bookmark", bookmark],
  ["html", (card) => textOf(card, "html") ?? ""],
  ["markdown", markdown],
  ["card-markdown", markdown],
  ["code", code],
  ["codeblock", code],
  ["code-block", code],
  ["hr", () => opening("hr")],
  ["horizontalrule", () => opening("hr")],
  ["divider", () => opening("hr")],
  ["callout", callout],
  ["aside", (card) => element("aside", {}, paragraph(textOf(card, "content")))],
  ["toggle", toggle],
  ["button", button],
  ["call-to-action", callToAction],
  ["header", header],
  ["product", product],
  ["video", media("video")],
  ["audio", media("sound")],
  ["file", file],
  ["signup", leftOut("A form to sign up for the newsletter was left out", "header")],
  ["email", newsletterOnly],
  ["email-cta", newsletterOnly],
  ["paywall", paywall],
  ["transistor", leftOut("A Transistor podcast player was left out", "accentColor")],
  ["nft", (card) => linkLine(textOf(card, "url"), textOf(card, "title") ?? textOf(card, "url"))],
]);

/** A card as HTML. One that is unknown, or not for every reader, becomes nothing, and is listed. */
export function cardHtml(name: string, card: Payload, listing: Listing): string {
  const audience = audienceOf(card);
  if (audience !== "everybody") {
    const whom = audience === "members" ? "only members saw" : "only the newsletter had";
    return kept(`A card that ${whom} was left out: ${name}.`);
  }
  const make = CARDS.get(name);
  if (make) return make(card, listing);
  return kept(`An unknown card was left out: ${name}. ${excerptOf(JSON.stringify(card))}`);
}

function picture(card: Payload): string {
  const src = textOf(card, "src");
  if (!src) return "";
  const image = opening("img", { src, alt: textOf(card, "alt"), title: textOf(card, "title") });
  const href = textOf(card, "href");
  return href ? element("a", { href }, image) : image;
}

/** Captions are HTML with links and emphasis in them. */
const captionOf = (card: Payload): string => textOf(card, "caption") ?? "";

const figure = (inner: string, caption: string): string =>
  inner && element("figure", {}, inner + (caption && element("figcaption", {}, caption)));

const paragraph = (html: string | undefined): string => (html ? element("p", {}, html) : "");

const linkLine = (href: string | undefined, text: string | undefined): string =>
  href ? element("p", {}, element("a", { href }, escaped(text ?? href))) : paragraph(text && escaped(text));

function gallery(card: Payload): string {
  const pictures = listOf(card, "images")
    .filter(isPayload)
    .map((image) => figure(picture(image), captionOf(image)));
  const caption = captionOf(card);
  return element("figure", { class: "gallery" }, pictures.join("") + (caption && element("figcaption", {}, caption)));
}

/** A link on a line of its own is what the site makes cards of. */
function embed(card: Payload, listing: Listing): string {
  const url = textOf(card, "url");
  if (!url) return textOf(card, "html") ?? "";
  listing.changed(`An embed became a link: ${url}`);
  return linkLine(url, url) + paragraph(textOf(card, "caption"));
}

function bookmark(card: Payload): string {
  const about = payloadOf(card, "metadata");
  const url = textOf(card, "url") ?? textOf(about, "url");
  const more = [textOf(about, "description"), textOf(about, "author"), textOf(about, "publisher")];
  const said = more.filter((text) => text !== undefined).map(escaped);
  return linkLine(url, textOf(about, "title")) + paragraph(said.join(" · ")) + paragraph(textOf(card, "caption"));
}

let parser: ReturnType<typeof markdownIt> | undefined;

function markdown(card: Payload): string {
  parser ??= markdownIt({ html: true, linkify: true });
  return parser.render(textOf(card, "markdown") ?? "");
}

function code(card: Payload): string {
  const language = textOf(card, "language")?.match(/^[\w+#-]+/)?.[0];
  const inner = element("code", { class: language && `language-${language}` }, escaped(textOf(card, "code") ?? ""));
  return element("pre", {}, inner) + paragraph(captionOf(card));
}

/** Its text is HTML; the emoji before it is a text of its own. */
function callout(card: Payload): string {
  const emoji = textOf(card, "calloutEmoji");
  const text = textOf(card, "calloutText") ?? "";
  const [, title, rest] = BEGINNING.exec(text.trim()) ?? [];
  const mark = emoji ? `${emoji} ` : "";
  if (title === undefined || rest === undefined) return paragraph(escaped(mark) + text);
  return box(mark + plainText(title), paragraph(rest));
}

/** Boxes here have titles: a callout's own, in bold or a short sentence before others. */
const BEGINNING = /^(<(?:strong|b)>[^<]{1,120}<\/(?:strong|b)>[:.]?|[^<.!?:]{2,80}[.!?:](?=\s))\s*(\S[\s\S]*)$/;

const box = (title: string, inner: string): string => element("x-box", { "data-title": title }, inner);

function toggle(card: Payload): string {
  return box(plainText(textOf(card, "heading") ?? ""), textOf(card, "content") ?? "");
}

function button(card: Payload, listing: Listing): string {
  const url = textOf(card, "buttonUrl");
  if (url) listing.changed(`A button became a link: ${url}`);
  return linkLine(url, textOf(card, "buttonText"));
}

function callToAction(card: Payload, listing: Listing): string {
  const image = textOf(card, "imageUrl");
  const text = [textOf(card, "sponsorLabel"), textOf(card, "textValue")].map(paragraph).join("");
  return (image ? figure(opening("img", { src: image }), "") : "") + text + button(card, listing);
}

function header(card: Payload, listing: Listing): string {
  const words = [textOf(card, "header"), textOf(card, "subheader")];
  const image = textOf(card, "backgroundImageSrc");
  const note = image ? kept(`The picture behind a header was left out: ${image}`) : "";
  const [heading, below] = words;
  return note + (heading ? element("h2", {}, heading) : "") + paragraph(below) + button(card, listing);
}

function product(card: Payload): string {
  const image = textOf(card, "productImageSrc");
  const stars = card["productRatingEnabled"] === true ? textOf(card, "productStarRating") : undefined;
  const link = linkLine(textOf(card, "productUrl"), textOf(card, "productButton"));
  const note = stars ? kept(`The stars of a product were left out: ${stars} of 5.`) : "";
  const title = paragraph(textOf(card, "productTitle") && element("strong", {}, textOf(card, "productTitle") ?? ""));
  const words = note + title + (textOf(card, "productDescription") ?? "");
  return (image ? figure(opening("img", { src: image }), "") : "") + words + link;
}

function media(what: "video" | "sound"): Card {
  return (card) => {
    const src = textOf(card, "src");
    const note = src ? kept(`Here was a ${what}; now a link leads to its file on the old site: ${src}`) : "";
    const words = textOf(card, "title") ?? textOf(card, "fileName") ?? src;
    return note + linkLine(src, words) + paragraph(captionOf(card));
  };
}

function file(card: Payload): string {
  const src = textOf(card, "src");
  const note = src ? kept(`Here was a file to download; now a link leads to it on the old site: ${src}`) : "";
  const caption = textOf(card, "fileCaption");
  const words = textOf(card, "fileTitle") ?? textOf(card, "fileName");
  return note + linkLine(src, words) + paragraph(caption && escaped(caption));
}

function leftOut(what: string, key: string): Card {
  return (card) => {
    const words = textOf(card, key);
    return kept(words ? `${what}: ${excerptOf(words)}` : `${what}.`);
  };
}

/** A report may lie in public: it says nothing of what not everybody could read. */
function newsletterOnly(card: Payload): string {
  return kept(`What only the newsletter had was left out (${textOf(card, "html")?.length ?? 0} characters).`);
}

function paywall(): string {
  return `${kept("From here on the text was for members only.")}<!--members-only-->`;
}
