const words = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });

export default function configure(eleventy) {
  eleventy.addFilter("words", (date) => words.format(date));
}

export const config = { markdownTemplateEngine: "njk", htmlTemplateEngine: "njk" };
