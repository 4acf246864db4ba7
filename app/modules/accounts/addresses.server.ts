import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { MOST_ADDRESSES, type Address } from "./types";

export type AddressInput = Omit<Address, "addressId">;
export type AddressRefusal = "too-many" | "address-missing";

const COLUMNS = [
  "id",
  "isDefault",
  "recipient",
  "company",
  "line1",
  "line2",
  "city",
  "region",
  "postalCode",
  "country",
  "phone",
] as const;

type AddressRow = {
  id: string;
  isDefault: boolean;
  recipient: string;
  company: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string | null;
  country: string;
  phone: string | null;
};

function addressOf({ id, company, line2, region, postalCode, phone, ...rest }: AddressRow): Address {
  return {
    ...rest,
    addressId: id,
    company: company ?? undefined,
    line2: line2 ?? undefined,
    region: region ?? undefined,
    postalCode: postalCode ?? undefined,
    phone: phone ?? undefined,
  };
}

/** A person's addresses, the default first; there are at most `MOST_ADDRESSES`. */
export async function listAddresses(db: Db, userId: string): Promise<Address[]> {
  const rows = await db
    .selectFrom("addresses")
    .select(COLUMNS)
    .where("userId", "=", userId)
    .orderBy("isDefault", "desc")
    .orderBy("createdAt")
    .orderBy("id")
    .limit(MOST_ADDRESSES)
    .execute();
  return rows.map(addressOf);
}

export async function findAddress(db: Db, userId: string, addressId: string): Promise<Address | undefined> {
  const row = await db
    .selectFrom("addresses")
    .select(COLUMNS)
    .where("userId", "=", userId)
    .where("id", "=", addressId)
    .executeTakeFirst();
  return row && addressOf(row);
}

/** Adds an address, or changes one that is the person's own. The first is the default. */
export function saveAddress(
  db: Db,
  { userId }: BuyerActor,
  formKey: FormKey,
  { addressId, ...input }: AddressInput & { addressId?: string | undefined },
  now = clock(),
): Promise<Result<{ addressId: string }, AddressRefusal>> {
  return once(db, `address ${userId}`, formKey, async (trx) => {
    const others = await lockAddresses(trx, userId, addressId);
    if (addressId === undefined && others.length >= MOST_ADDRESSES) return refused("too-many");
    const isDefault = input.isDefault || !others.some((other) => other.isDefault);
    if (isDefault) {
      await trx.updateTable("addresses").set({ isDefault: false }).where("userId", "=", userId).execute();
    }
    const row = { ...rowOf(input), isDefault, updatedAt: now };
    const stored =
      addressId === undefined
        ? await trx
            .insertInto("addresses")
            .values({ ...row, userId, createdAt: now })
            .returning("id")
            .executeTakeFirst()
        : await trx
            .updateTable("addresses")
            .set(row)
            .where("id", "=", addressId)
            .where("userId", "=", userId)
            .returning("id")
            .executeTakeFirst();
    if (!stored) return refused("address-missing");
    await noteAddress(trx, userId, stored.id, addressId === undefined ? "add-address" : "change-address", row);
    return done({ addressId: stored.id });
  });
}

/** Takes an address away; another one becomes the default. */
export function removeAddress(
  db: Db,
  { userId }: BuyerActor,
  formKey: FormKey,
  addressId: string,
): Promise<Result<null, "address-missing">> {
  return once(db, `address ${userId}`, formKey, async (trx) => {
    const [next] = await lockAddresses(trx, userId, addressId);
    const gone = await trx
      .deleteFrom("addresses")
      .where("id", "=", addressId)
      .where("userId", "=", userId)
      .returning("isDefault")
      .executeTakeFirst();
    if (!gone) return refused("address-missing");
    if (gone.isDefault && next) {
      await trx.updateTable("addresses").set({ isDefault: true }).where("id", "=", next.id).execute();
    }
    await noteAddress(trx, userId, addressId, "remove-address", {});
    return done(null);
  });
}

/**
 * The person's other addresses. Her row in `users` is locked, so that two windows neither pass the limit together nor make
 * two defaults.
 */
async function lockAddresses(
  trx: Trx,
  userId: string,
  but: string | undefined,
): Promise<{ id: string; isDefault: boolean }[]> {
  await trx.selectFrom("users").select("id").where("id", "=", userId).forUpdate().executeTakeFirst();
  const rows = await trx
    .selectFrom("addresses")
    .select(["id", "isDefault"])
    .where("userId", "=", userId)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(MOST_ADDRESSES)
    .execute();
  return rows.filter(({ id }) => id !== but);
}

function rowOf(input: Omit<AddressInput, "isDefault">) {
  return {
    recipient: input.recipient,
    company: input.company ?? null,
    line1: input.line1,
    line2: input.line2 ?? null,
    city: input.city,
    region: input.region ?? null,
    postalCode: input.postalCode ?? null,
    country: input.country,
    phone: input.phone ?? null,
  };
}

async function noteAddress(
  trx: Trx,
  userId: string,
  addressId: string,
  action: string,
  after: Record<string, unknown>,
): Promise<void> {
  await recordAudit(trx, {
    actor: { kind: "buyer", id: userId },
    action,
    subject: { kind: "address", id: addressId },
    after,
  });
}
