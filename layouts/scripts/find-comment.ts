// Leads to the reply that the address names: out of its fold, where a browser does not open that by itself, or to the
// page on which the reply stands by now.

const MARK = "#comment_";

async function find(): Promise<void> {
  const { hash, pathname } = location;
  if (!hash.startsWith(MARK)) return;
  const reply = document.getElementById(hash.slice(1));
  const fold = reply?.closest("details");
  if (fold && !fold.open) {
    fold.open = true;
    reply?.scrollIntoView();
  }
  const { places } = document.querySelector<HTMLElement>("[data-places]")?.dataset ?? {};
  if (reply || !places) return;
  const response = await fetch(places).catch(() => undefined);
  if (!response?.ok) return;
  const page = pageOf(hash.slice(MARK.length), await response.json());
  if (page && page !== pathname) location.replace(page + hash);
}

/** Ids are cut to what tells them apart, so the longest with which this one begins is its own. */
function pageOf(id: string, pages: Readonly<Record<string, string>>): string | undefined {
  const begins = Object.entries(pages).flatMap(([page, ids]) =>
    ids.split(" ").flatMap((short) => (id.startsWith(short) ? { page, length: short.length } : [])),
  );
  return begins.sort((a, b) => b.length - a.length)[0]?.page;
}

addEventListener("hashchange", find);
find();
