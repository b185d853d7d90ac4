export default {
  layout: "story.njk",
  tags: ["articles"],
  permalink: ({ page }) => `${page.filePathStem.replace("/articles/", "/")}/`,
};
