import { createHash, createHmac } from "node:crypto";
import { sql, type ExpressionBuilder } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { DB } from "~/platform/db/types.generated";
import { env } from "~/platform/env.server";
import type { AuditRow } from "./audit-row";
import { currentOrigin } from "./origin.server";

export type AuditActor = {
  kind: "guest" | "buyer" | "seller" | "staff" | "operator" | "system";
  id: string | undefined;
};

export type AuditEvent = {
  actor: AuditActor;
  /** What was done, in the words of the commands: `publish-listing`. */
  action: string;
  subject: { kind: string; id: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Hash of the entry before the first. */
const BEGINNING = "0".repeat(64);

/** Serialises writers of the chain; any fixed number that no other lock uses. */
const CHAIN_LOCK = 7_203_441;

/**
 * Appends to the audit log inside the transaction of the deed, with the request that asked for it, if one did. The chain
 * covers ids, field names and a keyed digest of the values; the values themselves lie beside it and can be erased without
 * breaking it.
 */
export async function recordAudit(trx: Trx, event: AuditEvent): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(trx);
  const last = await trx.selectFrom("auditEntries").select("hash").orderBy("id", "desc").limit(1).executeTakeFirst();
  const origin = currentOrigin();
  const before = event.before ?? {};
  const after = event.after ?? {};
  const entry = {
    happenedAt: clock(),
    actorKind: event.actor.kind,
    actorId: event.actor.id ?? null,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    requestId: origin?.requestId ?? null,
    changedFields: [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted(),
    valuesDigest: digestOf(before, after),
    previousHash: last?.hash ?? BEGINNING,
  };
  const { id } = await trx
    .insertInto("auditEntries")
    .values({ ...entry, hash: hashOf(entry) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("auditValues")
    .values({
      entryId: id,
      before: canonicalJson(before),
      after: canonicalJson(after),
      clientAddress: origin?.clientAddress ?? null,
    })
    .execute();
}

/** Keyed, so that erased values of a small range cannot be guessed from it. */
function digestOf(before: unknown, after: unknown): string {
  return createHmac("sha256", env.AUDIT_SECRET)
    .update(canonicalJson([before, after]))
    .digest("hex");
}

/** Names in one order, whatever order they were written in or the database keeps; whole numbers of any size as text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === "bigint") return part.toString();
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * Takes the personal values out of what was recorded about and by a person. The chain stays whole: it holds ids, names of
 * fields and digests.
 */
export async function eraseAuditValues(trx: Trx, userId: string): Promise<void> {
  await trx
    .updateTable("auditValues")
    .set({ before: null, after: null, clientAddress: null })
    .where("entryId", "in", (eb) => eb.selectFrom("auditEntries").select("id").where(concerns(userId)))
    .execute();
}

/**
 * Takes away what was recorded of guests' deeds on some subjects, addresses included: a guest has no id by which she is found.
 */
export async function eraseGuestAuditValues(
  trx: Trx,
  subjectKind: string,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await trx
    .updateTable("auditValues")
    .set({ before: null, after: null, clientAddress: null })
    .where("entryId", "in", (eb) =>
      eb
        .selectFrom("auditEntries")
        .select("id")
        .where("actorKind", "=", "guest")
        .where("subjectKind", "=", subjectKind)
        .where("subjectId", "=", sql<string>`any(${[...subjectIds]})`),
    )
    .execute();
}

/** What was recorded about and by a person, the latest first, for her copy of her data. */
export async function listAuditOf(
  db: Db,
  userId: string,
  limit = 5_000,
): Promise<{ happenedAt: Date; action: string; clientAddress: string | null }[]> {
  return db
    .selectFrom("auditEntries")
    .leftJoin("auditValues", "auditValues.entryId", "auditEntries.id")
    .select(["happenedAt", "action", "clientAddress"])
    .where(concerns(userId))
    .orderBy("auditEntries.id", "desc")
    .limit(limit)
    .execute();
}

/** Entries of what a person did, and of what was done to her. */
function concerns(userId: string) {
  return (eb: ExpressionBuilder<DB, "auditEntries">) =>
    eb.or([eb("actorId", "=", userId), eb("subjectId", "=", userId)]);
}

type ChainedFields = Omit<AuditRow, "id" | "clientAddress" | "before" | "after" | "isErased"> & {
  valuesDigest: string;
  previousHash: string;
};

function hashOf(entry: ChainedFields): string {
  const covered = [
    entry.happenedAt.toISOString(),
    entry.actorKind,
    entry.actorId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.requestId,
    entry.changedFields,
    entry.valuesDigest,
    entry.previousHash,
  ];
  return createHash("sha256").update(JSON.stringify(covered)).digest("hex");
}

/** Erased values cannot be checked; those that are there must be the ones that were recorded. */
function areValuesWhole(row: { before: unknown; after: unknown; valuesDigest: string }): boolean {
  if (row.before === null && row.after === null) return true;
  return digestOf(row.before, row.after) === row.valuesDigest;
}

/**
 * Walks the whole chain, and the values beside it as far as they are not erased.
 *
 * @param chunk entries that are read at a time
 * @returns how many entries there are, and the id of the first that does not fit, if any
 */
export async function verifyAuditChain(
  db: Db,
  { chunk = 1000 } = {},
): Promise<{ entries: number; brokenAt: bigint | undefined }> {
  let entries = 0;
  let previous = BEGINNING;
  let from = 0n;
  for (;;) {
    const rows = await db
      .selectFrom("auditEntries")
      .leftJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select([
        "id",
        "happenedAt",
        "actorKind",
        "actorId",
        "action",
        "subjectKind",
        "subjectId",
        "requestId",
        "changedFields",
        "valuesDigest",
        "previousHash",
        "hash",
        "before",
        "after",
      ])
      .where("id", ">", from)
      .orderBy("id")
      .limit(chunk)
      .execute();
    for (const row of rows) {
      const fits = row.previousHash === previous && row.hash === hashOf(row) && areValuesWhole(row);
      if (!fits) return { entries, brokenAt: row.id };
      previous = row.hash;
      from = row.id;
      entries += 1;
    }
    if (rows.length < chunk) return { entries, brokenAt: undefined };
  }
}
