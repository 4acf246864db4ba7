import type { Trx } from "~/platform/db/db.server";

/** Listings in a row that have to be approved as they were sent before a seller publishes at once. */
const APPROVALS_UNTIL_TRUST = 3;

/**
 * Whether a seller publishes at once and is reviewed after. Holds the shop, so that a decision about another of its listings
 * at the same moment counts before or after, and is never lost.
 */
export async function lockTrust(
  trx: Trx,
  sellerId: string,
): Promise<{ isTrusted: boolean; isSuspended: boolean; teamId: string | undefined; slug: string } | undefined> {
  const row = await trx
    .selectFrom("sellers")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "is", true),
    )
    .select(["sellers.status", "sellers.trustedAt", "sellers.organisationId", "sellerSlugs.slug"])
    .where("sellers.id", "=", sellerId)
    // Rows of the shop that are written at the same moment only ask that it goes on existing: they need not wait.
    .forNoKeyUpdate("sellers")
    .executeTakeFirst();
  return (
    row && {
      isTrusted: row.trustedAt !== null && row.status === "approved",
      isSuspended: row.status === "suspended",
      teamId: row.organisationId ?? undefined,
      slug: row.slug,
    }
  );
}

/** Counts a listing that was approved as it was sent towards trust; one that had to be mended ends it. */
export async function recordListingOutcome(
  trx: Trx,
  sellerId: string,
  { wasFine }: { wasFine: boolean },
  now: Date,
): Promise<void> {
  if (!wasFine) {
    const distrusted = { unchangedApprovals: 0, trustedAt: null };
    await trx.updateTable("sellers").set(distrusted).where("id", "=", sellerId).execute();
    return;
  }
  await trx
    .updateTable("sellers")
    .set((eb) => ({
      unchangedApprovals: eb("unchangedApprovals", "+", 1),
      trustedAt: eb
        .case()
        .when("unchangedApprovals", ">=", APPROVALS_UNTIL_TRUST - 1)
        .then(eb.fn.coalesce("trustedAt", eb.val(now)))
        .else(eb.ref("trustedAt"))
        .end(),
    }))
    .where("id", "=", sellerId)
    .execute();
}
