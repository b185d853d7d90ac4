/** The text of a live story, cut at its posts. */
export interface CutPosts<Post> {
  /** What stands above the first post; "" when nothing does. */
  readonly introduction: string;
  readonly posts: readonly (Post & CutPost)[];
  /** The footnotes of all posts; "" when there are none. */
  readonly footnotes: string;
}

/** What the text holds of a post. */
export interface CutPost {
  /** Inside its heading, without the time. */
  readonly headline: string;
  readonly text: string;
}

const FOOTNOTES = '<section class="footnotes"';
const HEADING_END = "</h2>";
const TIME_END = "</time>";

/**
 * Cuts the rendered text of a live story where its posts begin. That they have these ids, in this order, and that a
 * heading begins with its time, `src/content` has seen to; a text of another form throws.
 */
export function cutPosts<Post extends { readonly id: string }>(html: string, given: readonly Post[]): CutPosts<Post> {
  const notesAt = html.lastIndexOf(FOOTNOTES);
  const end = notesAt === -1 ? html.length : notesAt;
  let from = 0;
  const starts = given.map(({ id }) => {
    const start = html.indexOf(`<h2 id="${id}">`, from);
    if (start === -1) throw new Error(`The text has no post "${id}" where it should be`);
    from = start + 1;
    return start;
  });
  const posts = given.map((post, index) => {
    const start = starts[index] ?? end;
    const headingEnd = html.indexOf(HEADING_END, start);
    const timeEnd = html.indexOf(TIME_END, start);
    if (timeEnd === -1 || timeEnd > headingEnd) throw new Error(`The post "${post.id}" has no time in its heading`);
    return {
      ...post,
      headline: html.slice(timeEnd + TIME_END.length, headingEnd).trim(),
      text: html.slice(headingEnd + HEADING_END.length, starts[index + 1] ?? end).trim(),
    };
  });
  return { introduction: html.slice(0, starts[0] ?? end).trim(), posts, footnotes: html.slice(end) };
}
