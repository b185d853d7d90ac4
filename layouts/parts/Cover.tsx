import { Img, type ImgProps } from "./Img.tsx";

export interface CoverProps {
  readonly image: ImgProps;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

export function Cover({ image, caption, credit }: CoverProps) {
  return (
    <figure class="cover">
      <Img image={image} first />
      {(caption || credit) && (
        <figcaption>
          {caption && <span>{caption} </span>}
          {credit && <span class="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
