import { describe, expect, it } from "vitest";
import { askAgain, confirmReceipt, deliverOrder } from "~/modules/orders/index.server";
import { takeHandoverFiles } from "~/modules/orders/fulfilment/order-files.server";
import { files } from "~/platform/files/files.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  actionsOn,
  DONE,
  historyOf,
  inDays,
  jobsOf,
  lettersTo,
  mailOf,
  no,
  orderRow,
  statusOf,
} from "~tests/support/order";
import { makePdf } from "~tests/support/papers";

const makeService = (options: OrderOptions = {}) =>
  makeOrder(testDb, { kind: "service", status: "in_preparation", lines: [{ quantity: 1 }], ...options });
type Handover = { words?: string; link?: string; isPaidAtDoor?: boolean; key?: ReturnType<typeof newKey>; now?: Date };
const deliver = (
  { seller, orderId }: MadeOrder,
  { words, link, isPaidAtDoor = false, key = newKey(), now = inDays(1) }: Handover,
) => deliverOrder(testDb, seller, key, { orderId, words, link, isPaidAtDoor }, now);

describe("what is delivered digitally", () => {
  it("brings words and a link, and is accepted by itself after fourteen days", async () => {
    const made = await makeService();
    expect(await deliver(made, { words: "The logo in five formats.", link: "https://files.example/logo" })).toEqual(
      DONE,
    );
    expect(await orderRow(made.orderId)).toMatchObject({
      status: "delivered",
      deliveredAt: inDays(1),
      completeBy: inDays(15),
    });
    const [letter] = await lettersTo(mailOf(made.buyer));
    expect(letter).toMatchObject({ kind: "order-delivered" });
    expect(letter?.text).toContain("“The logo in five formats.”");
    expect(await actionsOn(made.orderId)).toEqual(["deliver-order"]);
  });

  it("brings something: words, a link or a file that came with the form", async () => {
    const made = await makeService();
    expect(await deliver(made, {})).toEqual(no("nothing-handed-over"));
    const key = newKey();
    const posted = new FormData();
    posted.append("files", new File([new Uint8Array(makePdf())], "logo.pdf", { type: "application/pdf" }));
    expect(await takeHandoverFiles(testDb, files(), key, posted, inDays(1))).toBeUndefined();
    expect(await deliver(made, { key })).toEqual(DONE);
    const sent = await testDb
      .selectFrom("orderHandoverFiles")
      .innerJoin("privateFiles", "privateFiles.id", "orderHandoverFiles.fileId")
      .innerJoin("orderHandovers", "orderHandovers.id", "orderHandoverFiles.handoverId")
      .where("orderHandovers.orderId", "=", made.orderId)
      .select(["privateFiles.name", "privateFiles.ownerKind", "privateFiles.ownerId"])
      .execute();
    expect(sent).toEqual([{ name: "logo.pdf", ownerKind: "order", ownerId: made.orderId }]);
  });

  it("is delivered once, however often the button is pressed", async () => {
    const made = await makeService();
    const key = newKey();
    const press = () => deliver(made, { words: "Here.", key });
    expect(await Promise.all([press(), press()])).toEqual([DONE, DONE]);
    expect(await historyOf(made.orderId)).toEqual(["place by buyer", "deliver by seller"]);
  });

  it.each([
    [
      {
        status: "in_preparation",
        preparesAfter: "first_due",
        dues: [{ amountMinor: 1000 }, { amountMinor: 2000, receivedMinor: 0 }],
      },
      "not-paid",
    ],
    [{ dispute: "open" }, "dispute-open"],
    [{ status: "delivered" }, "not-now"],
    [{ delivery: "post" }, "not-delivered-by-hand"],
  ] as const)("is not delivered when it is %o", async (options, refusal) => {
    expect(await deliver(await makeService(options), { words: "Here." })).toEqual(no(refusal));
  });
});

describe("milestones", () => {
  it("are handed over one after another; the order is delivered with the last, which is paid for", async () => {
    const made = await makeService({
      preparesAfter: "first_due",
      dues: [{ amountMinor: 1000 }, { amountMinor: 2000, receivedMinor: 0 }],
    });
    const [first = "", second = ""] = made.dueIds;
    await testDb
      .insertInto("orderMilestones")
      .values(
        [first, second].map((dueId, at) => ({
          orderId: made.orderId,
          position: at + 1,
          titles: { az: `Mərhələ ${at + 1}` },
          dueId,
        })),
      )
      .execute();
    expect(await deliver(made, { words: "Draft." })).toEqual(DONE);
    expect(await statusOf(made.orderId)).toBe("in_preparation");
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-milestone" }]);
    expect(await deliver(made, { words: "Final." })).toEqual(no("not-paid"));

    await testDb.transaction().execute(async (trx) => {
      await trx
        .updateTable("orderDues")
        .set({ receivedMinor: 2000n, paidAt: inDays(2) })
        .where("id", "=", second)
        .execute();
      await trx.updateTable("orders").set({ receivedMinor: 3000n }).where("id", "=", made.orderId).execute();
    });
    expect(await deliver(made, { words: "Final.", now: inDays(3) })).toEqual(DONE);
    expect(await confirmReceipt(testDb, made.inquirer, newKey(), made.orderId, inDays(4))).toEqual(DONE);
    const rows = await testDb
      .selectFrom("orderMilestones")
      .select(["deliveredAt", "acceptedAt"])
      .where("orderId", "=", made.orderId)
      .orderBy("position")
      .execute();
    expect(rows).toEqual([
      { deliveredAt: inDays(1), acceptedAt: inDays(4) },
      { deliveredAt: inDays(3), acceptedAt: inDays(4) },
    ]);
  });
});

describe("rounds of changes", () => {
  const makeRounds = (revisionsIncluded: number, options: OrderOptions = {}) =>
    makeService({ listing: { revisionsIncluded }, ...options });
  const again = ({ inquirer, orderId }: MadeOrder, now = inDays(2), key = newKey()) =>
    askAgain(testDb, inquirer, key, { orderId, words: "Blue, please." }, now);

  it("are asked for while the price includes them; each makes another hand-over", async () => {
    const made = await makeRounds(1, { isGuest: true });
    await deliver(made, { words: "Red." });
    expect(await again(made)).toEqual(DONE);
    expect(await statusOf(made.orderId)).toBe("in_preparation");
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([{ kind: "order-asked-again" }]);
    await deliver(made, { words: "Blue.", now: inDays(3) });
    expect(await again(made, inDays(4))).toEqual(no("no-rounds-left"));
    expect(await historyOf(made.orderId)).toEqual([
      "place by buyer",
      "deliver by seller",
      "ask-again by buyer",
      "deliver by seller",
    ]);
  });

  it("are asked for once, however often the button is pressed, and only in time", async () => {
    const [made, late] = [await makeRounds(5), await makeRounds(5)];
    for (const one of [made, late]) await deliver(one, { words: "Red." });
    const key = newKey();
    expect(await Promise.all([again(made, inDays(2), key), again(made, inDays(2), key)])).toEqual([DONE, DONE]);
    expect(await historyOf(made.orderId)).toHaveLength(3);
    expect(await again(late, inDays(15))).toEqual(no("too-late"));
  });

  it("are not there where the price names none, for goods, or for somebody else", async () => {
    const [none, good, other] = [
      await makeService({ status: "delivered" }),
      await makeOrder(testDb),
      await makeService(),
    ];
    expect(await again(none)).toEqual(no("no-rounds-left"));
    expect(await again(good)).toEqual(no("no-service"));
    expect(await again({ ...none, inquirer: other.inquirer })).toEqual(no("order-missing"));
  });
});

describe("what is handed over at the door", () => {
  const atDoor = { status: "in_preparation", delivery: "pick_up", paymentMethod: "at_pick_up" } as const;

  it("is paid there when that was agreed, and the payments' room records the money", async () => {
    const made = await makeOrder(testDb, atDoor);
    expect(await deliver(made, {})).toEqual(no("say-that-paid"));
    expect(await deliver(made, { isPaidAtDoor: true })).toEqual(DONE);
    expect(await statusOf(made.orderId)).toBe("delivered");
    expect(await jobsOf("record-counter-payment", made.orderId)).toBe(1);
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-handed-over" }]);
  });

  it("records no money twice that came before", async () => {
    const made = await makeOrder(testDb, { status: "paid", delivery: "pick_up" });
    expect(await deliver(made, { isPaidAtDoor: true })).toEqual(DONE);
    expect(await jobsOf("record-counter-payment", made.orderId)).toBe(0);
  });
});
