import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { LONGEST_DESCRIPTION } from "./about-schema.server";
import { RIGHTS_BASES } from "./export-schema.server";
import { optionalChoice, optionalNumber, optionalText } from "./mend.server";

export const DELIVERY_MODES = ["remote", "in_person", "mixed"] as const;
export const RIGHTS_KINDS = ["none", "transfer", "license", "nonexclusive"] as const;
/** Languages in which a service may be worked on: those of the markets. */
export const WORKING_LANGUAGES = ["az", "en", "ru", "tr", "de", "fr", "ar", "zh", "ja", "ka"] as const;

export const conditionsInput = z.object({
  deliveryMode: optionalChoice(DELIVERY_MODES),
  leadTimeDays: optionalNumber({ least: 0, most: 730 }),
  monthlyCapacity: optionalNumber({ least: 0, most: 10_000 }),
  revisionsIncluded: optionalNumber({ least: 0, most: 100 }),
  fileFormats: optionalText(200),
  handoverChannel: optionalText(120),
  workingLanguages: z.array(z.enum(WORKING_LANGUAGES, { error: () => m["catalog.mend.choice"]() })).default([]),
  rightsKind: optionalChoice(RIGHTS_KINDS),
  rightsBasis: optionalChoice(RIGHTS_BASES),
  deliverables: optionalText(LONGEST_DESCRIPTION),
  rights: optionalText(LONGEST_DESCRIPTION),
});
