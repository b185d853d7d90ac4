// Hostile code, as it would be if a step had been taken over: it tries each way out that it knows. Run in the place of a
// step with nothing but Node; says on its output, a line an attempt, which ways were open.
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , step, desk] = process.argv;
const own = join(desk, step);
/** Where the way out would lead: see `Prey` in escapes.test.ts. */
const prey = JSON.parse(fs.readFileSync(join(desk, "order"), "utf8"));
const require = createRequire(import.meta.url);
const url = (path) => new URL(`file://${path}`);
const isSecret = (text) => String(text).includes(prey.words);

/** Resolves with true when the connection stands. */
const connected = (socket, event = "connect") =>
  new Promise((resolve, reject) => {
    socket.on(event, () => {
      socket.destroy?.();
      resolve(true);
    });
    socket.on("error", reject);
  });

const has = (path) => {
  // The test looks, because here it may be forbidden.
  return { look: path };
};

const WAYS = {
  // First, because Node 24 crashes when it takes one with all of what follows behind it.
  "writes a heap snapshot": async () => {
    const { writeHeapSnapshot } = await import("node:v8");
    return has(writeHeapSnapshot(`${prey.outside}/heap`));
  },
  // Reading
  "reads a file with readFileSync": () => isSecret(fs.readFileSync(prey.secret)),
  "reads a file with promises": async () => isSecret(await fs.promises.readFile(prey.secret)),
  "reads a file by its URL": () => isSecret(fs.readFileSync(url(prey.secret))),
  "reads a file by bytes for its name": () => isSecret(fs.readFileSync(Buffer.from(prey.secret))),
  "reads a file with open": () => isSecret(fs.readFileSync(fs.openSync(prey.secret, "r"))),
  "reads a file with a handle": async () => isSecret(await (await fs.promises.open(prey.secret)).readFile()),
  "reads a file with a stream": async () => isSecret(await fs.createReadStream(prey.secret).toArray()),
  "reads a file as a blob": async () => isSecret(await (await fs.openAsBlob(prey.secret)).text()),
  "reads a file up from the content": () => isSecret(fs.readFileSync(`${prey.content}/../${prey.secretFromContent}`)),
  "reads a file up from the content, encoded": () =>
    isSecret(fs.readFileSync(new URL(`file://${prey.content}/%2e%2e/${prey.secretFromContent}`))),
  "reads a file after a change of folder": () => {
    process.chdir(prey.outside);
    return isSecret(fs.readFileSync("secret.txt"));
  },
  "reads the system's users": () => fs.readFileSync("/etc/passwd").length > 0,
  "lists a key folder": () => fs.readdirSync(prey.keys).length > 0,
  "reads a key": () => isSecret(fs.readFileSync(join(prey.keys, "id_ed25519"))),
  "reads the settings of git, which may hold a token": () => fs.readFileSync(prey.gitConfig).length > 0,
  "reads the environment of the build": () => isSecret(fs.readFileSync(`/proc/${prey.parent}/environ`)),
  "reads the memory of the build": () => fs.openSync(`/proc/${prey.parent}/mem`, "r") > 0,
  "follows the working folder of the build": () => fs.readdirSync(`/proc/${prey.parent}/cwd/..`).length > 0,
  "reads its own root": () => isSecret(fs.readFileSync(`/proc/self/root${prey.secret}`)),
  "finds a secret in its environment": () => isSecret(JSON.stringify(process.env)),
  "learns that a file exists": () => fs.statSync(prey.secret).size > 0,
  "loads a file as an environment": () => {
    process.loadEnvFile(prey.secret);
    return true;
  },
  "requires JSON": () => isSecret(JSON.stringify(require(prey.json))),
  "imports JSON": async () => isSecret(JSON.stringify(await import(url(prey.json), { with: { type: "json" } }))),
  "imports code": async () => isSecret((await import(url(prey.module))).words),
  "watches a file": () => {
    fs.watch(prey.secret).close();
    return true;
  },
  "copies a file to its own folder": () => {
    fs.copyFileSync(prey.secret, join(own, "copied"));
    return isSecret(fs.readFileSync(join(own, "copied")));
  },
  "copies a folder to its own folder": () => {
    fs.cpSync(prey.outside, join(own, "copy"), { recursive: true });
    return isSecret(fs.readFileSync(join(own, "copy", "secret.txt")));
  },
  "makes a symbolic link in its own folder": () => {
    fs.symlinkSync(prey.secret, join(own, "symbolic"));
    return isSecret(fs.readFileSync(join(own, "symbolic")));
  },
  "makes a relative link in its own folder": () => {
    fs.symlinkSync(`../${"../".repeat(20)}${prey.secret}`, join(own, "relative"));
    return isSecret(fs.readFileSync(join(own, "relative")));
  },
  "makes a hard link in its own folder": () => {
    fs.linkSync(prey.secret, join(own, "hard"));
    return isSecret(fs.readFileSync(join(own, "hard")));
  },
  "opens a file as a database": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    return new DatabaseSync(prey.database).prepare("SELECT 1 FROM sqlite_master").all().length >= 0;
  },
  "attaches a file to a database": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    new DatabaseSync(":memory:").exec(`ATTACH '${prey.database}' AS other; SELECT * FROM other.sqlite_master`);
    return true;
  },
  // Writing
  "writes a file": () => fs.writeFileSync(`${prey.outside}/written`, "") ?? has(`${prey.outside}/written`),
  "writes a file with promises": async () =>
    (await fs.promises.writeFile(`${prey.outside}/promised`, "")) ?? has(`${prey.outside}/promised`),
  "writes a file with a stream": async () => {
    const stream = fs.createWriteStream(`${prey.outside}/streamed`);
    stream.end("x");
    return connected(stream, "finish");
  },
  "appends to a story": () => fs.appendFileSync(prey.story, "x") ?? true,
  "changes our code": () => fs.writeFileSync(join(prey.code, "planted.ts"), "") ?? true,
  "changes the code that is kept compiled": () => fs.writeFileSync(join(prey.compiled, "planted.js"), "") ?? true,
  "changes what other steps are told": () => fs.appendFileSync(join(desk, "order"), " ") ?? true,
  "writes into the folder of another step": () => fs.writeFileSync(join(prey.otherStep, "planted"), "") ?? true,
  "plants a template for Eleventy": () => fs.writeFileSync(join(prey.work, "planted.11ty.js"), "") ?? true,
  "makes a folder": () => fs.mkdirSync(`${prey.outside}/folder`) ?? true,
  "makes a temporary folder": () => fs.mkdtempSync(`${prey.outside}/temporary-`).length > 0,
  "moves a file out": () => {
    fs.writeFileSync(join(own, "moved"), "x");
    fs.renameSync(join(own, "moved"), `${prey.outside}/moved`);
    return true;
  },
  "removes a file": () => fs.rmSync(`${prey.outside}/victim-1`) ?? true,
  "unlinks a file": () => fs.unlinkSync(`${prey.outside}/victim-2`) ?? true,
  "truncates a file": () => fs.truncateSync(`${prey.outside}/victim-3`) ?? true,
  "changes a file's mode": () => fs.chmodSync(`${prey.outside}/victim-4`, 0o777) ?? true,
  "changes a file's mode by its descriptor": () => {
    fs.fchmodSync(fs.openSync(prey.story, "r"), 0o777);
    return true;
  },
  "changes a file's times by its descriptor": () => {
    fs.futimesSync(fs.openSync(prey.story, "r"), 1, 1);
    return true;
  },
  "writes a report": () => has(process.report.writeReport(`${prey.outside}/report`)),
  "traces events": async () => {
    process.chdir(prey.outside);
    const { createTracing } = await import("node:trace_events");
    const tracing = createTracing({ categories: ["node"] });
    tracing.enable();
    tracing.disable();
    return has(`${prey.outside}/node_trace.1.log`);
  },
  "keeps compiled code elsewhere": async () => {
    const { enableCompileCache } = await import("node:module");
    enableCompileCache(`${prey.outside}/compiled`);
    return has(`${prey.outside}/compiled`);
  },
  "makes a database": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    new DatabaseSync(`${prey.outside}/made`).exec("CREATE TABLE one (two)");
    return has(`${prey.outside}/made`);
  },
  "copies a database out": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    new DatabaseSync(":memory:").exec(`CREATE TABLE one (two); VACUUM INTO '${prey.outside}/vacuumed'`);
    return has(`${prey.outside}/vacuumed`);
  },
  // Processes and threads
  "starts a process": async () => (await import("node:child_process")).spawnSync("true").status === 0,
  "starts a shell": async () => (await import("node:child_process")).execSync("echo x").length > 0,
  "starts a process beside it": async () => connected((await import("node:child_process")).spawn("true"), "exit"),
  forks: async () => {
    const { fork } = await import("node:child_process");
    return connected(fork(prey.module, { execArgv: [] }), "spawn");
  },
  "starts a thread": async () => {
    const { Worker } = await import("node:worker_threads");
    return connected(new Worker("", { eval: true }), "online");
  },
  "starts a thread without bounds": async () => {
    const { Worker } = await import("node:worker_threads");
    return connected(new Worker("", { eval: true, execArgv: [] }), "online");
  },
  "takes the constructor of threads from a channel": async () => {
    const { channel } = await import("node:diagnostics_channel");
    const { register } = await import("node:module");
    const found = new Promise((resolve) => channel("worker_threads").subscribe(({ worker }) => resolve(worker)));
    register("data:text/javascript,");
    return Boolean(await found);
  },
  "sees the process of the build": () => process.kill(prey.parent, 0),
  "wakes the inspector of the build": () => process._debugProcess(prey.bystander) ?? true,
  "has a process read a file": async () => {
    const { spawnSync } = await import("node:child_process");
    return isSecret(spawnSync("/bin/cat", [prey.secret]).stdout);
  },
  "has a process write a file": async () => {
    const { spawnSync } = await import("node:child_process");
    spawnSync("/bin/sh", ["-c", `echo x > ${prey.outside}/by-process`]);
    return has(`${prey.outside}/by-process`);
  },
  "has a process change our code": async () => {
    const { spawnSync } = await import("node:child_process");
    return spawnSync("/bin/sh", ["-c", `echo x > ${prey.code}/by-process.ts`]).status === 0;
  },
  "has a process without bounds connect to a port": async () => {
    const { spawnSync } = await import("node:child_process");
    const code = `require("net").connect(${prey.port}, "127.0.0.1").on("connect", () => process.exit(7)).on("error", () => {})`;
    return spawnSync(process.execPath, ["-e", code], { env: {} }).status === 7;
  },
  "has a process connect to a socket with a path": async () => {
    const { spawnSync } = await import("node:child_process");
    const code = `require("net").connect("${prey.socket}").on("connect", () => process.exit(7)).on("error", () => {})`;
    return spawnSync(process.execPath, ["-e", code], { env: {} }).status === 7;
  },
  // Native code and engines
  "loads an add-on": () => Object.keys(require(prey.addOn)).length > 0,
  "loads an add-on by dlopen": () => {
    const module = { exports: {} };
    process.dlopen(module, prey.addOn);
    return Object.keys(module.exports).length > 0;
  },
  "opens the inspector": async () => {
    const inspector = await import("node:inspector");
    inspector.open(0);
    const open = inspector.url() !== undefined;
    inspector.close();
    return open;
  },
  "inspects itself": async () => {
    const { Session } = await import("node:inspector");
    const session = new Session();
    session.connect();
    session.disconnect();
    return true;
  },
  "starts WASI on the root": async () => {
    const { WASI } = await import("node:wasi");
    return Boolean(new WASI({ version: "preview1", preopens: { "/": "/" } }));
  },
  "binds to Node's own files": () => typeof process.binding("fs").open === "function",
  "binds to Node's own processes": () => typeof process.binding("spawn_sync").spawn === "function",
  "loads an extension of a database": async () => {
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(":memory:", { allowExtension: true });
    database.enableLoadExtension(true);
    return true;
  },
  "writes functions": () => new Function("return true")(),
  // biome-ignore lint/security/noGlobalEval: that it is refused is the question
  evaluates: () => globalThis.eval("true"),
  // Network
  "connects to a port": async () => connected((await import("node:net")).connect(prey.port, "127.0.0.1")),
  "connects to a port by IPv6": async () => connected((await import("node:net")).connect(prey.port6, "::1")),
  "connects to a socket with a path": async () => connected((await import("node:net")).connect(prey.socket)),
  "connects to an abstract socket": async () => connected((await import("node:net")).connect(prey.abstract)),
  "listens on a socket with a path": async () => {
    const server = (await import("node:net")).createServer().listen(`${prey.outside}/listening`).unref();
    await new Promise((resolve, reject) => server.on("listening", resolve).on("error", reject));
    return has(`${prey.outside}/listening`);
  },
  fetches: async () => (await fetch(`http://127.0.0.1:${prey.port}/`)).ok,
  "asks by HTTP": async () => connected((await import("node:http")).get(`http://127.0.0.1:${prey.port}/`), "response"),
  "sends a datagram, and has an answer": async () => {
    const socket = (await import("node:dgram")).createSocket("udp4");
    socket.destroy = socket.close;
    socket.send("x", prey.datagrams, "127.0.0.1");
    return connected(socket, "message");
  },
  "asks a name server": async () => {
    const { Resolver } = await import("node:dns/promises");
    const resolver = new Resolver({ timeout: 300, tries: 1 });
    resolver.setServers([`127.0.0.1:${prey.datagrams}`]);
    // Whatever it says, it was asked.
    return resolver.resolve4("stolen.example").then(
      () => true,
      ({ code }) => code !== "ECONNREFUSED" && code !== "ETIMEOUT" && code !== "ERR_ACCESS_DENIED",
    );
  },
  // Last: it would end all this.
  "becomes another process": () => process.execve(process.execPath, ["node", prey.module, `${prey.outside}/became`]),
};

const late = () => new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), 700));
// What an attempt leaves behind, such as a stream that fails afterwards.
process.on("uncaughtException", () => {});
process.on("unhandledRejection", () => {});

const say = (line) => fs.writeSync(1, `${JSON.stringify(line)}\n`);
for (const [way, attempt] of Object.entries(WAYS)) {
  if (way === "becomes another process") say({ way, look: `${prey.outside}/became` });
  try {
    const open = await Promise.race([attempt(), late()]);
    if (way !== "becomes another process") say(open?.look ? { way, look: open.look } : { way, open: open === true });
  } catch (error) {
    if (way !== "becomes another process") say({ way, open: false, why: error.code ?? error.message });
  }
}
process.exit(0);
