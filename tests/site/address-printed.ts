import type { ChildProcess } from "node:child_process";

/** The address that a server prints when it listens. Throws when it ends before that. */
export async function addressPrintedBy({ stdout }: ChildProcess): Promise<string> {
  let printed = "";
  for await (const text of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += text;
    const address = /http:\S+/.exec(printed)?.[0];
    if (address) {
      stdout?.resume();
      return address;
    }
  }
  throw new Error(`The development server ended: ${printed}`);
}
