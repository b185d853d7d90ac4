/** In milliseconds: who has waited longer than this may try once more. */
const PATIENCE = 15_000;

/**
 * Tells a second sending, while the first is under way, from the first: a slow line makes people press twice. Returns what
 * says so of a sending at a time, in milliseconds since the page was opened.
 */
export function holdBackSecond(form: HTMLFormElement): (now: number) => boolean {
  let earliest = 0;
  const forget = () => {
    earliest = 0;
  };
  // What is changed is meant to be sent.
  form.addEventListener("input", forget);
  // Going back, a browser may show the page as it was left.
  addEventListener("pageshow", forget);
  return (now) => {
    const isFirst = now >= earliest;
    if (isFirst) earliest = now + PATIENCE;
    return isFirst;
  };
}
