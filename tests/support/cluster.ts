import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, existsSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/db/embedded/cluster.server";
import type { Guard } from "~/platform/processes/guard.server";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { fillTemplate, templateStamp, TEMPLATE_DATABASE } from "./template";

const ROOT = process.cwd();
const KEEP_TEMPLATES_MS = 60 * 60 * 1000;

/**
 * The cluster of one test run: a copy of a data folder that already holds the migrated template database, so a single
 * file starts in well under a second. What the template was made from is in its name; a changed migration makes a new one.
 */
export async function startTestCluster(
  guard: Guard,
): Promise<EmbeddedPostgres & { filesFolder: string; remove: () => void }> {
  const template = await findTemplate(guard);
  const folder = join(testsFolder(), `run-${process.pid}-${Date.now()}`);
  guard.removeAtEnd(folder);
  copyFolder(template, folder);
  const cluster = await startCluster(folder, guard);
  return {
    ...cluster,
    filesFolder: join(folder, "files"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function findTemplate(guard: Guard): Promise<string> {
  const folder = join(testsFolder(), `template-${templateStamp(ROOT)}`);
  if (existsSync(folder)) return folder;
  removeOldTemplates();
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  chmodSync(draft, 0o711);
  guard.removeAtEnd(draft);
  const cluster = await startCluster(draft, guard);
  try {
    await fillTemplate(cluster.urlOf("postgres"), cluster.urlOf(TEMPLATE_DATABASE));
  } finally {
    await cluster.stop();
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another run finished the same template first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function startCluster(folder: string, guard: Guard): Promise<EmbeddedPostgres> {
  const settings = { max_connections: "200", jit: "off", autovacuum: "off" };
  return startEmbeddedPostgres({ folder, isDurable: false, logFile: join(folder, "log"), guard, settings });
}

/** `cp -a` keeps the owner, which is not us when the tests run as root. */
function copyFolder(from: string, to: string): void {
  const reflink = process.platform === "linux" ? ["--reflink=auto"] : [];
  execFileSync("cp", ["-a", ...reflink, from, to]);
}

function testsFolder(): string {
  const folder = join(privateTemporaryFolder(ROOT), "tests");
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  return folder;
}

function removeOldTemplates(): void {
  for (const name of readdirSync(testsFolder())) {
    const path = join(testsFolder(), name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name.startsWith("template-") && age > KEEP_TEMPLATES_MS) rmSync(path, { recursive: true, force: true });
  }
}
