import type { ShownImage } from "../../src/model/image-variants.ts";

export interface ImgProps extends ShownImage {
  readonly alt: string;
}

/** An image. `first` is for the one that a reader sees at once; the others wait until they are near. */
export function Img({ image, first = false }: { image: ImgProps; first?: boolean }) {
  const { src, alt, width, height, sources, sizes, tint } = image;
  const when = first ? { fetchpriority: "high" as const } : { loading: "lazy" as const, decoding: "async" as const };
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source type={type} srcset={srcset} sizes={sizes} />
      ))}
      <img
        class={tint === undefined ? undefined : `tint-${tint}`}
        src={src}
        alt={alt}
        width={width}
        height={height}
        {...when}
      />
    </picture>
  );
}
