import type { z } from "zod";
import { m } from "~/paraglide/messages.js";
import type { ShippingRefusal } from "./edit-shipping.server";
import { shippingRefusalText } from "./refusals.server";
import { rateRowsOf, readRates, type RouteRate } from "./shipping";
import type { zoneInput } from "./workspace-schema.server";

type ZoneForm = z.output<typeof zoneInput>;

export type ReadZone = {
  version: number;
  countries: string[];
  daysMin: number;
  daysMax: number;
  maximumGrams: number | undefined;
  freeOverMinor: bigint | undefined;
  asksForFreight: boolean;
  rates: RouteRate[];
};

/** Whether a form of a zone only wants more or fewer rows: nothing is saved then. */
export function isAboutRows(typed: Readonly<Record<string, unknown>> | null | undefined): boolean {
  return typeof typed?.deed === "string" && typed.deed !== "save";
}

/** The weight table of a form that is well otherwise. @returns the zone, or a sentence for each field that is none of it */
export function readZone(form: ZoneForm): { ok: true; zone: ReadZone } | { ok: false; fields: Record<string, string> } {
  const { version, countries, daysMin, daysMax, heaviest, freeOver, asksForFreight } = form;
  const { rates, mistakes } = readRates(rateRowsOf(form));
  if (mistakes.length > 0 && asksForFreight === undefined) {
    const sentenceOf = (name: string) =>
      name.startsWith("kg-") ? m["sellers.routes.mend.weight"]() : m["sellers.routes.mend.price"]();
    return { ok: false, fields: Object.fromEntries(mistakes.map((name) => [name, sentenceOf(name)])) };
  }
  const zone = { version, countries, daysMin, daysMax, maximumGrams: heaviest, freeOverMinor: freeOver, rates };
  return { ok: true, zone: { ...zone, asksForFreight: asksForFreight !== undefined } };
}

const FIELD_OF: Readonly<Partial<Record<ShippingRefusal, string>>> = {
  "no-countries": "countries",
  "home-apart": "countries",
  "country-missing": "countries",
  "country-taken": "countries",
  "days-turned": "daysMax",
  "too-light-limit": "heaviest",
};

/** Beside which field a refusal stands; what is about the whole form stands above it. */
export function zoneProblem(refusal: ShippingRefusal): [problem: string | undefined, fields: Record<string, string>] {
  const field = FIELD_OF[refusal];
  const sentence = shippingRefusalText[refusal]();
  return field === undefined ? [sentence, {}] : [undefined, { [field]: sentence }];
}
