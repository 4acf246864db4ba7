import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { recordAudit, verifyAuditChain, type AuditEvent } from "~/platform/audit/audit.server";
import { runWithOrigin } from "~/platform/audit/origin.server";
import { testDb } from "~tests/support/database";

const event: AuditEvent = {
  actor: { kind: "staff", id: "person-1" },
  action: "suspend-seller",
  subject: { kind: "seller", id: "seller-1" },
  before: { status: "approved", phone: "+994501234567" },
  after: { status: "suspended", phone: "+994501234567" },
};

/** As it is written while a request is answered. */
const record = (changes: Partial<AuditEvent> = {}) =>
  runWithOrigin({ requestId: "request-1", clientAddress: "192.0.2.7" }, () =>
    testDb.transaction().execute((trx) => recordAudit(trx, { ...event, ...changes })),
  );

const listIds = async () =>
  (await testDb.selectFrom("auditEntries").select("id").orderBy("id").execute()).map(({ id }) => id);

/** As somebody with full rights over the server could: the table's own guard is switched off. */
async function tamper(statement: ReturnType<typeof sql>): Promise<void> {
  await testDb.transaction().execute(async (trx) => {
    await sql`alter table audit_entries disable trigger audit_entries_append_only`.execute(trx);
    await statement.execute(trx);
    await sql`alter table audit_entries enable trigger audit_entries_append_only`.execute(trx);
  });
}

beforeEach(async () => {
  await testDb.deleteFrom("auditValues").execute();
  await tamper(sql`delete from audit_entries`);
});

describe("the audit chain", () => {
  it("holds while it is empty", async () => {
    expect(await verifyAuditChain(testDb)).toEqual({ entries: 0, brokenAt: undefined });
  });

  it("links every entry to the one before it", async () => {
    for (const action of ["approve-seller", "suspend-seller", "approve-seller"]) await record({ action });

    const entries = await testDb.selectFrom("auditEntries").select(["hash", "previousHash"]).orderBy("id").execute();

    expect(entries.map(({ previousHash }) => previousHash)).toEqual([
      "0".repeat(64),
      ...entries.slice(0, -1).map(({ hash }) => hash),
    ]);
    expect(await verifyAuditChain(testDb)).toEqual({ entries: 3, brokenAt: undefined });
  });

  it("tells who did what to whom, and keeps what was changed beside it", async () => {
    await record();

    const entry = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "entryId", "id")
      .select(["actorKind", "actorId", "action", "subjectKind", "subjectId", "requestId", "changedFields"])
      .select(["before", "after", "clientAddress"])
      .executeTakeFirstOrThrow();

    expect(entry).toEqual({
      actorKind: "staff",
      actorId: "person-1",
      action: "suspend-seller",
      subjectKind: "seller",
      subjectId: "seller-1",
      requestId: "request-1",
      changedFields: ["phone", "status"],
      before: event.before,
      after: event.after,
      clientAddress: "192.0.2.7",
    });
  });

  it("keeps no changed value in the chain itself", async () => {
    await record();

    const { rows } = await sql<{ entry: string }>`select audit_entries::text as entry from audit_entries`.execute(
      testDb,
    );

    expect(rows).toHaveLength(1);
    expect(rows[0]?.entry).not.toContain("994501234567");
    expect(rows[0]?.entry).not.toContain("192.0.2.7");
  });

  it("takes amounts of money as they are", async () => {
    await record({ before: { amountMinor: 1250n, nested: { b: [1n, 2], a: null } } });

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 1, brokenAt: undefined });
  });

  it("is one chain when many write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => record({ subject: { kind: "seller", id: `seller-${i}` } })));

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 20, brokenAt: undefined });
  });

  it("has no entry of a deed that was rolled back, and goes on from the one before", async () => {
    await record();
    const broken = testDb.transaction().execute(async (trx) => {
      await recordAudit(trx, event);
      throw new Error("the deed failed");
    });
    await expect(broken).rejects.toThrow("the deed failed");
    await record();

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 2, brokenAt: undefined });
  });

  it("is walked to its end however little is read at a time", async () => {
    for (let i = 0; i < 5; i += 1) await record();
    const last = (await listIds()).at(-1);

    expect(await verifyAuditChain(testDb, { chunk: 2 })).toEqual({ entries: 5, brokenAt: undefined });
    await tamper(sql`update audit_entries set actor_id = 'person-2' where id = ${last}`);
    expect(await verifyAuditChain(testDb, { chunk: 2 })).toEqual({ entries: 4, brokenAt: last });
  });
});

describe("tampering with the audit log", () => {
  it.each([
    ["changed", sql`update audit_entries set changed_fields = '{}'`],
    ["deleted", sql`delete from audit_entries`],
    ["emptied", sql`truncate audit_entries cascade`],
  ])("is refused by the database: no entry is %s", async (_how, statement) => {
    await record();
    await expect(statement.execute(testDb)).rejects.toThrow("the audit log is append-only");
  });

  it.each([
    ["the time", sql`happened_at = happened_at + interval '1 second'`],
    ["the actor's kind", sql`actor_kind = 'system'`],
    ["the actor", sql`actor_id = 'person-2'`],
    ["the action", sql`action = 'approve-seller'`],
    ["the subject's kind", sql`subject_kind = 'listing'`],
    ["the subject", sql`subject_id = 'seller-2'`],
    ["the request", sql`request_id = null`],
    ["the names of fields", sql`changed_fields = '{status}'`],
    ["the digest of the values", sql`values_digest = repeat('a', 64)`],
    ["the link", sql`previous_hash = repeat('a', 64)`],
  ])("with %s of an entry is found", async (_what, change) => {
    for (let i = 0; i < 3; i += 1) await record();
    const [, second] = await listIds();

    await tamper(sql`update audit_entries set ${change} where id = ${second}`);

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 1, brokenAt: second });
  });

  it("by taking an entry out is found at the next one", async () => {
    for (let i = 0; i < 3; i += 1) await record();
    const [, second, third] = await listIds();

    await sql`delete from audit_values where entry_id = ${second}`.execute(testDb);
    await tamper(sql`delete from audit_entries where id = ${second}`);

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 1, brokenAt: third });
  });

  it("with the values beside an entry is found", async () => {
    await record();
    const [first] = await listIds();

    await testDb
      .updateTable("auditValues")
      .set({ after: JSON.stringify({ status: "approved", phone: "+994501234567" }) })
      .execute();

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 0, brokenAt: first });
  });
});

describe("erasing personal values", () => {
  it("by emptying them leaves the chain whole", async () => {
    for (let i = 0; i < 2; i += 1) await record();

    await testDb.updateTable("auditValues").set({ before: null, after: null, clientAddress: null }).execute();

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 2, brokenAt: undefined });
  });

  it("by deleting their row leaves the chain whole", async () => {
    for (let i = 0; i < 2; i += 1) await record();

    await testDb.deleteFrom("auditValues").execute();

    expect(await verifyAuditChain(testDb)).toEqual({ entries: 2, brokenAt: undefined });
  });
});
