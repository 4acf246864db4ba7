import { nameIn, referenceBook } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { collectFacts } from "../collect-facts.server";
import { goodsLacking, judge } from "../judge";
import { placeOf, soughtIn, type Sought } from "../own/places";
import { readinessReference } from "../reference.server";
import { RULE_KNOWN_BY, type MarketPage, type MarketSummary, type RuleView } from "./market-types";
import { saidIn } from "./rule-words.server";

/** Every market of the reference with how it stands for a seller: target markets first. */
export async function listOwnMarkets(
  db: Db,
  { sellerId, locale }: { sellerId: string; locale: Locale },
  now = clock(),
): Promise<MarketSummary[]> {
  const judged = await judgeMarkets(db, sellerId, now);
  if (!judged) return [];
  const { facts, book, judgement } = judged;
  return judgement.markets
    .map(({ market, isOpen, rules }) => ({
      marketId: market,
      name: nameIn(book.markets.get(market)?.names, locale),
      isOpen,
      isTarget: facts.targetMarkets.includes(market),
      missingCount: rules.filter(({ state }) => state === "missing").length,
    }))
    .toSorted((a, b) => Number(b.isTarget) - Number(a.isTarget));
}

/** Every market of the reference by name, to choose from. */
export async function listMarketNames(db: Db, locale: Locale): Promise<{ marketId: string; name: string }[]> {
  const { markets } = await referenceBook(db);
  return [...markets.values()].map(({ id, names }) => ({ marketId: id, name: nameIn(names, locale) }));
}

/** What one market asks of a seller, rule by rule. Undefined for a market that is not in the reference. */
export async function openMarket(
  db: Db,
  { sellerId, marketId, locale }: { sellerId: string; marketId: string; locale: Locale },
  now = clock(),
): Promise<MarketPage | undefined> {
  const judged = await judgeMarkets(db, sellerId, now);
  const found = judged?.judgement.markets.find(({ market }) => market === marketId);
  if (!judged || !found) return undefined;
  const { facts, book, reference } = judged;
  const { model } = reference;
  const sought = soughtIn(facts, reference);
  const confirmed = facts.confirmations.get(marketId) ?? new Set<string>();
  const entry = book.markets.get(marketId);
  const customs = entry?.customs;
  return {
    marketId,
    name: nameIn(entry?.names, locale),
    isOpen: found.isOpen,
    isTarget: facts.targetMarkets.includes(marketId),
    missingCount: found.rules.filter(({ state }) => state === "missing").length,
    customs: customs && { note: customs.notes[locale], asOf: customs.asOf, source: customs.source },
    rules: found.rules.map(({ rule, state, open }) => ({
      id: rule.id,
      text: rule.texts[locale],
      state,
      level: rule.level,
      by: RULE_KNOWN_BY[rule.check.type],
      isConfirmed: confirmed.has(rule.id),
      open: [
        ...open.map((id) => ({ title: model.words.get(id)?.title[locale] ?? id, place: placeOf(id, sought) })),
        ...(rule.check.type === "listing_field" ? lackingIn(rule.check.fields, sought) : []),
      ],
      ...saidIn(rule, model, locale),
      certainty: rule.certainty,
    })),
  };
}

/** Listings that a rule waits for, each with the page on which the fact is written. */
function lackingIn(fields: readonly string[], { listings, reference }: Sought): RuleView["open"] {
  const goods = listings.filter(({ snapshot }) => snapshot.kind === "good");
  return goodsLacking(fields, goods, reference).map(({ snapshot: { listingId, texts } }) => {
    const { title } = texts.az;
    return { title, place: { kind: "listing", listingId, part: "export", title, lackingCount: 1 } };
  });
}

async function judgeMarkets(db: Db, sellerId: string, now: Date) {
  const [reference, book, [facts]] = await Promise.all([
    readinessReference(db),
    referenceBook(db),
    collectFacts(db, [sellerId]),
  ]);
  return facts && { reference, book, facts, judgement: judge(facts, reference, dayInBaku(now)) };
}
