import type { Starter } from "../starter.ts";

export const EN: Starter = {
  tagline: "News as we find it",
  author: { slug: "newsroom", name: "The newsroom" },
  biography: "Everybody who writes here. Give each writer a page of their own: a file beside this one.",
  biographyOf: (name) => `${name} writes for this newspaper.`,
  sections: [
    { slug: "news", name: "News", description: "What happened." },
    { slug: "opinion", name: "Opinion", description: "What we think of it." },
  ],
  sectionDescription: (name) => `Stories of the section ${name}.`,
  tag: { slug: "our-newspaper", name: "Our newspaper", description: "How this newspaper is made." },
  about: {
    title: "About us",
    summary: (newspaper) => `Who makes ${newspaper}, and how to reach us.`,
    text: (
      newspaper,
    ) => `Nobody has written yet who makes ${newspaper}, who pays for it, and how readers can reach the newsroom. Readers look for
it here.`,
  },
  story: {
    title: "This newspaper is set up: five things to do first",
    summary: "A program wrote this story when it made the site. It says how to get to the first story of your own.",
    text: ({
      url,
      file,
    }) => `No reporter wrote this. It came with the site, it shows what a story looks like, and it is yours to delete.

## See the site

\`npm run dev\` shows the newspaper on your own machine, drafts too, and again after each edit.

## Say who you are

What you were asked stands in \`content/settings.yaml\`: the name, the address, the sections. Then write
[the page about you](../../../pages/about.md), and give every writer a file in \`content/authors/\`.

## Write a story

\`npm run new -- "Headline"\` makes the file. A story is Markdown with a few lines before it that say who wrote it, and when.
As long as it has \`draft: true\`, nobody else sees it.

## Check it

\`npm run check\` names every mistake with its file, its line and what to do. \`npm run addresses\` remembers the addresses
that are new, so that none is lost later. Commit both, and push: what you publish with builds the site.

## Delete this story

Delete \`${file}\`, and let its address go:

\`\`\`
npm run addresses -- --forget ${url}
\`\`\``,
  },
};
