import { randomUUID } from "node:crypto";
import type { Trx } from "~/platform/db/db.server";
import type { Letter } from "~/platform/mail/letter";
import { sendMail, sendSms } from "~/platform/mail/outgoing.server";
import type { Locale } from "~/platform/i18n/locales";
import { listPeopleOfTeam } from "./people.server";

/** Makes the team of a new shop, with its owner. */
export async function makeTeam(
  trx: Trx,
  { name, slug, ownerId }: { name: string; slug: string; ownerId: string },
  now: Date,
): Promise<{ teamId: string }> {
  const teamId = randomUUID();
  await trx.insertInto("organisations").values({ id: teamId, name, slug, createdAt: now }).execute();
  await trx
    .insertInto("members")
    .values({ id: randomUUID(), organisationId: teamId, userId: ownerId, role: "owner", createdAt: now })
    .execute();
  return { teamId };
}

/** Whether a person belongs to a team already; her row is locked, so that two windows do not make two shops. */
export async function belongsToTeam(trx: Trx, userId: string): Promise<boolean> {
  await trx.selectFrom("users").select("id").where("id", "=", userId).forUpdate().executeTakeFirst();
  const row = await trx.selectFrom("members").select("id").where("userId", "=", userId).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** What a team is told: a letter, and a few words for who only has a phone. */
export type TeamNews = {
  kind: string;
  letter: (to: { name: string; locale: Locale }) => Letter;
  sms: (locale: Locale) => string;
};

/** Writes to every member with a right to decide, where she looks: by mail, else by SMS. */
export async function tellTeam(trx: Trx, teamId: string, { kind, letter, sms }: TeamNews): Promise<void> {
  for (const person of await listPeopleOfTeam(trx, teamId, ["owner", "manager"])) {
    const { userId, locale, email, phone } = person;
    const about = { kind, locale, userId };
    if (email !== undefined) await sendMail(trx, { ...about, to: email, letter: letter(person) });
    else if (phone !== undefined) await sendSms(trx, { ...about, to: phone, text: sms(locale) });
  }
}
