import type { Token } from "markdown-it";
import type { Image } from "../../model/image.ts";
import { type ImageShelf, whyNoImage } from "../images.ts";
import { decodePath } from "./links.ts";

type Refuse = (length: number, what: string, fix: string) => void;

const SAY_WHAT_IT_SHOWS =
  "Say what it shows between the brackets, for readers who cannot see it: ![A bridge at dawn](bridge.jpg).";

/** The image that a token of `file` names, which must lie beside it. Undefined when it does not; then it is refused. */
export function findImage(token: Token, file: string, images: ImageShelf, refuse: Refuse): Image | undefined {
  const src = decodePath(String(token.attrGet("src")));
  if (plainText(token).trim() === "") refuse(2, `The image ${src} has no alternative text.`, SAY_WHAT_IT_SHOWS);
  if (/^(?:https?:|[/\\]{2})/i.test(src)) {
    refuse(2, `The image ${src} is on another site.`, "Put the file beside this one and name it here.");
    return undefined;
  }
  const image = images.beside(file, src);
  if (!image) {
    const { what, fix } = whyNoImage(file, src, images);
    refuse(2, what, fix);
  }
  return image;
}

/** The words of an inline token, without their marks. */
export function plainText(token: Token): string {
  return (token.children ?? [])
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return " ";
      return child.type === "image" ? plainText(child) : child.content;
    })
    .join("");
}
