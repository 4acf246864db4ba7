import type { Db } from "~/platform/db/db.server";
import type { BuyerActor, InquirerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import type { ShopRole, StaffRole } from "~/platform/session/roles";
import { FACTORY_NOW, unique } from "./unique";

export type PersonOptions = {
  name?: string;
  /** A platform role; people without one are buyers. */
  role?: string;
  hasSecondFactor?: boolean;
};

export async function makePerson(
  db: Db,
  { name = "Aynur Quliyeva", role, hasSecondFactor = false }: PersonOptions = {},
): Promise<string> {
  // With a letter: digits alone are the number of an entry to whoever looks for something in the log.
  const id = `a${unique()}`;
  const created = { createdAt: FACTORY_NOW, updatedAt: FACTORY_NOW };
  const person = {
    id,
    name,
    email: `${id}@example.org`,
    emailVerified: true,
    role: role ?? null,
    twoFactorEnabled: hasSecondFactor,
    ...created,
  };
  await db.insertInto("users").values(person).execute();
  return id;
}

/** A person as commands see her. */
export async function makeBuyer(db: Db, options: PersonOptions = {}): Promise<BuyerActor> {
  const userId = await makePerson(db, options);
  // Openers and factories are where actors come from.
  return { userId, sessionId: unique() } as BuyerActor;
}

/** Who asks sellers: an account, or a guest's browser by the digest of its cookie. */
export function makeInquirer(who: { userId: string } | { visitDigest: string }): InquirerActor {
  return { userId: undefined, visitDigest: undefined, ...who } as InquirerActor;
}

/** One of the Federation's staff as commands see her. */
export async function makeStaff(db: Db, role: StaffRole): Promise<StaffActor> {
  const userId = await makePerson(db, { role, hasSecondFactor: true });
  return { userId, role } as StaffActor;
}

/** Somebody of a seller's team, which is made when the seller has none; a new person unless one is named. */
export async function makeSellerActor(
  db: Db,
  sellerId: string,
  role: ShopRole = "owner",
  person?: string,
): Promise<SellerActor> {
  const userId = person ?? (await makePerson(db));
  const { organisationId } = await db
    .selectFrom("sellers")
    .select("organisationId")
    .where("id", "=", sellerId)
    .executeTakeFirstOrThrow();
  const teamId = organisationId ?? unique();
  if (organisationId === null) {
    const team = { id: teamId, name: "Team", slug: unique(), createdAt: FACTORY_NOW };
    await db.insertInto("organisations").values(team).execute();
    await db.updateTable("sellers").set({ organisationId: teamId }).where("id", "=", sellerId).execute();
  }
  const member = { id: unique(), organisationId: teamId, userId, role, createdAt: FACTORY_NOW };
  await db.insertInto("members").values(member).execute();
  return { userId, sellerId, role } as SellerActor;
}
