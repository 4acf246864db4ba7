import type { Db, Trx } from "~/platform/db/db.server";
import { listPapers, type Paper, type PaperOwner } from "~/platform/private-files/private-files.server";
import { maskedIban } from "./bank-account";
import type { ShopField } from "./shop-reasons";
import type { ShopState, ShopText } from "./shop-state";
import type { ShopFacts } from "./shop-steps";
import { LEGAL_FORMS, OFFERINGS, SELLER_STATUSES, TRANSLATIONS, type Translation } from "./types";

/** A shop's text in another language; an older one was written to an earlier Azerbaijani text. */
export type TranslatedText = ShopText & { isOlder: boolean };

/** A shop as its team and its reviewer see it. */
export type Shop = ShopFacts & {
  sellerId: string;
  slug: string;
  teamId: string | undefined;
  /** As it stands on the shop's papers, in Azerbaijani; no page shows it. */
  street: string | undefined;
  postalCode: string | undefined;
  /** Number of the state that a form was made from. */
  version: number;
  /** The version in which each field that staff judge was changed last. */
  changedInVersion: Partial<Record<ShopField, number>>;
  submittedAt: Date | undefined;
  approvedAt: Date | undefined;
  translations: Partial<Record<Translation, TranslatedText>>;
  /** Registration papers, the one that counts first; replaced ones stay. */
  papers: Paper[];
};

/** Under whom a shop's papers are kept, and as what. */
export const paperOwner = (sellerId: string): PaperOwner => ({ kind: "seller", id: sellerId });
export const REGISTRATION = "registration";

/** @param lock keeps the shop as it is until the transaction ends */
export async function findShop(
  db: Db | Trx,
  sellerId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Shop | undefined> {
  const row = await db
    .selectFrom("sellers")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "is", true),
    )
    .select([
      "sellers.id",
      "sellers.status",
      "sellers.offering",
      "sellers.placeId",
      "sellers.postalCode",
      "sellerTexts.addressLine",
      "sellers.organisationId",
      "sellers.version",
      "sellers.submittedAt",
      "sellers.coverMediaId",
      "sellers.logoMediaId",
      "sellers.approvedAt",
      "sellers.phone",
      "sellers.email",
      "sellers.legalForm",
      "sellers.voen",
      "sellers.iban",
      "sellerTexts.name",
      "sellerTexts.tagline",
      "sellerTexts.story",
      "sellerTexts.version as textVersion",
      "sellerSlugs.slug",
    ])
    // Only `editShop` writes it.
    .select((eb) => eb.ref("sellers.changedInVersion").$castTo<Shop["changedInVersion"]>().as("changedInVersion"))
    .where("sellers.id", "=", sellerId)
    // Rows below the shop may be written meanwhile: they only ask that it goes on existing.
    .$if(lock, (query) => query.forNoKeyUpdate("sellers"))
    .executeTakeFirst();
  if (!row) return undefined;
  const categories = await db
    .selectFrom("sellerCategories")
    .select("categoryId")
    .where("sellerId", "=", sellerId)
    .orderBy("position")
    .limit(MOST_CATEGORIES)
    .execute();
  const papers = await listPapers(db, paperOwner(sellerId), REGISTRATION);
  return {
    sellerId: row.id,
    slug: row.slug,
    teamId: row.organisationId ?? undefined,
    version: row.version,
    changedInVersion: row.changedInVersion,
    submittedAt: row.submittedAt ?? undefined,
    approvedAt: row.approvedAt ?? undefined,
    // The table's checks allow no others.
    status: SELLER_STATUSES.find((status) => status === row.status) ?? "draft",
    offering: OFFERINGS.find((offering) => offering === row.offering) ?? "goods",
    legalForm: LEGAL_FORMS.find((form) => form === row.legalForm),
    name: row.name,
    placeId: row.placeId,
    street: row.addressLine ?? undefined,
    postalCode: row.postalCode ?? undefined,
    tagline: row.tagline ?? undefined,
    story: row.story ?? undefined,
    coverMediaId: row.coverMediaId ?? undefined,
    logoMediaId: row.logoMediaId ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    voen: row.voen ?? undefined,
    iban: row.iban ?? undefined,
    categoryIds: categories.map(({ categoryId }) => categoryId),
    translations: await listTranslations(db, sellerId, row.textVersion),
    papers,
    paperId: papers[0]?.paperId,
  };
}

async function listTranslations(db: Db | Trx, sellerId: string, textVersion: number): Promise<Shop["translations"]> {
  const rows = await db
    .selectFrom("sellerTexts")
    .select(["locale", "name", "tagline", "story", "translatesVersion"])
    .where("sellerId", "=", sellerId)
    .where("locale", "in", [...TRANSLATIONS])
    .execute();
  return Object.fromEntries(
    rows.map(({ locale, name, tagline, story, translatesVersion }) => [
      locale,
      { name, tagline: tagline ?? undefined, story: story ?? undefined, isOlder: translatesVersion < textVersion },
    ]),
  );
}

/** A shop as it is just now, in the form in which an approval keeps it. */
export function stateOf(shop: Shop): ShopState {
  const { name, tagline, story, translations, iban } = shop;
  const translated = TRANSLATIONS.flatMap((locale) => {
    const text = translations[locale];
    return text ? [[locale, { name: text.name, tagline: text.tagline, story: text.story }]] : [];
  });
  return {
    offering: shop.offering,
    categoryIds: shop.categoryIds,
    placeId: shop.placeId,
    texts: { az: { name, tagline, story }, ...Object.fromEntries(translated) },
    phone: shop.phone,
    email: shop.email,
    legalForm: shop.legalForm,
    voen: shop.voen,
    bankAccount: iban === undefined ? undefined : maskedIban(iban),
    paperId: shop.paperId,
  };
}

/** What a shop may say that it makes. */
export const MOST_CATEGORIES = 8;
