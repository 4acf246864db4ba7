import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  ADVISED_INCOTERM,
  CARRIAGES,
  DUTIES,
  HANDOVERS,
  isPlaceOfSeller,
  PARCEL_INCOTERMS,
  suggestIncoterm,
  warningsOf,
} from "~/modules/catalog";
import { readCsv } from "~db/reference/csv";

const rules = readCsv(readFileSync("db/reference/incoterms.csv", "utf8"));
const ruleOf = (code: string) => {
  const rule = rules.find((row) => row.code === code);
  if (!rule) throw new Error(`no rule ${code}`);
  return rule;
};

const everyAnswer = HANDOVERS.flatMap((handover) =>
  CARRIAGES.flatMap((carriage) => DUTIES.map((duty) => ({ handover, carriage, duty }))),
);

describe("three plain answers", () => {
  it.each([
    ["to_carrier", "buyer", "buyer", "FCA"],
    ["collected", "buyer", "buyer", "FCA"],
    ["uncleared", "buyer", "buyer", "EXW"],
    ["to_carrier", "seller", "buyer", "DAP"],
    ["to_carrier", "risk_passes", "buyer", "CPT"],
    ["to_carrier", "insured", "buyer", "CIP"],
    ["to_carrier", "seller", "seller", "DDP"],
    // Whoever pays the duty has to bring the goods there.
    ["to_carrier", "buyer", "seller", "DDP"],
  ] as const)("%s, carriage by %s, duty by %s: %s", (handover, carriage, duty, code) => {
    expect(suggestIncoterm({ handover, carriage, duty }).code).toBe(code);
  });

  it.each(everyAnswer)("lead to a rule that gives them what they said: $handover $carriage $duty", (answers) => {
    const { code, warnings } = suggestIncoterm(answers);
    const rule = ruleOf(code);

    expect(rule.craft_parcel_fit).not.toBe("no");
    expect(rule.import_clearance_and_duty).toBe(answers.duty);
    const isCarriedAnyway = answers.carriage !== "buyer" || warnings.includes("duty-and-way");
    expect(rule.main_carriage).toBe(isCarriedAnyway ? "seller" : "buyer");
    const isInsured = rule.insurance_obligation?.startsWith("seller") === true;
    expect(isInsured || answers.carriage !== "insured" || answers.duty === "seller").toBe(true);
    const isCleared = rule.export_clearance === "seller";
    expect(isCleared || answers.handover === "uncleared").toBe(true);
    expect(warnings.length > 0 || !isCleared || answers.handover !== "uncleared").toBe(true);
  });

  it.each([
    [{ handover: "uncleared", carriage: "buyer", duty: "buyer" }, ["clearance"]],
    [{ handover: "to_carrier", carriage: "seller", duty: "seller" }, ["tax-number"]],
    [{ handover: "to_carrier", carriage: "buyer", duty: "seller" }, ["duty-and-way", "tax-number"]],
    [{ handover: "to_carrier", carriage: "risk_passes", duty: "buyer" }, ["risk-passes"]],
    [{ handover: "collected", carriage: "seller", duty: "buyer" }, ["own-carrier"]],
    [{ handover: "to_carrier", carriage: "buyer", duty: "buyer" }, []],
  ] as const)("warn of what the term brings with it: %o", (answers, warnings) => {
    expect(suggestIncoterm(answers).warnings).toEqual(warnings);
  });
});

describe("a delivery term", () => {
  it("is one of those that fit parcels, the advised one first", () => {
    const fitting = rules.filter((rule) => rule.craft_parcel_fit !== "no").map((rule) => rule.code);

    expect([...PARCEL_INCOTERMS].toSorted()).toEqual(fitting.map(String).toSorted());
    expect(PARCEL_INCOTERMS[0]).toBe(ADVISED_INCOTERM);
  });

  it.each(PARCEL_INCOTERMS)("names a place of the seller or of arrival, as its rule says: %s", (code) => {
    expect(isPlaceOfSeller(code)).toBe(!ruleOf(code).named_place?.includes("destination"));
  });

  it("warns when it was chosen by hand, too", () => {
    expect(PARCEL_INCOTERMS.filter((code) => warningsOf(code).length > 0)).toEqual(["CPT", "DDP", "EXW"]);
  });
});
