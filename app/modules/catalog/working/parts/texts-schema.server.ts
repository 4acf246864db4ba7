import { z } from "zod";
import { LONGEST_DESCRIPTION, LONGEST_TITLE } from "./about-schema.server";
import { optionalText } from "./mend.server";

export const translationInput = z.object({
  title: optionalText(LONGEST_TITLE),
  description: optionalText(LONGEST_DESCRIPTION),
  deliverables: optionalText(LONGEST_DESCRIPTION),
  rights: optionalText(LONGEST_DESCRIPTION),
});
