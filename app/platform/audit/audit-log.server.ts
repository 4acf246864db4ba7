import { sql } from "kysely";
import { instantInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { StaffActor } from "~/platform/http/openers.server";
import { recordAudit } from "./audit.server";

export type AuditQuestion = {
  /** Whose deeds: an id, a whole e-mail, or part of a name. */
  person?: string | undefined;
  /** What was done, in the words of the commands. */
  action?: string | undefined;
  /** About what: the kind of it, its id, or the number of one entry. */
  subject?: string | undefined;
  /** From this instant on, and before that one. */
  from?: Date | undefined;
  until?: Date | undefined;
  /** Entries before this one, as `cursorOf` names it. */
  before?: AuditCursor | undefined;
};

/** Where a page begins: lists of millions are not counted through. */
export type AuditCursor = { happenedAt: Date; id: bigint };

export type AuditRow = {
  id: bigint;
  happenedAt: Date;
  actorKind: string;
  actorId: string | null;
  /** Empty for who closed her account. */
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  requestId: string | null;
  clientAddress: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  changedFields: string[];
  /** The values were personal and have been erased; the chain still holds. */
  isErased: boolean;
};

const DAY_MS = 86_400_000;

const FILTERS = ["person", "action", "subject", "from", "until"] as const;

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
  const { person, action, subject, from = "", until = "" } = asked;
  const last = dayStart(until);
  return {
    asked,
    question: {
      person,
      action,
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

/** A name that many have is no filter. */
const MOST_PEOPLE = 50;

async function peopleCalled(db: Db, person: string): Promise<string[]> {
  const part = `%${person.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .selectFrom("users")
    .select("id")
    .where((eb) => eb.or([eb("email", "=", person.toLowerCase()), eb("name", "ilike", part)]))
    .orderBy("id")
    .limit(MOST_PEOPLE)
    .execute();
  return [person, ...rows.map(({ id }) => id)];
}

/** Entries of the audit log, the latest first, from a cursor on. */
export async function listAuditEntries(db: Db, question: AuditQuestion, limit: number): Promise<AuditRow[]> {
  const { person, action, subject, from, until, before } = question;
  const actorIds = person === undefined ? undefined : await peopleCalled(db, person);
  let query = db
    .selectFrom("auditEntries")
    .leftJoin("auditValues", "auditValues.entryId", "auditEntries.id")
    .leftJoin("users", "users.id", "auditEntries.actorId");
  if (actorIds) query = query.where("auditEntries.actorId", "in", actorIds);
  if (action !== undefined) query = query.where("auditEntries.action", "=", action);
  if (subject !== undefined) {
    query = /^\d{1,18}$/.test(subject)
      ? query.where("auditEntries.id", "=", BigInt(subject))
      : query.where(isSubjectKind(subject) ? "subjectKind" : "subjectId", "=", subject);
  }
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
      "users.name as actorName",
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

/** Kinds are words; ids are numbers and letters, and long. */
function isSubjectKind(subject: string): boolean {
  return /^[a-z]+([-_][a-z]+)*$/.test(subject) && subject.length < 24;
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
