import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { breaksConstraint } from "~/platform/db/constraint";
import type { FileStore } from "~/platform/files/port";
import type { PaperRefusal } from "~/platform/private-files/look-at-paper.server";
import { dropPaper, notePaper, putPaper } from "~/platform/private-files/private-files.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { editShop, type CommonRefusal, type Edited } from "./edit-shop.server";
import { paperOwner, REGISTRATION } from "./shop-facts.server";
import type { LegalForm } from "./types";

export type LegalRefusal = CommonRefusal | "voen-taken";
export type PaperTrouble = CommonRefusal | PaperRefusal | "too-many-papers";

/** Says as what a shop is registered. A taxpayer has one shop: of two that name the same number the second is refused. */
export function saveLegal(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, legalForm, voen }: { version: number; legalForm: LegalForm | undefined; voen: string | undefined },
  now = clock(),
): Edited<LegalRefusal> {
  return editShop<LegalRefusal>(db, seller, formKey, { step: "legal", version }, now, async (trx, shop) => {
    const { sellerId } = shop;
    if (!(await takeVoen(trx, sellerId, voen ?? null))) return "voen-taken";
    await trx
      .updateTable("sellers")
      .set({ legalForm: legalForm ?? null })
      .where("id", "=", sellerId)
      .execute();
    // Words of its own for a form are of the form that was.
    if (legalForm !== shop.legalForm) {
      await trx.updateTable("sellerTexts").set({ legalFormLabel: null }).where("sellerId", "=", sellerId).execute();
    }
    return { before: { legalForm: shop.legalForm, voen: shop.voen }, after: { legalForm, voen } };
  });
}

/** The unique key says whose a number is, also when two shops ask at the same moment. */
async function takeVoen(trx: Trx, sellerId: string, voen: string | null): Promise<boolean> {
  await sql`savepoint voen`.execute(trx);
  try {
    await trx.updateTable("sellers").set({ voen }).where("id", "=", sellerId).execute();
    return true;
  } catch (error) {
    if (!breaksConstraint(error, "sellers_voen_key")) throw error;
    await sql`rollback to savepoint voen`.execute(trx);
    return false;
  }
}

/** More copies of one paper than anybody needs, and fewer than fill a disk. */
const MOST_PAPERS = 20;

/**
 * Brings the registration paper. It stands beside earlier ones, of which none is lost, and counts from now on; so two
 * members who bring one at the same moment are not in each other's way.
 */
export async function bringPaper(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  formKey: FormKey,
  { name, content }: { name: string; content: Buffer },
  now = clock(),
): Edited<PaperTrouble> {
  const owner = paperOwner(seller.sellerId);
  const put = await putPaper(files, { owner, purpose: REGISTRATION, name, content });
  if (!put.ok) return put;
  const paper = put.value;
  let isKept = false;
  try {
    return await editShop<PaperTrouble>(db, seller, formKey, { step: "paper" }, now, async (trx, shop) => {
      if (shop.papers.length >= MOST_PAPERS) return "too-many-papers";
      await notePaper(trx, paper, now);
      isKept = true;
      return { before: { paperId: shop.paperId }, after: { paperId: paper.paperId } };
    });
  } catch (error) {
    isKept = false;
    throw error;
  } finally {
    // A second post of the form, a refusal or a fault: the bytes are nobody's.
    if (!isKept) await dropPaper(files, paper);
  }
}
