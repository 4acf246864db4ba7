import { hash } from "@node-rs/argon2";
import { currentCode, sealed } from "~/modules/accounts/second-factor.server";
import type { Db } from "~/platform/db/db.server";
import { FACTORY_NOW, makePerson, unique, type PersonOptions } from "~db/factories";

/** The password of every account of a test. */
export const PASSWORD = "three copper cups on a shelf";
let passwordHash: Promise<string> | undefined;

export type MadeAccount = { userId: string; email: string };

/** A person with a confirmed mailbox and `PASSWORD`. */
export async function makeAccount(db: Db, options: PersonOptions = {}): Promise<MadeAccount> {
  passwordHash ??= hash(PASSWORD);
  const userId = await makePerson(db, options);
  const { email } = await db.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow();
  await db
    .insertInto("authAccounts")
    .values({
      id: unique(),
      accountId: userId,
      providerId: "credential",
      userId,
      password: await passwordHash,
      createdAt: FACTORY_NOW,
      updatedAt: FACTORY_NOW,
    })
    .execute();
  return { userId, email };
}

/** Gives a person an authenticator and two recovery codes. @returns what the authenticator shows now */
export async function addSecondFactor(
  db: Db,
  userId: string,
  recoveryCodes: readonly string[] = ["aaaaa-11111", "bbbbb-22222"],
): Promise<() => Promise<string>> {
  const secret = await sealed("abcdefghijklmnopqrstuvwxyz012345");
  await db
    .insertInto("twoFactors")
    .values({
      id: unique(),
      userId,
      secret,
      backupCodes: await sealed(JSON.stringify(recoveryCodes)),
      verified: true,
      failedVerificationCount: 0,
    })
    .execute();
  await db.updateTable("users").set({ twoFactorEnabled: true }).where("id", "=", userId).execute();
  return () => currentCode(secret);
}
