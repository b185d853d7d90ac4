import fc from "fast-check";

/** What runs when an attack gets through: a browser's tests look for it. */
const HIT = "window.__hit=1";

/** Markup that runs, in the ways in which filters have been passed. */
const MARKUP = [
  `<script>${HIT}</script>`,
  `</script><script>${HIT}</script>`,
  `<ScRiPt >${HIT}</sCrIpT >`,
  `<script/x>${HIT}</script>`,
  `<<script>${HIT}//<</script>`,
  `<img src=x onerror=${HIT}>`,
  `<img src=x onerror="${HIT}">`,
  `"><img src=x onerror=${HIT}>`,
  `'><img src=x onerror=${HIT}>`,
  `\`><img src=x onerror=${HIT}>`,
  `<svg onload=${HIT}>`,
  `<svg/onload=${HIT}//`,
  `<svg><script>${HIT}</script></svg>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${HIT}"><text>x</text></a></svg>`,
  `<svg><style><img src=x onerror=${HIT}></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${HIT}></style></mglyph></table></mtext></math>`,
  `<math href="javascript:${HIT}">x</math>`,
  `<body onload=${HIT}>`,
  `<iframe src="javascript:parent.${HIT}"></iframe>`,
  `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  `<object data="javascript:${HIT}"></object>`,
  `<embed src="javascript:${HIT}">`,
  `<base href="javascript:${HIT}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${HIT}">`,
  `<link rel=stylesheet href="data:text/css,*{}">`,
  `<form action="javascript:${HIT}"><button>x</button></form>`,
  `<button formaction="javascript:${HIT}" form=x>x</button>`,
  `<details open ontoggle=${HIT}>`,
  `<input autofocus onfocus=${HIT}>`,
  `<video><source onerror=${HIT}></video>`,
  `<marquee onstart=${HIT}>`,
  `<template><script>${HIT}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
  `</title><script>${HIT}</script>`,
  `</textarea><script>${HIT}</script>`,
  `</style><script>${HIT}</script>`,
  `</template><script>${HIT}</script>`,
  `</option></select><img src=x onerror=${HIT}>`,
  `<x onclick=${HIT} tabindex=1 id=x>`,
  `<div style="background:url(javascript:${HIT})">`,
  `<a href="javascript:${HIT}">x</a>`,
  `<plaintext>`,
  `<xmp><script>${HIT}</script></xmp>`,
] as const;

/** Ends of what a text may stand in: attributes, comments, sections, strings of JSON, CSS and JavaScript. */
const ENDINGS = [
  `" onmouseover="${HIT}`,
  `' onmouseover='${HIT}`,
  `" autofocus onfocus="${HIT}" x="`,
  "-->",
  `--><script>${HIT}</script><!--`,
  `<!--><script>${HIT}</script>`,
  "<!--",
  "<!--<script>",
  "]]>",
  `]]><script>${HIT}</script>`,
  "<![CDATA[",
  `<?xml-stylesheet href="javascript:${HIT}"?>`,
  `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
  "&lt;script&gt;window.__hit=1&lt;/script&gt;",
  "&#60;script&#62;window.__hit=1&#60;/script&#62;",
  "&amp;lt;script&amp;gt;",
  "&quot; onload=&quot;window.__hit=1",
  '"}</script><script>window.__hit=1</script>',
  '"};window.__hit=1;//',
  "\\u003cscript\\u003ewindow.__hit=1",
  "\\x3cscript\\x3ewindow.__hit=1",
  "\\",
  '\\"',
  "*/window.__hit=1;/*",
  "';window.__hit=1;//",
  "`+(window.__hit=1)+`",
  "}*{background:url(javascript:1)}",
  "expression(window.__hit=1)",
  "@import 'https://evil.example/x.css';",
  "; script-src 'unsafe-inline' *; x",
] as const;

/** Schemes that run, as links are written to pass by filters. */
const ADDRESSES = [
  `javascript:${HIT}`,
  `JaVaScRiPt:${HIT}`,
  ` javascript:${HIT}`,
  `java\tscript:${HIT}`,
  `java&#10;script:${HIT}`,
  `javascript&colon;${HIT}`,
  `&#106;avascript:${HIT}`,
  `%6aavascript:${HIT}`,
  `javascript://%0a${HIT}`,
  `vbscript:${HIT}`,
  `data:text/html,<script>${HIT}</script>`,
  "data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19oaXQ9MTwvc2NyaXB0Pg==",
  "blob:https://courier.example/x",
  "filesystem:https://courier.example/x",
  "view-source:javascript:1",
  "//evil.example/x",
  "\\\\evil.example\\x",
  "https:evil.example",
  "https://courier.example@evil.example/",
  "../../../../etc/passwd",
  "/etc/passwd",
  "file:///etc/passwd",
] as const;

/** What template languages and front matter run. */
const TEMPLATES = [
  "{{ 7*7 }}",
  "{{ constructor.constructor('globalThis.__hit=1')() }}",
  "{% raw %}{% include '/etc/passwd' %}{% endraw %}",
  "{%- set x = cycler.__init__.__globals__ -%}",
  "{# comment #}",
  "<% globalThis.__hit=1 %>",
  "<%= process.exit(1) %>",
  "$\u007bglobalThis.__hit=1}",
  "#{globalThis.__hit=1}",
  "---js\n{ title: globalThis.__hit=1 }\n---",
  "=cmd|' /C calc'!A0",
  "$(touch /tmp/hit)",
  "`touch /tmp/hit`",
  "; rm -rf x",
  "!!js/function 'function(){}'",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "%00",
  "%0d%0aSet-Cookie: x=1",
  "\r\nSet-Cookie: x=1\r\n\r\n<script>window.__hit=1</script>",
  "[[Prototype]]",
  "on",
  "null",
  "~",
] as const;

/** Characters that are nothing in one place and something in another. */
const CHARACTERS = [
  "a\u2028window.__hit=1\u2029b",
  "a\u00a0b\u3000c\ufeffd",
  `a${"\u200b".repeat(500)}b`,
  "\u2066isolated\u2069",
  "\u200eleft\u200fright",
  `e${"\u0301".repeat(100)}`,
  "\uff1cscript\uff1ewindow.__hit=1\uff1c/script\uff1e",
  "\u02bascript\u02ba \u2039img\u203a",
  "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
  "\u{e0001}\u{e0041}tags",
  "+ADw-script+AD4-window.__hit=1+ADw-/script+AD4-",
  "ﷺ﷽𒐫",
] as const;

/** Texts that every field takes, as words and nothing else. */
export const ATTACKS: readonly string[] = [...MARKUP, ...ENDINGS, ...ADDRESSES, ...TEMPLATES, ...CHARACTERS];

/** Characters that no text may hold, however they are written. */
export const UNPRINTABLE: readonly string[] = [
  "\u0000",
  "\u0001",
  "\u0008",
  "\u001b[2J",
  "\u007f",
  "\u0085",
  "\u009b",
  "\ud800",
  "\udfff",
  "\ufffe",
  "\uffff",
  "\u202e",
  "\u202a",
];

/** Attacks that are made of pieces of others. */
export const mixedAttack: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc
        .tuple(fc.constantFrom(...ATTACKS), fc.nat(30), fc.nat(30))
        .map(([text, from, to]) => text.slice(from, from + to)),
      fc.constantFrom("<", ">", "&", '"', "'", "`", "=", "/", "\\", " ", "\t", "\n", ";", "<!", "<?", "</", "&#x3c;"),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join("").replace(/[\ud800-\udfff]/g, ""));
