import { env } from "~/platform/env.server";

/** Where buyers send transfers: the account that sellers are paid from, too, so that the ledger's bank is one account. */
export type TransferAccount = { name: string; iban: string; bic: string };

/** By the settings; undefined where they name none, and then no transfer is offered. */
export function transferAccount(): TransferAccount | undefined {
  const { PAYOUT_DEBTOR_NAME: name, PAYOUT_DEBTOR_IBAN: iban, PAYOUT_DEBTOR_BIC: bic } = env;
  return name === undefined || iban === undefined || bic === undefined ? undefined : { name, iban, bic };
}
