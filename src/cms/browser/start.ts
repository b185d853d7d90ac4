import { ADMIN_CONFIG } from "../../model/urls.ts";
import { type FileFormat, FORMATS } from "./file-formats.ts";

/** As much of Sveltia CMS as is called here; its own types cannot be resolved in a package of ES modules. */
interface Sveltia {
  registerCustomFormat(name: string, extension: string, format: FileFormat): void;
  init(options: { config: unknown }): Promise<void>;
}

// It starts by itself otherwise, and without our formats.
Object.assign(window, { CMS_MANUAL_INIT: true });
const [sveltia, config] = await Promise.all([
  import("@sveltia/cms") as unknown as Promise<Sveltia>,
  fetch(ADMIN_CONFIG).then((response) => response.json()),
]);
for (const [name, extension, format] of FORMATS) sveltia.registerCustomFormat(name, extension, format);
await sveltia.init({ config });
