import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { currentLocale } from "~/platform/i18n/locale.server";
import { isLocale, type Locale } from "~/platform/i18n/locales";
import { realEmail } from "~/platform/session/auth.server";
import { isStaffRole, staffMay, type ShopRole } from "~/platform/session/roles";

export type Person = {
  userId: string;
  name: string;
  /** Undefined for who came by phone and gave none. */
  email: string | undefined;
  phone: string | undefined;
  locale: Locale;
  isStaff: boolean;
  /** Whether the reviewer's desk is hers. */
  isReviewer: boolean;
  /** Whether the curator's desk is hers. */
  isCurator: boolean;
  hasSecondFactor: boolean;
};

/** Writes down the language in which a new person is spoken to. */
export async function notePerson(trx: Trx, userId: string, locale: Locale, now = clock()): Promise<void> {
  await trx
    .insertInto("people")
    .values({ userId, locale, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column("userId").doNothing())
    .execute();
}

function selectPeople(db: Db | Trx) {
  return db
    .selectFrom("users")
    .leftJoin("people", "people.userId", "users.id")
    .select([
      "users.id as userId",
      "users.name",
      "users.email",
      "users.phoneNumber",
      "users.role",
      "users.twoFactorEnabled",
      "people.locale",
    ]);
}

type PersonRow = {
  userId: string;
  name: string;
  email: string;
  phoneNumber: string | null;
  role: string | null;
  twoFactorEnabled: boolean | null;
  locale: string | null;
};

function personOf({ userId, name, email, phoneNumber, role, twoFactorEnabled, locale }: PersonRow): Person {
  const spoken = locale ?? undefined;
  const held = role ?? undefined;
  return {
    userId,
    name,
    email: realEmail(email),
    phone: phoneNumber ?? undefined,
    // Who has chosen none is spoken to as she reads just now.
    locale: isLocale(spoken) ? spoken : currentLocale(),
    isStaff: isStaffRole(held),
    isReviewer: isStaffRole(held) && staffMay(held, "reviewer"),
    isCurator: isStaffRole(held) && staffMay(held, "curator"),
    hasSecondFactor: twoFactorEnabled === true,
  };
}

/** @param lock keeps the person as she is until the transaction ends */
export async function findPerson(
  db: Db | Trx,
  userId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Person | undefined> {
  const row = await selectPeople(db)
    .where("users.id", "=", userId)
    .$if(lock, (query) => query.forUpdate("users"))
    .executeTakeFirst();
  return row && personOf(row);
}

export async function findPersonByPhone(db: Db | Trx, phone: string): Promise<Person | undefined> {
  const row = await selectPeople(db).where("users.phoneNumber", "=", phone).executeTakeFirst();
  return row && personOf(row);
}

/** Whether a shop would be without an owner if the person went away. */
export async function ownsShop(trx: Trx, userId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("members")
    .select("id")
    .where("userId", "=", userId)
    .where("role", "=", "owner")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Members and open invitations of one team. */
export const LARGEST_TEAM = 50;

/** Members of teams with one of these rights, by team, in the order in which they joined. */
export async function listPeopleOfTeams(
  trx: Trx,
  teamIds: readonly string[],
  roles: readonly ShopRole[],
): Promise<ReadonlyMap<string, Person[]>> {
  if (teamIds.length === 0) return new Map();
  const rows = await selectPeople(trx)
    .innerJoin("members", "members.userId", "users.id")
    .select("members.organisationId as teamId")
    .where("members.organisationId", "in", [...teamIds])
    .where("members.role", "in", [...roles])
    .orderBy("members.createdAt")
    .orderBy("members.id")
    .limit(LARGEST_TEAM * teamIds.length)
    .execute();
  const people = new Map<string, Person[]>();
  for (const { teamId, ...row } of rows) people.set(teamId, [...(people.get(teamId) ?? []), personOf(row)]);
  return people;
}

/** Some people with a way to reach them; who is unknown or has closed her account is left out. */
export async function listPeople(trx: Trx, userIds: readonly string[]): Promise<Person[]> {
  if (userIds.length === 0) return [];
  const rows = await selectPeople(trx)
    .where("users.id", "in", [...userIds])
    .where((eb) => eb.or([eb("users.banned", "is", null), eb("users.banned", "is", false)]))
    .orderBy("users.id")
    .execute();
  return rows.map(personOf);
}

/** Who signs for a shop: what its owner is called; undefined where it has none yet, or she gave no name. */
export async function findOwnerName(db: Db, teamId: string | undefined): Promise<string | undefined> {
  if (teamId === undefined) return undefined;
  const owner = await db
    .selectFrom("members")
    .innerJoin("users", "users.id", "members.userId")
    .select("users.name")
    .where("members.organisationId", "=", teamId)
    .where("members.role", "=", "owner")
    .executeTakeFirst();
  return owner?.name.trim() === "" ? undefined : owner?.name;
}
