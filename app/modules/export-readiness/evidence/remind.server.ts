import { tellTeam } from "~/modules/accounts/index.server";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { endingNews } from "./letters.server";
import { listEvidence } from "./evidence-rows.server";
import { REMINDER_DAYS, stateOfPapers } from "./rules";

/** Shops of which a paper ends in one month. */
const MOST_ENDING = 5_000;

/**
 * Reminds sellers of papers that are about to expire, 30 and 7 days before. Each is reminded of once per distance, also when
 * this ran late or twice; who has been told of the nearer one hears nothing of the farther one. What is about to be replaced,
 * and what another paper has taken the place of already, is left alone.
 *
 * @returns how many reminders went out
 */
export async function remindOfEvidence(db: Db, now = clock()): Promise<number> {
  let told = 0;
  for (const ending of await listEnding(db, now)) if (await remind(db, ending, now)) told += 1;
  return told;
}

type Ending = { evidenceId: string; sellerId: string; documentType: string; expiresOn: string };

function listEnding(db: Db, now: Date): Promise<Ending[]> {
  const today = dayInBaku(now);
  return db
    .selectFrom("evidence")
    .select(["id as evidenceId", "sellerId", "documentType", "expiresOn"])
    .where("status", "=", "verified")
    .where("expiresOn", ">=", today)
    .where("expiresOn", "<=", dayAfter(today, Math.max(...REMINDER_DAYS)))
    .orderBy("expiresOn")
    .orderBy("id")
    .limit(MOST_ENDING)
    .execute();
}

function remind(db: Db, { evidenceId, sellerId, documentType, expiresOn }: Ending, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const today = dayInBaku(now);
    const shop = await trx
      .selectFrom("sellers")
      .select("organisationId")
      .where("id", "=", sellerId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    const { counting, attempt } = stateOfPapers(await listEvidence(trx, sellerId, documentType), today);
    const isReplaced = attempt?.status === "submitted" && !attempt.isAsked;
    const row = counting.find((one) => one.evidenceId === evidenceId);
    if (!shop || isReplaced || !row?.decidedAt) return false;
    const verifiedOn = dayInBaku(row.decidedAt);
    // Who got a paper verified as late as that was told of its last day then.
    const due = REMINDER_DAYS.filter(
      (days) => dayAfter(today, days) >= expiresOn && dayAfter(verifiedOn, days) <= expiresOn,
    );
    if (due.length === 0) return false;
    const noted = await trx
      .insertInto("evidenceReminders")
      .values(due.map((daysBefore) => ({ evidenceId, daysBefore, remindedAt: now })))
      .onConflict((conflict) => conflict.columns(["evidenceId", "daysBefore"]).doNothing())
      .returning("daysBefore")
      .execute();
    if (noted.length === 0) return false;
    if (shop.organisationId !== null) await tellTeam(trx, shop.organisationId, endingNews(documentType, expiresOn));
    return true;
  });
}
