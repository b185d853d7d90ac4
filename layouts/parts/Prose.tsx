import type { Bodies, BodyHash } from "../../src/model/newsroom.ts";
import type { Spoken } from "./spoken.ts";

interface ProseProps {
  readonly body: BodyHash;
  readonly bodies: Bodies;
  readonly spoken?: Spoken;
}

/** Rendered Markdown. Here and in `LivePosts`, markup of a writer's making is inserted as it is, and nowhere else. */
export function Prose({ body, bodies, spoken = {} }: ProseProps) {
  const html = bodies.get(body);
  if (html === undefined) throw new Error(`No body with the hash ${body}`);
  // Safe: the body was rendered from checked Markdown, without raw HTML
  return <div class="prose" {...spoken} dangerouslySetInnerHTML={{ __html: html }} />;
}
