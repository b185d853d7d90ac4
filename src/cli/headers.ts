import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HEADERS, outputFile } from "../model/urls.ts";
import { HOST_FORMATS } from "../site/host-formats.ts";
import { hostRules } from "../site/host-headers.ts";
import { nothingWhenMissing } from "../site/sealed-file.ts";
import { readOptions } from "./options.ts";
import { EXIT, type ExitCode, UsageError, type World } from "./world.ts";

/** `headers`: the headers of the site that was built, as a server's own configuration says them. */
export async function headersCommand(args: string[], world: World): Promise<ExitCode> {
  const { output, format } = readOptions(args, {
    output: { type: "string", default: "_site" },
    format: { type: "string", default: "" },
  });
  const write = Object.entries(HOST_FORMATS).find(([name]) => name === format)?.[1];
  if (!write) throw new UsageError(`--format takes ${Object.keys(HOST_FORMATS).join(", ")}.`);
  const text = await readFile(join(output, outputFile(HEADERS)), "utf8").catch(nothingWhenMissing);
  if (text === undefined) throw new UsageError(`There is no site in ${output} yet; run "npm run build" first.`);
  world.stdout.write(write(hostRules(text)));
  return EXIT.done;
}
