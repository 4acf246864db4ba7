import { sql } from "kysely";
import { tellTeam } from "~/modules/accounts/index.server";
import { afterWorkingDays } from "~/modules/reviews";
import { openReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import type { Locale } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { selectPublicListings } from "../publication.server";
import { openedNews } from "./letters.server";
import { REPORT_QUEUE, type FileRefusal, type ReportReason } from "./types";

/** Within which a seller is asked to answer, and the Federation decides. */
const ANSWER_DAYS = 3;
const DECISION_DAYS = 5;

/** By address: an address may be a whole office, and nobody reports ten listings in an hour by hand for long. */
const REPORTS_BY_ADDRESS: ThrottleRule = { name: "report-address", points: 10, seconds: 3_600 };

export type FileReport = {
  listingId: string;
  reason: ReportReason;
  words: string | undefined;
  /** Where a guest wants to hear of the decision; a person with an account hears of it there. */
  email: string | undefined;
  locale: Locale;
};

type From = { buyer: BuyerActor | undefined; clientAddress: string };

/**
 * Reports a public listing. A listing has one open case: the first report opens it and asks the seller for her words,
 * further ones, at the same moment too, join it. A person reports it once.
 */
export async function fileReport(
  db: Db,
  { buyer, clientAddress }: From,
  formKey: FormKey,
  { listingId, reason, words, email, locale }: FileReport,
  now = clock(),
): Promise<Result<null, FileRefusal>> {
  if (!(await mayTry(REPORTS_BY_ADDRESS, clientAddress))) return refused("throttled");
  const actorKey = buyer ? `report ${buyer.userId}` : "report guest";
  return once(db, actorKey, formKey, async (trx): Promise<Result<null, FileRefusal>> => {
    const listing = await selectPublicListings(trx)
      .select(["listings.sellerId", "listingPublications.version", "sellers.organisationId as teamId"])
      .select(sql<string>`listing_publications.card -> 'titles' ->> 'az'`.as("title"))
      .where("listings.id", "=", listingId)
      .executeTakeFirst();
    if (!listing) return refused("listing-missing");
    // The shop before the listing: whoever judges it just now holds them in this order, and the case's row refers to both.
    await trx.selectFrom("sellers").select("id").where("id", "=", listing.sellerId).forKeyShare().execute();
    const found = await trx
      .insertInto("reportCases")
      .values({
        listingId,
        sellerId: listing.sellerId,
        listingVersion: listing.version,
        status: "open",
        openedAt: now,
        answerBy: afterWorkingDays(now, ANSWER_DAYS),
      })
      // Of two reports at the same moment the second waits here and joins the case of the first.
      .onConflict((conflict) =>
        conflict
          .column("listingId")
          .where("status", "=", "open")
          .doUpdateSet({ version: sql<number>`report_cases.version + 1` }),
      )
      .returning(["id", "version"])
      .executeTakeFirstOrThrow();
    const filed = await trx
      .insertInto("reports")
      .values({
        caseId: found.id,
        reason,
        words: words ?? null,
        userId: buyer?.userId ?? null,
        email: buyer ? null : (email ?? null),
        locale,
        reportedAt: now,
      })
      .onConflict((conflict) => conflict.columns(["caseId", "userId"]).where("userId", "is not", null).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!filed) return refused("already-reported");
    const about = { queue: REPORT_QUEUE, subjectId: found.id, subjectVersion: found.version };
    await openReview(trx, { ...about, workingDays: DECISION_DAYS }, now);
    await recordAudit(trx, {
      actor: buyer ? { kind: "buyer", id: buyer.userId } : { kind: "guest", id: undefined },
      action: "report-listing",
      subject: { kind: "listing", id: listingId },
      after: { reason, case: found.id },
    });
    if (found.version === 1 && listing.teamId !== null) {
      await tellTeam(trx, listing.teamId, openedNews(found.id, listing.title));
    }
    return done(null);
  });
}
