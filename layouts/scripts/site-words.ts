// The bundler puts the dictionary of the site's language in this file's place.
export * from "../words/en.ts";
