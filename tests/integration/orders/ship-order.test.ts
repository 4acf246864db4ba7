import { describe, expect, it } from "vitest";
import { makeOrder, makeSellerActor } from "~db/factories";
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
  ship,
  statusOf,
} from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

const makeTwoLines = () => makeOrder(testDb, { lines: [{ quantity: 2 }, { quantity: 3 }] });
const parcelsOf = (orderId: string) =>
  testDb
    .selectFrom("orderParcelLines")
    .innerJoin("orderParcels", "orderParcels.id", "orderParcelLines.parcelId")
    .select(["orderParcels.position", "orderParcelLines.orderLineId as lineId", "orderParcelLines.quantity"])
    .where("orderParcelLines.orderId", "=", orderId)
    .orderBy("orderParcels.position")
    .execute();

describe("a parcel that holds everything", () => {
  it("makes the order shipped; it completes by itself fourteen days after the last day of its way", async () => {
    const made = await makeOrder(testDb, { transitDaysMax: 10 });
    expect(await ship(made)).toEqual(DONE);
    expect(await orderRow(made.orderId)).toMatchObject({
      status: "shipped",
      shippedAt: inDays(1),
      completeBy: inDays(1 + 10 + 14),
    });
    expect(await historyOf(made.orderId)).toEqual(["place by buyer", "parcel by seller", "ship by seller"]);
    expect(await actionsOn(made.orderId)).toEqual(["ship-order"]);
  });

  it("is followed by the buyer from her letter", async () => {
    const made = await makeOrder(testDb, { isGuest: true });
    await ship(made);
    const [letter] = await lettersTo(made.guestEmail ?? "");
    expect(letter?.text).toContain("Carrier: Azərpoçt. Tracking code: RR123456789AZ.");
    expect(letter?.text).toContain("https://track.example/RR123456789AZ");
    expect(letter?.text).toMatch(/\/en\/links\/[\w-]{43}/);
  });

  it("leaves once, however often the button is pressed", async () => {
    const made = await makeOrder(testDb);
    const key = newKey();
    expect(await Promise.all([ship(made, { key }), ship(made, { key })])).toEqual([DONE, DONE]);
    expect(await parcelsOf(made.orderId)).toHaveLength(1);
    expect(await lettersTo(mailOf(made.buyer))).toHaveLength(1);
  });

  it("leaves once when two members pack it at the same moment", async () => {
    const made = await makeOrder(testDb, { status: "in_preparation", lines: [{ quantity: 4 }] });
    const colleague = await makeSellerActor(testDb, made.sellerId, "editor");
    const pieces = made.lineIds.map((lineId) => ({ lineId, quantity: 3 }));
    const second = await waitFor(
      (trx) => ship(made, { pieces, db: trx }),
      () => ship(made, { seller: colleague, pieces }),
    );
    expect(second).toEqual(no("too-many-pieces"));
    expect(await parcelsOf(made.orderId)).toHaveLength(1);
  });
});

describe("several parcels", () => {
  it("that are packed at the same moment know of each other: the second is the last", async () => {
    const made = await makeOrder(testDb, { status: "in_preparation", lines: [{ quantity: 4 }] });
    const half = made.lineIds.map((lineId) => ({ lineId, quantity: 2 }));
    const second = await waitFor(
      (trx) => ship(made, { pieces: half, db: trx }),
      () => ship(made, { pieces: half }),
    );
    expect(second).toEqual(DONE);
    expect(await statusOf(made.orderId)).toBe("shipped");
    expect((await parcelsOf(made.orderId)).map(({ position }) => position)).toEqual([1, 2]);
  });

  it("keep the order in preparation until the last piece has left", async () => {
    const made = await makeTwoLines();
    const [cup = "", jug = ""] = made.lineIds;
    expect(
      await ship(made, {
        pieces: [
          { lineId: cup, quantity: 2 },
          { lineId: jug, quantity: 1 },
        ],
      }),
    ).toEqual(DONE);
    expect(await statusOf(made.orderId)).toBe("in_preparation");
    expect(await jobsOf("release-deposit", made.orderId)).toBe(1);
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-parcel" }]);

    expect(await ship(made, { pieces: [{ lineId: jug, quantity: 2 }], now: inDays(3) })).toEqual(DONE);
    expect(await orderRow(made.orderId)).toMatchObject({ status: "shipped", shippedAt: inDays(3) });
    expect(await parcelsOf(made.orderId)).toHaveLength(3);
    expect(await actionsOn(made.orderId)).toEqual(["ship-parcel", "ship-order"]);
  });

  it("hold no more pieces than are left, and none of another order", async () => {
    const [made, other] = [await makeTwoLines(), await makeOrder(testDb)];
    const [cup = ""] = made.lineIds;
    await ship(made, { pieces: [{ lineId: cup, quantity: 1 }] });
    const again = (lineId: string, quantity: number) => ship(made, { pieces: [{ lineId, quantity }] });
    expect(await again(cup, 2)).toEqual(no("too-many-pieces"));
    expect(await again(other.lineIds[0] ?? "", 1)).toEqual(no("too-many-pieces"));
    expect(await ship(made, { pieces: [{ lineId: cup, quantity: 0 }] })).toEqual(no("nothing-packed"));
  });

  it("end early only when money for the rest was given back", async () => {
    const options = { lines: [{ quantity: 4 }] };
    const [kept, refunded] = [
      await makeOrder(testDb, options),
      await makeOrder(testDb, { ...options, refundedMinor: 6000 }),
    ];
    expect(await ship(kept, { isLast: true })).toEqual(no("rest-not-refunded"));
    expect(await ship(refunded, { isLast: true })).toEqual(DONE);
    expect(await statusOf(refunded.orderId)).toBe("shipped");
  });
});

describe("a parcel does not leave", () => {
  it.each([
    [
      "unpaid",
      {
        status: "in_preparation",
        preparesAfter: "first_due",
        dues: [{ amountMinor: 2070 }, { amountMinor: 4830, receivedMinor: 0 }],
      },
      "not-paid",
    ],
    ["while the bank disputes", { dispute: "open" }, "dispute-open"],
    ["when it is picked up", { delivery: "pick_up" }, "not-sent"],
    ["before it is paid", { status: "pending_payment" }, "not-now"],
    ["again", { status: "shipped" }, "not-now"],
    ["cancelled", { status: "cancelled" }, "not-now"],
  ] as const)("%s", async (_when, options, refusal) => {
    expect(await ship(await makeOrder(testDb, options))).toEqual(no(refusal));
  });

  it("lighter than the goods in it are", async () => {
    const made = await makeOrder(testDb);
    expect(await ship(made, { weightGrams: 699 })).toEqual(no("lighter-than-contents"));
    expect(await ship(made, { weightGrams: 700 })).toEqual(DONE);
  });

  it("for another shop", async () => {
    const [made, stranger] = [await makeOrder(testDb), await makeOrder(testDb)];
    expect(await ship(made, { seller: stranger.seller })).toEqual(no("order-missing"));
  });

  it("without the number of the export certificate that its goods need, which is kept with the line", async () => {
    const made = await makeOrder(testDb, { lines: [{}, { needsCertificate: true }] });
    const [, carpet = ""] = made.lineIds;
    expect(await ship(made)).toEqual(no("certificate-missing"));
    expect(await ship(made, { weightGrams: 1_500, certificates: [{ lineId: carpet, number: "XM 12/2026" }] })).toEqual(
      DONE,
    );
    const { certificateNumber } = await testDb
      .selectFrom("orderLines")
      .select("certificateNumber")
      .where("id", "=", carpet)
      .executeTakeFirstOrThrow();
    expect(certificateNumber).toBe("XM 12/2026");
  });
});
