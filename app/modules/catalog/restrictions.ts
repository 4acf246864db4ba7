import { dayInBaku } from "~/platform/calendar";
import { HOME_COUNTRY } from "./offer";
import type { ListingSnapshot } from "./types";

/**
 * What the law of Azerbaijan says of goods that leave it. Source: `azerbaijan_export_side` of `db/reference/markets.json`
 * (Cabinet decision No. 294 of 29 August 2014; the post's list of restricted goods).
 */
const OLDEST_YEARS = 100;
/** The post asks for a permit for what was made before this year and not in series. */
const FIRST_YEAR_WITHOUT_PERMIT = 1965;

const yearInBaku = (now: Date) => Number(dayInBaku(now).slice(0, 4));

/** The earliest year of making of what may be offered still. */
export function earliestMadeYear(now: Date): number {
  return yearInBaku(now) - OLDEST_YEARS;
}

/** Whether a thing is more than a hundred years old by the year in which it was made; without a year it is new. */
export function isOverHundredYears(madeYear: number | null | undefined, now: Date): boolean {
  return typeof madeYear === "number" && madeYear < earliestMadeYear(now);
}

/** Nothing is made in a year that has not begun. */
export function latestMadeYear(now: Date): number {
  return yearInBaku(now);
}

/** Whether the post asks for a permit because of a thing's age. What is offered here is made by hand, not in series. */
export function isOldForThePost(madeYear: number | null | undefined): boolean {
  return typeof madeYear === "number" && madeYear < FIRST_YEAR_WITHOUT_PERMIT;
}

export const COMMISSIONS = ["carpets", "art", "instruments", "books", "ministry"] as const;
/** Who looks at a thing before it leaves the country. */
export type Commission = (typeof COMMISSIONS)[number];

/** By customs chapter, all textiles with the carpets; what no museum is named for goes to the Ministry of Culture itself. */
export function commissionFor(hsCode: string | null | undefined): Commission {
  const chapter = Number(hsCode?.slice(0, 2));
  if (chapter >= 50 && chapter <= 63) return "carpets";
  if (chapter === 97) return "art";
  if (chapter === 92) return "instruments";
  return chapter === 49 ? "books" : "ministry";
}

/**
 * Whether a line of an order needs the number of an export certificate before it may be said to be shipped.
 *
 * @param destination country to which it goes
 */
export function needsExportCertificate(
  { kind, needsCulturalCheck }: Pick<ListingSnapshot, "kind" | "needsCulturalCheck">,
  destination: string,
): boolean {
  return kind === "good" && needsCulturalCheck && destination !== HOME_COUNTRY;
}

export const LISTING_STOPS = ["over-hundred-years", "species-stopped"] as const;
/** Why the public does not see a listing, whatever its status is. */
export type ListingStop = (typeof LISTING_STOPS)[number];

/** What keeps a working version from the public. */
export function stopsOf(
  { madeYear, isSpeciesStopped }: { madeYear: number | null; isSpeciesStopped: boolean },
  now: Date,
): ListingStop[] {
  return [
    ...(isOverHundredYears(madeYear, now) ? (["over-hundred-years"] as const) : []),
    ...(isSpeciesStopped ? (["species-stopped"] as const) : []),
  ];
}

export const CLEARANCE_BASES = ["permit", "reason"] as const;
/** What a protected species is cleared by: a wildlife permit that was verified, or words that say why it needs none. */
export type ClearanceBasis = (typeof CLEARANCE_BASES)[number];
