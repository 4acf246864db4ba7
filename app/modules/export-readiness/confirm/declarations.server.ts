import { createHash } from "node:crypto";
import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { lockSeller } from "../evidence/evidence-rows.server";
import { whyNotConfirm } from "./own-shop.server";
import type { ConfirmDeclarationRefusal, ConfirmDeed } from "./types";

export type DeclarationRow = {
  name: string;
  isDeclared: boolean;
  words: string | null;
  declaredAt: Date | null;
  confirmedAt: Date | null;
  confirmedBy: string | null;
};

/** What a seller declares, each with who confirmed it, in no order. */
export async function listDeclarations(db: Db | Trx, sellerId: string): Promise<DeclarationRow[]> {
  return db
    .selectFrom("sellerDeclarations")
    .leftJoin("users", "users.id", "sellerDeclarations.confirmedBy")
    .select([
      "sellerDeclarations.name",
      "isDeclared",
      "words",
      "declaredAt",
      "confirmedAt",
      "users.name as confirmedBy",
    ])
    .where("sellerId", "=", sellerId)
    .execute();
}

/** Names a state of a declaration: other words, said again or confirmed, are another one. */
export function stampOf({ words, isDeclared, declaredAt, confirmedAt }: Omit<DeclarationRow, "confirmedBy">): string {
  const state = JSON.stringify([words, isDeclared, declaredAt, confirmedAt]);
  return createHash("sha256").update(state).digest("hex").slice(0, 16);
}

type Confirming = {
  sellerId: string;
  name: string;
  deed: ConfirmDeed;
  /** Of the state that was on the screen. */
  stamp: string;
};

/**
 * Confirms what a seller declares, so that it counts whole, or takes that back. What is confirmed is what was read: words that
 * she changes meanwhile are read anew first. Nobody confirms anything of a shop of her own.
 */
export function confirmDeclaration(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, name, deed, stamp }: Confirming,
  now = clock(),
): Promise<Result<null, ConfirmDeclarationRefusal>> {
  return once<null, ConfirmDeclarationRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    // Whoever changes the words holds the shop, too.
    if (!(await lockSeller(trx, sellerId))) return refused("seller-missing");
    const apart = await whyNotConfirm(trx, staff, sellerId);
    if (apart) return refused(apart);
    const row = (await listDeclarations(trx, sellerId)).find((one) => one.name === name);
    if (!row?.isDeclared) return refused("not-declared");
    const isConfirming = deed === "confirm";
    if (stampOf(row) !== stamp || (row.confirmedAt === null) !== isConfirming) return refused("words-changed");
    await trx
      .updateTable("sellerDeclarations")
      .set({ confirmedAt: isConfirming ? now : null, confirmedBy: isConfirming ? staff.userId : null })
      .where("sellerId", "=", sellerId)
      .where("name", "=", name)
      .execute();
    await askForReadiness(trx, sellerId);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: isConfirming ? "confirm-declaration" : "take-back-confirmation",
      subject: { kind: "seller", id: sellerId },
      after: { declaration: name },
    });
    return done(null);
  });
}
