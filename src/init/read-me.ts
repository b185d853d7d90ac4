import type { Answers } from "./answers.ts";
import { plainMarkdown } from "./plain-markdown.ts";

/** The site's README.md: what somebody in the newsroom needs, and where the rest is. */
export const readMe = ({ title }: Answers): string => `# ${plainMarkdown(title)}

A newspaper made with [Dateline](node_modules/dateline/README.md). \`content/\` is the newspaper; everything else says how
it is built.

\`\`\`
npm install                   # once, and after each upgrade
npm run dev                   # shows the site while you write, drafts too
npm run new -- "Headline"     # makes the file of a story
npm run check                 # says what is wrong, and where
npm run addresses             # remembers the addresses that are new; commit the book with the story
npm run build                 # the site, in _site/
npm update                    # a newer Dateline; look at the site, then commit package-lock.json
\`\`\`

Commit \`package-lock.json\` too: it says which packages build the site.

Once \`npm install\` is done, \`node_modules/dateline/docs/\` has more: [the site's folder](node_modules/dateline/docs/second-site.md),
[how it looks](node_modules/dateline/docs/theming.md), [publishing](node_modules/dateline/docs/publishing.md).
`;
