import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createSocket } from "node:dgram";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

/** What hostile code is after: planted where a way out would lead, and removed afterwards. */
export interface Prey {
  readonly folder: string;
  readonly close: () => Promise<void>;
  /** What `escapes.mjs` is told; `real` for our own code and caches in the place of others that may be harmed. */
  readonly told: (desk: string, content: string, real: boolean) => { readonly words: string };
}

const ROOT = resolve(import.meta.dirname, "../..");

/** Plants it all, with servers on this machine's loopback, and a process of somebody else's. */
export async function plantPrey(): Promise<Prey> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dateline-prey-")));
  const words = `secret ${randomUUID()}`;
  const [outside, keys, code] = [join(folder, "outside"), join(folder, ".ssh"), join(folder, "code")];
  for (const made of [outside, keys, code]) mkdirSync(made);
  writeFileSync(join(outside, "secret.txt"), `SECRET="${words}"\n`);
  writeFileSync(join(keys, "id_ed25519"), words);
  writeFileSync(join(outside, "secret.json"), JSON.stringify({ words }));
  const became = 'const [, , path] = process.argv;\nif (path) (await import("node:fs")).writeFileSync(path, "");\n';
  writeFileSync(join(outside, "secret.mjs"), `export const words = ${JSON.stringify(words)};\n${became}`);
  writeFileSync(join(outside, "database"), "");
  for (const number of [1, 2, 3, 4]) writeFileSync(join(outside, `victim-${number}`), words);
  const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
    cwd: outside,
    env: { SECRET: words },
    stdio: "ignore",
  });
  const abstract = `\0${words}`;
  const socket = join(folder, "socket");
  const answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  const clients = new Set<Socket>();
  const servers = await Promise.all(
    [{ host: "127.0.0.1", port: 0 }, { host: "::1", port: 0 }, { path: socket }, { path: abstract }].map((where) => {
      const server = createServer((client) => {
        clients.add(client);
        client.on("error", () => {}).end(answer);
      });
      return new Promise<Server>((done, fail) => server.on("error", fail).listen(where, () => done(server)));
    }),
  );
  const datagrams = createSocket("udp4");
  datagrams.on("message", (_, { port }) => datagrams.send("x", port));
  await new Promise<void>((done) => datagrams.bind(0, "127.0.0.1", done));
  const [port, port6] = servers.map((server) => (server.address() as AddressInfo).port);
  const secret = join(outside, "secret.txt");
  return {
    folder,
    told: (desk, content, real) => ({
      words,
      secret,
      outside,
      keys,
      content,
      secretFromContent: relative(resolve(content, ".."), secret),
      story: join(content, "settings.yaml"),
      gitConfig: git("config"),
      bystander: bystander.pid,
      parent: bystander.pid,
      json: join(outside, "secret.json"),
      module: join(outside, "secret.mjs"),
      database: join(outside, "database"),
      code: real ? join(ROOT, "src") : code,
      compiled: real ? join(ROOT, "node_modules/.cache/dateline") : code,
      work: real ? join(ROOT, "src") : code,
      otherStep: join(desk, "other"),
      addOn: addOn(),
      port,
      port6,
      socket,
      abstract,
      datagrams: datagrams.address().port,
    }),
    close: async () => {
      await ended(bystander);
      datagrams.close();
      for (const client of clients) client.destroy();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const git = (path: string): string =>
  resolve(ROOT, execFileSync("git", ["rev-parse", "--git-path", path], { cwd: ROOT, encoding: "utf8" }).trim());

/** sharp's, in its packages for this system. */
function addOn(): string {
  const found = readdirSync(join(ROOT, "node_modules/@img"), { recursive: true, encoding: "utf8" });
  return join(ROOT, "node_modules/@img", found.find((path) => path.endsWith(".node")) ?? "");
}

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.on("close", () => done());
    if (!child.kill("SIGKILL")) done();
  });
