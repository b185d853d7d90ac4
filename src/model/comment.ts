import type { Moment } from "./time.ts";

/** A reader's reply to a story, approved by the newsroom: a file of its own. */
export interface Comment {
  /** Names it below its story: in its permalink, and in the replies to it. */
  readonly id: string;
  /** The file of the story, below `content/`. */
  readonly story: string;
  readonly name: string;
  readonly date: Moment;
  /** As it was written: Markdown without pictures and HTML. */
  readonly text: string;
  /** The reply that it answers, which answers none itself. */
  readonly replyTo?: string | undefined;
}
