import type { ServerBuild } from "@remix-run/node";

/** By so many segments addresses are told apart: `/az/seller/listings`. */
const DEPTH = 3;

/** Where a browser asks for routes that it has not met; any of them. */
const MANIFEST = "/__manifest";

const isFree = (segment: string) => segment.startsWith(":") || segment === "*";

/**
 * The part of the route table that an address can lead to. The router tries every route of its table in turn, several
 * times for a page, and three quarters of ours begin with another word (docs/decisions/route-tables.md).
 *
 * @param answererOf makes what answers with a part; asked once for each
 */
export function routeTables<Answerer>(build: ServerBuild, answererOf: (part: ServerBuild) => Answerer) {
  const routes = Object.keys(build.routes).map((id) => ({ id, segments: segmentsOf(fullPath(build, id)) }));
  const words = new Set(routes.flatMap(({ segments }) => segments.slice(0, DEPTH).filter((one) => !isFree(one))));
  const whole = answererOf(build);
  const parts = new Map<string, Answerer>();

  return (pathname: string): Answerer => {
    if (pathname === MANIFEST) return whole;
    // A word of no route stands for all such words, so that there are no more parts than the routes make.
    const asked = askedSegments(pathname).map((segment) => (words.has(segment) ? segment : "?"));
    const key = asked.join("/");
    const known = parts.get(key);
    if (known) return known;
    const ids = routes.filter(({ segments }) => canLead(segments, asked)).map(({ id }) => id);
    const part = answererOf(withRoutes(build, new Set(ids)));
    parts.set(key, part);
    return part;
  };
}

/** Shorter routes stay: the browser is told of those above a page, too. */
function canLead(segments: readonly string[], asked: readonly string[]): boolean {
  return asked.every((segment, index) => {
    const own = segments[index];
    return own === undefined || isFree(own) || own === segment;
  });
}

function withRoutes(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  return {
    ...build,
    routes: only(build.routes, ids),
    assets: { ...build.assets, routes: only(build.assets.routes, ids) },
  };
}

function only<Value>(byId: Readonly<Record<string, Value>>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(byId).filter(([id]) => ids.has(id)));
}

function fullPath(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  if (!route) throw new Error(`no route ${id}`);
  return `${route.parentId === undefined ? "" : fullPath(build, route.parentId)}/${route.path ?? ""}`;
}

/** As the router reads an address: letters large or small, escaped or not, and a page's data at the page's address. */
function askedSegments(pathname: string): string[] {
  return segmentsOf(pathname.replace(/\.data$/, ""))
    .slice(0, DEPTH)
    .map(decoded);
}

function segmentsOf(path: string): string[] {
  return path
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment;
  }
}
