import type { Token } from "markdown-it";
import type { Image } from "../../model/newsroom.ts";
import { suggestion } from "../did-you-mean.ts";
import type { ImageShelf } from "../images.ts";
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
  // A file that is there but cannot be read has its own problem already.
  if (!image && !images.isBroken(file, src)) {
    const fix = suggestion(src, images.namesBeside(file), "Put the file beside this one.");
    refuse(2, `There is no image "${src}" beside this file.`, fix);
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
