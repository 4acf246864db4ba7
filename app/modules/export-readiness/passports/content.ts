import { z } from "zod";
import { RULE_KNOWERS } from "../markets/market-types";

const texts = z.strictObject({ az: z.string(), en: z.string(), ru: z.string() });
const day = z.iso.date();
const source = z.strictObject({ title: z.string().min(1), url: z.string().optional() });
const range = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });

/**
 * What a passport says, frozen when it is issued: public facts and what was judged, in three languages. Nothing in it is a
 * paper or a private fact.
 */
export const passportContent = z.strictObject({
  criteriaVersion: z.string().min(1),
  market: z.strictObject({ id: z.string().min(1), name: texts }),
  seller: z.strictObject({
    name: texts,
    place: texts,
    region: texts,
    foundedYear: z.int().optional(),
    approvedOn: day.optional(),
    languages: z.array(z.string()),
    isVoenVerified: z.boolean(),
  }),
  /** Only of the levels that have a public name. */
  level: z.strictObject({ id: z.enum(["ready", "exporting"]), label: texts, meaning: texts }).optional(),
  /** Mandatory rules, all of them met. */
  rules: z.array(
    z.strictObject({
      id: z.string().min(1),
      text: texts,
      by: z.enum(RULE_KNOWERS),
      sources: z.array(source),
      asOf: z.string().optional(),
    }),
  ),
  groups: z.array(texts),
  hsCodes: z.array(z.string()),
  /** Pieces that one listing can have made in a month, the least and the most of them. */
  monthlyCapacity: range.optional(),
  leadTimeDays: range.optional(),
  incoterms: z.array(z.string()),
  customs: z.strictObject({ note: texts, asOf: day.optional(), source }).optional(),
  /** What it ends with: a paper of this type, or its year. */
  ends: z.discriminatedUnion("with", [
    z.strictObject({ with: z.literal("paper"), documentType: z.string().min(1) }),
    z.strictObject({ with: z.literal("year") }),
  ]),
});
export type PassportContent = z.infer<typeof passportContent>;
