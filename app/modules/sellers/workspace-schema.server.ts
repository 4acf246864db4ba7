import { z } from "zod";
import { phone } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { fromDecimal } from "~/platform/money";
import { openShopInput } from "./schema.server";
import { gramsOf, HOME_CURRENCY, ROUTE_SERVICES, SHIPPING_CURRENCIES } from "./shipping";

const said = (message: () => string) => ({ error: message });
const version = z.coerce.number().int().positive();
const note = z
  .string()
  .trim()
  .max(
    300,
    said(() => m["accounts.mend.tooLong"]({ most: 300 })),
  )
  .optional();
const day = z.iso.date(said(m["sellers.closure.mend.day"]));

export const closureInput = z.object({
  version,
  fromOn: day,
  untilOn: day,
  noteAz: note,
  noteEn: note,
  noteRu: note,
});
export const versionInput = z.object({ version });

export const memberInput = z.object({ deed: z.enum(["manager", "editor", "remove", "owner"]) });
export const invitationInput = z.object({ deed: z.enum(["resend", "revoke"]) });

export const openForMakerInput = openShopInput.extend({ phone });
export const handOverInput = z.object({ phone });

export const adoptInput = z.object({ version, services: z.array(z.enum(ROUTE_SERVICES)).default([]) });
export const changeRouteInput = z.object({ version, deed: z.enum(["on", "off", "remove"]) });
export const currencyInput = z.object({ version, currency: z.enum(SHIPPING_CURRENCIES) });

const days = z.coerce
  .number(said(m["sellers.routes.mend.days"]))
  .int(said(m["sellers.routes.mend.days"]))
  .min(0, said(m["sellers.routes.mend.days"]))
  .max(180, said(m["sellers.routes.mend.days"]));

/**
 * Beside it the form has the rows of the weight table (`kg-0`, `price-0`, …) and how many of them are empty.
 * Its `deed` is `save`, `more` (rows), or `drop-2` (a row).
 */
export const zoneInput = z
  .object({
    version,
    countries: z.array(z.string()).default([]),
    daysMin: days,
    daysMax: days,
    heaviest: z
      .string()
      .trim()
      .transform((typed, context) => {
        const grams = gramsOf(typed);
        if (grams !== undefined) return grams;
        context.addIssue({ code: "custom", message: m["sellers.routes.mend.weight"]() });
        return z.NEVER;
      })
      .optional(),
    freeOver: z
      .string()
      .trim()
      .transform((typed, context) => {
        // All currencies of parcels have hundredths.
        const amountMinor = fromDecimal(typed, HOME_CURRENCY)?.amountMinor ?? 0n;
        if (amountMinor > 0n) return amountMinor;
        context.addIssue({ code: "custom", message: m["sellers.routes.mend.freeOver"]() });
        return z.NEVER;
      })
      .optional(),
    asksForFreight: z.literal("on").optional(),
  })
  .catchall(z.string());
