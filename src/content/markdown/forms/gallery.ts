import type { GalleryPicture } from "../../../model/forms.ts";
import { shownIn } from "../../../model/image-variants.ts";
import { plainText } from "../image.ts";
import type { ImageMeta } from "../render-rules.ts";
import type { FormReader, PlacedToken, WrittenForm } from "./written-form.ts";

const MOST_PICTURES = 60;

/** Pictures side by side: a list with one in each item, its caption as its title, and behind it whose it is. */
export const gallery: FormReader<"gallery"> = {
  needs: [],
  mayHave: [],
  example: "::: gallery",
  isAllInProps: true,
  read(form) {
    const { inside, refuse, refuseAt } = form;
    const [first, ...others] = inside.filter(([{ level, nesting }]) => level === 1 && nesting >= 0);
    if (!first) refuse("There are no pictures here.", LIST);
    else if (first[0].type !== "bullet_list_open") refuseAt(first[1], 0, 1, "A gallery is a list of pictures.", LIST);
    const [other] = others;
    if (other) refuseAt(other[1], 0, 1, "A gallery is one list of pictures, and nothing beside it.", LIST);
    const words = inside.filter(([{ type }]) => type === "inline");
    if (first && !other && words.length === 1) refuse("A gallery has two pictures or more.", "Show one by itself.");
    if (words.length > MOST_PICTURES)
      refuse(`This gallery has more than ${MOST_PICTURES} pictures.`, "Divide it into several.");
    return { pictures: words.flatMap((item) => pictureOf(item, form) ?? []) };
  },
};

const LIST =
  'Write each on a line of its own: - ![A bridge at dawn](bridge.jpg "The bridge, at dawn") Photograph: Ann Example.';

/** Undefined for an item that is none, or whose image is not there, which has been said. */
function pictureOf([token, block]: PlacedToken, { refuseAt, typographic }: WrittenForm): GalleryPicture | undefined {
  const [picture, ...others] = token.children ?? [];
  // In a list with empty lines between its items, a picture alone is a figure.
  const captionAt = others.findIndex(({ type }) => type === "figcaption_open");
  const behind = captionAt === -1 ? others : others.slice(0, captionAt);
  const image = picture?.type === "image" ? (picture.meta as ImageMeta | null)?.image : undefined;
  if (picture?.type !== "image" || behind.some(({ type }) => type !== "text" && type !== "softbreak")) {
    refuseAt(block, 0, token.content.length, "An item of a gallery is a picture, and words behind it.", LIST);
    return undefined;
  }
  if (!image) return undefined;
  const caption = (
    captionAt === -1 ? String(picture.attrGet("title") ?? "") : (others[captionAt + 1]?.content ?? "")
  ).trim();
  const credit = behind
    .map(({ content }) => content || " ")
    .join("")
    .trim();
  return {
    image: { ...shownIn("gallery", image), alt: plainText(picture) },
    caption: caption === "" ? undefined : typographic(caption),
    credit: credit === "" ? undefined : credit,
  };
}
