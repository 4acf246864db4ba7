import { writeRows } from "~db/bulk";
import { addPicture, publishListing } from "~/modules/catalog/index.server";
import type { FileStore } from "~/platform/files/port";
import type { Db } from "~/platform/db/db.server";
import { makeApprovedSeller, makeListing, type ListingOptions } from "~db/factories";

/** A shop with a good, a service and a good with the longest of titles, each in three languages. */
export const PRINTED: readonly ListingOptions[] = [
  {
    title: { az: "Döymə mis kasa", en: "Hand-hammered copper bowl", ru: "Кованая медная чаша" },
    description: {
      az: "Lahıcda bir parça misdən döyülür, içi qalaylanır. Hər kasanın zərb izi başqadır; gündəlik süfrə üçün möhkəmdir.",
      en: "Hammered from one sheet of copper in Lahij and tinned inside. Every bowl bears its own marks and is made for daily use.",
      ru: "Куётся в Лагиче из цельного листа меди, внутри лужёная. У каждой чаши свой рисунок ударов; она рассчитана на каждый день.",
    },
    priceKind: "tiers",
    homeTiers: [
      { minimumQuantity: 1, amountMinor: 4850 },
      { minimumQuantity: 20, amountMinor: 4200 },
      { minimumQuantity: 100, amountMinor: 3650 },
    ],
    exportTiers: [
      { minimumQuantity: 20, amountMinor: 2900 },
      { minimumQuantity: 100, amountMinor: 2450 },
    ],
    minimumOrderQuantity: 20,
    hsCode: "741810",
    materialIds: ["copper"],
    leadTimeDays: 21,
    monthlyCapacity: 120,
  },
  {
    kind: "service",
    categoryId: "graphic-design",
    title: { az: "Üz qabığı və səhifə dizaynı", en: "Cover and page design", ru: "Дизайн обложки и вёрстка" },
    description: {
      az: "Ğ, ı, ə və İ hərfləri yerində olan kitab: üz qabığından son səhifəyədək.",
      en: "A book from its cover to its last page, with every letter in its place.",
      ru: "Книга от обложки до последней страницы: каждая буква Ж, Ы и Я на месте.",
    },
    deliverables: {
      az: "Çapa hazır PDF və mənbə fayllar",
      en: "A PDF for print and the sources",
      ru: "PDF для печати и исходники",
    },
    priceKind: "on_request",
    priceUnit: "project",
    stockPolicy: null,
    deliveryMode: "remote",
  },
  {
    title: {
      az: "Qırmızı-göy ilmələrlə toxunmuş Qarabağ xalçaçılıqsənətişünaslığı ənənəsində böyük salon xalçası",
      en: "Large Karabakh drawing-room carpet woven in red and indigo knots after an old pattern of the region",
      ru: "Большой карабахский гостиный ковёр, вытканный красными и синими узлами по старинному образцу края",
    },
    priceKind: "fixed",
    homeTiers: [{ amountMinor: 1250000 }],
    exportTiers: [{ amountMinor: 640000 }],
    isOpenToExport: true,
  },
];

/** Makes the shop; `pictures` are originals that its goods show, in turn. */
export async function makePrintedShop(
  db: Db,
  files: FileStore,
  { listings = PRINTED, pictures = [] }: { listings?: readonly ListingOptions[]; pictures?: readonly Buffer[] } = {},
): Promise<{ sellerId: string; slug: string; listingIds: string[] }> {
  const seller = await makeApprovedSeller(db, {
    name: {
      az: "Lahıc Misgərlik Emalatxanası",
      en: "Lahij Coppersmiths’ Workshop",
      ru: "Лагичская мастерская медников",
    },
    tagline: { az: "Üç nəslin zərbi", en: "The hammer of three generations", ru: "Молот трёх поколений" },
    story: {
      az: "Emalatxana 1974-cü ildən işləyir. Babamız bazarda qab satırdı, biz isə sərgilərə göndəririk.",
      en: "The workshop has stood since 1974. Grandfather sold at the bazaar; we send to fairs.",
      ru: "Мастерская работает с 1974 года. Дед торговал на базаре, мы отправляем на выставки.",
    },
    languages: ["az", "ru", "en"],
  });
  const kept: string[] = [];
  for (const original of pictures) {
    const first = ([320, 640, 960, 1280] as const).map((width) => ({ format: "jpeg" as const, width }));
    const added = await addPicture(db, files, original, { first, enqueuesRest: false });
    if (!added.ok) throw new Error(added.refusal);
    kept.push(added.value.mediaId);
  }
  const listingIds: string[] = [];
  for (const [at, options] of listings.entries()) {
    const { listingId } = await makeListing(db, { ...options, sellerId: seller.sellerId });
    const shown = kept.length === 0 ? [] : [0, 1, 2].map((next) => kept[(at + next) % kept.length] ?? "");
    const views = ["front", "detail", "setting"] as const;
    await writeRows(
      db,
      "listing_images",
      [...new Set(shown)].map((media_id, position) => ({
        listing_id: listingId,
        media_id,
        position,
        view: views[position] ?? "other",
      })),
    );
    await db.transaction().execute((trx) => publishListing(trx, listingId, new Date(Date.UTC(2026, 10, 20, 0, -at))));
    listingIds.push(listingId);
  }
  return { ...seller, listingIds };
}
