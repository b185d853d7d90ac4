import { z } from "zod";
import type { EmbedHosts } from "../../model/embeds.ts";
import { POLICY_NAMES, type PolicyName } from "../../model/policies.ts";
import type { SecureTransport } from "../../model/settings.ts";
import { isTimeZone } from "../../model/time.ts";
import { cmsSchema } from "./cms.ts";
import {
  flag,
  formerly,
  language,
  list,
  oneLineLike,
  openness,
  passage,
  prose,
  reference,
  refuse,
  secureAddress,
  webAddress,
} from "./fields.ts";
import { themeSchema } from "./theme.ts";

const origin = webAddress
  .transform((value, context) => {
    const { origin } = new URL(value);
    if (value === `${origin}/`) return origin;
    return refuse(context, "is more than a host", `A site stands at the root of its host: write ${origin}.`);
  })
  .meta({ example: "https://courier.example", accepts: { type: "string", pattern: "^\\s*[Hh][Tt][Tt][Pp][Ss]?://" } });

const timeZone = reference("Europe/London").transform((value, context) =>
  isTimeZone(value)
    ? value
    : refuse(context, `is not a time zone ("${value}")`, "Write an IANA name, such as Europe/London."),
);

/** In quotes a number is a text, to an editor. */
const wholeNumber = (minimum: number, maximum: number) => ({
  type: ["integer", "string"],
  minimum,
  maximum,
  ...oneLineLike(/^\d{1,4}$/),
});

const pageSize = reference("20")
  .transform((value, context) => {
    const size = /^\d{1,3}$/.test(value) ? Number(value) : 0;
    return size >= 1 ? size : refuse(context, `is "${value}"`, "Write a whole number from 1 to 999.");
  })
  .meta({ example: "20", accepts: wholeNumber(1, 999) });

const pageWeight = reference("100")
  .transform((value, context) => {
    const weight = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    return weight >= 1 ? weight : refuse(context, `is "${value}"`, "Write a whole number from 1 to 9999.");
  })
  .meta({ example: "100", accepts: wholeNumber(1, 9999) });

// A list of the fields would lose its names in the types.
const policies = z.strictObject(
  Object.fromEntries(POLICY_NAMES.map((name) => [name, reference("corrections-policy").optional()])) as {
    [Name in PolicyName]: z.ZodOptional<ReturnType<typeof reference>>;
  },
);

const count = reference("100")
  .transform((value, context) =>
    /^\d{1,4}$/.test(value) ? Number(value) : refuse(context, `is "${value}"`, "Write a whole number from 0 to 9999."),
  )
  .meta({ example: "100", accepts: wholeNumber(0, 9999) });

/** HTML, 3.2.6.6: what follows `data-` in an attribute's name, without the letters that mean something of their own. */
const dataAttributes = z.record(z.string(), reference("courier.example")).transform((data, context) => {
  const wrong = Object.keys(data).find((name) => !/^[a-z][a-z0-9-]*$/.test(name));
  return wrong === undefined
    ? data
    : refuse(context, `holds the name "${wrong}"`, "Write lower-case letters, digits and hyphens, without data-.");
});

/** indexnow.org/documentation: 8 to 128 characters. */
const indexNowKey = reference("3f8e2a7c5d914b60").transform((value, context) =>
  /^[A-Za-z0-9-]{8,128}$/.test(value)
    ? value
    : refuse(
        context,
        `is not a key of IndexNow ("${value}")`,
        "Write 8 to 128 letters from A to Z, digits and hyphens.",
      ),
);

const SECURE_TRANSPORT: readonly SecureTransport[] = ["host", "subdomains", "preload"];

const secureTransport = reference("subdomains")
  .transform(
    (value, context) =>
      SECURE_TRANSPORT.find((known) => known === value) ??
      refuse(context, `is "${value}"`, "Write host, subdomains or preload."),
  )
  .meta({ example: "subdomains", accepts: { enum: SECURE_TRANSPORT } });

const days = reference("30")
  .transform((value, context) =>
    /^[1-9]\d{0,3}$/.test(value)
      ? Number(value)
      : refuse(context, `is "${value}"`, "Write a number of days from 1 to 9999."),
  )
  .meta({ example: "30", accepts: wholeNumber(1, 9999) });

/** Names of hosts in one header, lines of which Cloudflare takes up to 2,000 characters. */
const MAX_HOSTS = 20;

/** What the switch that is off becomes, among the hosts that stand in its place when it is on. */
const OFF = "false";

/** A host by its name, in the form in which addresses have it. */
const host = reference("social.example").transform((value, context) => {
  if (value === OFF) return OFF;
  const url = URL.parse(`https://${value}`);
  if (url?.href === `https://${url?.hostname}/` && /\.[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname)) return url.hostname;
  return refuse(context, `is not a host ("${value}")`, "Write its name alone, such as social.example.");
});

const embeds = z
  .preprocess((value) => (typeof value === "boolean" ? [value] : value), z.array(host).max(MAX_HOSTS))
  .transform((hosts): EmbedHosts => !hosts.includes(OFF) && hosts)
  .meta({ example: "social.example" });

/** `content/settings.yaml`: what the site is. */
export const settingsSchema = z.strictObject({
  /** The newspaper's name. */
  title: prose("The Example Courier"),
  /** What stands under the name. */
  tagline: prose("News of bridges"),
  /** Where the site will stand, from https:// on, without a path. */
  url: origin,
  /** One sentence for search engines and feeds. */
  description: passage("News of bridges, and of what crosses them."),
  /** The language of the site. */
  language,
  /** The zone of every time without an offset. */
  timeZone,
  /** Stories on a full page of a list. */
  pageSize: pageSize.optional(),
  /** The most kilobytes (of 1,000 bytes) that a page's HTML may have, compressed. 200 when left out. */
  pageWeight: pageWeight.optional(),
  /** Pieces of advice on style that `check` is not to give, by their names: those that the newsroom disagrees with. */
  ignoreAdvice: list(reference("long-headline")).optional(),
  /** Whether deploy previews show drafts. Off when left out. */
  previewDrafts: flag.optional(),
  /** Who publishes the site. */
  publisher: z.strictObject({
    name: prose("Example Press"),
    url: webAddress.optional(),
    /** Where else the publisher is found: its pages on other sites. */
    sameAs: list(webAddress).optional(),
    /** The static pages, by their slugs, on which the newsroom says how it works. */
    policies: policies.optional(),
  }),
  /** The sections, in the order of the front page. */
  sections: list(
    z.strictObject({
      slug: reference("news"),
      name: prose("News"),
      description: passage("What happened, and what it means."),
      /** Addresses that the section's page had before: they lead to it. */
      formerly: formerly.optional(),
    }),
  ).min(1),
  /** The menu: names and paths of this site. */
  navigation: list(z.strictObject({ name: prose("News"), to: reference("/sections/news/") })).optional(),
  /** How the site looks. */
  theme: themeSchema.optional(),
  /** How many of the newest stories without a photograph have a picture drawn for shared links. 100 when left out. */
  socialCards: count.optional(),
  /** Whether a corrected story has a page that shows what changed in it, from git's history. On when left out. */
  changes: flag.optional(),
  /** Whether stories that a reader has visited can be read again without a network. On when left out. */
  offlineReading: flag.optional(),
  /**
   * Hosts of Mastodon and PeerTube whose posts and videos may be shown in stories. `false` where links to any provider
   * stay links.
   */
  embeds: embeds.optional(),
  /** Readers' replies to stories. */
  comments: z
    .strictObject({
      /** What a story is that does not say: open for replies, closed (those that it has are shown) or off. Off when left out. */
      stories: openness.optional(),
      /** Days after which a story that does not say takes no more replies. Stories stay open when left out. */
      closeAfter: days.optional(),
      /** The static page, by its slug, that says what becomes of a reply and of what is sent with it. */
      rules: reference("replies").optional(),
    })
    .optional(),
  /** What browsers may ask for by https alone. The site's own host when left out. */
  secureTransport: secureTransport.optional(),
  /** The editor in the browser, at /admin/. None when left out. */
  cms: cmsSchema.optional(),
  /** A form under stories and on the front page, sent to a newsletter's service. None when left out. */
  newsletter: z
    .strictObject({
      /** Where the service takes the form, as its own sign-up form says after `action`. */
      action: secureAddress("https://newsletter.example/subscribe"),
      /** What the service calls the e-mail address, as its own form says after `name`. */
      field: reference("email"),
      /** The newsletter's name. */
      name: prose("The Friday Bridge").optional(),
    })
    .optional(),
  /** How stories reach readers elsewhere. */
  distribution: z
    .strictObject({
      /** The WebSub hub that is told of what is new, which the feeds then name. None when left out. */
      hub: secureAddress("https://hub.example/").optional(),
      /** A key of your own making, with which search engines are told what has changed. They are not when left out. */
      indexNow: indexNowKey.optional(),
      /** Whether the site has an llms.txt. Off when left out. */
      llmsTxt: flag.optional(),
    })
    .optional(),
  /** What robots.txt lets programs of artificial intelligence do. */
  crawlers: z
    .strictObject({
      /** Whether they may gather texts to train models on. On when left out. */
      aiTraining: flag.optional(),
      /** Whether they may fetch texts to answer questions with. On when left out. */
      aiAnswers: flag.optional(),
    })
    .optional(),
  /** A script that counts visits. None when left out. */
  analytics: z
    .strictObject({
      script: secureAddress("https://analytics.example/js/script.js"),
      /** The script element's data attributes, without `data-`: such as `domain: courier.example`. */
      data: dataAttributes.optional(),
      /** Where the script sends what it counts, when that is another host than its own. */
      sendsTo: secureAddress("https://analytics.example").optional(),
    })
    .optional(),
});
