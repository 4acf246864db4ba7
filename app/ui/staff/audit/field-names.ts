import { m } from "~/paraglide/messages.js";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { labelOf } from "~/ui/workspace/parts/field-labels";
import { KIND_NAMES } from "./kind-names";
import { wordFor, type Words } from "./word-for";

/** Fields of what rooms record, by the names of the code. */
const NAMES: Words = {
  // Of all rooms
  name: m["reviews.audit.name.name"],
  title: m["catalog.field.title"],
  description: m["catalog.field.description"],
  status: m["reviews.audit.name.status"],
  version: m["reviews.audit.name.version"],
  subjectVersion: m["reviews.audit.name.version"],
  kind: m["reviews.audit.name.kind"],
  reason: m["reviews.suspend.reason"],
  reasons: m["reviews.audit.name.reasons"],
  note: m["reviews.audit.name.note"],
  words: m["reviews.audit.name.words"],
  locale: m["accounts.field.language"],
  currency: m["reviews.audit.name.currency"],
  count: m["reviews.audit.name.count"],
  position: m["reviews.audit.name.position"],
  order: m["reviews.audit.name.order"],
  updatedAt: m["reviews.audit.name.changedAt"],
  seller: KIND_NAMES.seller,
  sellerId: KIND_NAMES.seller,
  listing: KIND_NAMES.listing,
  az: () => LANGUAGE_NAMES.az,
  en: () => LANGUAGE_NAMES.en,
  ru: () => LANGUAGE_NAMES.ru,
  work: m["portfolio.work"],
  year: m["portfolio.field.year"],
  url: m["portfolio.field.url"],
  // People
  email: m["accounts.field.email"],
  phone: m["accounts.field.phone"],
  by: m["reviews.audit.name.by"],
  code: m["reviews.audit.name.code"],
  destination: m["accounts.field.destination"],
  company: m["accounts.field.companyName"],
  companyName: m["accounts.field.companyName"],
  companyTaxId: m["accounts.field.taxId"],
  companyCountry: m["accounts.field.companyCountry"],
  recipient: m["accounts.field.recipient"],
  line1: m["accounts.field.line1"],
  line2: m["accounts.field.line2"],
  city: m["accounts.field.city"],
  region: m["accounts.field.region"],
  postalCode: m["accounts.field.postalCode"],
  country: m["accounts.field.country"],
  isDefault: m["accounts.addresses.default"],
  byMail: m["accounts.notices.byMail"],
  bySms: m["accounts.notices.bySms"],
  quiet: m["accounts.notices.quiet"],
  // Money
  commissionBasisPoints: m["payments.terms.commission"],
  holdDays: m["payments.terms.holdDays"],
  depositReleaseBasisPoints: m["payments.terms.depositShare"],
  holdRule: m["payments.ledger.hold.rule"],
  amountMinor: m["payments.audit.amount"],
  lateMinor: m["payments.audit.late"],
  bankReference: m["payments.audit.bankReference"],
  receivedOn: m["payments.audit.receivedOn"],
  contentSha256: m["payments.audit.content"],
  fileSha256: m["payments.audit.file"],
  refund: m["payments.audit.refund"],
  togetherWith: m["payments.audit.togetherWith"],
  payout: m["payments.audit.payout"],
  // Orders
  reference: m["payments.audit.reference"],
  round: m["payments.audit.round"],
  stars: m["payments.audit.stars"],
  isPaidAtDoor: m["payments.audit.paidAtDoor"],
  pieces: m["payments.audit.pieces"],
  parcel: m["orders.audit.parcelNumber"],
  carrier: m["orders.deed.ship.carrier"],
  trackingCode: m["orders.deed.ship.code"],
  trackingUrl: m["orders.deed.ship.link"],
  // Staff
  confirmed: m["reviews.audit.name.confirmed"],
  decision: m["reviews.report.decide.title"],
  outcome: m["reviews.report.decide.title"],
  caseOutcome: m["reviews.report.decide.title"],
  rule: m["reviews.report.decide.rule"],
  facts: m["reviews.report.decide.facts"],
  case: KIND_NAMES.report,
  owner: m["reviews.audit.name.owner"],
  slot: m["reviews.audit.name.slot"],
  subjectId: m["reviews.audit.name.what"],
  entry: m["reviews.audit.name.what"],
  startsAt: m["curation.field.starts"],
  endsAt: m["curation.field.ends"],
  slug: m["reviews.audit.name.slug"],
  introduction: m["curation.field.introduction"],
  cover: m["reviews.audit.name.cover"],
  person: m["reviews.audit.name.person"],
  action: m["reviews.audit.field.action"],
  subject: m["reviews.audit.name.subject"],
  from: m["reviews.audit.field.from"],
  until: m["reviews.audit.field.until"],
  // Shops
  logo: m["reviews.audit.name.logo"],
  offering: m["reviews.audit.name.offering"],
  placeId: m["reviews.audit.name.place"],
  street: m["sellers.field.street"],
  categoryIds: m["reviews.audit.name.categories"],
  tagline: m["sellers.field.tagline"],
  story: m["reviews.audit.name.story"],
  legalForm: m["sellers.legal.formField"],
  voen: m["sellers.legal.voen"],
  iban: m["sellers.step.bank"],
  paperId: m["sellers.step.paper"],
  role: m["sellers.team.role"],
  invitationId: m["sellers.team.accept.title"],
  fromOn: m["sellers.closure.from"],
  untilOn: m["sellers.closure.until"],
  noteAz: m["sellers.closure.noteAz"],
  noteEn: m["sellers.closure.noteEn"],
  noteRu: m["sellers.closure.noteRu"],
  service: m["reviews.audit.name.service"],
  services: m["reviews.audit.name.service"],
  deed: m["reviews.audit.field.action"],
  countries: m["sellers.routes.countries"],
  daysMin: m["reviews.audit.name.daysMin"],
  daysMax: m["reviews.audit.name.daysMax"],
  maximumGrams: m["reviews.audit.name.heaviest"],
  freeOver: m["reviews.audit.name.freeOver"],
  rates: m["sellers.routes.table"],
  // Evidence
  documentType: m["evidence.audit.documentType"],
  issuedOn: m["evidence.issuedOn"],
  expiresOn: m["evidence.expiresOn"],
  // Readiness and its criteria
  declaration: m["staffReadiness.audit.declaration"],
  marketRule: m["staffReadiness.audit.marketRule"],
  level: m["staffReadiness.level"],
  regionId: m["staffReadiness.region"],
  craftId: m["staffReadiness.craft"],
  basedOn: m["staffReadiness.audit.basedOn"],
  leastScores: m["staffReadiness.audit.leastScores"],
  criterion: m["staffReadiness.audit.criterion"],
  weight: m["staffReadiness.audit.weight"],
  validityMonths: m["staffReadiness.audit.months"],
  isOn: m["staffReadiness.audit.isOn"],
  published: m["staffReadiness.audit.published"],
  revision: m["staffReadiness.audit.revision"],
  // Listings
  original: m["reviews.audit.name.original"],
  part: m["reviews.audit.name.part"],
  picture: m["reviews.audit.name.picture"],
  view: m["catalog.pictures.shows"],
  variant: m["reviews.audit.name.variant"],
};

/** Tables within a part of a listing; its other fields are called as on the form. */
const ROWS: Words = {
  home: m["catalog.field.homePrice"],
  abroad: m["catalog.field.exportPrice"],
  variants: m["catalog.field.variants"],
  fibres: m["catalog.field.fibres"],
};

/**
 * A field of what was recorded, as people call it; one that has no words keeps its own name.
 *
 * @param path of a field within a field, the outer one first: the parts of a listing lie below `values`
 */
export function fieldName(path: readonly string[]): string {
  const [first = "", ...inner] = path;
  if (first === "values" && inner.length > 0) {
    return inner.map((field) => wordFor(ROWS, field) ?? labelOf(field)).join(" · ");
  }
  return path.map((field) => wordFor(NAMES, field) ?? field).join(" · ");
}
