import type { FormSource } from "../../../model/forms.ts";
import { webAddressOf } from "../../web-address.ts";
import type { WrittenForm } from "./written-form.ts";

/** The attributes that say where figures come from. */
export const SOURCE = ["source", "source-url"];

/** Where a form's figures come from. An address that cannot be one, or that nobody is named for, is refused. */
export function sourceOf({
  attributes,
  typographic,
  refuse,
}: Pick<WrittenForm, "attributes" | "typographic" | "refuse">): FormSource | undefined {
  const [name, url] = [attributes.get("source"), attributes.get("source-url")];
  if (url && !webAddressOf(url.value)) {
    const fix = "Write it whole, such as https://example.org/report.";
    refuse("The address of this source cannot be read, or is none of the web.", fix, url);
  }
  if (url && !name) refuse("This source has an address and no name.", 'Write source="…" too.', url);
  return name && { name: typographic(name.value), url: url?.value };
}
