import { readFileSync } from "node:fs";
import { readCbarRates } from "./cbar-xml";
import type { RateSource } from "./port";

/**
 * The dated sample list of `db/reference`, for the demo and for work without a network. Whatever day is asked for, it
 * answers with its own date: a rate is never shown as fresher than it is.
 */
export function sampleRates(file: string): RateSource {
  return {
    ratesOf: async () => {
      const list = readCbarRates(readFileSync(file, "utf8"));
      return { ...list, source: `${list.source} (sample)` };
    },
  };
}
