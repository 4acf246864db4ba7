import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { buyingPaths } from "./buying-paths";

/**
 * Where the reader is: language, and destination and currency only when they are not what the language gives by itself.
 * They travel in every link, so that a shared cache may keep a page by its URL alone.
 */
export type PathContext = { lang: Locale; to: string | undefined; cur: string | undefined };

type Query = Record<string, string | number | undefined>;

/** Pages of plain text that every footer links to. */
export const TEXT_PAGES = ["about", "contact", "terms", "privacy", "shipping", "returns", "complaints"] as const;
export type TextPage = (typeof TEXT_PAGES)[number];

/** Paths of the readers that were served last: every card of every list asks for them, and they are hundreds of functions. */
const madePaths = new Map<string, Paths>();
const MOST_KEPT = 500;

/** Every URL of the public site. Nothing else writes one. */
export function pathsFor(context: PathContext): Paths {
  const key = JSON.stringify([context.lang, context.to, context.cur]);
  const made = madePaths.get(key);
  if (made) return made;
  if (madePaths.size >= MOST_KEPT) madePaths.clear();
  const paths = makePaths(context);
  madePaths.set(key, paths);
  return paths;
}

/** What an address asks for, behind its path; what is undefined or empty is not asked. */
function tailOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.append(key, String(value));
  }
  return search.size > 0 ? `?${search.toString()}` : "";
}

function makePaths({ lang, to, cur }: PathContext) {
  const ownTail = tailOf({ to, cur });
  const at = (path: string, query: Query = {}, hash = "") => {
    const isPlain = Object.keys(query).length === 0;
    const tail = isPlain ? ownTail : tailOf({ ...query, to: query.to ?? to, cur: query.cur ?? cur });
    return `/${lang}${path}${tail}${hash}`;
  };
  return {
    ...buyingPaths(at, lang),
    home: () => at(""),
    search: (query: Query = {}) => at("/search", query),
    category: (id: string) => at(`/categories/${id}`),
    categories: () => at("/categories"),
    region: (id: string) => at(`/regions/${id}`),
    regions: () => at("/regions"),
    craft: (id: string) => at(`/crafts/${craftSlug(id)}`),
    listing: (slug: string, query: Query = {}) => at(`/listings/${slug}`, query),
    sellers: (query: Query = {}) => at("/sellers", query),
    seller: (slug: string) => at(`/sellers/${slug}`),
    collections: () => at("/collections"),
    collection: (slug: string) => at(`/collections/${slug}`),
    /** The page of a catalogue, or the file that ends so. */
    catalogue: (of: CatalogueAddress, format?: string, query: Query = {}) =>
      at(`${catalogueFolder(of)}/catalogue${format === undefined ? "" : `.${format}`}`, query),
    ownCatalogue: () => at("/seller/catalogue"),
    text: (page: TextPage) => at(`/${page}`),
    /** The form of the Union's directive by which a consumer withdraws, with what is said of it above. */
    withdrawalForm: () => at("/returns", {}, "#withdrawal-form"),
    preferences: () => `/${lang}/preferences`,
    login: (query: Query = {}) => at("/login", query),
    loginByPhone: (query: Query = {}) => at("/login/phone", query),
    loginCode: (query: Query = {}) => at("/login/phone/code", query),
    loginSecondFactor: (query: Query = {}) => at("/login/second-factor", query),
    loginRecovery: (query: Query = {}) => at("/login/recovery-code", query),
    logout: () => `/${lang}/logout`,
    signup: (query: Query = {}) => at("/signup", query),
    verifyEmail: (query: Query = {}) => at("/verify-email", query),
    resendVerification: () => at("/verify-email/again"),
    resetPassword: (query: Query = {}) => at("/reset-password", query),
    newPassword: (query: Query = {}) => at("/reset-password/new", query),
    enterDemo: () => `/dev/enter?lang=${lang}`,
    mailboxOfDemo: (page = 1) => `/dev/mailbox?lang=${lang}${page > 1 ? `&page=${page}` : ""}`,
    account: () => at("/account"),
    openShop: () => at("/seller/open"),
    workspace: (query: Query = {}) => at("/seller", query),
    hsCodes: (query: Query = {}) => at("/seller/hs-codes", query),
    shopStep: (step: string, query: Query = {}) => at(`/seller/shop/${step}`, query),
    shopTexts: (language: Locale) => at(`/seller/shop/texts/${language}`),
    shopPaper: (paperId: string) => at(`/seller/shop/papers/${paperId}`),
    submitShop: () => at("/seller/shop/submit"),
    team: (query: Query = {}) => at("/seller/team", query),
    teamInvitation: (id: string) => at(`/seller/team/invitations/${id}`),
    teamMember: (id: string) => at(`/seller/team/members/${id}`),
    leaveTeam: () => at("/seller/team/leave"),
    invitation: (query: Query = {}) => at("/invitation", query),
    closure: (query: Query = {}) => at("/seller/closure", query),
    removeClosure: () => at("/seller/closure/remove"),
    shipping: (query: Query = {}) => at("/seller/routes", query),
    shippingCurrency: () => at("/seller/routes/currency"),
    shippingRoute: (id: string) => at(`/seller/routes/${id}`),
    newZone: (routeId: string) => at(`/seller/routes/${routeId}/new`),
    shippingZone: (id: string, query: Query = {}) => at(`/seller/zones/${id}`, query),
    removeZone: (id: string) => at(`/seller/zones/${id}/remove`),
    shopsInCare: (query: Query = {}) => at("/staff/shops", query),
    newShopInCare: () => at("/staff/shops/new"),
    stopWorking: () => at("/staff/shops/stop"),
    shopInCare: (id: string, query: Query = {}) => at(`/staff/shops/${id}`, query),
    workForShop: (id: string) => at(`/staff/shops/${id}/work`),
    revokeHandOver: (id: string) => at(`/staff/shops/${id}/revoke`),
    shopPictures: (query: Query = {}) => at("/seller/shop/pictures", query),
    removeShopPicture: () => at("/seller/shop/pictures/remove"),
    listingPictures: (id: string, query: Query = {}) => at(`/seller/listings/${id}/pictures`, query),
    orderListingPictures: (id: string) => at(`/seller/listings/${id}/pictures/order`),
    moveListingPicture: (id: string) => at(`/seller/listings/${id}/pictures/move`),
    describeListingPicture: (id: string, imageId: string) => at(`/seller/listings/${id}/pictures/${imageId}`),
    removeListingPicture: (id: string, imageId: string) => at(`/seller/listings/${id}/pictures/${imageId}/remove`),
    restoreListingPicture: (id: string, imageId: string) => at(`/seller/listings/${id}/pictures/${imageId}/restore`),
    uploads: () => at("/seller/uploads"),
    upload: (id: string) => at(`/seller/uploads/${id}`),
    ownListings: (query: Query = {}) => at("/seller/listings", query),
    newListing: () => at("/seller/listings/new"),
    ownListing: (id: string, query: Query = {}) => at(`/seller/listings/${id}`, query),
    listingPart: (id: string, part: string, query: Query = {}) => at(`/seller/listings/${id}/${part}`, query),
    previewListing: (id: string, query: Query = {}) => at(`/seller/listings/${id}/preview`, query),
    listingDeed: (id: string, deed: string) => at(`/seller/listings/${id}/do/${deed}`),
    draftListingText: (id: string, language: string) => at(`/seller/listings/${id}/draft/${language}`),
    autosaveListing: (id: string, part: string) => at(`/seller/listings/${id}/${part}/autosave`),
    staffHome: () => at("/staff"),
    desk: (query: Query = {}) => at("/staff/desk", query),
    decidedItems: (query: Query = {}) => at("/staff/decided", query),
    decidedItem: (id: string) => at(`/staff/decided/${id}`),
    review: (id: string, query: Query = {}) => at(`/staff/reviews/${id}`, query),
    reviewPaper: (id: string, paperId: string) => at(`/staff/reviews/${id}/papers/${paperId}`),
    claimReview: (id: string) => at(`/staff/reviews/${id}/claim`),
    releaseReview: (id: string) => at(`/staff/reviews/${id}/release`),
    approveTogether: (query: Query = {}) => at("/staff/approve", query),
    nextReview: (query: Query = {}) => at("/staff/next", query),
    reviewListing: (id: string, query: Query = {}) => at(`/staff/reviews/${id}/listing`, query),
    clearSpecies: (id: string) => at(`/staff/reviews/${id}/species`),
    reviewReport: (id: string, query: Query = {}) => at(`/staff/reviews/${id}/report`, query),
    staffSellers: (query: Query = {}) => at("/staff/sellers", query),
    staffSeller: (id: string, query: Query = {}) => at(`/staff/sellers/${id}`, query),
    suspendSeller: (id: string) => at(`/staff/sellers/${id}/suspend`),
    reinstateSeller: (id: string) => at(`/staff/sellers/${id}/reinstate`),
    readinessOverview: (query: Query = {}) => at("/staff/readiness", query),
    readinessList: (list: string, query: Query = {}) => at(`/staff/readiness/${list}`, query),
    readinessFile: (list: string, query: Query = {}) => at(`/staff/readiness/${list}.csv`, query),
    sellerReadiness: (id: string, query: Query = {}, hash = "") => at(`/staff/readiness/sellers/${id}`, query, hash),
    confirmDeclaration: (id: string) => at(`/staff/readiness/sellers/${id}/declarations`),
    confirmRule: (id: string) => at(`/staff/readiness/sellers/${id}/rules`),
    criteria: (query: Query = {}) => at("/staff/readiness/criteria", query),
    criteriaDraft: (query: Query = {}) => at("/staff/readiness/criteria/draft", query),
    draftCriterion: (id: string) => at(`/staff/readiness/criteria/draft/${id}`),
    criteriaPreview: (query: Query = {}) => at("/staff/readiness/criteria/preview", query),
    criteriaPreviewFile: () => at("/staff/readiness/criteria/preview.csv"),
    publishCriteria: () => at("/staff/readiness/criteria/publish"),
    discardCriteria: () => at("/staff/readiness/criteria/discard"),
    verifyAccount: () => at("/staff/payouts/accounts"),
    auditLog: (query: Query = {}) => at("/staff/audit", query),
    reportListing: (slug: string, query: Query = {}) => at(`/listings/${slug}/report`, query),
    sellerReport: (id: string, query: Query = {}) => at(`/seller/reports/${id}`, query),
    curation: (query: Query = {}) => at("/staff/curation", query),
    pickFeature: (query: Query = {}) => at("/staff/curation/pick", query),
    placeFeature: (query: Query = {}) => at("/staff/curation/place", query),
    changeFeature: (id: string) => at(`/staff/curation/features/${id}`),
    featureDeed: (id: string, deed: "move" | "end") => at(`/staff/curation/features/${id}/${deed}`),
    deskCollections: (query: Query = {}) => at("/staff/curation/collections", query),
    deskCollection: (id: string, query: Query = {}, hash = "") => at(`/staff/curation/collections/${id}`, query, hash),
    collectionStep: (id: string) => at(`/staff/curation/collections/${id}/step`),
    collectionText: (id: string, text: Locale) => at(`/staff/curation/collections/${id}/text`, { text }),
    newInquiry: (query: Query = {}) => at("/inquiries/new", query),
    orderSample: () => at("/inquiries/sample"),
    inquirySent: (query: Query = {}) => at("/inquiries/sent", query),
    /** A link of a letter: without what the reader chose, which is hers and not the address's. */
    guestLink: (token: string) => `/${lang}/links/${token}`,
    renewGuestLink: (token: string) => `/${lang}/links/${token}/renew`,
    showRating: (orderId: string) => at(`/staff/ratings/${orderId}/show`),
    inquiry: (id: string, query: Query = {}, hash = "") => at(`/inquiries/${id}`, query, hash),
    inquiryNews: (id: string) => at(`/inquiries/${id}/news`),
    inquiryDeed: (id: string, deed: "close" | "revoke") => at(`/inquiries/${id}/${deed}`),
    inquiryFile: (id: string, fileId: string) => at(`/inquiries/${id}/files/${fileId}`),
    reportInquiry: (id: string, query: Query = {}) => at(`/inquiries/${id}/report`, query),
    inquiries: (query: Query = {}) => at("/account/inquiries", query),
    notices: (query: Query = {}) => at("/account/notices", query),
    inbox: (query: Query = {}) => at("/seller/inquiries", query),
    sellerInquiry: (id: string, query: Query = {}, hash = "") => at(`/seller/inquiries/${id}`, query, hash),
    sellerInquiryNews: (id: string) => at(`/seller/inquiries/${id}/news`),
    sellerInquiryDeed: (id: string, deed: string) => at(`/seller/inquiries/${id}/do/${deed}`),
    assignInquiry: (id: string) => at(`/seller/inquiries/${id}/assign`),
    sellerInquiryFile: (id: string, fileId: string) => at(`/seller/inquiries/${id}/files/${fileId}`),
    sellerReportInquiry: (id: string, query: Query = {}) => at(`/seller/inquiries/${id}/report`, query),
    answerInquiryReport: (id: string, query: Query = {}) => at(`/inquiries/${id}/answer`, query),
    sellerAnswerInquiryReport: (id: string, query: Query = {}) => at(`/seller/inquiries/${id}/answer`, query),
    blockBuyer: (id: string) => at(`/seller/inquiries/${id}/block`),
    unblockBuyer: (id: string) => at(`/seller/inquiries/${id}/unblock`),
    blocked: (query: Query = {}) => at("/seller/blocked", query),
    answers: (query: Query = {}) => at("/seller/answers", query),
    portfolio: (query: Query = {}) => at("/seller/portfolio", query),
    portfolioWork: (id: string) => at(`/seller/portfolio/${id}`),
    moveWork: (id: string) => at(`/seller/portfolio/${id}/move`),
    answer: (id: string) => at(`/seller/answers/${id}`),
    reviewInquiry: (id: string, query: Query = {}) => at(`/staff/reviews/${id}/inquiry`, query),
    reviewInquiryFile: (id: string, fileId: string) => at(`/staff/reviews/${id}/inquiry/files/${fileId}`),
    ownReadiness: () => at("/seller/readiness"),
    exportProfile: (query: Query = {}) => at("/seller/readiness/profile", query),
    ownMarkets: () => at("/seller/readiness/markets"),
    ownMarket: (id: string, query: Query = {}, hash = "") => at(`/seller/readiness/markets/${id}`, query, hash),
    makePassport: (market: string) => at(`/seller/readiness/markets/${market}/passport`),
    revokePassport: (id: string) => at(`/seller/passports/${id}/revoke`),
    passportFile: (id: string) => at(`/seller/passports/${id}/passport.pdf`),
    passports: (query: Query = {}) => at("/passports", query),
    passport: (code: string) => at(`/passports/${code}`),
    sellerDocuments: () => at("/seller/documents"),
    documentSample: (kind: string, query: Query = {}) => at(`/seller/documents/sample/${kind}`, query),
    sellerPapers: (query: Query = {}) => at("/seller/papers", query),
    sellerPaper: (type: string, query: Query = {}) => at(`/seller/papers/${type}`, query),
    sellerPaperFile: (type: string, paperId: string) => at(`/seller/papers/${type}/files/${paperId}`),
    takeBackPaper: (type: string) => at(`/seller/papers/${type}/take-back`),
    answerPaperQuestion: (type: string) => at(`/seller/papers/${type}/answer`),
    reviewEvidence: (id: string, query: Query = {}) => at(`/staff/reviews/${id}/evidence`, query),
    recheckEvidence: (id: string, query: Query = {}) => at(`/staff/reviews/${id}/recheck`, query),
    evidenceFile: (id: string) => at(`/staff/reviews/${id}/evidence/file`),
    numbers: (query: Query = {}) => at("/seller/numbers", query),
    statementFile: (month: string, kind: "csv" | "pdf") => at(`/seller/payouts/statement.${kind}`, { month }),
    numbersFile: () => at("/seller/numbers/karvan.csv"),
    listingView: (slug: string) => `/${lang}/listings/${slug}/view`,
    saved: (query: Query = {}) => at("/account/saved", query),
    unsave: () => at("/account/saved/remove"),
    personalData: () => at("/account/data"),
    personalDataFile: () => at("/account/data/karvan.zip"),
    closeAccount: () => at("/account/close"),
    profile: (query: Query = {}) => at("/account/profile", query),
    addresses: () => at("/account/addresses"),
    address: (id: string) => at(`/account/addresses/${id}`),
    removeAddress: (id: string) => at(`/account/addresses/${id}/remove`),
    security: (query: Query = {}) => at("/account/security", query),
    changePassword: () => at("/account/password"),
    changeEmail: () => at("/account/email"),
    changePhone: () => at("/account/phone"),
    changePhoneCode: () => at("/account/phone/code"),
    sessions: () => at("/account/sessions"),
    secondFactor: () => at("/account/second-factor"),
    confirmSecondFactor: () => at("/account/second-factor/confirm"),
    removeSecondFactor: () => at("/account/second-factor/remove"),
    recoveryCodes: () => at("/account/recovery-codes"),
  };
}

export type Paths = ReturnType<typeof makePaths>;

/** Whose catalogue, as addresses have it. */
export type CatalogueAddress = { kind: "seller" | "collection"; slug: string } | { kind: "saved" };

function catalogueFolder(of: CatalogueAddress): string {
  return of.kind === "saved" ? "/account/saved" : `/${of.kind}s/${of.slug}`;
}

/** A technique's id in a URL: `wheel_throwing` is `wheel-throwing`. */
export function craftSlug(techniqueId: string): string {
  return techniqueId.replaceAll("_", "-");
}

export function techniqueOfSlug(slug: string): string {
  return slug.replaceAll("-", "_");
}

/** Same-origin address of a published picture; files never change under their name. */
export function mediaPath(sha256: string, width: number, format: "avif" | "webp" | "jpeg"): string {
  return `/media/${sha256}/${width}.${format}`;
}

/** The part of an address before its question. */
export function pathnameOf(href: string): string {
  return href.split("?")[0] ?? href;
}

/** The same page in another language, everything else in the URL kept. */
export function inLanguage(pathname: string, search: string, lang: Locale): string {
  const [, first = "", ...rest] = pathname.split("/");
  const tail = LOCALES.some((locale) => locale === first) ? rest : [first, ...rest].filter(Boolean);
  return `/${[lang, ...tail].join("/")}${search}`;
}
