import type { Settings } from "~/platform/settings.server";
import { cbarRates } from "./cbar.server";
import type { RateSource } from "./port";
import { sampleRates } from "./sample.server";

/** The dated sample of the Central Bank's list; commands and processes start in the project's folder. */
export const SAMPLE_RATES_FILE = "db/reference/cbar-2026-11-20.xml";

/** The source of exchange rates that the settings name. */
export function rateSource({ RATES_SOURCE }: Pick<Settings, "RATES_SOURCE">): RateSource {
  return RATES_SOURCE === "cbar" ? cbarRates() : sampleRates(SAMPLE_RATES_FILE);
}
