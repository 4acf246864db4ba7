import { sql } from "kysely";
import type { EvidenceReason } from "~/modules/export-readiness";
import { decideEvidence, submitEvidence } from "~/modules/export-readiness/index.server";
import type { EvidenceDecision } from "~/modules/export-readiness/evidence/decide-evidence.server";
import type { NewEvidence } from "~/modules/export-readiness/evidence/submit-evidence.server";
import { claimReview } from "~/modules/reviews/index.server";
import type { FormKey } from "~/platform/db/once.server";
import { files } from "~/platform/files/files.server";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeApprovedSeller, makeSellerActor, makeStaff, type SellerOptions } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { makePdf } from "./papers";
import { doneOf } from "./shop";

/** A letter of the bank that counts for two years, as a form brings it. */
export const LETTER: NewEvidence = {
  documentType: "bank_letter",
  seen: "",
  issuedOn: "2026-11-01",
  expiresOn: "2027-11-01",
  categoryIds: [],
  file: { name: "Bank arayışı.pdf", content: makePdf() },
};

export async function makeSellerWithTeam(options: Omit<SellerOptions, "status"> = {}) {
  const { sellerId } = await makeApprovedSeller(testDb, options);
  return { sellerId, seller: await makeSellerActor(testDb, sellerId) };
}

type Bringing = { key?: FormKey; now?: Date };

export function bring(
  seller: SellerActor,
  changes: Partial<NewEvidence> = {},
  { key = newKey(), now = FACTORY_NOW }: Bringing = {},
) {
  return submitEvidence(testDb, files(), seller, key, { ...LETTER, ...changes }, now);
}

export async function itemOf(evidenceId: string, queue = "evidence"): Promise<string> {
  const { id } = await testDb
    .selectFrom("reviewItems")
    .select("id")
    .where("subjectId", "=", evidenceId)
    .where("queue", "=", queue)
    .where("status", "=", "open")
    .executeTakeFirstOrThrow();
  return id;
}

/** A paper that waits, held by a reviewer. */
export async function makeHeld(changes: Partial<NewEvidence> = {}, options: Omit<SellerOptions, "status"> = {}) {
  const made = await makeSellerWithTeam(options);
  const { evidenceId } = doneOf(await bring(made.seller, changes));
  const itemId = await itemOf(evidenceId);
  const staff = await makeStaff(testDb, "reviewer");
  doneOf(await claimReview(testDb, staff, itemId, FACTORY_NOW));
  return { ...made, evidenceId, itemId, staff };
}

type Choice =
  | { decision: "verify"; expiresOn: string }
  | { decision: "reject"; reason: EvidenceReason; words: string }
  | { decision: "ask"; words: string };

export const VERIFY: Choice = { decision: "verify", expiresOn: "2027-11-01" };
export const REJECT: Choice = { decision: "reject", reason: "unreadable", words: "Möhür görünmür." };
export const ASK: Choice = { decision: "ask", words: "IBAN-ın sonu hansıdır?" };

type Deciding = { key?: FormKey; now?: Date; isDrawn?: boolean; subjectVersion?: number };

export function decide(
  staff: StaffActor,
  itemId: string,
  choice: Choice,
  { key = newKey(), now = FACTORY_NOW, isDrawn = false, subjectVersion = 1 }: Deciding = {},
) {
  const decision: EvidenceDecision = { itemId, subjectVersion, ...choice };
  return decideEvidence(testDb, staff, key, decision, { now, isDrawn: () => isDrawn });
}

/** A verified paper of a shop. */
export async function makeVerified(changes: Partial<NewEvidence> = {}, { isDrawn = false } = {}) {
  const made = await makeHeld(changes);
  const expiresOn = changes.expiresOn ?? "2027-11-01";
  doneOf(await decide(made.staff, made.itemId, { decision: "verify", expiresOn }, { isDrawn }));
  return made;
}

export function evidenceOf(evidenceId: string) {
  return testDb
    .selectFrom("evidence")
    .select(["status", "expiresOn", "decidedBy", "replaces", "paperId"])
    .where("id", "=", evidenceId)
    .executeTakeFirstOrThrow();
}

/** The letters that somebody got, by their kinds, in the order in which they were written. */
export async function lettersTo(userId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("outgoingMessages")
    .select("kind")
    .where("userId", "=", userId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ kind }) => kind);
}

/** How many jobs wait that compute a shop's score. */
export async function recomputesOf(sellerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs where key = ${`recompute-readiness:${sellerId}`}`.execute(
    testDb,
  );
  return rows[0]?.count ?? 0;
}
