import type { Bodies, BodyHash } from "../../src/model/newsroom.ts";

/** Rendered Markdown: the one place where markup is inserted as it is. */
export function Prose({ body, bodies }: { body: BodyHash; bodies: Bodies }) {
  const html = bodies.get(body);
  if (html === undefined) throw new Error(`No body with the hash ${body}`);
  // Safe: the body was rendered from checked Markdown, without raw HTML
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
