import { z } from "zod";
import { m } from "~/paraglide/messages.js";

/**
 * The customs code of a form with an `HsCodeField`; left out when none was chosen. Without scripts the choice and the typed
 * digits come under one name, the digits last: they count. Dots and spaces (7418.10) are how codes are often written.
 */
export const hsCodeInput = z.preprocess(
  (posted) => {
    const given = (Array.isArray(posted) ? posted : [posted]).filter((one) => typeof one === "string");
    const code = given.map((one) => one.replaceAll(/[\s.]/g, "")).findLast((one) => one !== "");
    return code;
  },
  z
    .string()
    .regex(/^\d{6}$/, { error: () => m["catalog.hs.mistake"]() })
    .optional(),
);
