import { keyPointsApart } from "../../src/model/forms.ts";
import type { Bodies, BodyHash } from "../../src/model/newsroom.ts";
import { languageOfText, Text } from "../forms/forms.tsx";
import type { Spoken } from "./spoken.ts";

interface ProseProps {
  readonly body: BodyHash;
  readonly bodies: Bodies;
  /** Of the page, BCP 47. */
  readonly language: string;
  readonly spoken?: Spoken;
  /** Whether the key points at its top stand elsewhere on the page. */
  readonly keyPointsApart?: boolean;
}

/** A rendered text. */
export function Prose({ body, bodies, language, spoken = {}, keyPointsApart: isApart = false }: ProseProps) {
  const html = bodies.get(body);
  if (html === undefined) throw new Error(`No body with the hash ${body}`);
  return (
    <div class="prose" {...spoken}>
      <Text html={isApart ? keyPointsApart(html).rest : html} text={languageOfText(language, spoken.lang)} />
    </div>
  );
}
