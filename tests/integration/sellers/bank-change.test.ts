import { describe, expect, it } from "vitest";
import { listAccountsToVerify, saveBank, verifyBankAccount } from "~/modules/sellers/index.server";
import { listHolds } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { makeApprovedSeller, makeSellerActor, makeStaff } from "~db/factories";
import { addSecondFactor } from "~tests/support/account";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const OLD = "AZ21NABZ00000000137010001944";
const NEW = "AZ96AZEJ00000000001234567890";

async function shopWithAccount() {
  const { sellerId } = await makeApprovedSeller(testDb);
  await testDb.updateTable("sellers").set({ iban: OLD }).where("id", "=", sellerId).execute();
  const seller = await makeSellerActor(testDb, sellerId);
  const code = await addSecondFactor(testDb, seller.userId);
  return { sellerId, seller, code };
}
const stored = (sellerId: string) =>
  testDb
    .selectFrom("sellers")
    .select(["iban", "ibanChangedAt", "ibanVerifiedAt"])
    .where("id", "=", sellerId)
    .executeTakeFirstOrThrow();

describe("an account that money goes to", () => {
  it("is changed with a code of the authenticator, held, told to the owner, and unverified", async () => {
    const { sellerId, seller, code } = await shopWithAccount();
    const now = clock();
    const saved = await saveBank(testDb, seller, newKey(), { version: 1, iban: NEW, code: await code() }, now);

    expect(saved.ok).toBe(true);
    expect(await stored(sellerId)).toEqual({ iban: NEW, ibanChangedAt: now, ibanVerifiedAt: null });
    expect(await listHolds(testDb, sellerId, now)).toMatchObject([{ rule: "bank_account_changed", from: now }]);
    const letters = await testDb
      .selectFrom("outgoingMessages")
      .select("kind")
      .where("userId", "=", seller.userId)
      .where("kind", "=", "bank-account-changed")
      .execute();
    expect(letters).toHaveLength(1);
  });

  it.each([undefined, NEW])(
    "stays without a code, with a wrong one, and for who has no second factor (%s)",
    async (iban) => {
      const { sellerId, seller } = await shopWithAccount();
      const attempt = (code?: string) => saveBank(testDb, seller, newKey(), { version: 1, iban, code });
      expect(await attempt()).toEqual({ ok: false, refusal: "code-needed" });
      expect(await attempt("000000")).toEqual({ ok: false, refusal: "wrong-code" });
      const other = await makeSellerActor(testDb, sellerId, "manager");
      const without = await saveBank(testDb, other, newKey(), { version: 1, iban, code: "123456" });
      expect(without).toEqual({ ok: false, refusal: "no-second-factor" });
      expect(await stored(sellerId)).toMatchObject({ iban: OLD, ibanChangedAt: null });
    },
  );

  it("takes a code once", async () => {
    const { seller, code } = await shopWithAccount();
    const used = await code();
    expect((await saveBank(testDb, seller, newKey(), { version: 1, iban: NEW, code: used })).ok).toBe(true);
    const again = await saveBank(testDb, seller, newKey(), { version: 2, iban: OLD, code: used });
    expect(again).toEqual({ ok: false, refusal: "wrong-code" });
  });

  it("is verified as it was shown, by staff, once; another one than was shown is not", async () => {
    const { sellerId, seller, code } = await shopWithAccount();
    const staff = await makeStaff(testDb, "treasurer");
    const verify = (iban: string) => verifyBankAccount(testDb, staff, newKey(), { sellerId, iban });
    expect(await verify(OLD)).toEqual({ ok: false, refusal: "nothing-to-verify" });
    await saveBank(testDb, seller, newKey(), { version: 1, iban: NEW, code: await code() });
    expect((await listAccountsToVerify(testDb)).map((one) => one.sellerId)).toContain(sellerId);

    expect(await verify(OLD)).toEqual({ ok: false, refusal: "account-changed" });
    expect((await verify(NEW)).ok).toBe(true);
    expect(await verify(NEW)).toEqual({ ok: false, refusal: "nothing-to-verify" });
    expect((await listAccountsToVerify(testDb)).map((one) => one.sellerId)).not.toContain(sellerId);
  });
});
