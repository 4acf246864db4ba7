import type { PaymentMethod } from "~/modules/orders";
import type { Delivery, ProblemKind } from "~/modules/orders/types";

type Past = { daysAgo: number };

/** What happened to an order after it was placed, in the order in which it happened. */
export type OrderStep = Past &
  (
    | { do: "accept" | "pay" | "prepare" | "confirm" }
    | { do: "ship"; carrier: string; code: string }
    | { do: "deliver"; words: string }
    | { do: "rate"; stars: number; words: string }
    | { do: "answer"; words: string }
    | { do: "report"; kind: ProblemKind; words: string }
  );

export type OrderCase = Past & {
  key: string;
  /** Seed ids: a demo buyer, a shop, and a listing of it. */
  buyer: string;
  seller: string;
  listing: string;
  quantity: number;
  currency: "EUR" | "AZN" | "USD";
  delivery: Delivery;
  method: PaymentMethod;
  /** Per cent of the total in the first of two instalments; paid at once when left out. */
  deposit?: number;
  steps: readonly OrderStep[];
};

const EMS = "Azərpoçt EMS";

/** A whole order as it should be: paid by transfer, made, sent, received and, mostly, rated. */
function completed(
  key: string,
  what: Pick<OrderCase, "buyer" | "listing" | "quantity" | "currency" | "daysAgo">,
  rating?: { stars: number; words: string; answer?: string },
): OrderCase {
  const { daysAgo } = what;
  return {
    ...what,
    key,
    seller: "s41",
    delivery: "post",
    method: "bank_transfer",
    steps: [
      { do: "accept", daysAgo: daysAgo - 1 },
      { do: "pay", daysAgo: daysAgo - 2 },
      { do: "prepare", daysAgo: daysAgo - 3 },
      { do: "ship", daysAgo: daysAgo - 20, carrier: EMS, code: `EE0${String(73_100_000 + daysAgo)}AZ` },
      { do: "confirm", daysAgo: daysAgo - 32 },
      ...(rating ? [{ do: "rate" as const, daysAgo: daysAgo - 33, stars: rating.stars, words: rating.words }] : []),
      ...(rating?.answer ? [{ do: "answer" as const, daysAgo: daysAgo - 34, words: rating.answer }] : []),
    ],
  };
}

/** As many completed orders of one shop as its figures say, and one order of another shop in every state that asks for somebody. */
export const ORDER_CASES: readonly OrderCase[] = [
  completed(
    "done-1",
    { buyer: "buyer-hamburg", listing: "c004", quantity: 12, currency: "EUR", daysAgo: 210 },
    {
      stars: 5,
      words:
        "Twelve goblets, each wrapped on its own, none dented. The tinning is even and our guests ask where they are from.",
      answer: "Çox sağ olun! Sizin üçün növbəti dəfə daha böyük qutu hazırlayacağıq.",
    },
  ),
  completed(
    "done-2",
    { buyer: "buyer-lyon", listing: "c004", quantity: 6, currency: "EUR", daysAgo: 190 },
    { stars: 5, words: "Beautiful hammer marks, exactly as in the pictures. Arrived two days early." },
  ),
  completed(
    "done-3",
    { buyer: "buyer-baku", listing: "c004", quantity: 6, currency: "AZN", daysAgo: 160 },
    {
      stars: 4,
      words:
        "Qədəhlər çox gözəldir, toy hədiyyəsi kimi verdik. Qutusu bir az əzilmişdi, içindəkilərə heç nə olmamışdı.",
    },
  ),
  completed("done-4", { buyer: "buyer-hamburg", listing: "c008", quantity: 8, currency: "EUR", daysAgo: 150 }),
  completed(
    "done-5",
    { buyer: "buyer-almaty", listing: "c008", quantity: 4, currency: "USD", daysAgo: 130 },
    { stars: 5, words: "Стаканы тяжёлые, тёплые на ощупь, чеканка живая. Мастер ответил на все вопросы по уходу." },
  ),
  completed(
    "done-6",
    { buyer: "buyer-lyon", listing: "c008", quantity: 6, currency: "EUR", daysAgo: 120 },
    { stars: 4, words: "Good work and good packing. The tracking number came only after I had asked." },
  ),
  completed("done-7", { buyer: "buyer-hamburg", listing: "c004", quantity: 24, currency: "EUR", daysAgo: 100 }),
  completed("done-8", { buyer: "buyer-baku", listing: "c008", quantity: 4, currency: "AZN", daysAgo: 80 }),
  {
    key: "transfer-awaited",
    buyer: "buyer-hamburg",
    seller: "s01",
    listing: "c002",
    quantity: 8,
    currency: "EUR",
    delivery: "post",
    method: "bank_transfer",
    daysAgo: 3,
    steps: [{ do: "accept", daysAgo: 2 }],
  },
  {
    key: "paid",
    buyer: "buyer-lyon",
    seller: "s01",
    listing: "p001",
    quantity: 1,
    currency: "EUR",
    delivery: "post",
    method: "bank_transfer",
    daysAgo: 4,
    steps: [
      { do: "accept", daysAgo: 3 },
      { do: "pay", daysAgo: 1 },
    ],
  },
  {
    key: "deposit",
    buyer: "buyer-hamburg",
    seller: "s01",
    listing: "p005",
    quantity: 4,
    currency: "EUR",
    delivery: "post",
    method: "stripe",
    deposit: 30,
    daysAgo: 2,
    steps: [{ do: "accept", daysAgo: 1 }],
  },
  {
    key: "to-accept",
    buyer: "buyer-baku",
    seller: "s01",
    listing: "p007",
    quantity: 1,
    currency: "AZN",
    delivery: "pick_up",
    method: "at_pick_up",
    daysAgo: 1,
    steps: [],
  },
  {
    key: "in-preparation",
    buyer: "buyer-almaty",
    seller: "s01",
    listing: "p001",
    quantity: 2,
    currency: "USD",
    delivery: "post",
    method: "bank_transfer",
    daysAgo: 12,
    steps: [
      { do: "accept", daysAgo: 10 },
      { do: "pay", daysAgo: 9 },
      { do: "prepare", daysAgo: 8 },
    ],
  },
  {
    key: "shipped",
    buyer: "buyer-lyon",
    seller: "s01",
    listing: "c002",
    quantity: 4,
    currency: "EUR",
    delivery: "post",
    method: "bank_transfer",
    daysAgo: 30,
    steps: [
      { do: "accept", daysAgo: 28 },
      { do: "pay", daysAgo: 27 },
      { do: "prepare", daysAgo: 26 },
      { do: "ship", daysAgo: 6, carrier: EMS, code: "EE073200417AZ" },
    ],
  },
  {
    key: "problem",
    buyer: "buyer-baku",
    seller: "s01",
    listing: "c002",
    quantity: 4,
    currency: "AZN",
    delivery: "post",
    method: "bank_transfer",
    daysAgo: 34,
    steps: [
      { do: "accept", daysAgo: 33 },
      { do: "pay", daysAgo: 33 },
      { do: "prepare", daysAgo: 32 },
      { do: "ship", daysAgo: 10, carrier: "Azərpoçt", code: "RR073200455AZ" },
      {
        do: "report",
        daysAgo: 1,
        kind: "problem",
        words:
          "Dörd parçdan birinin qulpu yolda qopub. Şəkli var, istəsəniz göndərim. Qulpu qaynaq etmək, ya yenisini göndərmək olarmı?",
      },
    ],
  },
  // Paid and disputed once there is a Stripe to pay at: `bringDispute`.
  {
    key: "disputed",
    buyer: "buyer-hamburg",
    seller: "s01",
    listing: "p001",
    quantity: 1,
    currency: "EUR",
    delivery: "post",
    method: "stripe",
    daysAgo: 3,
    steps: [{ do: "accept", daysAgo: 2 }],
  },
  {
    key: "workshop",
    buyer: "buyer-baku",
    seller: "s01",
    listing: "v001",
    quantity: 2,
    currency: "AZN",
    delivery: "digital",
    method: "bank_transfer",
    daysAgo: 16,
    steps: [
      { do: "accept", daysAgo: 15 },
      { do: "pay", daysAgo: 14 },
      { do: "prepare", daysAgo: 14 },
      {
        do: "deliver",
        daysAgo: 3,
        words:
          "Ustad dərsi keçirildi. Hazırladığınız mis piyalələr sizdədir, qayda və alətlərin siyahısını da əlavə edirəm.",
      },
    ],
  },
];
