import { rememberColours, rememberedColours, wear } from "./colours.ts";

/** Lets the reader choose between light and dark. Without this script the colours are the device's, and no choice shows. */
export function startColourSwitch(): void {
  const select = document.querySelector<HTMLSelectElement>("select[data-colours]");
  if (!select) return;
  select.value = rememberedColours();
  select.addEventListener("change", () => {
    rememberColours(select.value);
    wear(select.value);
  });
  const label = select.closest("label");
  if (label) label.hidden = false;
}
