import { SME_CATEGORIES } from "~/modules/sellers";
import { formatDay, nameIn, referenceBook } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { StaffActor } from "~/platform/session/actors.server";
import { collectFacts, DECLARATION_OF } from "../collect-facts.server";
import { SME_NAMES } from "../declare/sme-names";
import { judge, type Judgement } from "../judge";
import type { WordedModel } from "../model";
import { listHistory, readinessPage, type ReadinessPage } from "../own/open-readiness.server";
import { readinessReference, type WordedRule } from "../reference.server";
import { listDeclarations, stampOf, type DeclarationRow } from "./declarations.server";
import { whyNotConfirm } from "./own-shop.server";
import type { Confirmed, DeclarationView, OwnShopRefusal, StaffMarketView } from "./types";

export type SellerReadiness = {
  sellerId: string;
  name: string;
  /** Why the reader confirms nothing here, if so. */
  apart: OwnShopRefusal | undefined;
  page: ReadinessPage;
  declarations: DeclarationView[];
  targetMarkets: string[];
  /** Markets with a rule that only staff can look at, target markets first. */
  markets: StaffMarketView[];
};

/** A seller's readiness for staff, with everything that only they can confirm. Undefined when there is no such seller. */
export async function openSellerReadiness(
  db: Db,
  staff: StaffActor,
  { sellerId, locale }: { sellerId: string; locale: Locale },
  now = clock(),
): Promise<SellerReadiness | undefined> {
  const [reference, book, [facts], history, declared, confirmed, named, apart] = await Promise.all([
    readinessReference(db),
    referenceBook(db),
    collectFacts(db, [sellerId]),
    listHistory(db, sellerId),
    listDeclarations(db, sellerId),
    listConfirmed(db, sellerId),
    db.selectFrom("sellerTexts").select(["name", "locale"]).where("sellerId", "=", sellerId).execute(),
    whyNotConfirm(db, staff, sellerId),
  ]);
  if (!facts) return undefined;
  const judgement = judge(facts, reference, dayInBaku(now));
  const nameOf = (marketId: string) => nameIn(book.markets.get(marketId)?.names, locale);
  return {
    sellerId,
    name: (named.find((one) => one.locale === locale) ?? named.find((one) => one.locale === "az"))?.name ?? "",
    apart,
    page: readinessPage({ reference, judgement, history }, locale, () => undefined),
    declarations: declarationViews(reference.model, declared, locale),
    targetMarkets: facts.targetMarkets.map(nameOf),
    markets: marketViews(judgement, confirmed, locale)
      .map((market) => ({
        ...market,
        name: nameOf(market.marketId),
        isTarget: facts.targetMarkets.includes(market.marketId),
      }))
      .toSorted((a, b) => Number(b.isTarget) - Number(a.isTarget)),
  };
}

type ConfirmedRow = { marketId: string; ruleId: string; confirmedAt: Date; by: string | null };

function listConfirmed(db: Db, sellerId: string): Promise<ConfirmedRow[]> {
  return db
    .selectFrom("marketConfirmations")
    .leftJoin("users", "users.id", "marketConfirmations.confirmedBy")
    .select(["marketId", "ruleId", "confirmedAt", "users.name as by"])
    .where("sellerId", "=", sellerId)
    .where("side", "=", "staff")
    .execute();
}

const confirmedOf = (at: Date, by: string | null, locale: Locale): Confirmed => ({
  by: by ?? "",
  when: formatDay(dayInBaku(at), locale),
});

function declarationViews(model: WordedModel, rows: readonly DeclarationRow[], locale: Locale): DeclarationView[] {
  return Object.entries(DECLARATION_OF).flatMap(([criterionId, name]) => {
    const criterion = model.words.get(criterionId);
    if (!criterion) return [];
    const row = rows.find((one) => one.name === name);
    const { confirmedAt = null, declaredAt = null, confirmedBy = null } = row ?? {};
    return [
      {
        name,
        criterionId,
        title: criterion.title[locale],
        why: criterion.why[locale],
        words: row?.isDeclared === true ? wordsOf(row, locale) : undefined,
        declared: declaredAt === null ? undefined : formatDay(dayInBaku(declaredAt), locale),
        confirmed: confirmedAt === null ? undefined : confirmedOf(confirmedAt, confirmedBy, locale),
        stamp: row ? stampOf(row) : "",
      },
    ];
  });
}

/** A size is kept by its code, everything else in the seller's own words. */
export function wordsOf({ name, words }: Pick<DeclarationRow, "name" | "words">, locale: Locale): string {
  const size = name === "sme_category" ? SME_CATEGORIES.find((known) => known === words) : undefined;
  return size ? SME_NAMES[size]({}, { locale }) : (words ?? "");
}

function marketViews(
  { markets }: Judgement<WordedRule>,
  confirmed: readonly ConfirmedRow[],
  locale: Locale,
): Pick<StaffMarketView, "marketId" | "rules">[] {
  return markets.flatMap(({ market, rules }) => {
    const own = rules.filter(({ rule }) => rule.check.type === "staff_confirm");
    if (own.length === 0) return [];
    const viewed = own.map(({ rule }) => {
      const row = confirmed.find(({ marketId, ruleId }) => marketId === market && ruleId === rule.id);
      return {
        id: rule.id,
        text: rule.texts[locale],
        isMandatory: rule.level === "mandatory",
        confirmed: row && confirmedOf(row.confirmedAt, row.by, locale),
      };
    });
    return [{ marketId: market, rules: viewed }];
  });
}
