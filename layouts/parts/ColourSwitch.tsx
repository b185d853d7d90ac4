import type { Words } from "../words/words.ts";

/** Light, dark or as the device. The script that makes it work shows it. */
export function ColourSwitch({ words }: { words: Words }) {
  return (
    <label class="colour-switch awaits-script" hidden>
      {words.colours}{" "}
      <select data-colours>
        <option value="">{words.asTheDevice}</option>
        <option value="light">{words.light}</option>
        <option value="dark">{words.dark}</option>
      </select>
    </label>
  );
}
