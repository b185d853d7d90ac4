import type { FormOnPage } from "../forms/forms.tsx";

/**
 * Something of another site's, which `scripts/embeds.ts` loads into the card's paragraph when a reader presses the
 * button: the script finds it by `.embed > p`, and what it loads by the attributes.
 */
export function Embed({ kind, provider, title, url, frame, shape, needsReferrer, isPaid, words }: FormOnPage<"embed">) {
  const { title: titleOf, load, sends } = words.embeds[kind];
  const name = title ?? titleOf(provider);
  return (
    <figure
      class={`embed embed-${shape}`}
      data-frame={frame}
      data-title={name}
      data-referrer={needsReferrer ? "strict-origin-when-cross-origin" : "no-referrer"}
    >
      <figcaption>
        <a href={url} rel={isPaid ? "sponsored" : undefined}>
          {name}
        </a>
        {title && ` ${provider}`}
      </figcaption>
      <p class="awaits-script" hidden>
        <button type="button" aria-label={`${load}: ${name}`}>
          {load}
        </button>
        {sends(provider)}
      </p>
    </figure>
  );
}
