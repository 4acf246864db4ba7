/** Who takes the money where nobody said so and none is taken: outside production. */
export const STAND_IN_MERCHANT = {
  MERCHANT_NAME: "Karvan Export OÜ (demo)",
  MERCHANT_COUNTRY: "EE",
  MERCHANT_ADDRESS: "Example Street 0, 00000 Exampletown",
  MERCHANT_EMAIL: "merchant@karvan.example",
  MERCHANT_STATEMENT: "KARVAN DEMO",
} as const;
