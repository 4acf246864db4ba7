import { describe, expect, it } from "vitest";
import { MOST_ADDRESSES } from "~/modules/accounts";
import { findAddress, listAddresses, removeAddress, saveAddress } from "~/modules/accounts/index.server";
import { makeBuyer } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const input = (recipient: string, isDefault = false) => ({
  isDefault,
  recipient,
  line1: "Musterkai 12",
  city: "Hamburg",
  postalCode: "20457",
  country: "DE",
});

async function add(buyer: Awaited<ReturnType<typeof makeBuyer>>, recipient: string, isDefault = false) {
  const saved = await saveAddress(testDb, buyer, newKey(), input(recipient, isDefault));
  if (!saved.ok) throw new Error(saved.refusal);
  return saved.value.addressId;
}

const names = async (userId: string) =>
  (await listAddresses(testDb, userId)).map(({ recipient, isDefault }) => `${recipient}${isDefault ? "*" : ""}`);

describe("addresses", () => {
  it("begin with a default, which moves to the one that is chosen", async () => {
    const buyer = await makeBuyer(testDb);
    await add(buyer, "First");
    await add(buyer, "Second");
    expect(await names(buyer.userId)).toEqual(["First*", "Second"]);

    await add(buyer, "Third", true);

    expect(await names(buyer.userId)).toEqual(["Third*", "First", "Second"]);
  });

  it("keep a default when the one that was it is removed", async () => {
    const buyer = await makeBuyer(testDb);
    const first = await add(buyer, "First");
    await add(buyer, "Second");

    await removeAddress(testDb, buyer, newKey(), first);

    expect(await names(buyer.userId)).toEqual(["Second*"]);
  });

  it("keep one default when two windows choose at the same moment", async () => {
    const buyer = await makeBuyer(testDb);
    await Promise.all(["A", "B", "C", "D"].map((recipient) => add(buyer, recipient, true)));

    const listed = await listAddresses(testDb, buyer.userId);
    expect(listed).toHaveLength(4);
    expect(listed.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it("are added once when the form is posted twice", async () => {
    const buyer = await makeBuyer(testDb);
    const key = newKey();
    const [first, second] = await Promise.all([1, 2].map(() => saveAddress(testDb, buyer, key, input("Once"))));

    expect(second).toEqual(first);
    expect(await names(buyer.userId)).toEqual(["Once*"]);
  });

  it("end at the limit, also when several are added at the same moment", async () => {
    const buyer = await makeBuyer(testDb);
    for (let at = 0; at < MOST_ADDRESSES - 1; at += 1) await add(buyer, `Nr ${at}`);

    const last = await Promise.all([1, 2, 3].map(() => saveAddress(testDb, buyer, newKey(), input("Last"))));

    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(last.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "too-many" });
  });

  it("of somebody else are missing", async () => {
    const [owner, stranger] = [await makeBuyer(testDb), await makeBuyer(testDb)];
    const addressId = await add(owner, "Owner");

    expect(await findAddress(testDb, stranger.userId, addressId)).toBeUndefined();
    expect(await listAddresses(testDb, stranger.userId)).toEqual([]);
    const changed = await saveAddress(testDb, stranger, newKey(), { ...input("Thief"), addressId });
    const removed = await removeAddress(testDb, stranger, newKey(), addressId);

    const missing = { ok: false, refusal: "address-missing" };
    expect([changed, removed]).toEqual([missing, missing]);
    expect(await names(owner.userId)).toEqual(["Owner*"]);
  });
});
