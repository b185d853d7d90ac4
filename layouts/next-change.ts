import type { TextLayout } from "./layout.ts";

/** When a site that is built again will show something else; null when it never will by itself. */
export interface NextChangeProps {
  /** RFC 3339, in UTC. */
  readonly next: string | null;
}

/** For what has the site built when it is due. It says when, and not what: a story under embargo is nobody's yet. */
export const nextChange: TextLayout<NextChangeProps> = (props) => `${JSON.stringify(props)}\n`;
