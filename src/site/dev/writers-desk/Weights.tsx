import type { Weighed } from "./weights.ts";

/** The stories that a phone loads most for. */
export function Weights({ weights }: { readonly weights: readonly Weighed[] }) {
  return (
    <section aria-labelledby="heaviest">
      <h2 id="heaviest">Heaviest stories</h2>
      <p class="note">
        Of the longest and those with the most pictures. HTML as hosts send it, compressed, with its styles; pictures
        estimated as a phone shows them, from their pixels.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard too */}
      <section class="scrolls" tabIndex={0} aria-label="Heaviest stories, as a table">
        <table>
          <thead>
            <tr>
              <th scope="col">Story</th>
              <th scope="col">HTML</th>
              <th scope="col">Pictures</th>
            </tr>
          </thead>
          <tbody>
            {weights.map(({ title, url, language, html, pictures, picturesEstimate }) => (
              <tr>
                <th scope="row">
                  <a href={url} lang={language} dir="auto">
                    {title}
                  </a>
                </th>
                <td>{kilobytes(html)}</td>
                <td>{picturesIn(pictures, picturesEstimate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function picturesIn(count: number, estimate: number): string {
  if (count === 0) return "none";
  return estimate === 0 ? `${count}, drawn` : `${count}, about ${kilobytes(estimate)}`;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
