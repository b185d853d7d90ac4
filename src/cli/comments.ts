import { pullCommand } from "./comments-pull.ts";
import { reviewCommand } from "./comments-review.ts";
import { formsHost } from "./forms-host.ts";
import { type ExitCode, UsageError, type World } from "./world.ts";

/** `comments pull` and `comments review`: readers' replies, from where they are sent to to their files. */
export async function commentsCommand([what, ...args]: string[], world: World): Promise<ExitCode> {
  if (what === "pull") return pullCommand(args, world);
  if (what === "review") return reviewCommand(args, world, isHostNamed(world) ? await formsHost(world) : undefined);
  throw new UsageError('Say what is to be done with comments: "comments pull" or "comments review".');
}

/** Decisions can be made without the host; it is told of them when it is named again. */
const isHostNamed = ({ environment: { NETLIFY_AUTH_TOKEN, NETLIFY_SITE_ID } }: World): boolean =>
  Boolean(NETLIFY_AUTH_TOKEN && NETLIFY_SITE_ID);

/** Where replies wait, below the folder of the site. */
export const INBOX = ".dateline/inbox";
