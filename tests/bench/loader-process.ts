import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { CONNECTIONS } from "./options";
import { timingOf, type Timing } from "./statistics";

/**
 * A process of its own that calls the search page's loader, as it was built for production, with nothing of HTTP around
 * it: takes a list of paths and answers how long the calls took, sixteen under way at a time.
 */
const ROUTE = "routes/public/search";
const ORIGIN = "http://127.0.0.1";

const build = (await import(pathToFileURL("build/server/index.js").href)) as ServerBuild;
const loader = build.routes[ROUTE]?.module.loader;
if (!loader) throw new Error(`the build has no loader of ${ROUTE}`);

async function call(path: string): Promise<number> {
  const request = new Request(`${ORIGIN}${path}`);
  const lang = path.split("/")[1] ?? "";
  const context = { karvan: { requestId: "bench", cspNonce: "", cache: "unset" as const } };
  const started = performance.now();
  await loader?.({ request, params: { lang }, context });
  return performance.now() - started;
}

async function callAll(paths: readonly string[]): Promise<Timing> {
  const waiting = [...paths];
  const latencies: number[] = [];
  const started = performance.now();
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) latencies.push(await call(path));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return timingOf(latencies, performance.now() - started);
}

const server = createServer((request, response) => {
  void (async () => {
    if (request.method === "GET") return response.end("ready");
    try {
      const timing = await callAll(JSON.parse(await text(request)) as string[]);
      response.end(JSON.stringify(timing));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    }
  })();
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
