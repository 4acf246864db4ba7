import { proveSecondFactor, tellTeam } from "~/modules/accounts/index.server";
import type { ProofRefusal } from "~/modules/accounts";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import { maskedIban } from "./bank-account";
import { editShop, type CommonRefusal, type Edited } from "./edit-shop.server";
import { accountChangedNews } from "./letters.server";
import type { Shop } from "./shop-facts.server";

export type BankRefusal = CommonRefusal | ProofRefusal;

const masked = (account: string | undefined) => (account === undefined ? undefined : maskedIban(account));

/**
 * Says to which account a shop is paid. What is written down of it is too little to pay into it. Who changes or takes away an
 * account proves herself by a code of her authenticator: a stolen session must not send the money elsewhere. The team hears of
 * it, the account counts as unverified, and payouts wait.
 *
 * @param code of her authenticator, where she was asked for it
 */
export function saveBank(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, iban, code }: { version: number; iban: string | undefined; code?: string | undefined },
  now = clock(),
): Edited<BankRefusal> {
  return editShop<BankRefusal>(db, seller, formKey, { step: "bank", version }, now, async (trx, shop) => {
    const isOther = iban !== shop.iban;
    if (isOther && shop.iban !== undefined) {
      const proof = await proveSecondFactor(trx, seller.userId, code);
      if (!proof.ok) return proof.refusal;
    }
    await trx
      .updateTable("sellers")
      .set({ iban: iban ?? null })
      .where("id", "=", shop.sellerId)
      .execute();
    if (isOther) await noteChange(trx, shop, iban, now);
    return { before: { iban: masked(shop.iban) }, after: { iban: masked(iban) } };
  });
}

/** The first account of a shop that nobody has approved yet is looked at with the shop itself. */
async function noteChange(trx: Trx, shop: Shop, iban: string | undefined, now: Date): Promise<void> {
  if (shop.iban === undefined && shop.approvedAt === undefined) return;
  await trx
    .updateTable("sellers")
    .set({ ibanChangedAt: now, ibanVerifiedAt: null, ibanVerifiedBy: null })
    .where("id", "=", shop.sellerId)
    .execute();
  if (shop.teamId !== undefined) await tellTeam(trx, shop.teamId, accountChangedNews(shop.name, masked(iban)));
}

export type VerifyAccountRefusal = "account-changed" | "nothing-to-verify";

/** Staff have made sure that an account is the seller's: exactly the one that they were shown. */
export function verifyBankAccount(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, iban }: { sellerId: string; iban: string },
  now = clock(),
): Promise<Result<null, VerifyAccountRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, VerifyAccountRefusal>> => {
    const seller = await trx
      .selectFrom("sellers")
      .select(["iban", "ibanChangedAt", "ibanVerifiedAt"])
      .where("id", "=", sellerId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!seller || seller.iban === null || seller.ibanChangedAt === null || seller.ibanVerifiedAt !== null) {
      return refused("nothing-to-verify");
    }
    if (seller.iban !== iban) return refused("account-changed");
    await trx
      .updateTable("sellers")
      .set({ ibanVerifiedAt: now, ibanVerifiedBy: staff.userId })
      .where("id", "=", sellerId)
      .execute();
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "verify-bank-account",
      subject: { kind: "seller", id: sellerId },
      after: { iban: maskedIban(iban) },
    });
    return done(null);
  });
}

export type AccountToVerify = { sellerId: string; name: string; iban: string; changedAt: Date };

const MOST_ACCOUNTS = 100;

/** Accounts that took the place of others and that nobody has verified, the longest waiting first. */
export async function listAccountsToVerify(db: Db): Promise<AccountToVerify[]> {
  const rows = await db
    .selectFrom("sellers")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .select(["sellers.id as sellerId", "sellerTexts.name", "iban", "ibanChangedAt"])
    .where("ibanChangedAt", "is not", null)
    .where("ibanVerifiedAt", "is", null)
    .where("iban", "is not", null)
    .orderBy("ibanChangedAt")
    .orderBy("sellers.id")
    .limit(MOST_ACCOUNTS)
    .execute();
  return rows.flatMap(({ iban, ibanChangedAt, ...row }) =>
    iban === null || ibanChangedAt === null ? [] : [{ ...row, iban, changedAt: ibanChangedAt }],
  );
}
