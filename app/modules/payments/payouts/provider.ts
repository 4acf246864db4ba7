/** A batch as it was approved: what is sent is this and nothing else. */
export type BatchToSend = {
  reference: string;
  currency: string;
  approvedAt: Date;
  payouts: readonly PayoutToSend[];
};

export type PayoutToSend = {
  endToEndId: string;
  amountMinor: bigint;
  iban: string;
  creditorName: string;
  creditorTown: string | undefined;
  creditorCountry: string;
};

/** What a provider makes of a batch; a file is what staff hand to the bank. */
export type SentBatch = { file: { content: Buffer; contentType: string } | undefined };

/**
 * Pays sellers. `send` may be asked twice for one batch, when the process died in between: the same reference pays once.
 * What became of each payout comes later and is marked by staff or read from the bank's statements.
 */
export type PayoutProvider = {
  name: "bank_batch" | "stripe_connect";
  send: (batch: BatchToSend) => Promise<SentBatch>;
};
