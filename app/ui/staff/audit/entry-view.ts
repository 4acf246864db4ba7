import type { AuditRow } from "~/platform/audit/audit-row";
import { isUuid } from "~/platform/uuid";
import { ACTION_NAMES } from "./action-names";
import { fieldName } from "./field-names";
import { KIND_NAMES } from "./kind-names";
import { NOTHING, sayMoment, sayValue, type Saying } from "./say-value";
import { wordFor } from "./word-for";

export type Named = { id: string; name: string | undefined };
export type AuditChange = { field: string; name: string; before: string; after: string };

export type AuditEntryView = {
  id: string;
  when: string;
  actorKind: string;
  actor: Named | undefined;
  action: { code: string; name: string };
  subject: Named & { kind: string; kindName: string };
  requestId: string | null;
  clientAddress: string | null;
  /** The names of fields that had values, which have been erased. */
  erased: string[];
  changes: AuditChange[];
};

/** An entry as people read it; what has no words or no name any more keeps what the log has of it. */
export function auditEntryView(row: AuditRow, saying: Saying): AuditEntryView {
  const { id, happenedAt, actorKind, actorId, action, subjectKind, subjectId, requestId, clientAddress } = row;
  const named = (own: string): Named => ({ id: own, name: saying.names.get(own) });
  return {
    id: String(id),
    when: sayMoment(saying.lang, happenedAt),
    actorKind,
    actor: actorId === null ? undefined : named(actorId),
    action: { code: action, name: wordFor(ACTION_NAMES, action) ?? action },
    subject: { ...named(subjectId), kind: subjectKind, kindName: wordFor(KIND_NAMES, subjectKind) ?? subjectKind },
    requestId,
    clientAddress,
    erased: row.isErased ? row.changedFields.map((field) => nameOf([field], saying)) : [],
    changes: row.isErased ? [] : changesOf(row, saying),
  };
}

/** What was empty and stayed so says nothing. */
function changesOf(row: AuditRow, saying: Saying): AuditChange[] {
  const currency = row.after.currency ?? row.before.currency;
  const said: Saying = {
    ...saying,
    about: row.subjectKind,
    ...(typeof currency === "string" ? { currency } : {}),
  };
  return row.changedFields
    .flatMap((field) => changesIn([field], row, said))
    .filter(({ before, after }) => before !== NOTHING || after !== NOTHING);
}

/** Some fields are ids of listings. */
function nameOf(path: readonly string[], { names }: Saying): string {
  const own = path[0];
  return own !== undefined && isUuid(own) ? (names.get(own) ?? own) : fieldName(path);
}

type Sides = { before: Record<string, unknown>; after: Record<string, unknown> };

/** A field that is made of fields is shown as those of them that changed. */
function changesIn(path: readonly string[], { before, after }: Sides, saying: Saying): AuditChange[] {
  const field = path.at(-1) ?? "";
  const [was, is] = [opened(before[field]), opened(after[field])];
  if (isRecord(was) || isRecord(is)) {
    const inner: Sides = { before: isRecord(was) ? was : {}, after: isRecord(is) ? is : {} };
    const fields = [...new Set([...Object.keys(inner.before), ...Object.keys(inner.after)])];
    return fields
      .filter((one) => JSON.stringify(inner.before[one]) !== JSON.stringify(inner.after[one]))
      .flatMap((one) => changesIn([...path, one], inner, saying));
  }
  return [
    {
      field: path.join("."),
      name: nameOf(path, saying),
      before: sayValue(field, was, saying),
      after: sayValue(field, is, saying),
    },
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of a listing's part are recorded as one text of JSON. */
function opened(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith("{")) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
