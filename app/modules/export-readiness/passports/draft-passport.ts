import type { ReferenceBook } from "~/modules/catalog/index.server";
import { isVoen } from "~/modules/sellers";
import { LOCALES, textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import type { CollectedFacts } from "../collect-facts.server";
import { monthsAfter } from "../evidence/rules";
import type { JudgedMarket, Judgement } from "../judge";
import type { JudgedListing } from "../listing-criteria";
import { RULE_KNOWN_BY } from "../markets/market-types";
import type { ReadinessReference, WordedRule } from "../reference.server";
import { valueOf } from "../rules";
import type { PassportContent } from "./content";

const LONGEST_MONTHS = 12;
const REGISTRATION_CRITERION = "ID-02";

/** What is written of a seller besides what was judged. */
export type PassportHolder = {
  names: LocaleTexts<string>;
  placeId: string;
  foundedYear: number | undefined;
  approvedOn: string | undefined;
  languages: string[];
};

type Inputs = {
  holder: PassportHolder;
  facts: CollectedFacts;
  judgement: Judgement<WordedRule>;
  market: JudgedMarket<WordedRule>;
  reference: ReadinessReference;
  book: ReferenceBook;
  today: string;
};

/**
 * The content of a passport for a market that is open, with the last day on which it holds: the earliest end of a paper that
 * the market's rules or the checked registration rest on, and at most twelve months. The level is said of the day of issue
 * alone, so that its papers end nothing.
 */
export function draftPassport(inputs: Inputs): { content: PassportContent; validUntil: string } {
  const { holder, facts, judgement, market, reference, book } = inputs;
  const { ends, validUntil, isVoenVerified } = endOf(inputs);
  const open = facts.listings.map(({ snapshot }) => snapshot).filter(({ isOpenToExport }) => isOpenToExport);
  const place = book.places.get(holder.placeId);
  const entry = book.markets.get(market.market);
  const customs = entry?.customs;
  return {
    validUntil,
    content: {
      criteriaVersion: reference.model.version,
      market: { id: market.market, name: inEach(entry?.names) },
      seller: {
        name: inEach(holder.names),
        place: inEach(place?.names),
        region: inEach(place && book.regions.get(place.regionId)),
        foundedYear: holder.foundedYear,
        approvedOn: holder.approvedOn,
        languages: holder.languages,
        isVoenVerified,
      },
      level: levelOf(judgement, reference),
      rules: market.rules
        .filter(({ rule, state }) => rule.level === "mandatory" && state === "met")
        .map(({ rule }) => ({
          id: rule.id,
          text: rule.texts,
          by: RULE_KNOWN_BY[rule.check.type],
          sources: rule.sources.flatMap((id) => {
            const source = reference.model.sources.get(id);
            return source ? [{ title: source.title, url: source.url }] : [];
          }),
          asOf: rule.asOf,
        })),
      groups: distinct(open.map(({ categoryId }) => categoryId)).map((id) => inEach(book.categories.get(id)?.names)),
      hsCodes: distinct(open.flatMap(({ hsCode }) => hsCode ?? [])).toSorted(),
      monthlyCapacity: rangeOf(open.map(({ monthlyCapacity }) => monthlyCapacity || undefined)),
      leadTimeDays: rangeOf(open.map(daysOf)),
      incoterms: distinct(open.flatMap(({ incoterm }) => incoterm?.code ?? [])).toSorted(),
      customs: customs && { note: customs.notes, asOf: customs.asOf, source: customs.source },
      ends,
    },
  };
}

const daysOf = ({ kind, leadTimeDays, service }: JudgedListing["snapshot"]) =>
  kind === "service" ? service?.turnaroundDays : leadTimeDays;

function endOf({ facts, judgement: { input }, market, reference, today }: Inputs) {
  const isVoenVerified =
    facts.voen !== undefined && isVoen(facts.voen) && valueOf(input.states[REGISTRATION_CRITERION], today) === 100;
  const restsOn = distinct([
    ...market.rules.flatMap(({ rule: { level, check } }) =>
      level === "mandatory" && check.type === "criterion" ? check.ids : [],
    ),
    ...(isVoenVerified ? [REGISTRATION_CRITERION] : []),
  ]);
  const papers = restsOn.flatMap((id) => {
    const state = input.states[id];
    const documentType = reference.model.papers.get(id);
    const counts = state?.kind === "evidence" && valueOf(state, today) === 100;
    return counts && documentType !== undefined ? [{ documentType, expiresOn: state.expiresOn }] : [];
  });
  const first = papers.toSorted((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1)).at(0);
  const longest = monthsAfter(today, LONGEST_MONTHS);
  const isPaper = first !== undefined && first.expiresOn <= longest;
  const ends: PassportContent["ends"] = isPaper
    ? { with: "paper", documentType: first.documentType }
    : { with: "year" };
  return { ends, validUntil: isPaper ? first.expiresOn : longest, isVoenVerified };
}

function levelOf({ score }: Judgement, { model }: ReadinessReference): PassportContent["level"] {
  const id = score.level === "ready" || score.level === "exporting" ? score.level : undefined;
  const words = id && model.levelWords.get(id);
  return id && words && { id, label: words.label, meaning: words.meaning };
}

function inEach(texts: LocaleTexts<string> | undefined): Record<Locale, string> {
  const textFor = (locale: Locale) => (texts ? textIn(texts, locale).text : "");
  const [az, en, ru] = LOCALES;
  return { az: textFor(az), en: textFor(en), ru: textFor(ru) };
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

function rangeOf(values: readonly (number | undefined)[]): { from: number; to: number } | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : { from: Math.min(...known), to: Math.max(...known) };
}
