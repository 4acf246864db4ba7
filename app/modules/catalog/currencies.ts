/** Currencies in which a seller may name an export price: those of her largest markets. */
export const EXPORT_CURRENCIES = ["EUR", "USD", "GBP", "TRY", "RUB", "AED", "GEL", "KZT"] as const;

/** All currencies in which a published price can be; the database refuses others. */
export const LISTING_CURRENCIES = ["AZN", ...EXPORT_CURRENCIES] as const;
