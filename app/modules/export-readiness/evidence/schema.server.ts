import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { EVIDENCE_REASONS, LONGEST_EVIDENCE_WORDS } from "./types";

const said = (message: () => string) => ({ error: message });
const tooLong = said(() => m["accounts.mend.tooLong"]({ most: LONGEST_EVIDENCE_WORDS }));
const day = (message: () => string) =>
  z.string(said(message)).refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text), said(message));

/** The thirtieth of February is none. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const LEAST_WORDS = 3;
const words = z
  .string(said(m["evidence.mend.words"]))
  .trim()
  .min(LEAST_WORDS, said(m["evidence.mend.words"]))
  .max(LONGEST_EVIDENCE_WORDS, tooLong);
const someWords = z.string().trim().max(LONGEST_EVIDENCE_WORDS, tooLong).optional();
const subjectVersion = z.coerce.number().int().positive();

export const evidenceInput = z.object({
  paper: z.instanceof(File, said(m["sellers.paper.mend.none"])),
  seen: z.union([z.uuid(), z.literal("")]).default(""),
  issuedOn: day(m["evidence.mend.issuedOn"]),
  expiresOn: day(m["evidence.mend.expiresOn"]).optional(),
  categoryIds: z.array(z.string()).default([]),
});

export const takeBackInput = z.object({ evidenceId: z.uuid() });
export const answerEvidenceInput = z.object({ words });

export const decideEvidenceInput = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("verify"),
    subjectVersion,
    expiresOn: day(m["evidence.mend.expiresOn"]),
  }),
  z
    .object({
      decision: z.literal("reject"),
      subjectVersion,
      reason: z.enum(EVIDENCE_REASONS, said(m["evidence.mend.reason"])),
      words: someWords,
    })
    .refine(({ reason, words: own }) => reason !== "other" || (own ?? "").length >= LEAST_WORDS, {
      path: ["words"],
      error: m["evidence.mend.words"],
    }),
  z.object({ decision: z.literal("ask"), subjectVersion, words }),
]);

export const recheckInput = z
  .object({
    subjectVersion,
    verdict: z.enum(["agrees", "disagrees"], said(m["evidence.mend.verdict"])),
    words: someWords,
  })
  .refine(({ verdict, words: own }) => verdict === "agrees" || (own ?? "").length >= LEAST_WORDS, {
    path: ["words"],
    error: m["evidence.mend.words"],
  })
  .transform(({ verdict, ...rest }) => ({ ...rest, agrees: verdict === "agrees" }));
