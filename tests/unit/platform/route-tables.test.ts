import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { describe, expect, it } from "vitest";
import { routeTables } from "~/platform/http/route-tables.server";
import routes from "~/routes";

const table: ServerBuild["routes"] = { root: { id: "root", path: "", module: { default: () => null } } };
for (const { id, file, path, index } of routes) {
  const route = { id: id ?? file, parentId: "root", module: { default: () => null } };
  table[route.id] = { ...route, ...(path === undefined ? {} : { path }), ...(index ? { index } : {}) };
}
const build = { routes: table, assets: { routes: table } } as unknown as ServerBuild;
const partFor = routeTables(build, (part) => part);

function matchedBy({ routes: own }: ServerBuild, address: string) {
  const children = Object.values(own)
    .filter(({ parentId }) => parentId === "root")
    .map(({ id, path, index }) => ({ id, path, index: index ?? false }));
  return matchRoutes([{ id: "root", path: "", children }], address)?.map(({ route, params }) => [route.id, params]);
}

const addresses = routes
  .map(({ path = "" }) => `/${path}`.replace("/:lang", "/az").replaceAll(/:\w+/g, "8f14e45f").replace("*", "x/y"))
  .map((address) => (address === "/" ? address : address.replace(/\/$/, "")));

describe("the part of the route table for an address", () => {
  it.each(addresses)("leads %s where the whole table does", (address) => {
    const expected = matchedBy(build, address);
    expect(expected).toHaveLength(2);
    expect(matchedBy(partFor(address), address)).toEqual(expected);
    expect(Object.keys(partFor(`${address}.data`).routes), "its data").toEqual(Object.keys(partFor(address).routes));
  });

  it.each([
    "/az/SELLER/Listings",
    "/az/%73eller/listings/8f14e45f/price",
    "/az/seller/listings/",
    "/az/seller/listings//",
    "//az/seller",
    "/az//seller",
    "/az/%E0%A4%A/x",
    "/az/sel%2Fler",
    "/az/no-such/page/at/all",
    "/az/:page",
    "/seller/listings",
    "/az/*",
    "/%61z/about",
  ])("reads %s as the router does", (address) => {
    expect(matchedBy(partFor(address), address)).toEqual(matchedBy(build, address));
  });

  it("holds the routes above a page, and a fraction of all", () => {
    const { routes: own, assets } = partFor("/az/seller/listings");
    expect(Object.keys(own)).toEqual(expect.arrayContaining(["routes/public/home.tsx", "routes/seller/overview.tsx"]));
    expect(Object.keys(own).length).toBeLessThan(Object.keys(table).length / 4);
    expect(Object.keys(assets.routes)).toEqual(Object.keys(own));
  });

  it("is the whole table for a browser that asks for other routes", () => {
    expect(partFor("/__manifest").routes).toBe(table);
  });

  it("is made once, also for words of no route", () => {
    expect(partFor("/az/anything-1/x")).toBe(partFor("/en/anything-2/y"));
    expect(partFor("/az/seller/team")).toBe(partFor("/ru/seller/team/leave"));
  });
});
