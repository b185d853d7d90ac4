/** An element that the conversion to Markdown takes for "here was something": its words stay, and a person is told. */
export const kept = (what: string, inside = ""): string =>
  `<x-kept data-what="${escapeAttribute(what)}">${inside}</x-kept>`;

export const escapeAttribute = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

export const escapeText = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
