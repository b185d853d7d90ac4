import { parentPort } from "node:worker_threads";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { DESK_STYLES } from "../paths.ts";
import { DeskPage } from "./DeskPage.tsx";
import type { DeskFigures } from "./figures.ts";
import { type DrawnPlot, drawPlots } from "./plots.ts";

const port = parentPort;
if (!port) throw new Error("This file is for a thread");

/** Most edits change no count: then the plots of the last time are good. */
let last: { readonly archive: string; readonly plots: readonly DrawnPlot[] } | undefined;

port.on("message", (figures: DeskFigures) => {
  const archive = JSON.stringify(figures.archive);
  if (last?.archive !== archive) last = { archive, plots: drawPlots(figures.archive) };
  port.postMessage(
    `<!doctype html>${renderToString(h(DeskPage, { ...figures, styles: DESK_STYLES, plots: last.plots }))}`,
  );
});
