import { clock } from "~/platform/clock.server";
import { m } from "~/paraglide/messages.js";
import type { Reader } from "~/platform/i18n/reader";
import { countryName, formatNumber, languageName } from "./format.server";
import { nameIn, type ReferenceBook } from "./reference-book.server";
import type { Dimensions, ListingSnapshot } from "./types";
import type { FactRow } from "./views";

/** Drops what is not known: an empty fact helps nobody. */
function rows(...found: ([label: string, value: string | undefined, note?: string] | undefined)[]): FactRow[] {
  return found.flatMap((row) => (row?.[1] ? [{ label: row[0], value: row[1], note: row[2] }] : []));
}

/** A weight as people say it, from grams. */
export function weightText(grams: number | undefined, lang: string): string | undefined {
  if (grams === undefined) return undefined;
  return grams < 1000
    ? m["catalog.grams"]({ amount: formatNumber(grams, lang) })
    : m["catalog.kilograms"]({ amount: formatNumber(grams / 1000, lang) });
}

/** Length, width and height in centimetres, from millimetres. */
export function sizeText(size: Dimensions | undefined, lang: string): string | undefined {
  if (!size) return undefined;
  const cm = (mm: number) => formatNumber(mm / 10, lang);
  return m["catalog.centimetres"]({ amount: `${cm(size.lengthMm)} × ${cm(size.widthMm)} × ${cm(size.heightMm)}` });
}

/** What a good is made of and how: the facts a buyer reads first. */
export function goodFacts(listing: ListingSnapshot, book: ReferenceBook, { lang }: Reader): FactRow[] {
  const fibres = listing.fibres.map(
    ({ fibre, percent }) => `${nameIn(book.materials.get(fibre), lang) || fibre} ${percent} %`,
  );
  return rows(
    [m["catalog.fact.material"](), listing.materialIds.map((id) => nameIn(book.materials.get(id), lang)).join(", ")],
    [m["catalog.fact.technique"](), listing.techniqueId && nameIn(book.techniques.get(listing.techniqueId), lang)],
    [m["catalog.fact.fibres"](), fibres.join(", ")],
    [m["catalog.fact.size"](), sizeText(listing.size, lang)],
    [m["catalog.fact.weight"](), weightText(listing.netWeightGrams, lang)],
    [m["catalog.fact.madeIn"](), listing.placeId && nameIn(book.places.get(listing.placeId)?.names, lang)],
    [m["catalog.fact.madeYear"](), listing.madeYear === undefined ? undefined : String(listing.madeYear)],
    [m["catalog.fact.foodContact"](), listing.hasFoodContact ? m["catalog.yes"]() : undefined],
    [m["catalog.fact.children"](), listing.isForChildren ? m["catalog.yes"]() : undefined],
    [m["catalog.fact.rightsBasis"](), listing.rightsBasis && RIGHTS_BASES[listing.rightsBasis]()],
  );
}

const RIGHTS_BASES = {
  own_design: m["catalog.rightsBasis.ownDesign"],
  licence: m["catalog.rightsBasis.licence"],
  traditional_pattern: m["catalog.rightsBasis.traditional"],
} as const;

const DELIVERY_MODES = {
  remote: m["catalog.mode.remote"],
  in_person: m["catalog.mode.inPerson"],
  mixed: m["catalog.mode.mixed"],
} as const;

/** Stands for "no file" among the formats; how the service is done says it already. */
const IN_PERSON = "in person";

/** How a service is done and what is handed over. */
export function serviceFacts(listing: ListingSnapshot, { lang }: Reader): FactRow[] {
  const service = listing.service;
  if (!service) return [];
  const days = service.turnaroundDays;
  return rows(
    [m["catalog.fact.mode"](), service.deliveryMode && DELIVERY_MODES[service.deliveryMode]()],
    [m["catalog.fact.turnaround"](), days === undefined ? undefined : m["catalog.route.days"]({ count: days })],
    [
      m["catalog.fact.revisions"](),
      service.revisionsIncluded === undefined ? undefined : String(service.revisionsIncluded),
    ],
    [m["catalog.fact.formats"](), service.fileFormats.filter((format) => format !== IN_PERSON).join(", ")],
    [
      m["catalog.fact.languages"](),
      service.workingLanguages.map((language) => languageName(language, lang)).join(", "),
    ],
    [m["catalog.fact.timeZone"](), service.timeZone && offsetOf(service.timeZone)],
  );
}

/** Facts for the papers: plain words first, the trade's word after. */
export function tradeFacts(listing: ListingSnapshot, { lang }: Reader): FactRow[] {
  return rows(
    [m["catalog.fact.hsCode"](), listing.hsCode],
    [m["catalog.fact.origin"](), listing.originCountry && countryName(listing.originCountry, lang)],
    [m["catalog.fact.packedSize"](), sizeText(listing.packedSize, lang)],
    [m["catalog.fact.packedWeight"](), weightText(listing.packedWeightGrams, lang)],
    [
      m["catalog.fact.capacity"](),
      listing.monthlyCapacity === undefined ? undefined : m["catalog.perMonth"]({ count: listing.monthlyCapacity }),
    ],
    [
      m["catalog.fact.leadTime"](),
      listing.leadTimeDays === undefined ? undefined : m["catalog.route.days"]({ count: listing.leadTimeDays }),
    ],
    [
      m["catalog.fact.permit"](),
      listing.needsCulturalCheck ? m["catalog.permit.cultural"]() : undefined,
      m["catalog.permit.culturalNote"](),
    ],
    [m["catalog.fact.indication"](), listing.claimedIndication],
  );
}

/** `GMT+4` for `Asia/Baku`: what a buyer elsewhere reckons with. */
function offsetOf(timeZone: string): string | undefined {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(clock());
  return parts.find(({ type }) => type === "timeZoneName")?.value;
}
