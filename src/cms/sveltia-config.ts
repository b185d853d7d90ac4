/**
 * A part of what Sveltia CMS is told. Its own types cannot be resolved in a package of ES modules; a test holds all that
 * is made here to its JSON Schema.
 */
type Told = Readonly<Record<string, unknown>>;

/** A field of a form. */
export type Field = Told & { readonly name: string };

/** What editors see as one kind of thing. */
export type Collection = Told & { readonly name: string };

/** Who keeps the repository. */
export type Backend = Told & { readonly name: string };

/** All that it is told: plain data. */
export type CmsConfig = Told & { readonly backend: Backend; readonly collections: readonly Collection[] };
