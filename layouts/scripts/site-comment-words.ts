// The bundler puts the words of the site's language in this file's place.
export * from "../words/comment-form/en.ts";
