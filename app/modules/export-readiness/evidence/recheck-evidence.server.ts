import { tellTeam } from "~/modules/accounts/index.server";
import type { DecisionRefusal } from "~/modules/reviews";
import { decideReview, findReview } from "~/modules/reviews/index.server";
import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { whyKeptApart } from "./apart.server";
import { findEvidence, lockSeller } from "./evidence-rows.server";
import { decidedNews } from "./letters.server";
import { RECHECK_QUEUE, type ApartRefusal } from "./types";

export type Recheck = {
  itemId: string;
  subjectVersion: number;
  agrees: boolean;
  /** What is wrong with the paper; she who agrees need not say anything. */
  words?: string | undefined;
};

export type RecheckRefusal = DecisionRefusal | ApartRefusal;

/**
 * A second person says whether a verified paper deserves it. If not, it counts no more from this moment, and its seller is
 * told why. Never she who verified it.
 */
export function recheckEvidence(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { itemId, subjectVersion, agrees, words }: Recheck,
  now = clock(),
): Promise<Result<null, RecheckRefusal>> {
  return once<null, RecheckRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    const item = await findReview(trx, itemId, now);
    const evidence = item?.queue === RECHECK_QUEUE ? await findEvidence(trx, item.subjectId) : undefined;
    if (!evidence) return refused("item-missing");
    const { evidenceId, sellerId, documentType, expiresOn } = evidence;
    const shop = await lockSeller(trx, sellerId);
    const apart = await whyKeptApart(trx, staff, { queue: RECHECK_QUEUE, evidenceId });
    if (apart) return refused(apart);
    if (!agrees) await askForReadiness(trx, sellerId);
    const decision = agrees ? "approved" : "rejected";
    const decided = await decideReview(trx, staff, { itemId, subjectVersion, decision, note: words }, now);
    if (!decided.ok) return decided;
    await note(trx, staff, { evidenceId, agrees, words }, now);
    if (agrees) return done(null);
    await trx
      .updateTable("evidence")
      .set({ status: "rejected", decidedAt: now, decidedBy: staff.userId })
      .where("id", "=", evidenceId)
      .where("status", "=", "verified")
      .execute();
    const said = { decision: "reject", reason: "other", words, expiresOn } as const;
    if (shop?.teamId !== undefined) await tellTeam(trx, shop.teamId, decidedNews(documentType, said));
    return done(null);
  });
}

type Noted = Pick<Recheck, "agrees" | "words"> & { evidenceId: string };

async function note(trx: Trx, { userId }: StaffActor, { evidenceId, agrees, words }: Noted, now: Date): Promise<void> {
  await trx
    .updateTable("evidenceRechecks")
    .set({ decidedAt: now, decidedBy: userId, agrees, words: words ?? null })
    .where("evidenceId", "=", evidenceId)
    .where("decidedAt", "is", null)
    .execute();
  await recordAudit(trx, {
    actor: { kind: "staff", id: userId },
    action: agrees ? "confirm-evidence" : "overturn-evidence",
    subject: { kind: "evidence", id: evidenceId },
    before: { status: "verified" },
    after: { status: agrees ? "verified" : "rejected", words },
  });
}
