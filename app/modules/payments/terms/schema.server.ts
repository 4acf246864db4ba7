import { z } from "zod";
import { m } from "~/paraglide/messages.js";

/** Most of a percentage that a form takes; the table takes no more commission than half either. */
const MOST = { commission: 50, deposit: 100 } as const;

function percent(most: number) {
  const mend = () => m["payments.terms.mendPercent"]({ most });
  return z
    .string({ error: mend })
    .regex(/^\d{1,3}(?:[.,]\d{1,2})?$/, { error: mend })
    .transform((typed) => Math.round(Number(typed.replace(",", ".")) * 100))
    .refine((basisPoints) => basisPoints <= most * 100, { error: mend });
}

const mendDays = () => m["payments.terms.mendDays"]();

const typedTerms = z.object({
  revision: z.coerce.number().int().min(0),
  commission: percent(MOST.commission),
  holdDays: z.coerce
    .number({ error: mendDays })
    .int({ error: mendDays })
    .min(0, { error: mendDays })
    .max(90, { error: mendDays }),
  depositShare: percent(MOST.deposit),
});

/** Shares are typed in per cent and become basis points. */
function termsOf({ revision, commission, holdDays, depositShare }: z.output<typeof typedTerms>) {
  return {
    revision,
    commissionBasisPoints: commission,
    holdDays,
    depositReleaseBasisPoints: depositShare,
  };
}

export const termsInput = typedTerms.transform(termsOf);

/** The same for a level; `isSure`: the treasurer has ticked that she means all of its shops. */
export const levelTermsInput = typedTerms
  .extend({ isSure: z.boolean().default(false) })
  .transform(({ isSure, ...typed }) => ({ ...termsOf(typed), isSure }));
