import { readCbarRates } from "./cbar-xml";
import type { RateSource } from "./port";

const PATIENCE_MS = 10_000;

/** The Central Bank of Azerbaijan over HTTP. */
export function cbarRates(baseUrl = "https://www.cbar.az/currencies"): RateSource {
  return {
    ratesOf: async (day) => {
      const [year, month, date] = day.split("-");
      const url = `${baseUrl}/${date}.${month}.${year}.xml`;
      const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: "error" });
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
      return readCbarRates(await answer.text());
    },
  };
}
