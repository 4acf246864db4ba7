import type { Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";
import { sendMail, sendSms } from "~/platform/mail/outgoing.server";
import { listPeople, listPeopleOfTeams, type Person } from "./people.server";

/** What somebody is told: a letter, and a few words for who only has a phone. */
export type TeamNews = {
  kind: string;
  letter: (to: { name: string; locale: Locale }) => Letter;
  sms: (locale: Locale) => string;
};

/** Writes to some people, where each of them looks: by mail, else by SMS. Who has gone is not written to. */
export async function tellPeople(trx: Trx, userIds: readonly string[], news: TeamNews): Promise<void> {
  for (const person of await listPeople(trx, userIds)) await tell(trx, person, news);
}

/** Writes to every member with a right to decide. */
export function tellTeam(trx: Trx, teamId: string, news: TeamNews): Promise<void> {
  return tellTeams(trx, [{ teamId, news }]);
}

/** The same to several teams, each its own news; they may be told more than one thing. */
export async function tellTeams(trx: Trx, told: readonly { teamId: string; news: TeamNews }[]): Promise<void> {
  const teamIds = told.map(({ teamId }) => teamId);
  const people = await listPeopleOfTeams(trx, teamIds, ["owner", "manager"]);
  for (const { teamId, news } of told) {
    for (const person of people.get(teamId) ?? []) await tell(trx, person, news);
  }
}

async function tell(trx: Trx, person: Person, { kind, letter, sms }: TeamNews): Promise<void> {
  const { userId, locale, email, phone } = person;
  const about = { kind, locale, userId };
  if (email !== undefined) await sendMail(trx, { ...about, to: email, letter: letter(person) });
  else if (phone !== undefined) await sendSms(trx, { ...about, to: phone, text: sms(locale) });
}
