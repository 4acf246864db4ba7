import type { Locale } from "~/platform/i18n/locales";

export const SELLER_STATUSES = ["draft", "submitted", "changes_requested", "approved", "suspended"] as const;
export type SellerStatus = (typeof SELLER_STATUSES)[number];

export const OFFERINGS = ["goods", "services", "both"] as const;
export type Offering = (typeof OFFERINGS)[number];

/** Pictures that a shop shows of itself. */
export const SHOP_PICTURE_PARTS = ["cover", "logo"] as const;
export type ShopPicturePart = (typeof SHOP_PICTURE_PARTS)[number];

/** Legal forms of a shop, as the tax service registers them. */
export const LEGAL_FORMS = ["individual_entrepreneur", "llc", "cooperative", "public_body", "other"] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** Languages into which a shop's Azerbaijani texts may be translated. */
export const TRANSLATIONS = ["en", "ru"] as const;
export type Translation = (typeof TRANSLATIONS)[number];

/** Calendar days in Baku on which a shop is closed, both included. */
export type Closure = { fromOn: string; untilOn: string };

/** A paper that staff have read: what, when, until when. Never the paper itself. */
export type VerifiedBadge = { documentType: string; checkedOn: string; expiresOn: string };

/** What anybody may know of a seller. */
/** A market of which a seller meets everything that is mandatory. */
export type OpenMarket = {
  marketId: string;
  /** Ids of the mandatory rules that apply. */
  metRules: string[];
  /** Instant of the judgement, as JSON has it. */
  computedAt: string;
};

export type PublicSeller = {
  sellerId: string;
  slug: string;
  offering: Offering;
  name: string;
  tagline: string | undefined;
  story: string | undefined;
  storyLocale: Locale;
  placeId: string;
  regionId: string;
  placeName: string;
  regionName: string;
  foundedYear: number | undefined;
  employeeCount: number | undefined;
  legalForm: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  website: string | undefined;
  languages: string[];
  targetMarkets: string[];
  openMarkets: OpenMarket[];
  categoryIds: string[];
  badges: VerifiedBadge[];
  level: "ready" | "exporting" | undefined;
  levelOn: string | undefined;
  ordersCompleted: number;
  recentInquiryCount: number;
  medianFirstReplyHours: number | undefined;
  /** A closure that lasts or is announced, with the words that the shop gives for it. */
  closure: (Closure & { note: string | undefined }) | undefined;
  works: { title: string; role: string; client: string | undefined; year: number; url: string | undefined }[];
};

export type SellerCardView = {
  sellerId: string;
  slug: string;
  name: string;
  place: string;
  tagline: string | undefined;
  level: "ready" | "exporting" | undefined;
  listingCount: number;
  pictures: { sha256: string; placeholder: string }[];
};
