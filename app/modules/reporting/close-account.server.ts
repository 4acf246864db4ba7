import {
  accountClosedLetter,
  confirmPassword,
  erasePersonalData as eraseAccountsData,
  findPerson,
  ownsShop,
  type CloseRefusal,
} from "~/modules/accounts/index.server";
import { eraseReporter, eraseSavedListings, forgetUploads } from "~/modules/catalog/index.server";
import { erasePersonalData as eraseDocumentsData } from "~/modules/documents/index.server";
import { erasePersonalData as eraseReadinessData } from "~/modules/export-readiness/index.server";
import { erasePersonalData as eraseInquiriesData } from "~/modules/inquiries/index.server";
import { erasePersonalData as eraseOrdersData, hasRunningOrders } from "~/modules/orders/index.server";
import { erasePersonalData as erasePaymentsData } from "~/modules/payments/index.server";
import { erasePersonalData as eraseSellersData } from "~/modules/sellers/index.server";
import { eraseAuditValues, recordAudit } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { eraseMessages, sendMail } from "~/platform/mail/outgoing.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";

/**
 * Closes an account for good: the person becomes unknown in every room, in one transaction. What the law keeps stays:
 * issued documents with what is printed on them, parted from the account. A last letter says that it is done.
 */
export async function closeAccount(
  db: Db,
  visit: Visit,
  { userId }: BuyerActor,
  password: string | undefined,
): Promise<Result<null, CloseRefusal | "wrong-password" | "has-orders">> {
  if (!(await confirmPassword(db, visit, userId, password))) return refused("wrong-password");
  return db.transaction().execute(async (trx) => {
    const person = await findPerson(trx, userId, { lock: true });
    if (person === undefined) return done(null);
    if (person.isStaff) return refused("is-staff");
    if (await ownsShop(trx, userId)) return refused("owns-shop");
    if (await hasRunningOrders(trx, userId)) return refused("has-orders");

    await eraseSavedListings(trx, userId);
    await forgetUploads(trx, userId);
    await eraseInquiriesData(trx, userId);
    await eraseOrdersData(trx, userId);
    await erasePaymentsData(trx, userId);
    await eraseDocumentsData(trx, userId);
    await eraseReadinessData(trx, userId);
    const { contacts } = await eraseAccountsData(trx, userId);
    await eraseSellersData(trx, contacts);
    await eraseReporter(trx, userId, contacts);
    await eraseMessages(trx, userId, contacts);
    await recordAudit(trx, {
      actor: { kind: "buyer", id: userId },
      action: "close-account",
      subject: { kind: "person", id: userId },
    });
    await eraseAuditValues(trx, userId);
    if (person.email !== undefined) {
      const letter = accountClosedLetter(person);
      await sendMail(trx, { kind: "account-closed", to: person.email, locale: person.locale, letter });
    }
    return done(null);
  });
}
