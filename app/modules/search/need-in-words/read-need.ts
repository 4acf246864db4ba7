import { foldText } from "../folding";
import { findDay } from "./find-day";
import { findBarePlace, findDestination, findOpeningPlace, findPartPlace } from "./find-destination";
import { findPrice, type PriceLimits } from "./find-price";
import { findLeadingQuantity, findStatedQuantity, withoutAsking } from "./find-quantity";
import { findBareSpan, findSpan } from "./find-span";
import { placeNames, type NamedCountry, type PlaceNames } from "./place-names";
import { tokensOf, without, writtenText, type Found, type Token } from "./tokens";

export type { NamedCountry, PriceLimits };

/** What a buyer said besides the thing itself. Every part may be missing. */
export type NeedInWords = {
  /** The rest of the text: what is looked for. Never empty. */
  text: string;
  /** Whole pieces. */
  quantity?: number;
  /** The last day on which it may arrive, ISO 8601. */
  neededBy?: string;
  /** ISO 3166-1 alpha-2. */
  destination?: string;
  price?: PriceLimits;
};

type Parts = Omit<NeedInWords, "text">;
type Part = keyof Parts;
type Taken<Value> = Pick<Found, "from" | "count"> & { value: Value };
type Context = { names: PlaceNames; now: Date; left: ReadonlySet<Part> };

const DAY_MS = 86_400_000;

const namesOf = new WeakMap<readonly NamedCountry[], PlaceNames>();

/**
 * Reads "40 copper cups to Germany within 60 days" as a thing, a number, a country and a time, in Azerbaijani, English
 * and Russian. Only what is said plainly counts: a number in front of the thing or beside "pieces", a span or a day with
 * its preposition or case, a country or a big city with its direction, a price with its currency and limit. What is said
 * twice in different ways ("to Germany or to France") stays in the text, so that reading the rest again finds nothing.
 *
 * @param now its day in UTC is today
 * @returns undefined when nothing but a thing is named, or nothing but the rest
 */
export function readNeed(text: string, countries: readonly NamedCountry[], now: Date): NeedInWords | undefined {
  const names = namesOf.get(countries) ?? placeNames(countries);
  namesOf.set(countries, names);
  return readOnce(text, { names, now, left: new Set() });
}

function readOnce(text: string, context: Context): NeedInWords | undefined {
  const { tokens, parts } = readParts(tokensOf(text), context);
  const rest = restOf(tokens);
  if (Object.keys(parts).length === 0 || foldText(rest) === "") return undefined;
  const again = readOnce(rest, context);
  if (!again) return { text: rest, ...parts };
  const unclear = PARTS.filter((part) => isUnclear(again[part], parts[part]));
  if (unclear.length === 0) return { ...again, ...parts };
  return readOnce(text, { ...context, left: new Set([...context.left, ...unclear]) });
}

const PARTS = ["quantity", "neededBy", "destination", "price"] as const satisfies readonly Part[];

function isUnclear<Value>(one: Value | undefined, other: Value | undefined): boolean {
  return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}

function readParts(all: readonly Token[], { names, now, left }: Context): { tokens: readonly Token[]; parts: Parts } {
  let tokens = all;
  const parts: Parts = {};
  const take = <P extends Part>(part: P, find: () => Taken<NonNullable<Parts[P]>> | undefined) => {
    const found = left.has(part) || parts[part] !== undefined ? undefined : find();
    if (!found) return;
    tokens = without(tokens, found);
    parts[part] = found.value;
  };
  const dayOf = (span: Taken<number> | undefined) =>
    span && { ...span, value: new Date(now.getTime() + span.value * DAY_MS).toISOString().slice(0, 10) };

  take("price", () => findPrice(tokens));
  take("neededBy", () => findDay(tokens, now));
  take("neededBy", () => dayOf(findSpan(tokens)));
  take("quantity", () => findStatedQuantity(tokens));
  take("destination", () => findDestination(tokens, names));
  take("destination", () => findOpeningPlace(tokens, names));
  take("quantity", () => findLeadingQuantity(tokens, Object.keys(parts).length > 0));

  // A place or a length of time that only stands there is part of a need when something else is.
  const hasNumber = () => parts.quantity !== undefined || parts.neededBy !== undefined;
  const span = findBareSpan(tokens);
  const isSpan = hasNumber() || parts.destination !== undefined;
  const isPlace = span && !left.has("destination") && findPlaceBeside(span, tokens, names);
  if (isSpan || isPlace) take("neededBy", () => dayOf(span));
  take("destination", () => (hasNumber() ? findBarePlace(tokens, names) : findPartPlace(tokens, names)));
  return { tokens, parts };
}

/** A place as a part of the text beside a length of time: "Hamburg, 60 days, copper cups". */
function findPlaceBeside(span: Taken<number>, tokens: readonly Token[], names: PlaceNames): boolean {
  const rest = without(tokens, span);
  const isFirst = findBarePlace(rest, names)?.from === 0;
  return isFirst || findPartPlace(rest, names) !== undefined;
}

/** What is looked for, without the words and signs that are left over around it. */
function restOf(tokens: readonly Token[]): string {
  return writtenText(withoutAsking(tokens))
    .replaceAll(/^[\s,;:.!/–—|-]+|[\s,;:.!/–—|-]+$/gu, "")
    .replace(/[\s,;]+(?:and|&|и|və|ve)$/u, "");
}
