import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { isCountry } from "~/platform/i18n/countries";
import { LOCALES } from "~/platform/i18n/locales";
import { READER_CURRENCIES } from "~/platform/i18n/reader";
import { postalCodeMistake } from "./postal-codes";
import { INVITED_ROLES, PASSWORD_LENGTH, REFERRERS } from "./types";

const said = (message: () => string) => ({ error: message });
const text = (most: number, missing: () => string) =>
  z
    .string(said(missing))
    .trim()
    .min(1, said(missing))
    .max(
      most,
      said(() => m["accounts.mend.tooLong"]({ most })),
    );
const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(
      most,
      said(() => m["accounts.mend.tooLong"]({ most })),
    )
    .optional();

/** A mailbox, in small letters. */
export const emailField = z
  .string(said(m["accounts.mend.email"]))
  .trim()
  .toLowerCase()
  .max(200, said(m["accounts.mend.email"]))
  .pipe(z.email(said(m["accounts.mend.email"])));

const country = z.string(said(m["accounts.mend.country"])).refine(isCountry, said(m["accounts.mend.country"]));

/** Codes of the mobile networks (ITU, national numbering plan of Azerbaijan); others are landlines, which get no SMS. */
const AZERBAIJANI_MOBILE = /^\+994(?:10|50|51|55|60|70|77|99)\d{7}$/;

/**
 * A telephone number as people write it, made E.164: `050 123 45 67` and `+994 50 123 45 67` are the same. A number
 * without a country is one of Azerbaijan, whose numbers have nine digits after the 0 (ITU, national numbering plan).
 */
export const phoneField = (message: () => string) =>
  z
    .string(said(message))
    .trim()
    .transform((typed) => typed.replace(/[\s().\-–]/g, ""))
    .transform((typed) =>
      typed
        .replace(/^00/, "+")
        .replace(/^0(?=\d{9}$)/, "+994")
        .replace(/^(?=[1-9]\d{8}$)/, "+994")
        .replace(/^994(?=\d{9}$)/, "+994"),
    )
    .pipe(z.string().regex(/^\+(?:994\d{9}|(?!994)[1-9]\d{6,14})$/, said(message)));

/** A number that gets an SMS. */
export const phone = phoneField(m["accounts.mend.phone"]).refine(
  (number) => !number.startsWith("+994") || AZERBAIJANI_MOBILE.test(number),
  said(m["accounts.mend.phone"]),
);

const password = z
  .string(said(m["accounts.mend.password"]))
  .min(1, said(m["accounts.mend.password"]))
  .max(
    PASSWORD_LENGTH.most,
    said(() => m["accounts.mend.passwordTooLong"]({ most: PASSWORD_LENGTH.most })),
  );

const code = z
  .string(said(m["accounts.mend.code"]))
  .transform((typed) => typed.replace(/\D/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, said(m["accounts.mend.code"])));

const next = z.string().optional();
const ticked = z.literal("on").optional();

export const signUpInput = z
  .object({
    name: text(120, m["accounts.mend.name"]),
    email: emailField,
    password,
    referredBy: z.enum(REFERRERS).optional(),
    isWomanLed: ticked,
    isUnderThirty: ticked,
    consents: ticked,
    next,
  })
  .refine(
    ({ referredBy, isWomanLed, isUnderThirty, consents }) => !(referredBy || isWomanLed || isUnderThirty) || consents,
    {
      path: ["consents"],
      error: m["accounts.mend.consent"],
    },
  );

export const signInInput = z.object({ email: emailField, password, next });
export const emailInput = z.object({ email: emailField });
export const phoneInput = z.object({ phone, next });
export const phoneCodeInput = z.object({ phone, code, next });
export const totpInput = z.object({ code, next });
export const recoveryInput = z.object({ code: text(20, m["accounts.mend.recoveryCode"]), next });
export const resetInput = z.object({ token: z.string(), password });
export const tokenInput = z.object({ token: z.string(), next });
export const passwordInput = z.object({ password });
export const closeInput = z.object({
  password: z.string().optional(),
  understands: z.literal("on", said(m["accounts.mend.understands"])),
});
export const changePasswordInput = z.object({ password, newPassword: password });
export const sessionInput = z.object({ sessionId: z.string().optional() });

export const profileInput = z
  .object({
    name: text(120, m["accounts.mend.name"]),
    locale: z.enum(LOCALES),
    currency: z.enum(READER_CURRENCIES).optional(),
    destination: z.string().refine(isCountry, said(m["accounts.mend.country"])).optional(),
    companyName: optionalText(200),
    companyTaxId: optionalText(40),
    companyCountry: z.string().refine(isCountry, said(m["accounts.mend.country"])).optional(),
    version: z.coerce.number().int().positive(),
    next,
  })
  .refine(({ companyName, companyTaxId, companyCountry }) => companyName || !(companyTaxId || companyCountry), {
    path: ["companyName"],
    error: m["accounts.mend.companyName"],
  });

/** Countries in which a parcel cannot be delivered without a postal code (Universal Postal Union, addressing data). */
export const NEEDS_POSTAL_CODE: ReadonlySet<string> = new Set(
  "AT BE BG CA CH CZ DE DK EE ES FI FR GB GR HR HU IT JP LT LU LV NL NO PL PT RO SE SI SK TR US".split(" "),
);

export const addressInput = z
  .object({
    recipient: text(120, m["accounts.mend.recipient"]),
    company: optionalText(120),
    line1: text(200, m["accounts.mend.line1"]),
    line2: optionalText(200),
    city: text(120, m["accounts.mend.city"]),
    region: optionalText(120),
    postalCode: optionalText(20),
    country,
    phone: phone.optional(),
    isDefault: ticked,
  })
  .refine(({ country: where, postalCode }) => postalCode || !NEEDS_POSTAL_CODE.has(where), {
    path: ["postalCode"],
    error: m["accounts.mend.postalCode"],
  })
  .superRefine(({ country: where, postalCode }, context) => {
    const message = postalCodeMistake(where, postalCode);
    if (message !== undefined) context.addIssue({ code: "custom", path: ["postalCode"], message });
  });

/** A time of the day as browsers send it, and as people type it where the field is one for any text: its minute. */
const minuteOfDay = z
  .string()
  .trim()
  .regex(/^(?:[01]?\d|2[0-3])[:.][0-5]\d$/, said(m["accounts.mend.time"]))
  .transform((typed) => {
    const [hours = 0, minutes = 0] = typed.split(/[:.]/).map(Number);
    return hours * 60 + minutes;
  });

export const noticesInput = z
  .object({ byMail: ticked, bySms: ticked, quietFrom: minuteOfDay.optional(), quietTo: minuteOfDay.optional() })
  .refine(({ quietFrom, quietTo }) => quietFrom !== undefined || quietTo === undefined, {
    path: ["quietFrom"],
    error: m["accounts.mend.bothTimes"],
  })
  .refine(({ quietFrom, quietTo }) => quietTo !== undefined || quietFrom === undefined, {
    path: ["quietTo"],
    error: m["accounts.mend.bothTimes"],
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === undefined || quietFrom !== quietTo, {
    path: ["quietTo"],
    error: m["accounts.mend.sameTimes"],
  })
  .transform(({ byMail, bySms, quietFrom, quietTo }) => ({
    byMail: byMail === "on",
    bySms: bySms === "on",
    quiet: quietFrom === undefined || quietTo === undefined ? undefined : { from: quietFrom, to: quietTo },
  }));

/** A colleague is invited by mail or by SMS; what she types says which. */
export const inviteInput = z.object({
  role: z.enum(INVITED_ROLES, said(m["accounts.mend.role"])),
  contact: z
    .string(said(m["accounts.mend.contact"]))
    .trim()
    .transform((typed, context) => {
      const read = typed.includes("@") ? emailField.safeParse(typed) : phone.safeParse(typed);
      if (read.success) return typed.includes("@") ? { email: read.data } : { phone: read.data };
      context.addIssue({ code: "custom", message: m["accounts.mend.contact"]() });
      return z.NEVER;
    }),
});
