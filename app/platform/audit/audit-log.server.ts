import { sql } from "kysely";
import { instantInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { StaffActor } from "~/platform/session/actors.server";
import type { AuditRow } from "./audit-row";
import { recordAudit } from "./audit.server";

type Narrowing = {
  /** What was done, in the words of the commands. */
  action?: string | undefined;
  /** About what kind of thing. */
  kind?: string | undefined;
  /** From this instant on, and before that one. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Entries before this one, as `cursorOf` names it. */
  before?: AuditCursor | undefined;
};

/** What an address asks, as people type it. */
export type AuditQuestion = Narrowing & {
  /** Whose deeds: an id, or part of a name or of an e-mail. */
  person?: string | undefined;
  /** About what: an id, part of a name, or the number of one entry. */
  subject?: string | undefined;
};

/** The same by ids, which are all that the log knows. */
export type AuditFilter = Narrowing & {
  actorIds?: readonly string[] | undefined;
  subjectIds?: readonly string[] | undefined;
  entryId?: bigint | undefined;
};

/** Where a page begins: lists of millions are not counted through. */
export type AuditCursor = { happenedAt: Date; id: bigint };

const DAY_MS = 86_400_000;

const FILTERS = ["person", "action", "kind", "subject", "from", "until"] as const;

/** The question that an address asks, and what of it is to be shown in the form again. */
export function readAuditQuestion(params: URLSearchParams): {
  question: AuditQuestion;
  asked: Partial<Record<(typeof FILTERS)[number], string>>;
} {
  const asked = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const text = (params.get(name) ?? "").trim().slice(0, 200);
      const isRight = name === "from" || name === "until" ? dayStart(text) !== undefined : text !== "";
      return isRight ? [[name, text]] : [];
    }),
  );
  const { person, action, kind, subject, from = "", until = "" } = asked;
  const last = dayStart(until);
  return {
    asked,
    question: {
      person,
      action,
      kind,
      subject,
      from: dayStart(from),
      until: last && new Date(last.getTime() + DAY_MS),
      before: readCursor(params.get("before")),
    },
  };
}

/** Days of the filter are Baku's. */
function dayStart(text: string): Date | undefined {
  return instantInBaku(`${text}T00:00`);
}

export function cursorOf({ happenedAt, id }: AuditCursor): string {
  return `${happenedAt.getTime()}-${id}`;
}

/** @returns undefined for a text that names no entry */
export function readCursor(text: string | null): AuditCursor | undefined {
  const [, at, id] = /^(\d{1,15})-(\d{1,18})$/.exec(text ?? "") ?? [];
  return at === undefined || id === undefined ? undefined : { happenedAt: new Date(Number(at)), id: BigInt(id) };
}

/** Entries of the audit log, the latest first, from a cursor on. */
export async function listAuditEntries(db: Db, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const { actorIds, action, kind, subjectIds, entryId, from, until, before } = filter;
  let query = db.selectFrom("auditEntries").leftJoin("auditValues", "auditValues.entryId", "auditEntries.id");
  if (actorIds) query = query.where("actorId", "in", [...actorIds]);
  if (action !== undefined) query = query.where("action", "=", action);
  if (kind !== undefined) query = query.where("subjectKind", "=", kind);
  if (subjectIds) query = query.where("subjectId", "in", [...subjectIds]);
  if (entryId !== undefined) query = query.where("auditEntries.id", "=", entryId);
  if (from) query = query.where("happenedAt", ">=", from);
  if (until) query = query.where("happenedAt", "<", until);
  if (before) {
    query = query.where(sql<boolean>`(happened_at, audit_entries.id) < (${before.happenedAt}, ${before.id})`);
  }
  const rows = await query
    .select([
      "auditEntries.id",
      "happenedAt",
      "actorKind",
      "actorId",
      "action",
      "subjectKind",
      "subjectId",
      "requestId",
      "changedFields",
      "clientAddress",
      "before",
      "after",
    ])
    .orderBy("happenedAt", "desc")
    .orderBy("auditEntries.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ before: was, after: is, ...row }) => ({
    ...row,
    before: asObject(was),
    after: asObject(is),
    isErased: was === null && is === null && row.changedFields.length > 0,
  }));
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

const MOST_ACTIONS = 200;

/** Everything that has ever been done, for a list to choose from; each is found by one step through the index. */
export async function listAuditActions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive known as (
      (select action from audit_entries order by action limit 1)
      union all
      select (select action from audit_entries where action > known.action order by action limit 1)
      from known where known.action is not null
    )
    select action from known where action is not null limit ${MOST_ACTIONS}`.execute(db);
  return rows.map(({ action }) => action);
}

/** Whoever looks at what others did is seen, too: one entry for a view, with what was asked for. */
export function recordAuditView(db: Db, staff: StaffActor, asked: Record<string, string>): Promise<void> {
  return db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "view-audit-log",
      subject: { kind: "audit-log", id: "audit-log" },
      after: asked,
    }),
  );
}
