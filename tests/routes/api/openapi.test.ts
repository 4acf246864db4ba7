import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { parseListingSearch, parseSellerSearch } from "~/modules/search";
import { listingQuery, oneListingQuery, sellerQuery, suggestionQuery } from "~/modules/search/api/query.server";
import { readerOf } from "~/platform/i18n/reader";
import { makeApprovedSeller, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import "~tests/support/meilisearch";

const site = siteForTests();

let sellerId = "";

beforeAll(async () => {
  await makeRates(testDb, { EUR: 2 });
  sellerId = (await makeApprovedSeller(testDb, {})).sellerId;
});

const json = async (path: string) => {
  const answer = await site.get(path);
  expect(answer.status).toBe(200);
  return answer.json() as Promise<unknown>;
};

type Document = {
  openapi: string;
  paths: Record<string, { get: { parameters: { name: string; description?: string; schema: object }[] } }>;
  components: { schemas: Record<string, object> };
};

describe("GET /api/v1/openapi.json", () => {
  const described = async (path: string) => {
    const document = (await json("/api/v1/openapi.json")) as Document;
    return document.paths[path]?.get.parameters ?? [];
  };

  it("describes exactly the parameters that are read, each with a word on it", async () => {
    const queries: Record<string, z.ZodObject> = {
      "/api/v1/listings": listingQuery,
      "/api/v1/listings/{slug}": oneListingQuery,
      "/api/v1/sellers": sellerQuery,
      "/api/v1/suggestions": suggestionQuery,
    };
    const { paths, openapi } = (await json("/api/v1/openapi.json")) as Document;
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths)).toEqual(Object.keys(queries));
    for (const [path, query] of Object.entries(queries)) {
      const parameters = await described(path);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.map(({ name }) => name)).toEqual([...inPath, ...Object.keys(query.shape)]);
      for (const { description, schema } of parameters) {
        expect(description).toMatch(/\w{2}/);
        expect(schema).toHaveProperty("type");
      }
    }
  });

  it("describes every parameter that the pages' searches read, and none that they do not", async () => {
    const readBy = (work: (params: URLSearchParams) => void) => {
      const names = new Set<string>();
      const params = new URLSearchParams();
      params.get = (name) => (names.add(name), null);
      params.getAll = (name) => (names.add(name), []);
      work(params);
      return names;
    };
    const reader = { lang: "en", destination: "DE", currency: "EUR" } as const;
    const places = readBy((searchParams) => {
      readerOf({ pathname: "/api", searchParams } as URL, () => true);
    });
    const listingNames = readBy((params) => parseListingSearch(params, reader));
    const sellerNames = readBy((params) => parseSellerSearch(params, "en"));
    const names = async (path: string) => (await described(path)).map(({ name }) => name).toSorted();

    expect([...places].toSorted()).toEqual(["cur", "lang", "to"]);
    expect(await names("/api/v1/listings")).toEqual([...listingNames, ...places].toSorted());
    expect(await names("/api/v1/sellers")).toEqual([...sellerNames, ...places, "ready"].toSorted());
  });

  it("understands every parameter that it describes", async () => {
    const examples: Record<string, string> = {
      ...{ q: "fincan", lang: "en", to: "DE", cur: "EUR", category: "copperware", kind: "good", ships: "DE" },
      ...{ technique: "hammering", material: "copper", region: "baki", level: "ready", canexport: "DE", min: "1.5" },
      ...{ seller: sellerId, max: "1000", qty: "2", by: "2027-12-31", moq: "5", lead: "60", made: "1", here: "1" },
      ...{ sort: "newest", page: "1", language: "de", market: "EU", ready: "1" },
    };
    for (const path of ["/api/v1/listings", "/api/v1/sellers", "/api/v1/suggestions"]) {
      const query = new URLSearchParams();
      for (const { name } of await described(path)) {
        const example = examples[name];
        if (example === undefined) throw new Error(`${name} has no example`);
        query.set(name, example);
      }
      expect(await json(`${path}?${query.toString()}`)).toBeTruthy();
    }
  });
});
