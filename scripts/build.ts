import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { build as viteBuild } from "vite";
import { contentStamp } from "~/platform/processes/content-stamp.server";
import { serverMessages } from "../messages.config";
import { compileMessages } from "./messages";

const STAMP_FILE = "build/stamp";
const MADE_FROM = ["app", "db", "public", "package-lock.json", "vite.config.ts", "remix.config.js", "scripts/build.ts"];
const COMPRESSIBLE = /\.(js|css|svg|json|txt|xml|html|webmanifest)$/;
const SMALLEST_WORTH_IT = 150;

/** Is `build/` what a build of the present sources would give? */
export function isBuildFresh(): boolean {
  return existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, "utf8") === sourceStamp();
}

/** Builds web and worker for production: messages, pages, launcher, worker, and assets packed with brotli beside them. */
export async function buildAll(say: (line: string) => void): Promise<void> {
  const stamp = sourceStamp();
  rmSync(STAMP_FILE, { force: true });
  await compileMessages();
  say("pages");
  await run("node_modules/@remix-run/dev/dist/cli.js", ["vite:build"]);
  writeLauncher();
  say("worker");
  await buildWorker();
  writeLicences();
  say("brotli");
  await precompress("build/client");
  writeFileSync(STAMP_FILE, stamp);
}

function sourceStamp(): string {
  return contentStamp(process.cwd(), MADE_FROM, (path) => path === "app/paraglide");
}

function run(script: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece: Buffer) => (output += piece.toString()));
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${reasonIn(output)}`)),
    );
  });
}

/** Rollup prints its whole error object; the names of all watched files bury the reason. */
function reasonIn(output: string): string {
  const reason = output.slice(Math.max(0, output.lastIndexOf("✗ Build failed")));
  return reason.split(/\n\s+watchFiles: \[/)[0]?.trim() ?? output;
}

/** The web process is the Remix build itself: it brings the server's code, so that both share one copy of every module. */
function writeLauncher(): void {
  mkdirSync("build", { recursive: true });
  writeFileSync(
    "build/web.js",
    'process.env.NODE_ENV ??= "production";\nconst build = await import("./server/index.js");\nawait build.entry.module.startWeb(build);\n',
  );
}

/** Packages that become part of what browsers load. */
const BROWSER_PACKAGES = [
  ...["react", "react-dom", "scheduler", "react-router", "react-router-dom", "@remix-run/router", "@remix-run/react"],
  "turbo-stream",
];

/** Their licences ask for their text to come along; in the scripts themselves it would be loaded with every page. */
function writeLicences(): void {
  const texts = BROWSER_PACKAGES.map((name) => {
    const folder = `node_modules/${name}`;
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (file === undefined) throw new Error(`${name} comes without a licence`);
    return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  writeFileSync("build/client/licences.txt", texts.join("\n\n"));
}

async function buildWorker(): Promise<void> {
  await viteBuild({
    logLevel: "error",
    plugins: [],
    configFile: false,
    resolve: { alias: { ...serverMessages(), "~db/": `${process.cwd()}/db/`, "~/": `${process.cwd()}/app/` } },
    build: {
      ssr: "app/worker.server.ts",
      outDir: "build",
      emptyOutDir: false,
      copyPublicDir: false,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: "worker.js", chunkFileNames: "worker-[name]-[hash].js" } },
    },
  });
}

/** Level 11 takes too long for an answer in flight, and the files never change. */
async function precompress(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    if (content.length < SMALLEST_WORTH_IT) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  }
}

async function main(): Promise<void> {
  const started = performance.now();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    if (!process.argv.includes("--if-stale") || !isBuildFresh()) await buildAll((step) => say(`building ${step}`));
    say(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
