import { expect, test } from "vitest";
import { LAYOUT_FILES } from "../../src/pages/layout-files.ts";
import { HTML_LAYOUTS, TEXT_LAYOUTS } from "../../src/pages/layouts.ts";

test.each(Object.entries({ ...HTML_LAYOUTS, ...TEXT_LAYOUTS }))(
  "the layout %s stands in the file that its pages' keys are made from",
  async (name, layout) => {
    const file = LAYOUT_FILES[name as keyof typeof LAYOUT_FILES];
    const exported: unknown[] = Object.values(await import(file.pathname));
    expect(exported).toContain(layout);
  },
);
