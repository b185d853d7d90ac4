/** A text as CommonMark shows it, letter by letter, whether it begins a paragraph or stands in one. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|&~:]/g, "\\$&")
    .replace(/^(\d+)(?=[.)])/, "$1\\")
    .replace(/^[-+=]/, "\\$&");
