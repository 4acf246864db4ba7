import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { isLocale } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import type { Profile } from "./types";

export async function findProfile(db: Db, userId: string): Promise<Profile | undefined> {
  const row = await db
    .selectFrom("users")
    .leftJoin("people", "people.userId", "users.id")
    .select([
      "users.name",
      "people.locale",
      "people.currency",
      "people.destination",
      "people.companyName",
      "people.companyTaxId",
      "people.companyCountry",
      "people.version",
    ])
    .where("users.id", "=", userId)
    .executeTakeFirst();
  if (!row) return undefined;
  const spoken = row.locale ?? undefined;
  return {
    name: row.name,
    locale: isLocale(spoken) ? spoken : "az",
    currency: row.currency ?? undefined,
    destination: row.destination ?? undefined,
    companyName: row.companyName ?? undefined,
    companyTaxId: row.companyTaxId ?? undefined,
    companyCountry: row.companyCountry ?? undefined,
    version: row.version ?? 1,
  };
}

/** Stores what a person says of herself, unless another window stored something else in the meantime. */
export function saveProfile(
  db: Db,
  { userId }: BuyerActor,
  formKey: FormKey,
  { version, name, ...said }: Profile,
  now = clock(),
): Promise<Result<null, "changed-elsewhere">> {
  return once(db, `profile ${userId}`, formKey, async (trx) => {
    const row = {
      locale: said.locale,
      currency: said.currency ?? null,
      destination: said.destination ?? null,
      companyName: said.companyName ?? null,
      companyTaxId: said.companyTaxId ?? null,
      companyCountry: said.companyCountry ?? null,
    };
    const stored = await trx
      .insertInto("people")
      .values({ userId, ...row, createdAt: now, updatedAt: now })
      .onConflict((conflict) =>
        conflict
          .column("userId")
          .doUpdateSet({ ...row, version: version + 1, updatedAt: now })
          .where("people.version", "=", version),
      )
      .returning("userId")
      .executeTakeFirst();
    if (!stored) return refused("changed-elsewhere");
    await trx.updateTable("users").set({ name, updatedAt: now }).where("id", "=", userId).execute();
    await recordAudit(trx, {
      actor: { kind: "buyer", id: userId },
      action: "save-profile",
      subject: { kind: "person", id: userId },
      after: { name, ...row },
    });
    return done(null);
  });
}
