import { describe, expect, it } from "vitest";
import { correctParcel, findParcelToCorrect, findSellersOrder } from "~/modules/orders/index.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeOrder, makeSellerActor, type MadeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { actionsOn, DONE, historyOf, inDays, lettersTo, mailOf, no, ship } from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

type Changes = Partial<{
  position: number;
  carrier: string;
  trackingCode: string | undefined;
  trackingUrl: string | undefined;
  seller: SellerActor;
  key: ReturnType<typeof newKey>;
}>;

/** Another code and link, with the carrier as it was, unless the changes say otherwise. */
function correct(made: MadeOrder, { seller = made.seller, key = newKey(), ...changes }: Changes = {}) {
  const right = {
    ...{ orderId: made.orderId, position: 1, carrier: "Azərpoçt" },
    ...{ trackingCode: "RR987654321AZ", trackingUrl: "https://track.example/RR987654321AZ" },
    ...changes,
  };
  return correctParcel(testDb, seller, key, right, inDays(2));
}

const parcelOf = (orderId: string) =>
  testDb
    .selectFrom("orderParcels")
    .select(["carrier", "trackingCode", "trackingUrl", "weightGrams"])
    .where("orderId", "=", orderId)
    .executeTakeFirst();

async function makeSent(options: Parameters<typeof makeOrder>[1] = {}) {
  const made = await makeOrder(testDb, { locale: "en", ...options });
  await ship(made);
  return made;
}

const AS_SENT = {
  carrier: "Azərpoçt",
  trackingCode: "RR123456789AZ",
  trackingUrl: "https://track.example/RR123456789AZ",
  weightGrams: 1200,
};

describe("a parcel that left with a wrong number", () => {
  it("is corrected, and what was written before and afterwards is recorded", async () => {
    const made = await makeSent();
    expect(await correct(made, { carrier: "DHL" })).toEqual(DONE);
    expect(await parcelOf(made.orderId)).toEqual({
      carrier: "DHL",
      trackingCode: "RR987654321AZ",
      trackingUrl: "https://track.example/RR987654321AZ",
      weightGrams: 1200,
    });
    expect((await historyOf(made.orderId)).at(-1)).toBe("correct-parcel by seller");
    expect(await actionsOn(made.orderId)).toEqual(["ship-order", "correct-parcel"]);
    const { before, after } = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["before", "after"])
      .where("action", "=", "correct-parcel")
      .where("subjectId", "=", made.orderId)
      .executeTakeFirstOrThrow();
    expect(before).toMatchObject({ parcel: 1, carrier: "Azərpoçt", trackingCode: "RR123456789AZ" });
    expect(after).toMatchObject({ parcel: 1, carrier: "DHL", trackingCode: "RR987654321AZ" });
  });

  it("is told to the buyer once, with the right number alone, however often the form is sent", async () => {
    const made = await makeSent();
    const key = newKey();
    expect(await Promise.all([correct(made, { key }), correct(made, { key })])).toEqual([DONE, DONE]);
    expect(await correct(made)).toEqual(no("nothing-to-correct"));
    const letters = (await lettersTo(mailOf(made.buyer))).filter(({ kind }) => kind === "order-parcel-corrected");
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("Carrier: Azərpoçt. Tracking code: RR987654321AZ.");
    expect(letters[0]?.text).toContain("https://track.example/RR987654321AZ");
    expect(letters[0]?.text).not.toContain("RR123456789AZ");
  });

  it("is told to a guest with a link that opens the order", async () => {
    const made = await makeSent({ isGuest: true });
    await correct(made, { trackingUrl: undefined });
    const letter = (await lettersTo(made.guestEmail ?? "")).at(-1);
    expect(letter?.kind).toBe("order-parcel-corrected");
    expect(letter?.text).toMatch(/\/en\/links\/[\w-]{43}/);
    expect(letter?.text).not.toContain("track.example");
  });

  it("is corrected by the first of two members who send another number at the same moment, then by the second", async () => {
    const made = await makeSent();
    const colleague = await makeSellerActor(testDb, made.sellerId, "editor");
    const answer = await waitFor(
      (trx) => trx.selectFrom("orders").select("id").where("id", "=", made.orderId).forUpdate().execute(),
      () => correct(made, { seller: colleague, trackingCode: "RR000000000AZ" }),
    );
    expect(answer).toEqual(DONE);
    expect(await correct(made)).toEqual(DONE);
    expect(await parcelOf(made.orderId)).toMatchObject({ trackingCode: "RR987654321AZ" });
  });
});

describe("a parcel is not corrected", () => {
  it.each(["completed", "refunded"] as const)("once its order is %s", async (status) => {
    const made = await makeSent();
    await testDb
      .updateTable("orders")
      .set((eb) => ({ status, revision: eb("revision", "+", 1), completedAt: inDays(2) }))
      .where("id", "=", made.orderId)
      .execute();
    expect(await correct(made)).toEqual(no("parcel-final"));
    expect(await parcelOf(made.orderId)).toEqual(AS_SENT);
    const page = await findSellersOrder(testDb, made.sellerId, { orderId: made.orderId, lang: "en" });
    expect(page?.canCorrectParcels).toBe(false);
  });

  it("by another shop, which does not find it", async () => {
    const [made, stranger] = [await makeSent(), await makeSent()];
    expect(await correct(made, { seller: stranger.seller })).toEqual(no("order-missing"));
    const asked = { orderId: made.orderId, position: "1" };
    expect(await findParcelToCorrect(testDb, stranger.sellerId, asked)).toBeUndefined();
    expect(await findParcelToCorrect(testDb, made.sellerId, asked)).toMatchObject({ position: 1, why: undefined });
    expect(await parcelOf(made.orderId)).toEqual(AS_SENT);
  });

  it("where there is none", async () => {
    const made = await makeSent();
    expect(await correct(made, { position: 2 })).toEqual(no("parcel-missing"));
    for (const position of ["2", "0", "1.5", "one", undefined]) {
      const found = await findParcelToCorrect(testDb, made.sellerId, { orderId: made.orderId, position });
      expect(found).toBeUndefined();
    }
  });
});
