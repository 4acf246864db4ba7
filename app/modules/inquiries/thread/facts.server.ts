import { listAskedListings, type AskedListing } from "~/modules/catalog/index.server";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import type { Db, Trx } from "~/platform/db/db.server";
import { LOCALES, type LocaleTexts } from "~/platform/i18n/locales";
import { currencyOfCountry, type Reader } from "~/platform/i18n/reader";
import { isUuid } from "~/platform/uuid";
import type { Fact } from "../types";

/** Most facts that one message says. */
const MOST_FACTS = 12;

/** What a seller may press beside her words, by the value of its box: of each line that is public, and her saved answers. */
export type Offered = { value: string; fact: Fact };

type About = { inquiryId: string; sellerId: string; destination: string };

/** The facts of the listings that an inquiry asks about, as they are for its buyer at this moment. */
export async function listOfferedFacts(db: Db | Trx, { inquiryId, destination }: About, now: Date): Promise<Offered[]> {
  const lines = await db
    .selectFrom("inquiryLines")
    .select(["position", "listingId", "variantId", "quantity"])
    .where("inquiryId", "=", inquiryId)
    .orderBy("position")
    .execute();
  const today = dayInBaku(now);
  const asked = lines.map(({ variantId, ...line }) => ({ ...line, variantId: variantId ?? undefined }));
  const listings = await listAskedListings(db, readerIn(destination), asked, today);
  return listings.flatMap((listing, at) => {
    const position = lines[at]?.position ?? 0;
    return listing
      ? factsOf(listing, destination, today).map((fact) => ({ value: `${fact.kind}:${position}`, fact }))
      : [];
  });
}

/** Facts are kept as codes and figures, so that any language serves to look them up. */
const readerIn = (destination: string): Reader => ({
  lang: "az",
  destination,
  currency: currencyOfCountry(destination),
  to: destination,
  cur: undefined,
});

function factsOf({ snapshot, offer }: AskedListing, country: string, today: string): Fact[] {
  const about = { listingId: snapshot.listingId, title: titleOf(snapshot.texts) };
  const { quantity, price, readyInDays, shipping } = offer;
  const { size, netWeightGrams: weightGrams } = snapshot;
  const best = shipping[0];
  return [
    ...(price
      ? [
          {
            ...about,
            kind: "price" as const,
            quantity,
            amountMinor: price.unit.amountMinor.toString(),
            currency: price.unit.currency,
            unit: snapshot.priceUnit,
          },
        ]
      : []),
    ...(readyInDays === undefined
      ? []
      : [{ ...about, kind: "lead_time" as const, quantity, readyOn: dayAfter(today, readyInDays) }]),
    ...(size || weightGrams !== undefined
      ? [{ ...about, kind: "size" as const, ...size, ...(weightGrams === undefined ? {} : { weightGrams }) }]
      : []),
    ...(best
      ? [
          {
            ...about,
            kind: "shipping" as const,
            country,
            quantity,
            service: best.service,
            daysMin: best.daysMin,
            daysMax: best.daysMax,
            ...(best.isIncluded ? { isIncluded: true as const } : {}),
            ...(best.cost ? { amountMinor: best.cost.amountMinor.toString(), currency: best.cost.currency } : {}),
          },
        ]
      : []),
  ];
}

function titleOf({ az, en, ru }: LocaleTexts<{ title: string }>): LocaleTexts<string> {
  return { az: az.title, ...(en ? { en: en.title } : {}), ...(ru ? { ru: ru.title } : {}) };
}

/** What was pressed, as it is at this moment; what is not offered any more is left away. */
export async function factsFor(trx: Trx, about: About, pressed: readonly string[], now: Date): Promise<Fact[]> {
  if (pressed.length === 0) return [];
  const wanted = pressed.slice(0, MOST_FACTS);
  const [offered, answers] = await Promise.all([
    wanted.some((value) => !value.startsWith(ANSWER)) ? listOfferedFacts(trx, about, now) : [],
    answerFacts(trx, about.sellerId, wanted),
  ]);
  return wanted.flatMap((value) => [...offered, ...answers].find((one) => one.value === value)?.fact ?? []);
}

const ANSWER = "answer:";

async function answerFacts(trx: Trx, sellerId: string, wanted: readonly string[]): Promise<Offered[]> {
  const ids = wanted.flatMap((value) => (value.startsWith(ANSWER) ? [value.slice(ANSWER.length)] : [])).filter(isUuid);
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("savedAnswers")
    .innerJoin("savedAnswerTexts", "savedAnswerTexts.answerId", "savedAnswers.id")
    .select(["savedAnswers.id", "savedAnswerTexts.locale", "savedAnswerTexts.body"])
    .where("savedAnswers.sellerId", "=", sellerId)
    .where("savedAnswers.id", "in", ids)
    .execute();
  return ids.flatMap((id) => {
    const texts = LOCALES.flatMap((locale) => {
      const row = rows.find((one) => one.id === id && one.locale === locale);
      return row ? [[locale, row.body] as const] : [];
    });
    const original = texts.find(([locale]) => locale === "az");
    if (!original) return [];
    const byLocale = { ...Object.fromEntries(texts), az: original[1] };
    return [{ value: `${ANSWER}${id}`, fact: { kind: "answer" as const, texts: byLocale } }];
  });
}
