import type { Db } from "~/platform/db/db.server";
import { FACTORY_NOW, unique } from "./unique";

export type PersonOptions = {
  name?: string;
  /** A platform role; people without one are buyers. */
  role?: string;
};

export async function makePerson(db: Db, { name = "Aynur Quliyeva", role }: PersonOptions = {}): Promise<string> {
  const id = unique();
  const created = { createdAt: FACTORY_NOW, updatedAt: FACTORY_NOW };
  const person = { id, name, email: `${id}@example.org`, emailVerified: true, role: role ?? null, ...created };
  await db.insertInto("users").values(person).execute();
  return id;
}
