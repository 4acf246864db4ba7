import { unitPriceAt, type ListingSnapshot } from "~/modules/catalog";
import { money } from "~/platform/money";
import type { Row } from "../bulk";
import { demoBuyers } from "./buyers";
import { dayBefore, seedUuid } from "./ids";
import {
  ANSWERS,
  CLOSINGS,
  DECLINE,
  GUESTS,
  QUESTIONS,
  SAMPLES,
  SAVED_ANSWERS,
  SERVICE_ANSWERS,
  SERVICE_QUESTIONS,
  THANKS,
} from "./inquiry-words";
import { makeRandom, type Random } from "./pictures/contract";

const DAYS = 88;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const SOURCES = ["search", "search", "category", "collection", "seller", "qr", "fair", "listing"] as const;

export type SeedShop = {
  /** Seed id and database id. */
  key: string;
  sellerId: string;
  /** Who answers; undefined for a shop without a team. */
  ownerId: string | undefined;
  /** Inquiries of 90 days and median of first replies in hours, as the catalogue says. */
  count: number;
  medianHours: number | null;
  listings: readonly ListingSnapshot[];
};

type Asker = {
  userId: string | null;
  email: string | null;
  name: string;
  company: string | null;
  locale: "az" | "en" | "ru";
  country: string;
};

const askers: readonly Asker[] = [
  ...demoBuyers.map(({ key, name, company, locale, destination }) => ({
    userId: seedUuid("user", key),
    email: null,
    name,
    company: company?.name ?? null,
    locale,
    country: destination,
  })),
  ...GUESTS.map(({ name, email, locale, country, company }) => ({
    userId: null,
    email,
    name,
    company: company ?? null,
    locale,
    country,
  })),
];

/** What the demo's shops were asked in the last months, as often and answered as fast as the catalogue says of each. */
export function inquiryRows(shops: readonly SeedShop[], now: Date): Record<string, Row[]> {
  const threads = shops.flatMap((shop) =>
    shop.listings.length === 0 ? [] : Array.from({ length: shop.count }, (_, at) => threadOf(shop, at, now)),
  );
  return {
    inquiries: threads.map(({ inquiry }) => inquiry),
    inquiry_lines: threads.map(({ line }) => line),
    inquiry_messages: threads.flatMap(({ messages }) => messages),
    saved_answers: shops.flatMap(({ key, sellerId }) =>
      SAVED_ANSWERS.map(({ key: answer, title }) => ({
        id: seedUuid("answer", `${key}/${answer}`),
        seller_id: sellerId,
        title,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
      })),
    ),
    saved_answer_texts: shops.flatMap(({ key }) =>
      SAVED_ANSWERS.flatMap(({ key: answer, texts }) =>
        Object.entries(texts).map(([locale, body]) => ({
          answer_id: seedUuid("answer", `${key}/${answer}`),
          locale,
          body,
        })),
      ),
    ),
  };
}

type Message = { side: "buyer" | "seller" | "system"; at: Date } & Partial<{
  body: string;
  locale: string;
  facts: unknown[];
  event: string;
  words: string;
}>;

function threadOf(shop: SeedShop, at: number, now: Date) {
  const random = makeRandom(`inquiry/${shop.key}/${at}`);
  const id = seedUuid("inquiry", `${shop.key}/${at}`);
  const asker = random.pick(askers);
  const listing = random.pick(shop.listings);
  const isGood = listing.kind === "good";
  const isSample = isGood && listing.stockPolicy !== "one_of_a_kind" && random.whole(1, 8) === 1;
  const quantity = !isGood || isSample ? 1 : random.pick([2, 6, 12, 20, 24, 40]);
  // The newest first; whoever has enough of them has one that waits.
  const age = ((at + random.between(0.05, 0.8)) / shop.count) * DAYS * DAY_MS;
  const askedAt = new Date(now.getTime() - Math.max(age, 2 * HOUR_MS));
  const isOpen = at === 0 && shop.count > 5;
  const answered = shop.count - (shop.count > 5 ? 1 : 0);
  const answeredAt = new Date(askedAt.getTime() + replyHours(shop, at - (shop.count > 5 ? 1 : 0), answered) * HOUR_MS);
  const messages = conversation({
    shop,
    asker,
    listing,
    quantity,
    isGood,
    isSample,
    isOpen,
    askedAt,
    answeredAt,
    now,
    random,
  });
  const last = messages.at(-1);
  const count = messages.length;
  const isDeclined = last?.event === "declined";
  const status = isOpen ? "open" : isDeclined ? "declined" : "answered";
  return {
    inquiry: {
      id,
      reference: Array.from({ length: 6 }, () => LETTERS[random.whole(0, LETTERS.length - 1)]).join(""),
      seller_id: shop.sellerId,
      kind: isSample ? "sample" : "question",
      status,
      buyer_user_id: asker.userId,
      guest_email: asker.email,
      buyer_name: asker.name,
      company: asker.company,
      locale: asker.locale,
      destination: asker.country,
      needed_by: random.whole(1, 3) === 1 ? dayBefore(askedAt, -60) : null,
      source: random.pick(SOURCES),
      created_at: askedAt.toISOString(),
      confirmed_at: askedAt.toISOString(),
      last_message_at: (last?.at ?? askedAt).toISOString(),
      waits_since: isOpen ? askedAt.toISOString() : null,
      first_answered_at: isOpen || isDeclined ? null : answeredAt.toISOString(),
      message_count: count,
      seller_read: isOpen ? 0 : count,
      seller_read_at: isOpen ? null : answeredAt.toISOString(),
      buyer_read: isOpen || at > 1 ? count : 1,
      buyer_read_at: askedAt.toISOString(),
    },
    line: {
      inquiry_id: id,
      position: 1,
      listing_id: listing.listingId,
      listing_version: listing.version,
      variant_id: null,
      quantity,
    },
    messages: messages.map(({ side, at: written, body, locale, facts, event, words }, place) => ({
      id: seedUuid("inquiry-message", `${shop.key}/${at}/${place}`),
      inquiry_id: id,
      position: place + 1,
      side,
      author_id: side === "buyer" ? asker.userId : (shop.ownerId ?? null),
      body: body ?? null,
      locale: locale ?? null,
      facts: facts ?? [],
      event: event ?? null,
      event_words: words ?? null,
      written_at: written.toISOString(),
    })),
  };
}

/** Replies lie around the median of the catalogue, so that counting them anew gives it again. */
function replyHours({ medianHours }: SeedShop, at: number, count: number): number {
  const median = medianHours ?? 30;
  const middle = (count - 1) / 2;
  if (Math.abs(at - middle) < 1) return median - 0.4;
  return at < middle ? median * 0.45 : median * 1.7;
}

type Talk = {
  shop: SeedShop;
  asker: Asker;
  listing: ListingSnapshot;
  quantity: number;
  isGood: boolean;
  isSample: boolean;
  isOpen: boolean;
  askedAt: Date;
  answeredAt: Date;
  now: Date;
  random: Random;
};

function conversation(talk: Talk): Message[] {
  const { asker, quantity, isGood, isSample, isOpen, askedAt, answeredAt, now, random } = talk;
  const { locale } = asker;
  const questions = isGood ? QUESTIONS : SERVICE_QUESTIONS;
  const body = isSample ? SAMPLES[locale] : random.pick(questions[locale]).replace("{count}", String(quantity));
  const question: Message = { side: "buyer", at: askedAt, body, locale };
  if (isOpen || answeredAt > now) return [question];
  if (talk.shop.count > 6 && random.whole(1, 14) === 1) {
    return [question, { side: "system", at: answeredAt, event: "declined", words: DECLINE }];
  }
  const answer: Message = {
    side: "seller",
    at: answeredAt,
    body: random.pick(isGood ? ANSWERS : SERVICE_ANSWERS),
    locale: "az",
    facts: factsOf(talk),
  };
  const thanksAt = new Date(answeredAt.getTime() + 5 * HOUR_MS);
  const closingAt = new Date(thanksAt.getTime() + HOUR_MS);
  if (random.whole(1, 3) > 1 || closingAt > now) return [question, answer];
  return [
    question,
    answer,
    { side: "buyer", at: thanksAt, body: random.pick(THANKS[locale]), locale },
    { side: "seller", at: closingAt, body: random.pick(CLOSINGS), locale: "az" },
  ];
}

function factsOf({ listing, asker, quantity, answeredAt }: Talk): unknown[] {
  const { az, en, ru } = listing.texts;
  const about = {
    listingId: listing.listingId,
    title: { az: az.title, ...(en ? { en: en.title } : {}), ...(ru ? { ru: ru.title } : {}) },
  };
  const tiers = asker.country === "AZ" ? listing.homeTiers : listing.exportTiers;
  const unit = unitPriceAt(
    tiers.map((tier) => ({
      minimumQuantity: tier.minimumQuantity,
      unit: money(BigInt(tier.amountMinor), tier.currency),
    })),
    quantity,
  );
  const ready = dayBefore(answeredAt, -Math.max(listing.leadTimeDays ?? 14, 3));
  return [
    ...(unit
      ? [
          {
            ...about,
            kind: "price",
            quantity,
            amountMinor: unit.amountMinor.toString(),
            currency: unit.currency,
            unit: listing.priceUnit,
          },
        ]
      : []),
    { ...about, kind: "lead_time", quantity, readyOn: ready },
  ];
}
