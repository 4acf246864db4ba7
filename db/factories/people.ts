import type { Db } from "~/platform/db/db.server";
import type { BuyerActor } from "~/platform/http/openers.server";
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
  const id = unique();
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
