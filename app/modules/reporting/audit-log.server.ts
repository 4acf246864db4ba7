import { namedAddresses, namedPeople } from "~/modules/accounts/index.server";
import { namedListings, namedReports } from "~/modules/catalog/index.server";
import { namedCollections, namedFeatures } from "~/modules/curation/index.server";
import { namedEvidence } from "~/modules/export-readiness/index.server";
import { namedInquiries } from "~/modules/inquiries/index.server";
import { namedOrders } from "~/modules/orders/index.server";
import { namedShops } from "~/modules/sellers/index.server";
import { cursorOf, listAuditEntries, type AuditFilter, type AuditQuestion } from "~/platform/audit/audit-log.server";
import type { AuditRow } from "~/platform/audit/audit-row";
import type { Called, NamedSubjects } from "~/platform/audit/named-subjects.server";
import type { Db } from "~/platform/db/db.server";
import { namedPapers } from "~/platform/private-files/named-papers.server";
import { isUuid } from "~/platform/uuid";

/** Every room that has names for what entries are about. */
const NAMED: readonly NamedSubjects[] = [
  namedPeople,
  namedAddresses,
  namedShops,
  namedListings,
  namedReports,
  namedInquiries,
  namedOrders,
  namedEvidence,
  namedCollections,
  namedFeatures,
  namedPapers,
];

export type AuditPage = {
  entries: AuditRow[];
  /** What people and things are called, by id; what is gone has no name. */
  names: ReadonlyMap<string, string>;
  /** Where the page after this one begins; undefined on the last. */
  older: string | undefined;
  /** More is called so than is looked for. */
  isCut: boolean;
};

/** A page of the audit log, the latest first, with the names of what it speaks of. */
export async function openAuditLog(
  db: Db,
  { person, subject, ...narrowing }: AuditQuestion,
  pageSize: number,
): Promise<AuditPage> {
  const entryId = entryIdOf(subject);
  const [actors, subjects] = await Promise.all([
    person === undefined ? undefined : findCalled(db, [namedPeople], person),
    subject === undefined || entryId !== undefined ? undefined : findCalled(db, NAMED, subject),
  ]);
  const filter: AuditFilter = { ...narrowing, actorIds: actors?.ids, subjectIds: subjects?.ids, entryId };
  const found = await listAuditEntries(db, filter, pageSize + 1);
  const entries = found.slice(0, pageSize);
  const last = found.length > pageSize ? entries.at(-1) : undefined;
  return {
    entries,
    names: await listNames(db, idsIn(entries)),
    older: last && cursorOf(last),
    isCut: actors?.isCut === true || subjects?.isCut === true,
  };
}

/** Ids of what is called so, and the words themselves: they may be an id. */
async function findCalled(db: Db, rooms: readonly NamedSubjects[], words: string): Promise<Called> {
  if (isUuid(words)) return { ids: [words], isCut: false };
  const found = await Promise.all(rooms.map((room) => room.findCalled(db, words)));
  return { ids: [words, ...found.flatMap(({ ids }) => ids)], isCut: found.some(({ isCut }) => isCut) };
}

/** A number alone is one entry's, whatever telephone or title holds its digits. */
function entryIdOf(subject: string | undefined): bigint | undefined {
  return subject !== undefined && /^\d{1,18}$/.test(subject) ? BigInt(subject) : undefined;
}

async function listNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Promise.all(NAMED.map((room) => room.listNames(db, ids)));
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Who acted, on what, and what the values point to. */
function idsIn(entries: readonly AuditRow[]): string[] {
  const ids = entries.flatMap(({ actorId, subjectId, before, after }) => [
    ...(actorId === null ? [] : [actorId]),
    subjectId,
    ...(JSON.stringify([before, after]).match(UUIDS) ?? []),
  ]);
  return [...new Set(ids)];
}
