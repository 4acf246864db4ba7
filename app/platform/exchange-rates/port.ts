/** One currency of a bank's daily list. */
export type QuotedRate = {
  /** ISO 4217. */
  currency: string;
  /** Millionths of one manat per one whole unit of the currency, the quoted nominal taken out. */
  aznMillionths: bigint;
};

export type DailyRates = {
  /** Day of the list, `2026-11-20`: not the day asked for when that one had none. */
  quotedOn: string;
  /** Where the list is from, for the reader's note and for the rows. */
  source: string;
  rates: QuotedRate[];
};

/** Where daily exchange rates come from. Faults are thrown: the job that asked tries again. */
export type RateSource = {
  /** @param day calendar day, `2026-11-20`; banks answer a day without a list by the last one before it */
  ratesOf: (day: string) => Promise<DailyRates>;
};
