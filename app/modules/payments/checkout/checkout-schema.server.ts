import { z } from "zod";
import { NEEDS_POSTAL_CODE, phoneField, postalCodeMistake } from "~/modules/accounts/index.server";
import { PAYMENT_METHODS, type PaymentMethod } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";

const tooLong = (count: number) => () => m["checkout.mend.long"]({ count });
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: tooLong(most) })
    .optional();
const text = (most: number, missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: tooLong(most) });

const contact = {
  total: z.string().regex(/^\d{1,18}$/),
  method: z.enum(PAYMENT_METHODS, { error: () => m["checkout.mend.method"]() }),
  name: text(120, m["checkout.mend.name"]),
  // Any number that somebody answers will do: a courier calls it, and nothing is sent to it.
  phone: phoneField(m["checkout.mend.phone"]).optional(),
  company: optionalText(120),
  taxNumber: optionalText(40),
  note: optionalText(1_000),
  terms: z.literal("on", { error: () => m["checkout.mend.terms"]() }),
};

const email = z.email({ error: () => m["checkout.mend.email"]() }).max(200, { error: tooLong(200) });

const address = (country: string) => ({
  // Left empty it is who orders.
  recipient: optionalText(120),
  line1: text(200, m["checkout.mend.line1"]),
  line2: optionalText(200),
  city: text(120, m["checkout.mend.city"]),
  region: optionalText(120),
  postalCode: (NEEDS_POSTAL_CODE.has(country) ? text(20, m["checkout.mend.postalCode"]) : optionalText(20)).superRefine(
    (code, context) => {
      const message = postalCodeMistake(country, code);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    },
  ),
});

const nowhere = {
  recipient: optionalText(120),
  line1: optionalText(200),
  line2: optionalText(200),
  city: optionalText(120),
  region: optionalText(120),
  postalCode: optionalText(20),
};

type Needs = { isGuest: boolean; needsAddress: boolean; country: string };

/** How an order that stands already is to be paid. */
export const payInput = z.object({ method: z.enum(PAYMENT_METHODS) });

/** What the form says, whoever filled it; the address is whole or not there. */
export type CheckoutInput = {
  total: string;
  method: PaymentMethod;
  name: string;
} & Partial<
  Record<
    | "email"
    | "phone"
    | "company"
    | "taxNumber"
    | "note"
    | "recipient"
    | "line1"
    | "line2"
    | "city"
    | "region"
    | "postalCode",
    string | undefined
  >
>;

/** The form of the checkout: a guest says where she is written to, and what is sent needs an address. */
export function checkoutInput({ isGuest, needsAddress, country }: Needs): z.ZodType<CheckoutInput> {
  return z.object({
    ...contact,
    email: isGuest ? email : email.optional(),
    ...(needsAddress ? address(country) : nowhere),
  });
}
