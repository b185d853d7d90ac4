import type { Passage } from "./comment-text.ts";
import type { Moment } from "./time.ts";

/** A reader's reply to a story, approved by the newsroom: a file of its own. */
export interface Comment {
  /** Names it below its story: in its permalink, and in the replies to it. */
  readonly id: string;
  /** The file of the story, below `content/`. */
  readonly story: string;
  readonly name: string;
  readonly date: Moment;
  readonly text: readonly Passage[];
  /** The reply that it answers, which answers none itself. */
  readonly replyTo?: string | undefined;
}

/** Whether a story takes replies, shows those that it has, or neither. */
export const OPENNESS = ["open", "closed", "off"] as const;
export type Openness = (typeof OPENNESS)[number];
