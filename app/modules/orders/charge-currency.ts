import { HOME_COUNTRY } from "~/modules/catalog";

/** In which a buyer abroad may pay; each is one that cards are charged in and the Central Bank quotes. */
export const CHARGE_CURRENCIES = ["EUR", "USD", "GBP", "AZN"] as const;

/** What a buyer may be charged in. Inside Azerbaijan that is the manat alone, by law (Central Bank Act, art. 33). */
export function chargeCurrencies(destination: string): readonly string[] {
  return destination === HOME_COUNTRY ? ["AZN"] : CHARGE_CURRENCIES;
}

/** The currency that is charged: the one she chose if it is offered, else the one that she reads prices in, else the first. */
export function chargeCurrency(
  { destination, currency }: { destination: string; currency: string },
  chosen: string | undefined,
): string {
  const offered = chargeCurrencies(destination);
  return offered.find((one) => one === chosen) ?? offered.find((one) => one === currency) ?? offered[0] ?? "EUR";
}
