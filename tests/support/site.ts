import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll } from "vitest";
import * as entry from "~/entry.server";
import { env } from "~/platform/env.server";
import * as root from "~/root";
import routeConfig from "~/routes";
import { makeApp } from "~/web.server";
import remixConfig from "../../remix.config.js";

type RouteModule = ServerBuild["routes"][string]["module"];

const files = import.meta.glob<RouteModule>("../../app/routes/**/*.{ts,tsx}");

/** Pages by their paths that only a test has, to show what no page of the site shows by itself. */
type TestPages = Readonly<Record<string, RouteModule>>;

/** What the bundler would make of `app/routes.ts`, without its files for the browser. */
async function buildFromSource(pages: TestPages): Promise<ServerBuild> {
  const routes: ServerBuild["routes"] = { root: { id: "root", path: "", module: root } };
  for (const given of routeConfig) {
    const { file, path, index, id = file.replace(/\.tsx?$/, "") }: RouteConfigEntry = given;
    const load = files[`../../app/${file}`];
    if (!load) throw new Error(`app/routes.ts names ${file}, which is missing`);
    const module = await load();
    routes[id] = { id, parentId: "root", module, ...(path === undefined ? {} : { path }), ...(index ? { index } : {}) };
  }
  for (const [path, module] of Object.entries(pages)) routes[path] = { id: path, parentId: "root", path, module };
  const manifest = Object.values(routes).map(({ module, ...route }) => [
    route.id,
    {
      ...route,
      module: `/assets/${route.id}.js`,
      hasAction: "action" in module,
      hasLoader: "loader" in module,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: "ErrorBoundary" in module,
    },
  ]);
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: {
      version: "test",
      url: "/assets/manifest.js",
      entry: { module: "/assets/entry.client.js", imports: [] },
      routes: Object.fromEntries(manifest),
    },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    future: { ...remixConfig.future, v3_relativeSplatPath: true },
    isSpaMode: false,
  } as ServerBuild;
}

export type TestSite = {
  /** Asks the running site and follows no redirect. */
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  ask: (path: string, init: RequestInit) => Promise<Response>;
  origin: string;
};

/**
 * The whole web process on this file's own database: everything in front of the pages, the pages, rendering. Finished
 * pages are not kept unless the test is about that, so that it sees what it has just changed.
 */
export function siteForTests(pages: TestPages = {}, { keepsPages = false } = {}): TestSite {
  const site = { origin: "" };
  let stop = async () => {};
  beforeAll(async () => {
    env.PAGE_CACHE = keepsPages ? "on" : "off";
    const server = createServer(makeApp(await buildFromSource(pages), [(_request, _response, next) => next()]));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stop = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
  });
  afterAll(() => stop());
  const ask = (path: string, init: RequestInit) => fetch(`${site.origin}${path}`, { redirect: "manual", ...init });
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    ask,
    get origin() {
      return site.origin;
    },
  };
}
