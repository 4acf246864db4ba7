import { beforeAll, describe, expect, it } from "vitest";
import { judge, type KnownFacts } from "~/modules/export-readiness/judge";
import { readinessReference, type ReadinessReference } from "~/modules/export-readiness/reference.server";
import { isApplicable, valueOf } from "~/modules/export-readiness/rules";
import { CRITERION_SOURCES } from "~/modules/export-readiness/sources/criterion-sources";
import { loadReferenceData } from "~db/reference/load";
import criteria from "~db/reference/readiness-criteria.json" with { type: "json" };
import { testDb } from "~tests/support/database";
import { readySeller } from "~tests/support/ready-seller";

const TODAY = "2026-11-27";
let reference: ReadinessReference;

beforeAll(async () => {
  await loadReferenceData(testDb);
  reference = await readinessReference(testDb);
});

const IDS = criteria.criteria.map(({ id }) => id);
const READS = IDS.flatMap((id) => (CRITERION_SOURCES[id]?.reads ?? []).map((path) => ({ id, path })));

function valueIn(facts: KnownFacts, id: string): number | undefined {
  const { input } = judge(facts, reference, TODAY);
  const criterion = reference.model.criteria.find((one) => one.id === id);
  return criterion && isApplicable(criterion, input) ? valueOf(input.states[id], TODAY) : undefined;
}

/** What a listing that says nothing has as empty words; other facts are not there at all. */
const WORDS = new Set(["title", "description", "deliverables", "rights"]);

/** What is there instead of a value when nobody has said it. */
function nothingFor(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return [];
  if (value instanceof Map) return new Map();
  if (typeof value === "boolean") return false;
  return WORDS.has(name) ? "" : undefined;
}

function withoutPath(value: unknown, [name = "", ...rest]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || !(name in value)) return value;
  const own: unknown = Reflect.get(value, name);
  return { ...value, [name]: rest.length === 0 ? nothingFor(own, name) : withoutPath(own, rest) };
}

/** The facts of which one is not there, of no listing and of no paper. */
function without(facts: KnownFacts, path: string): KnownFacts {
  const [head, ...rest] = path.split(".");
  if (head === "papers") {
    return { ...facts, papers: facts.papers.filter(({ documentType }) => documentType !== rest.join(".")) };
  }
  if (head === "declarations") {
    const { [rest.join(".")]: _taken, ...declarations } = facts.declarations;
    return { ...facts, declarations };
  }
  if (head !== "listings") return { ...facts, [path]: emptied(facts, path) };
  return {
    ...facts,
    listings: facts.listings.map((listing) =>
      rest[0] !== undefined && rest[0] in listing
        ? { ...listing, [rest[0]]: false }
        : { ...listing, snapshot: withoutPath(listing.snapshot, rest) as typeof listing.snapshot },
    ),
  };
}

const COUNTS = new Set(["portfolioWorkCount", "routeCount", "ordersCompleted"]);

function emptied(facts: KnownFacts, path: string): unknown {
  return COUNTS.has(path) ? 0 : nothingFor(Reflect.get(facts, path));
}

describe("what feeds the criteria", () => {
  it("is known of each of the reference, and of nothing else", () => {
    expect(IDS).toHaveLength(45);
    expect(Object.keys(CRITERION_SOURCES)).toEqual(IDS);
  });

  it.each(IDS.map((id) => ({ id })))("$id is met by a seller who lacks nothing", ({ id }) => {
    expect(valueIn(readySeller(reference), id)).toBe(100);
  });

  it.each(READS)("$id falls when $path is not there", ({ id, path }) => {
    expect(valueIn(without(readySeller(reference), path), id)).toBeLessThan(100);
  });
});
