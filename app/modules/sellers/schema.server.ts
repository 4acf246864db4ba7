import { z } from "zod";
import { emailField, phoneField } from "~/modules/accounts/index.server";
import { decisionInput } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { AZERBAIJANI_IBAN_LENGTH, plainIban, whyNotIban, type IbanProblem } from "./bank-account";
import { MOST_CATEGORIES } from "./shop-facts.server";
import { reasonsFor, SHOP_CONFIRMATIONS, SHOP_FIELDS } from "./shop-reasons";
import { LEGAL_FORMS, OFFERINGS, SHOP_PICTURE_PARTS, TRANSLATIONS } from "./types";
import { whyNotVoen, type VoenProblem } from "./voen";

const said = (message: () => string) => ({ error: message });
const version = z.coerce.number().int().positive();
const name = z
  .string(said(m["sellers.mend.name"]))
  .trim()
  .min(2, said(m["sellers.mend.name"]))
  .max(
    120,
    said(() => m["accounts.mend.tooLong"]({ most: 120 })),
  );
const placeId = z.string(said(m["sellers.mend.place"])).min(1, said(m["sellers.mend.place"]));
const offering = z.enum(OFFERINGS, said(m["sellers.mend.offering"]));

export const openShopInput = z.object({ name, offering, placeId });
export const makingInput = z.object({
  version,
  offering,
  categoryIds: z
    .array(z.string(), said(m["sellers.mend.making"]))
    .min(1, said(m["sellers.mend.making"]))
    .max(
      MOST_CATEGORIES,
      said(() => m["sellers.mend.categories"]({ most: MOST_CATEGORIES })),
    ),
});
const upTo = (most: number) =>
  z
    .string()
    .trim()
    .max(
      most,
      said(() => m["accounts.mend.tooLong"]({ most })),
    );
/** AZ and four digits (Azərpoçt); people write it with a space, too. */
const postalCode = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ""))
  .refine((text) => /^AZ\d{4}$/.test(text), said(m["sellers.mend.postalCode"]));
export const placeInput = z.object({
  version,
  name,
  placeId,
  street: upTo(200).optional(),
  postalCode: postalCode.optional(),
});
const tagline = upTo(140).optional();
const story = upTo(4_000).optional();

export const storyInput = z.object({ version, tagline, story });

export const translationInput = z
  .object({ version, locale: z.enum(TRANSLATIONS), name: upTo(120).optional(), tagline, story })
  .refine((text) => text.name !== undefined || (text.tagline === undefined && text.story === undefined), {
    path: ["name"],
    error: m["sellers.mend.name"],
  });

export const contactsInput = z
  .object({ version, phone: phoneField(m["sellers.contacts.mend.phone"]).optional(), email: emailField.optional() })
  .refine(({ phone, email }) => phone !== undefined || email !== undefined, {
    path: ["phone"],
    error: m["sellers.contacts.mend.none"],
  });

const VOEN_TEXTS: Readonly<Record<VoenProblem, () => string>> = {
  length: m["sellers.legal.mend.length"],
  check: m["sellers.legal.mend.check"],
  "company-number": m["sellers.legal.mend.companyNumber"],
  "person-number": m["sellers.legal.mend.personNumber"],
};

export const legalInput = z
  .object({
    version,
    legalForm: z.enum(LEGAL_FORMS, said(m["sellers.legal.mend.form"])).optional(),
    voen: z
      .string()
      .transform((typed) => typed.replace(/[\s.\-–]/g, ""))
      .optional(),
  })
  .superRefine(({ voen, legalForm }, context) => {
    const problem = voen === undefined ? undefined : whyNotVoen(voen, legalForm);
    if (problem) context.addIssue({ code: "custom", path: ["voen"], message: VOEN_TEXTS[problem]() });
  });

const IBAN_TEXTS: Readonly<Record<IbanProblem, (plain: string) => string>> = {
  shape: m["sellers.bank.mend.shape"],
  length: (plain) =>
    plain.startsWith("AZ")
      ? m["sellers.bank.mend.length"]({ wanted: AZERBAIJANI_IBAN_LENGTH, count: plain.length })
      : m["sellers.bank.mend.shape"](),
  check: m["sellers.bank.mend.check"],
};

export const bankInput = z.object({
  version,
  iban: z
    .string()
    .transform(plainIban)
    .superRefine((plain, context) => {
      const problem = whyNotIban(plain);
      if (problem) context.addIssue({ code: "custom", message: IBAN_TEXTS[problem](plain) });
    })
    .optional(),
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ""))
    .optional(),
});

export const removeShopPictureInput = z.object({ part: z.enum(SHOP_PICTURE_PARTS) });
export const paperInput = z.object({ paper: z.instanceof(File, said(m["sellers.paper.mend.none"])) });

export const decideShopInput = decisionInput(SHOP_FIELDS, reasonsFor, SHOP_CONFIRMATIONS);
