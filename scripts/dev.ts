import { createServer as createHttpServer } from "node:http";
import { resolve } from "node:path";
import { createServer as createViteServer } from "vite";
import { demoSettings } from "~/platform/processes/demo-settings.server";
import { isPortFree } from "~/platform/processes/free-port.server";
import { startGuard } from "~/platform/processes/guard.server";
import { startParts } from "~/platform/processes/parts.server";
import { makeReport } from "~/platform/processes/report.server";
import { openRunFolder } from "~/platform/processes/run-folder.server";
import { startProblem, tellProblem } from "~/platform/processes/start-problem";
import { compileMessages } from "./messages";

const path = resolve(process.env.KARVAN_FOLDER ?? ".karvan/dev");
const port = Number(process.env.PORT ?? 3000);
const origin = `http://127.0.0.1:${port}`;
const report = makeReport();
const guard = startGuard();

try {
  await start();
} catch (error) {
  for (const line of tellProblem(error, "npm run dev")) report.line(line);
  await guard.stopAll();
  process.exit(1);
}

async function start(): Promise<void> {
  const folder = await openRunFolder(path, `${origin}/`);
  process.on("exit", folder.release);
  if (!(await isPortFree(port))) {
    throw startProblem(`Port ${port} is taken by another program.`, `Take another: PORT=${port + 1} npm run dev`);
  }
  await compileMessages();
  const {
    DATABASE_URL: databaseUrl,
    MEILI_URL: meiliUrl,
    MEILI_MASTER_KEY: meiliKey,
    STRIPE_SECRET_KEY: stripeKey,
  } = process.env;
  const parts = await report.step("PostgreSQL, search engine and payments", () =>
    startParts({
      folder,
      guard,
      given: { databaseUrl, meiliUrl, meiliKey, stripeKey },
      site: { url: origin, aheadMs: 0 },
    }),
  );
  const mode = { APP_MODE: "development", NODE_ENV: "development", LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" };
  Object.assign(process.env, demoSettings(folder, port, parts), mode);
  const { prepareDemoData } = await import("./demo-data");
  await prepareDemoData(report);
  await report.step("Web and worker", serve);
  report.line(`\n  ${origin}/ — pages reload by themselves; a change of the server or worker needs a new start\n`);
}

/** Pages, server and worker come from one loader, so that they share one copy of every module that holds state. */
async function serve(): Promise<void> {
  const http = createHttpServer();
  const vite = await createViteServer({ appType: "custom", server: { middlewareMode: true, hmr: { server: http } } });
  const { makeApp } = (await vite.ssrLoadModule("/app/web.server.ts")) as typeof import("~/web.server");
  const build = async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as never;
  http.on("request", makeApp(build, [vite.middlewares]));
  await new Promise<void>((done) => http.listen(port, "127.0.0.1", done));
  await vite.ssrLoadModule("/app/worker.server.ts");
}
