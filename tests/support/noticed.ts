import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { sendNotices } from "~/modules/inquiries/notices/send-notices.server";
import type { Locale } from "~/platform/i18n/locales";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "./database";

/** How somebody of a test is reached, and how she wants to be. */
type Reach = {
  phone?: string;
  locale?: Locale;
  byMail?: boolean;
  bySms?: boolean;
  /** Minutes of the day in Baku. */
  quiet?: { from: number; to: number };
};

let drawn = 0;

/** A mobile number that nobody else of this test file has. */
export const newPhone = () => `+9945033${String((drawn += 1)).padStart(5, "0")}`;

/** Gives a person a number, a language and preferences, as far as they are named. @returns her mailbox */
export async function reach(userId: string, { phone, locale, byMail, bySms, quiet }: Reach = {}): Promise<string> {
  const at = { createdAt: FACTORY_NOW, updatedAt: FACTORY_NOW };
  if (phone !== undefined) {
    const confirmed = { phoneNumber: phone, phoneNumberVerified: true };
    await testDb.updateTable("users").set(confirmed).where("id", "=", userId).execute();
  }
  if (locale)
    await testDb
      .insertInto("people")
      .values({ userId, locale, ...at })
      .execute();
  if (byMail !== undefined || bySms !== undefined || quiet) {
    const quietHours = { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null };
    const row = { byMail: byMail ?? true, bySms: bySms ?? true, ...quietHours, updatedAt: FACTORY_NOW };
    await testDb.deleteFrom("noticePreferences").where("userId", "=", userId).execute();
    await testDb
      .insertInto("noticePreferences")
      .values({ userId, ...row })
      .execute();
  }
  const { email } = await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow();
  return email;
}

/** Runs the job that tells a person, at an instant. */
export const tell = (userId: string, now: Date) => sendNotices(testDb, { inquiryId: randomUUID(), userId }, now);

/** When the jobs run that will tell somebody. */
export async function tellingJobs(userId: string): Promise<Date[]> {
  const { rows } = await sql<{ runAt: Date }>`
    select run_at from graphile_worker.jobs where key = ${`tell-of-inquiries:${userId}`}`.execute(testDb);
  return rows.map(({ runAt }) => runAt);
}

/** The messages of which somebody was told, and those of which she will be. */
export async function noticesOf(userId: string): Promise<{ waiting: number; told: number }> {
  const rows = await testDb.selectFrom("inquiryNotices").select("toldAt").where("userId", "=", userId).execute();
  const told = rows.filter(({ toldAt }) => toldAt !== null).length;
  return { told, waiting: rows.length - told };
}
