import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { accentOf } from "../../model/theme.ts";
import { themeCss } from "../../pages/theme-css.ts";
import type { Copy } from "./orders.ts";
import { DESK_STYLES, OVERLAY } from "./paths.ts";

const OVERLAY_SOURCE = new URL("./overlay/overlay.ts", import.meta.url);
const DESK_SHEETS = [
  new URL("../../../layouts/styles/tokens.css", import.meta.url),
  new URL("./writers-desk/desk.css", import.meta.url),
];

const MAKERS: Readonly<Record<string, () => Promise<Copy>>> = {
  [OVERLAY]: async () => ({ type: "text/javascript; charset=utf-8", text: await bundle(OVERLAY_SOURCE) }),
  [DESK_STYLES]: async () => ({ type: "text/css; charset=utf-8", text: await deskStyles() }),
};

const made = new Map<string, Promise<Copy>>();

/** The dev server's own scripts and styles, made when they are first asked for; undefined at any other path. */
export function ownFileAt(path: string): Promise<Copy> | undefined {
  const file = made.get(path) ?? (Object.hasOwn(MAKERS, path) ? MAKERS[path]?.() : undefined);
  if (file) made.set(path, file);
  return file;
}

async function bundle(entry: URL): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome111", "firefox114", "safari16.4"],
    loader: { ".css": "text" },
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

async function deskStyles(): Promise<string> {
  const sheets = await Promise.all(DESK_SHEETS.map((sheet) => readFile(sheet, "utf8")));
  const look = themeCss({ accent: accentOf(undefined, undefined), headlines: "sans" });
  return [look, ...sheets].join("\n");
}
