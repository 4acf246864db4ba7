import { strToU8, zipSync, type Zippable } from "fflate";
import { listPersonalData as listAccountsData } from "~/modules/accounts/index.server";
import { listReportsForExport, listSavedForExport } from "~/modules/catalog/index.server";
import { listPersonalData as listDocumentsData } from "~/modules/documents/index.server";
import { listPersonalData as listReadinessData } from "~/modules/export-readiness/index.server";
import { listPersonalData as listInquiriesData } from "~/modules/inquiries/index.server";
import { listPersonalData as listOrdersData } from "~/modules/orders/index.server";
import { listPersonalData as listPaymentsData } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { listAuditOf } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { listSentMessages } from "~/platform/mail/outgoing.server";

/**
 * A person's copy of her data: one JSON file per subject and a page in her language that says what is what.
 *
 * @returns the bytes of a zip file
 */
export async function makePersonalDataFile(db: Db, userId: string, locale: Locale): Promise<Uint8Array> {
  const [accounts, savedListings, reports, documents, inquiries, orders, payments, readiness, messages, activity] =
    await Promise.all([
      listAccountsData(db, userId),
      listSavedForExport(db, userId),
      listReportsForExport(db, userId),
      listDocumentsData(db, userId),
      listInquiriesData(db, userId),
      listOrdersData(db, userId),
      listPaymentsData(db, userId),
      listReadinessData(db, userId),
      listSentMessages(db, userId),
      listAuditOf(db, userId),
    ]);
  const subjects: Record<string, unknown> = {
    ...accounts,
    savedListings,
    reports,
    ...documents,
    ...inquiries,
    ...orders,
    ...payments,
    ...readiness,
    messages,
    activity,
  };
  const files: Zippable = { "README.txt": strToU8(m["accounts.data.readme"]({}, { locale })) };
  for (const [name, value] of Object.entries(subjects)) {
    files[`${fileName(name)}.json`] = strToU8(JSON.stringify(value ?? null, null, 2));
  }
  return zipSync(files);
}

/** `savedListings` is `saved-listings`. */
function fileName(subject: string): string {
  return subject.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
