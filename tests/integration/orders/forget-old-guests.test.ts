import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { forgetOldGuests, GUEST_YEARS } from "~/modules/orders/personal-data/forget-old-guests.server";
import { recordAudit, verifyAuditChain } from "~/platform/audit/audit.server";
import { FACTORY_NOW, makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { DAY_MS } from "~tests/support/order";

/** The moment so many years after the orders of these tests were made, and days later. */
function after(years: number, days = 0): Date {
  const then = new Date(FACTORY_NOW);
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return new Date(then.getTime() + days * DAY_MS);
}
const LATER = after(GUEST_YEARS, 30);
/** One night, when all that is made here is old. */
const forget = (now = LATER) => forgetOldGuests(testDb, now);
const makeGuests = (options: OrderOptions = {}) =>
  makeOrder(testDb, { isGuest: true, status: "completed", ...options });

const rowOf = ({ orderId }: MadeOrder) =>
  testDb
    .selectFrom("orders")
    .select(["guestEmail", "buyerName", "company", "taxNumber", "phone", "address", "note", "erasedAt"])
    .select(["totalMinor", "receivedMinor", "currency", "status"])
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
const isErased = async (made: MadeOrder) => (await rowOf(made)).erasedAt !== null;

describe("a guest's order that ended longer ago than papers are kept", () => {
  it("names her no more, and keeps what was bought and paid", async () => {
    const made = await makeGuests();
    const before = await rowOf(made);
    await forget();
    const none = { guestEmail: null, buyerName: null, company: null, taxNumber: null, phone: null, address: null };
    const { totalMinor, receivedMinor, currency, status } = before;
    const kept = { totalMinor, receivedMinor, currency, status };
    expect(before.buyerName).not.toBeNull();
    expect(await rowOf(made)).toEqual({ ...none, ...kept, note: null, erasedAt: LATER });
  });

  it("lets the room of payments forget what a bank was told of her", async () => {
    await sql`select graphile_worker.remove_job('forget-old-evidence')`.execute(testDb);
    const jobs = () => sql`select from graphile_worker.jobs where key = 'forget-old-evidence'`.execute(testDb);
    await makeGuests();
    expect((await jobs()).rows).toHaveLength(0);
    await forget();
    expect((await jobs()).rows).toHaveLength(1);
  });

  it("opens to no link and no browser any more", async () => {
    const { orderId } = await makeGuests();
    await forget();
    for (const table of ["orderLinks", "orderAccesses"] as const) {
      expect(await testDb.selectFrom(table).select("orderId").where("orderId", "=", orderId).execute()).toEqual([]);
    }
  });

  it("stands in the log as forgotten, whose chain is whole and has what she did without her values", async () => {
    const made = await makeGuests();
    const subject = { kind: "order", id: made.orderId };
    await testDb.transaction().execute((trx) =>
      recordAudit(trx, {
        actor: { kind: "guest", id: undefined },
        action: "cancel-order",
        subject,
        after: { words: "I moved to Speicherweg 12." },
      }),
    );
    await forget();
    const entries = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["actorKind", "action", "after"])
      .where("subjectId", "=", made.orderId)
      .orderBy("auditEntries.id")
      .execute();
    expect(entries).toMatchObject([
      { actorKind: "guest", action: "cancel-order", after: null },
      { actorKind: "system", action: "forget-guest" },
    ]);
    expect((await verifyAuditChain(testDb)).brokenAt).toBeUndefined();
  });

  it("is out of the letters of its time, not out of those that her mailbox got since", async () => {
    const { guestEmail = "" } = await makeGuests();
    const sent = (createdAt: Date) => ({
      channel: "mail",
      kind: "order-paid",
      recipient: guestEmail,
      locale: "en",
      subject: "Order",
      bodyText: "Dear Jonas",
      bodyHtml: "<p>Dear Jonas</p>",
      createdAt,
      outcome: "sent",
      outcomeAt: createdAt,
    });
    await testDb
      .insertInto("outgoingMessages")
      .values([sent(FACTORY_NOW), sent(after(GUEST_YEARS, 1))])
      .execute();
    await forget();
    const left = await testDb
      .selectFrom("outgoingMessages")
      .select("createdAt")
      .where("recipient", "=", guestEmail)
      .execute();
    expect(left).toEqual([{ createdAt: after(GUEST_YEARS, 1) }]);
  });

  it("is parted from her once", async () => {
    const made = await makeGuests();
    await forget();
    await forget();
    const entries = await testDb
      .selectFrom("auditEntries")
      .select("id")
      .where("subjectId", "=", made.orderId)
      .where("action", "=", "forget-guest")
      .execute();
    expect([entries.length, await forget()]).toEqual([1, 0]);
  });

  it("waits for the next night while somebody holds it", async () => {
    const made = await makeGuests();
    let count: number | undefined;
    await testDb.transaction().execute(async (trx) => {
      await trx.selectFrom("orders").select("id").where("id", "=", made.orderId).forUpdate().execute();
      count = await forget();
    });
    expect([count, await isErased(made)]).toEqual([0, false]);
    expect([await forget(), await isErased(made)]).toEqual([1, true]);
  });
});

describe("keeps its guest", () => {
  it("an order until five years have passed, to the day", async () => {
    const made = await makeGuests();
    const { completedAt } = await testDb
      .selectFrom("orders")
      .select("completedAt")
      .where("id", "=", made.orderId)
      .executeTakeFirstOrThrow();
    const events = await testDb
      .selectFrom("orderEvents")
      .select("happenedAt")
      .where("orderId", "=", made.orderId)
      .execute();
    const last = Math.max(...events.map(({ happenedAt }) => happenedAt.getTime()), completedAt?.getTime() ?? 0);
    const end = new Date(last);
    end.setUTCFullYear(end.getUTCFullYear() + GUEST_YEARS);
    await forget(end);
    expect(await isErased(made)).toBe(false);
    await forget(new Date(end.getTime() + 1));
    expect(await isErased(made)).toBe(true);
  });

  it("one with which something has happened since", async () => {
    const made = await makeGuests();
    await testDb
      .insertInto("orderEvents")
      .values({ orderId: made.orderId, position: 99, deed: "refund", actor: "money", happenedAt: after(1) })
      .execute();
    await forget();
    expect(await isErased(made)).toBe(false);
  });

  it.each([
    ["goes on", { status: "shipped" }],
    ["is disputed", { dispute: "open" }],
  ] as const)("one that %s", async (_how, options) => {
    const made = await makeGuests(options);
    await forget();
    expect(await isErased(made)).toBe(false);
  });

  it("one of somebody with an account, who closes it herself", async () => {
    const made = await makeOrder(testDb, { status: "completed" });
    await forget();
    expect(await isErased(made)).toBe(false);
  });
});
