import type { Bodies, BodyHash } from "../../src/model/newsroom.ts";
import { languageOfText, Text } from "./forms.tsx";
import type { Spoken } from "./spoken.ts";

interface ProseProps {
  readonly body: BodyHash;
  readonly bodies: Bodies;
  /** Of the page, BCP 47. */
  readonly language: string;
  readonly spoken?: Spoken;
}

/** A rendered text. */
export function Prose({ body, bodies, language, spoken = {} }: ProseProps) {
  const html = bodies.get(body);
  if (html === undefined) throw new Error(`No body with the hash ${body}`);
  return (
    <div class="prose" {...spoken}>
      <Text html={html} text={languageOfText(language, spoken.lang)} />
    </div>
  );
}
