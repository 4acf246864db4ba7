import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { collectFacts } from "../collect-facts.server";
import { judge } from "../judge";
import { readinessReference } from "../reference.server";
import { evidenceTypes } from "./evidence-types.server";
import type { EvidenceType } from "./types";

/** Papers that concern a seller by what it offers, and those that would if it offered something else. */
export async function listConcerns(
  db: Db,
  sellerId: string,
  now = clock(),
): Promise<{ concerning: EvidenceType[]; others: EvidenceType[] }> {
  const [types, reference, [facts]] = await Promise.all([
    evidenceTypes(db),
    readinessReference(db),
    collectFacts(db, [sellerId]),
  ]);
  const conditions = facts ? judge(facts, reference, dayInBaku(now)).input.conditions : [];
  const concerns = ({ appliesTo, appliesWhen }: EvidenceType) =>
    (appliesTo === "both" || facts?.offering === "both" || facts?.offering === appliesTo) &&
    (appliesWhen === undefined || conditions.includes(appliesWhen));
  return { concerning: types.filter(concerns), others: types.filter((type) => !concerns(type)) };
}
