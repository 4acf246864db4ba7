import { sql } from "kysely";
import {
  findExportProfile,
  openSellerReadiness,
  recomputeReadiness,
  saveExportProfile,
} from "~/modules/export-readiness/index.server";
import type { ExportProfileInput } from "~/modules/export-readiness/declare/schema.server";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makePublishedListing,
  makeSellerActor,
  makeStaff,
  type SellerOptions,
} from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { doneOf } from "./shop";

const NOTHING = { smeCategory: undefined, paymentTerms: undefined, targetReason: undefined, answersBy: undefined };

export const CAPACITY = "Ayda 60 ədəd";

/** Says something of a shop as its owner, on top of what is said already. */
export async function declare(seller: SellerActor, said: Partial<ExportProfileInput>, now = FACTORY_NOW) {
  const profile = await findExportProfile(testDb, seller.sellerId);
  const before = { ...NOTHING, targetMarkets: [], capacity: undefined, ...profile, stamp: profile?.stamp ?? "" };
  doneOf(await saveExportProfile(testDb, seller, newKey(), { ...before, ...said }, now));
}

/** An approved shop with a published listing, whose owner has said how much she can make; and a reviewer. */
export async function makeDeclared(options: Omit<SellerOptions, "status"> = {}) {
  const { sellerId } = await makeApprovedSeller(testDb, options);
  await makePublishedListing(testDb, { sellerId });
  const seller = await makeSellerActor(testDb, sellerId, "owner");
  await declare(seller, { targetMarkets: ["US"], capacity: CAPACITY });
  return { sellerId, seller, staff: await makeStaff(testDb, "reviewer") };
}

/** What staff see of one declaration. */
export async function declarationOf(staff: StaffActor, sellerId: string, name = "capacity") {
  const page = await openSellerReadiness(testDb, staff, { sellerId, locale: "en" });
  const found = page?.declarations.find((one) => one.name === name);
  if (!found) throw new Error(`nothing is shown of ${name}`);
  return found;
}

/** What the last judgement gave for a criterion, after judging anew. */
export async function valueAfterJudging(sellerId: string, criterionId: string): Promise<unknown> {
  await recomputeReadiness(testDb, [sellerId], { now: FACTORY_NOW });
  const { criterionValues } = await testDb
    .selectFrom("readinessHistory")
    .select("criterionValues")
    .where("sellerId", "=", sellerId)
    .orderBy("computedAt", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return (criterionValues as Record<string, unknown>)[criterionId];
}

/** Takes away the job that judges a shop, so that the next one is seen. */
export async function forgetRecompute(sellerId: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${`recompute-readiness:${sellerId}`})`.execute(testDb);
}
