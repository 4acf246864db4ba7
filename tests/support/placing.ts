import type { Placing } from "~/modules/orders/index.server";
import type { Reader } from "~/platform/i18n/reader";

export const ORIGIN = "http://127.0.0.1:3000";
export const IN_GERMANY: Reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined };

type Placed = Pick<Placing, "owner" | "buyer" | "groups" | "seenTotalMinor">;
type Choices = {
  method?: Placing["method"] | undefined;
  currency?: string;
  reader?: Reader;
  address?: Placing["address"] | undefined;
};

const IN_HAMBURG = {
  recipient: "Jonas Petersen",
  line1: "Speicherweg 12",
  city: "Hamburg",
  postalCode: "20457",
  country: "DE",
};

/** What Jonas in Hamburg types to order these parts of a cart, unless another place is named. */
export function placingOf({
  method = "stripe",
  currency = "EUR",
  reader = IN_GERMANY,
  address = IN_HAMBURG,
  ...placed
}: Placed & Choices): Placing {
  const contact = {
    name: "Jonas Petersen",
    phone: undefined,
    company: undefined,
    taxNumber: undefined,
    note: undefined,
  };
  return {
    ...placed,
    guestDigest: placed.buyer ? undefined : placed.owner.visitDigest,
    reader,
    currency,
    method,
    contact: { ...contact, email: placed.buyer ? undefined : "jonas@example.org" },
    address,
    merchant: { name: "Karvan Trade GmbH", country: "DE", statement: "KARVAN" },
    termsVersion: "2026-11",
  };
}

/** What Jonas types into the form of the checkout for a cup and its carriage. */
export const TYPED_CHECKOUT = {
  total: "3900",
  method: "bank_transfer",
  name: "Jonas Petersen",
  terms: "on",
  recipient: "Jonas Petersen",
  line1: "Speicherweg 12",
  city: "Hamburg",
  postalCode: "20457",
};
