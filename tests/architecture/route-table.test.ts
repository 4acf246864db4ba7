import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "~/routes";

function filesOf(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children = [] }) => [file, ...filesOf(children)]);
}

it("names every file of app/routes, and none that is not there", () => {
  // A file may answer several addresses.
  const named = [...new Set(filesOf(routes))];
  const there = readdirSync("app/routes", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `routes/${name}`);

  expect(named.toSorted()).toEqual(there.toSorted());
});

it("has no two routes at one address", () => {
  const addresses = routes.map(({ path, index }) => `${path ?? ""}${index ? " (index)" : ""}`);

  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
});
