import { bankOf } from "~/modules/sellers";
import { writePain001 } from "~/platform/bank/pain001";
import type { Settings } from "~/platform/settings.server";
import { executionDay } from "./execution-day";
import type { PayoutProvider } from "./provider";

export type Debtor = { name: string; iban: string; bic: string };

/** Writes a file for the Federation's bank; the same batch always gives the same one, so that a bank knows it again. */
export function bankBatch(debtor: Debtor): PayoutProvider {
  return {
    name: "bank_batch",
    send: async ({ reference, currency, approvedAt, payouts }) => {
      const xml = writePain001({
        messageId: `KARVAN-${reference}`,
        createdAt: approvedAt,
        executeOn: executionDay(approvedAt),
        currency,
        debtor,
        transfers: payouts.map((payout) => ({
          endToEndId: payout.endToEndId,
          amountMinor: payout.amountMinor,
          name: payout.creditorName,
          iban: payout.iban,
          town: payout.creditorTown,
          country: payout.creditorCountry,
          bank: bankOf(payout.iban),
          words: `Karvan payout ${payout.endToEndId}`,
        })),
      });
      return { file: { content: Buffer.from(xml, "utf8"), contentType: "application/xml" } };
    },
  };
}

/** By the account that the settings name; undefined where they name none. */
export function bankBatchOf(settings: Settings): PayoutProvider | undefined {
  const { PAYOUT_DEBTOR_NAME: name, PAYOUT_DEBTOR_IBAN: iban, PAYOUT_DEBTOR_BIC: bic } = settings;
  return name === undefined || iban === undefined || bic === undefined ? undefined : bankBatch({ name, iban, bic });
}
