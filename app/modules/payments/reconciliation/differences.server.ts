import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { StaffActor } from "~/platform/http/openers.server";
import { done, refused, type Result } from "~/platform/result";
import type { DifferenceKind } from "./reconcile.server";

export type ResolveRefusal = "difference-missing" | "already-resolved";

/** Staff have found out what a difference was, and say it. */
export function resolveDifference(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { differenceId, note }: { differenceId: string; note: string },
  now = clock(),
): Promise<Result<null, ResolveRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, ResolveRefusal>> => {
    const row = await trx
      .selectFrom("reconciliationDifferences")
      .select("resolvedAt")
      .where("id", "=", differenceId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return refused("difference-missing");
    if (row.resolvedAt !== null) return refused("already-resolved");
    await trx
      .updateTable("reconciliationDifferences")
      .set({ resolvedAt: now, resolvedBy: staff.userId, note })
      .where("id", "=", differenceId)
      .execute();
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "resolve-difference",
      subject: { kind: "difference", id: differenceId },
      after: { note },
    });
    return done(null);
  });
}

export type Difference = {
  differenceId: string;
  kind: DifferenceKind;
  sourceId: string;
  stripeType: string | undefined;
  currency: string;
  amountMinor: bigint;
  firstSeenAt: Date;
  resolvedAt: Date | undefined;
  note: string | undefined;
};

const PAGE_SIZE = 50;

/** Differences, the open ones first, the latest first. */
export async function listDifferences(db: Db, page = 1): Promise<{ differences: Difference[]; hasMore: boolean }> {
  const rows = await db
    .selectFrom("reconciliationDifferences")
    .select(["id as differenceId", "kind", "sourceId", "stripeType", "currency", "amountMinor"])
    .select(["firstSeenAt", "resolvedAt", "note"])
    .orderBy((eb) => eb("resolvedAt", "is not", null))
    .orderBy("firstSeenAt", "desc")
    .orderBy("id")
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const differences = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    kind: row.kind as DifferenceKind,
    stripeType: row.stripeType ?? undefined,
    resolvedAt: row.resolvedAt ?? undefined,
    note: row.note ?? undefined,
  }));
  return { differences, hasMore: rows.length > PAGE_SIZE };
}

/** When the books were compared last, to the end. */
export async function findLastRun(
  db: Db,
): Promise<{ endedAt: Date; movementCount: number; differenceCount: number } | undefined> {
  const row = await db
    .selectFrom("reconciliationRuns")
    .select(["endedAt", "movementCount", "differenceCount"])
    .where("endedAt", "is not", null)
    .orderBy("untilAt", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.endedAt ? { ...row, endedAt: row.endedAt } : undefined;
}
