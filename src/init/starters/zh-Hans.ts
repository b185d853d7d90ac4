import type { Starter } from "../starter.ts";

export const ZH_HANS: Starter = {
  tagline: "如实报道",
  author: { slug: "newsroom", name: "编辑部" },
  biography: "在这里写稿的所有人。每位作者都可以有自己的页面：与本文件放在一起的另一个文件。",
  biographyOf: (name) => `${name}为本报撰稿。`,
  sections: [
    { slug: "news", name: "新闻", description: "发生了什么。" },
    { slug: "opinion", name: "观点", description: "我们怎么看。" },
  ],
  sectionDescription: (name) => `“${name}”栏目的文章。`,
  tag: { slug: "our-newspaper", name: "本报", description: "本报是怎样办的。" },
  about: {
    title: "关于我们",
    summary: (newspaper) => `谁在办${newspaper}，怎样联系我们。`,
    text: (newspaper) =>
      `${newspaper}由谁来办、由谁出资、读者怎样联系编辑部，这里还没有人写。读者会到这一页来找这些内容。`,
  },
  story: {
    title: "报纸已经搭好：先做这五件事",
    summary: "这篇文章是程序在建站时写的，说明怎样发出你们自己的第一篇报道。",
    text: ({ url, file }) => `这篇文章不是记者写的。它随网站一起生成，让你们看到一篇文章是什么样子，随时可以删除。

## 看一看网站

\`npm run dev\` 在自己的电脑上显示报纸，草稿也在内；每次修改后会自动更新。

## 说明你们是谁

建站时回答的内容在 \`content/settings.yaml\` 里：名称、网址、栏目。接着请写好[关于你们的页面](../../../pages/about.md)，并在
\`content/authors/\` 里给每位作者建一个文件。

## 写一篇报道

\`npm run new -- "标题"\` 会建好文件。一篇报道就是 Markdown，前面几行写明作者和时间。只要有 \`draft: true\`，别人就看不到它。

## 检查

\`npm run check\` 指出每个错误所在的文件和行，并说明怎样改。\`npm run addresses\` 记下新的网址，以后就不会丢失。把两者一起提交并推送，网站就会发布。

## 删除这篇文章

删除 \`${file}\`，再放弃它的网址：

\`\`\`
npm run addresses -- --forget ${url}
\`\`\``,
  },
};
