import { type Colours, rememberColours, rememberedColours, wear } from "./colours.ts";

/** Lets the reader choose between light and dark. Without this script the colours are the device's, and no choice shows. */
export function startColourSwitch(): void {
  const select = document.querySelector<HTMLSelectElement>("select[data-colours]");
  if (!select) return;
  select.value = rememberedColours() ?? "";
  select.addEventListener("change", () => {
    // The options are the layout's.
    const chosen = (select.value || undefined) as Colours | undefined;
    rememberColours(chosen);
    wear(chosen);
  });
  const label = select.closest("label");
  if (label) label.hidden = false;
}
