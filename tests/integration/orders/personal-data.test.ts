import { describe, expect, it } from "vitest";
import { cancelAsBuyer, erasePersonalData, listPersonalData, reportProblem } from "~/modules/orders/index.server";
import { closeAccount } from "~/modules/reporting/index.server";
import { makeOrder, type MadeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { inDays } from "~tests/support/order";

const erase = (userId: string) => testDb.transaction().execute((trx) => erasePersonalData(trx, userId, inDays(90)));
const rowOf = ({ orderId }: MadeOrder) =>
  testDb
    .selectFrom("orders")
    .select([
      "buyerUserId",
      "guestEmail",
      "buyerName",
      "phone",
      "address",
      "note",
      "totalMinor",
      "erasedAt",
      "cancelWords",
    ])
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();

describe("a person's copy of her data", () => {
  it("holds what she ordered, also as a guest with the mailbox that she confirmed, and what she said", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    const userId = made.buyer?.userId ?? "";
    const asGuest = await makeOrder(testDb, { isGuest: true, guestEmail: `${userId}@example.org` });
    const said = { orderId: made.orderId, kind: "problem", words: "Dented.", wantedMinor: undefined } as const;
    await reportProblem(testDb, made.inquirer, newKey(), said, inDays(2));
    const data = await listPersonalData(testDb, userId);
    expect(data.orders).toMatchObject([{ totalMinor: "6900" }, { totalMinor: "6900" }]);
    expect((data.orders as { reference: string }[]).map(({ reference }) => reference).toSorted()).toEqual(
      [made.reference, asGuest.reference].toSorted(),
    );
    expect(data.orderProblems).toMatchObject([{ reference: made.reference, words: "Dented." }]);
    const other = await makeOrder(testDb);
    expect((await listPersonalData(testDb, other.buyer?.userId ?? "")).orders).toHaveLength(1);
  });
});

describe("a person who closes her account", () => {
  it("leaves her orders that have ended without name, address and words; the contract stays", async () => {
    const made = await makeOrder(testDb);
    const userId = made.buyer?.userId ?? "";
    await cancelAsBuyer(testDb, made.inquirer, newKey(), { orderId: made.orderId, words: "I moved." }, inDays(1));
    const asGuest = await makeOrder(testDb, {
      isGuest: true,
      guestEmail: `${userId}@example.org`,
      status: "completed",
    });
    await erase(userId);
    for (const order of [made, asGuest]) {
      expect(await rowOf(order)).toEqual({
        buyerUserId: null,
        guestEmail: null,
        buyerName: null,
        phone: null,
        address: null,
        note: null,
        cancelWords: null,
        totalMinor: 6900n,
        erasedAt: inDays(90),
      });
    }
    const events = await testDb
      .selectFrom("orderEvents")
      .select(["actorUserId", "words"])
      .where("orderId", "=", made.orderId)
      .execute();
    expect(events).toEqual([
      { actorUserId: null, words: null },
      { actorUserId: null, words: null },
    ]);
    const accesses = await testDb
      .selectFrom("orderAccesses")
      .select("orderId")
      .where("orderId", "=", asGuest.orderId)
      .execute();
    expect(accesses).toEqual([]);
    expect((await listPersonalData(testDb, userId)).orders).toEqual([]);
  });

  it("keeps nothing else of hers, and takes nothing of anybody else's", async () => {
    const [made, other] = [
      await makeOrder(testDb, { status: "completed" }),
      await makeOrder(testDb, { status: "completed" }),
    ];
    await erase(made.buyer?.userId ?? "");
    expect(await rowOf(other)).toMatchObject({ buyerUserId: other.buyer?.userId, buyerName: "Jonas Petersen" });
  });

  it.each([
    ["is on its way", { status: "shipped" }],
    ["is disputed", { status: "completed", dispute: "open" }],
  ] as const)("does so only when none of her orders %s", async (_how, options) => {
    const made = await makeOrder(testDb, options);
    if (!made.buyer) throw new Error("somebody with an account ordered");
    const visit = { headers: new Headers(), clientAddress: "127.0.0.1" };
    expect(await closeAccount(testDb, visit, made.buyer, undefined)).toEqual({ ok: false, refusal: "has-orders" });
    expect(await rowOf(made)).toMatchObject({ buyerName: "Jonas Petersen" });
  });
});
