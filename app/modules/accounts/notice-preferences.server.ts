import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { env } from "~/platform/env.server";
import { canSendSms } from "~/platform/mail/transports.server";
import { done, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { realEmail } from "~/platform/session/auth.server";
import type { NoticePreferences, Noticed } from "./types";

/**
 * Where and when some people want to be told, with what each is reached by: a mailbox and a number that were shown to be
 * hers. Who is unknown or has closed her account is left out.
 */
export async function listNoticePreferences(db: Db | Trx, userIds: readonly string[]): Promise<Map<string, Noticed>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("users")
    .leftJoin("noticePreferences", "noticePreferences.userId", "users.id")
    .where("users.id", "in", [...userIds])
    .where((eb) => eb.or([eb("users.banned", "is", null), eb("users.banned", "is", false)]))
    .select((eb) => [
      "users.id",
      "users.email",
      "users.emailVerified",
      "users.phoneNumber",
      "users.phoneNumberVerified",
      "noticePreferences.byMail",
      "noticePreferences.bySms",
      "noticePreferences.quietFrom",
      "noticePreferences.quietTo",
      eb
        .exists(eb.selectFrom("members").select("members.id").whereRef("members.userId", "=", "users.id"))
        .as("isMember"),
    ])
    .execute();
  return new Map(
    rows.map(({ id, quietFrom, quietTo, ...row }) => {
      const email = row.emailVerified ? realEmail(row.email) : undefined;
      const phone =
        row.phoneNumberVerified && row.phoneNumber !== null && canSendSms(env) ? row.phoneNumber : undefined;
      const noticed: Noticed = {
        email,
        phone,
        byMail: row.byMail ?? true,
        // A maker stands at her loom: the phone is where she looks.
        bySms: row.bySms ?? (Boolean(row.isMember) || email === undefined),
        quiet: quietFrom === null || quietTo === null ? undefined : { from: quietFrom, to: quietTo },
      };
      return [id, noticed];
    }),
  );
}

export async function findNoticePreferences(db: Db, userId: string): Promise<Noticed | undefined> {
  return (await listNoticePreferences(db, [userId])).get(userId);
}

/** Keeps where and when a person wants to be told. What she is not reached by was not asked: it stays as it was. */
export function saveNoticePreferences(
  db: Db,
  { userId }: BuyerActor,
  formKey: FormKey,
  { byMail, bySms, quiet }: NoticePreferences,
  now = clock(),
): Promise<Result<null, never>> {
  return once(db, `notices ${userId}`, formKey, async (trx) => {
    const before = (await listNoticePreferences(trx, [userId])).get(userId);
    const row = {
      byMail: before?.email === undefined ? (before?.byMail ?? true) : byMail,
      bySms: before?.phone === undefined ? (before?.bySms ?? true) : bySms,
      quietFrom: quiet?.from ?? null,
      quietTo: quiet?.to ?? null,
    };
    await trx
      .insertInto("noticePreferences")
      .values({ userId, ...row, updatedAt: now })
      .onConflict((conflict) => conflict.column("userId").doUpdateSet({ ...row, updatedAt: now }))
      .execute();
    await recordAudit(trx, {
      actor: { kind: "buyer", id: userId },
      action: "save-notice-preferences",
      subject: { kind: "person", id: userId },
      after: { byMail: row.byMail, bySms: row.bySms, quiet: quiet && quietText(quiet) },
    });
    return done(null);
  });
}

const quietText = ({ from, to }: { from: number; to: number }) => `${timeOfMinute(from)}–${timeOfMinute(to)}`;

/** A minute of the day as a field for times shows it: 1350 is `22:30`. */
export function timeOfMinute(minute: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
