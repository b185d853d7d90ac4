import type { SitePath } from "../../src/model/urls.ts";

export interface ImgProps {
  readonly url: SitePath;
  /** Pixels; with them the page does not shift when the image arrives. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** An image. `first` is for the one that a reader sees at once; the others wait until they are near. */
export function Img({ image, first = false }: { image: ImgProps; first?: boolean }) {
  const when = first ? { fetchpriority: "high" as const } : { loading: "lazy" as const };
  return <img src={image.url} alt={image.alt} width={image.width} height={image.height} decoding="async" {...when} />;
}
