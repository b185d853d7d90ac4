// Makes TypeScript and TSX loadable, for `node --import` and for threads: docs/decisions/0014 says why it is our own.
import { hash } from "node:crypto";
import { accessSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { hasOwnLayouts, isOwnLayout, resolveLayout } from "./own-layouts.js";

const ROOT = new URL("../", import.meta.url);
const CACHE = fileURLToPath(new URL("node_modules/.cache/dateline/", ROOT));
const manifest = readFileSync(new URL("package.json", ROOT), "utf8");

/** esbuild's options; what is kept was made with these, by the esbuild that the manifest names. */
const OPTIONS = { format: "esm", target: "es2024", jsx: "automatic", jsxImportSource: "preact", sourcemap: "inline" };

// Stack traces name the lines of the TypeScript.
process.setSourceMapsEnabled(true);
enableCompileCache(`${CACHE}compiled`);

registerHooks({
  ...(hasOwnLayouts ? { resolve } : {}),
  load(url, context, next) {
    const [, loader] = /\.(tsx?)(?:\?.*)?$/.exec(url) ?? [];
    if (!loader || !isOurs(url)) return next(url, context);
    return { format: "module", source: transformed(fileURLToPath(url), loader), shortCircuit: true };
  },
});

/** Typed sources of other packages are theirs to load. */
const isOurs = (url) =>
  isOwnLayout(url) || (url.startsWith(ROOT.href) && !url.slice(ROOT.href.length).includes("node_modules/"));

/** Puts a site's own parts in the place of ours. */
function resolve(specifier, context, next) {
  const importer = context.parentURL ?? "";
  if (!isOurs(importer)) return next(specifier, context);
  const url = resolveLayout(specifier, importer);
  // Node says what is wrong with an import that leads nowhere.
  if (url !== undefined) return next(url, context);
  // One Preact makes a page, and it is ours.
  if (/^preact(?:\/|$)/.test(specifier) && isOwnLayout(importer)) {
    return next(specifier, { ...context, parentURL: import.meta.url });
  }
  return next(specifier, context);
}

/** Compiles a file of ours (a URL), for processes that cannot. Throws where what is compiled cannot be kept. */
export function compile(href) {
  const file = fileURLToPath(href);
  transformed(file, /\.(tsx?)$/.exec(href)[1]);
  accessSync(keptAs(file, readFileSync(file, "utf8")));
}

const keptAs = (file, text) =>
  `${CACHE}${hash("sha256", JSON.stringify([OPTIONS, manifest, file, text]), "base64url")}.js`;

/** The JavaScript of a file, kept under a hash of all that it depends on. */
function transformed(file, loader) {
  const text = readFileSync(file, "utf8");
  const kept = keptAs(file, text);
  try {
    return readFileSync(kept, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
  }
  const esbuild = createRequire(import.meta.url)("esbuild");
  const { code } = esbuild.transformSync(text, {
    ...OPTIONS,
    loader,
    sourcefile: file,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  keep(kept, code);
  return code;
}

/** Whole or not at all, as others may read it at the same time. Where nothing can be written, nothing is kept. */
function keep(path, code) {
  const draft = `${path}.${process.pid}.${Math.random()}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, path);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(error.code)) throw error;
  }
}
