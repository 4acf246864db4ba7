import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { instantInBaku } from "~/platform/calendar";
import { LOCALES } from "~/platform/i18n/locales";

const said = (message: () => string) => ({ error: message });
const version = z.coerce.number().int().positive();
const words = (most: number, missing: () => string) =>
  z
    .string(said(missing))
    .trim()
    .min(1, said(missing))
    .max(
      most,
      said(() => m["accounts.mend.tooLong"]({ most })),
    );

const instant = z.string(said(m["curation.mend.time"])).transform((text, context) => {
  const read = instantInBaku(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: m["curation.mend.time"]() });
  return z.NEVER;
});

const whenAndWhy = {
  startsAt: instant,
  endsAt: instant,
  reason: words(300, m["curation.mend.reason"]),
};

export const placeFeatureInput = z.object(whenAndWhy);
export const changeFeatureInput = z.object({ version, ...whenAndWhy });
export const moveInput = z.object({ by: z.enum(["-1", "1"]).transform((by) => (by === "-1" ? -1 : 1)) });

export const beginCollectionInput = z.object({
  title: words(120, m["curation.mend.title"]),
  slug: z
    .string(said(m["curation.mend.slug"]))
    .trim()
    .max(
      80,
      said(() => m["accounts.mend.tooLong"]({ most: 80 })),
    )
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, said(m["curation.mend.slug"])),
});

export const collectionTextInput = z.object({
  version,
  locale: z.enum(LOCALES),
  title: words(120, m["curation.mend.title"]),
  introduction: words(2_000, m["curation.mend.introduction"]),
});

/** What a press of a button on a collection's page asks for. */
export const collectionStepInput = z.discriminatedUnion("step", [
  z.object({ step: z.literal("add"), version, kind: z.enum(["listing", "seller"]), subject: z.uuid() }),
  z.object({ step: z.literal("remove"), version, subject: z.uuid() }),
  z.object({ step: z.literal("up"), version, subject: z.uuid() }),
  z.object({ step: z.literal("down"), version, subject: z.uuid() }),
  z.object({ step: z.literal("cover"), version, subject: z.uuid().optional() }),
  z.object({ step: z.literal("publish"), version }),
  z.object({ step: z.literal("archive"), version }),
]);
