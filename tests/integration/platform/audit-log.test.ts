import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import {
  cursorOf,
  listAuditActions,
  listAuditEntries,
  readAuditQuestion,
  readCursor,
  recordAuditView,
} from "~/platform/audit/audit-log.server";
import { eraseAuditValues, recordAudit, verifyAuditChain, type AuditEvent } from "~/platform/audit/audit.server";
import { setClockOffset } from "~/platform/clock.server";
import { makePerson, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";

const ids = { anna: "", beyim: "" };
const SELLER = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";

const record = (event: AuditEvent) => testDb.transaction().execute((trx) => recordAudit(trx, event));

beforeAll(async () => {
  ids.anna = await makePerson(testDb, { role: "reviewer" });
  ids.beyim = await makePerson(testDb);
  const deeds: [string, string, string, string][] = [
    ["anna", "suspend-seller", "seller", SELLER],
    ["anna", "reinstate-seller", "seller", SELLER],
    ["beyim", "edit-shop", "seller", OTHER],
    ["beyim", "report-listing", "listing", OTHER],
  ];
  for (const [who, action, kind, id] of deeds) {
    const actor = { kind: "staff" as const, id: who === "anna" ? ids.anna : ids.beyim };
    await record({ actor, action, subject: { kind, id }, before: { a: 1 }, after: { a: 2, who } });
  }
});

const actionsOf = async (question: Parameters<typeof listAuditEntries>[1], limit = 50) =>
  (await listAuditEntries(testDb, question, limit)).map(({ action }) => action);

describe("the audit log", () => {
  it("lists who did what with the values before and after, the latest first", async () => {
    const [latest] = await listAuditEntries(testDb, { action: "edit-shop" }, 10);

    expect(latest).toMatchObject({
      actorId: ids.beyim,
      subjectKind: "seller",
      subjectId: OTHER,
      before: { a: 1 },
      after: { a: 2, who: "beyim" },
      isErased: false,
    });
    expect(await actionsOf({})).toEqual(["report-listing", "edit-shop", "reinstate-seller", "suspend-seller"]);
  });

  it.each([
    ["who acted", () => ({ actorIds: [ids.beyim] }), ["report-listing", "edit-shop"]],
    ["an action", () => ({ action: "edit-shop" }), ["edit-shop"]],
    ["a kind of subject", () => ({ kind: "listing" }), ["report-listing"]],
    ["a subject", () => ({ subjectIds: [SELLER] }), ["reinstate-seller", "suspend-seller"]],
    ["several subjects", () => ({ kind: "seller", subjectIds: [OTHER, SELLER], action: "edit-shop" }), ["edit-shop"]],
    ["nobody", () => ({ actorIds: ["nobody"] }), []],
  ])("is filtered by %s", async (_what, question, expected) => {
    expect(await actionsOf(question())).toEqual(expected);
  });

  it("finds one entry by its number", async () => {
    const [one] = await listAuditEntries(testDb, { action: "suspend-seller" }, 1);
    expect(await actionsOf({ entryId: one?.id })).toEqual(["suspend-seller"]);
  });

  it("turns its pages by where the last one ended, and shows each entry once", async () => {
    const seen: string[] = [];
    let before: ReturnType<typeof readCursor>;
    for (let page = 0; page < 4; page += 1) {
      const [entry] = await listAuditEntries(testDb, { before }, 1);
      if (!entry) break;
      seen.push(entry.action);
      before = readCursor(cursorOf(entry));
    }
    expect(seen).toEqual(await actionsOf({}));
  });

  it("is bounded by days of Baku", async () => {
    const { question } = readAuditQuestion(new URLSearchParams({ from: "2026-11-24", until: "2026-11-24" }));
    expect([question.from?.toISOString(), question.until?.toISOString()]).toEqual([
      "2026-11-23T20:00:00.000Z",
      "2026-11-24T20:00:00.000Z",
    ]);
    const yesterday = new Date(Date.now() - 86_400_000);
    expect(await actionsOf({ until: yesterday })).toEqual([]);
    expect(await actionsOf({ from: yesterday })).toHaveLength(4);
  });

  it("takes no notice of what no filter may be", () => {
    const { question, asked } = readAuditQuestion(
      new URLSearchParams({ from: "yesterday", until: "2026-99-99", person: "  ", before: "1 or 1=1", page: "2" }),
    );
    expect(asked).toEqual({});
    expect(question).toEqual({});
  });

  it("names every action once", async () => {
    expect(await listAuditActions(testDb)).toEqual([
      "edit-shop",
      "reinstate-seller",
      "report-listing",
      "suspend-seller",
    ]);
  });

  it("reads any filter by an index, so that it does not slow down with its length", async () => {
    // Of few rows no index is worth its while: what is asked is whether there is one.
    const plan = (where: string) =>
      testDb.transaction().execute(async (trx) => {
        for (const way of ["seqscan", "bitmapscan", "sort"]) {
          await sql`set local ${sql.ref(`enable_${way}`)} = off`.execute(trx);
        }
        const { rows } = await sql<Record<string, string>>`
          explain select id from audit_entries where ${sql.raw(where)} order by happened_at desc, id desc limit 50`.execute(
          trx,
        );
        return rows.map((row) => Object.values(row).join(" ")).join("\n");
      });
    for (const where of [
      "actor_id = 'x'",
      "action = 'x'",
      "subject_id = 'x'",
      "(happened_at, id) < (timestamptz '2026-11-24', 5)",
    ]) {
      const words = await plan(where);
      expect(words).toContain("Index");
      expect(words).not.toContain("Sort");
    }
  });
});

describe("looking at it", () => {
  it("is written down with what was asked for, once for a view", async () => {
    const staff = await makeStaff(testDb, "admin");
    await recordAuditView(testDb, staff, { person: "Anna" });

    expect(await listAuditEntries(testDb, { action: "view-audit-log" }, 10)).toMatchObject([
      { actorId: staff.userId, after: { person: "Anna" } },
    ]);
  });

  it("shows no values that have been erased, and the chain still holds", async () => {
    setClockOffset(1_000);
    const gone = await makePerson(testDb, { name: "Gedən" });
    await record({
      actor: { kind: "buyer", id: gone },
      action: "save-profile",
      subject: { kind: "person", id: gone },
      after: { name: "Gedən" },
    });
    await testDb.transaction().execute((trx) => eraseAuditValues(trx, gone));
    setClockOffset(0);

    const [entry] = await listAuditEntries(testDb, { actorIds: [gone] }, 10);
    expect(entry).toMatchObject({
      isErased: true,
      changedFields: ["name"],
      before: {},
      after: {},
      clientAddress: null,
    });
    expect((await verifyAuditChain(testDb)).brokenAt).toBeUndefined();
  });
});
