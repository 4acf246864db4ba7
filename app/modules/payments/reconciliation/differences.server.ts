import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
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
  // Its page has a form for each difference, and one key for all of them.
  const key = partKey(formKey, `difference ${differenceId}`);
  return once(db, `staff ${staff.userId}`, key, async (trx): Promise<Result<null, ResolveRefusal>> => {
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
  /** Name of the person who resolved it; undefined where nobody did, or her account is closed. */
  resolvedBy: string | undefined;
  note: string | undefined;
};

const PAGE_SIZE = 50;

/** Differences, the open ones first, the latest first. */
export async function listDifferences(db: Db, page = 1): Promise<{ differences: Difference[]; hasMore: boolean }> {
  const rows = await db
    .selectFrom("reconciliationDifferences")
    .leftJoin("users as resolver", "resolver.id", "resolvedBy")
    .select(["reconciliationDifferences.id as differenceId", "kind", "sourceId", "stripeType", "currency"])
    .select(["amountMinor", "firstSeenAt", "resolvedAt", "resolver.name as resolvedBy", "note"])
    .orderBy((eb) => eb("resolvedAt", "is not", null))
    .orderBy("firstSeenAt", "desc")
    .orderBy("reconciliationDifferences.id")
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const differences = rows.slice(0, PAGE_SIZE).map((row) => ({
    ...row,
    kind: row.kind as DifferenceKind,
    stripeType: row.stripeType ?? undefined,
    resolvedAt: row.resolvedAt ?? undefined,
    resolvedBy: row.resolvedBy ?? undefined,
    note: row.note ?? undefined,
  }));
  return { differences, hasMore: rows.length > PAGE_SIZE };
}

/** Differences that nobody has explained yet. */
export async function countOpenDifferences(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("reconciliationDifferences")
    .select(db.fn.countAll<bigint>().as("count"))
    .where("resolvedAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
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
