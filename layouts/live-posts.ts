import type { TextLayout } from "./layout.ts";

/** What a browser with a live story open asks for now and then. */
export interface LivePostsProps {
  /** Whether there is more to come. */
  readonly live: boolean;
  /** The ids of the newest posts, newest first. */
  readonly posts: readonly string[];
}

export const livePosts: TextLayout<LivePostsProps> = (props) => JSON.stringify(props);
