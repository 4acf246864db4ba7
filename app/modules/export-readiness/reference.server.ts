import type { Db, Trx } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { Locale } from "~/platform/i18n/locales";
import type { CategoryFlags, ListingReference } from "./listing-criteria";
import type { MarketRule } from "./market-rules";
import { parseReadinessModel, type WordedModel } from "./model";
import { ruleCheck } from "./rule-check";

type Texts = Readonly<Record<Locale, string>>;

export type WordedRule = MarketRule & {
  texts: Texts;
  /** What of it goes with the goods or the work, in a few words; undefined where nothing does. */
  paper: Texts | undefined;
  /** Condition that the paper wants besides the rule's own. */
  paperWhen: string | undefined;
  /** How sure the reference is of it. */
  certainty: string;
  sources: readonly string[];
  asOf: string | undefined;
};

/** Everything that levels are computed from and that is the same for all sellers. */
export type ReadinessReference = {
  model: WordedModel;
  rules: readonly WordedRule[];
  /** In the order of the reference. */
  markets: readonly string[];
  listings: ListingReference;
};

/** How long one process trusts what it has read, in milliseconds. */
const FRESH_MS = 30_000;

const kept = keptReading(FRESH_MS, readReference);

export function readinessReference(db: Db): Promise<ReadinessReference> {
  return kept.of(db);
}

/** After other criteria were published by this process. */
export function forgetReference(db: Db): void {
  kept.forget(db);
}

/**
 * The criteria that count at this moment and go on counting until the transaction ends: whoever publishes others waits for
 * it, and judges everybody anew after it.
 */
export async function holdReference(db: Db, trx: Trx): Promise<ReadinessReference> {
  const held = await trx
    .selectFrom("readinessModels")
    .select("version")
    .where("status", "=", "published")
    .forShare()
    .executeTakeFirst();
  const known = await readinessReference(db);
  // Whoever waited for a publication has found no row that still counts.
  if (known.model.version === held?.version) return known;
  kept.forget(db);
  return readinessReference(db);
}

const NO_FLAGS: CategoryFlags = {
  isTextile: false,
  isFragile: false,
  needsCulturalCheck: false,
  isWood: false,
  isForChildren: false,
};

async function readReference(db: Db): Promise<ReadinessReference> {
  const [published, rules, texts, markets, categories, codes, incoterms] = await Promise.all([
    db.selectFrom("readinessModels").select("content").where("status", "=", "published").executeTakeFirstOrThrow(),
    db
      .selectFrom("marketRules")
      .select([
        "id",
        "marketId",
        "kind",
        "level",
        "appliesWhen",
        "paperWhen",
        "checkDetails",
        "certainty",
        "sources",
        "asOf",
      ])
      .orderBy("position")
      .execute(),
    db.selectFrom("marketRuleTexts").select(["marketRuleId", "locale", "text", "paper"]).execute(),
    db.selectFrom("markets").select("id").orderBy("position").execute(),
    db
      .selectFrom("categories")
      .select(["id", "isTextile", "isFragile", "needsCulturalCheck", "isWood", "isForChildren"])
      .execute(),
    db.selectFrom("hsCodes").select(["code", "needsCulturalCheck"]).execute(),
    db.selectFrom("incoterms").select("code").execute(),
  ]);
  const flags = new Map(categories.map(({ id, ...own }) => [id, own]));
  const cultural = new Map(codes.map(({ code, needsCulturalCheck }) => [code, needsCulturalCheck]));
  const terms = new Set(incoterms.map(({ code }) => code));
  return {
    model: parseReadinessModel(published.content),
    markets: markets.map(({ id }) => id),
    rules: rules.map((row) => ({
      id: row.id,
      market: row.marketId ?? undefined,
      kind: row.kind === "services" ? "services" : row.kind === "goods" ? "goods" : "both",
      level: row.level === "mandatory" ? "mandatory" : "advice",
      appliesWhen: row.appliesWhen ?? undefined,
      check: ruleCheck.parse(row.checkDetails),
      ...wordsOf(texts.filter(({ marketRuleId }) => marketRuleId === row.id)),
      paperWhen: row.paperWhen ?? undefined,
      certainty: row.certainty,
      sources: row.sources,
      asOf: row.asOf ?? undefined,
    })),
    listings: {
      flagsOf: (categoryId) => flags.get(categoryId) ?? NO_FLAGS,
      needsCulturalCheck: (hsCode) => cultural.get(hsCode),
      isIncoterm: (code) => terms.has(code),
    },
  };
}

function wordsOf(rows: readonly { locale: string; text: string; paper: string | null }[]) {
  const papers = rows.flatMap(({ locale, paper }) => (paper === null ? [] : [{ locale, text: paper }]));
  return { texts: textsOf(rows), paper: papers.length === 0 ? undefined : textsOf(papers) };
}

function textsOf(rows: readonly { locale: string; text: string }[]): Texts {
  const textFor = (locale: Locale) => rows.find((row) => row.locale === locale)?.text;
  const az = textFor("az") ?? "";
  return { az, en: textFor("en") ?? az, ru: textFor("ru") ?? az };
}
