import type { FormOnPage } from "../forms/forms.tsx";
import { Img } from "./Img.tsx";

/** Pictures side by side, each with its caption and whose it is. */
export function Gallery({ pictures }: FormOnPage<"gallery">) {
  return (
    <div class="gallery">
      {pictures.map(({ image, caption, credit }) => (
        <figure>
          <Img image={image} />
          {(caption || credit) && (
            <figcaption>
              {caption && <span>{caption} </span>}
              {credit && <span class="credit">{credit}</span>}
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  );
}
