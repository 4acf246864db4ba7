import { openReview } from "~/modules/reviews/index.server";
import {
  openShop,
  saveContacts,
  saveLegal,
  saveMaking,
  saveStory,
  SHOP_QUEUE,
  submitShop,
} from "~/modules/sellers/index.server";
import type { Offering } from "~/modules/sellers";
import type { Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { BuyerActor, SellerActor } from "~/platform/session/actors.server";
import type { SeedCatalogue } from "./catalogue";
import { openShopInCare, REPORTED, reportListing } from "./desk-cases";
import { instantBefore, seedUuid } from "./ids";
import { succeed } from "./succeed";

type Applicant = {
  key: string;
  owner: string;
  email: string;
  name: string;
  offering: Offering;
  placeId: string;
  categoryIds: readonly string[];
  tagline: string;
  story: string;
  daysAgo: number;
  /** Registered already; the other may do that later. */
  voen?: string;
};

/** Of a person who does not exist: the prefix 99 belongs to no territory that gives numbers to people. */
const INVENTED_VOEN = "9941000062";

/** Invented shops that wait for the Federation, one of them for longer than was promised. */
export const APPLICANTS: readonly Applicant[] = [
  {
    key: "applicant-1",
    owner: "Xumar Əlizadə",
    email: "xumar@nargile-keramika.example",
    name: "Nargilə Keramika",
    offering: "goods",
    placeId: "seki",
    categoryIds: ["pottery-tableware", "decorative-ceramics"],
    tagline: "Şəki gilindən süfrə qabları",
    story:
      "Şəkidə bacımla iki nəfərik. Gili çay kənarından özümüz gətirir, çarxda çəkir, odun sobasında bişiririk. Hər boşqabın kənarında nar naxışı var: onu nənəmiz çəkərdi.",
    daysAgo: 5,
    voen: INVENTED_VOEN,
  },
  {
    key: "applicant-2",
    owner: "Ramin Cəfərli",
    email: "ramin@ipek-yolu-atelye.example",
    name: "İpək Yolu Atelyesi",
    offering: "both",
    placeId: "baki-seher",
    categoryIds: ["kelaghayi", "contemporary-fashion"],
    tagline: "Kəlağayı motivləri bu günün paltarında",
    story:
      "Bakıda kiçik atelyeyik: dörd dərzi, bir rəssam. Basqalda toxunan ipəyi alıb şərf və köynək tikirik, naxışları rəssamımız köhnə kəlağayılardan götürür. Sifarişlə də işləyirik.",
    daysAgo: 1,
  },
];

/** What the reviewer finds on the desk: shops that were filled and sent, and listings that wait. */
export async function seedDeskWork(trx: Trx, catalogue: SeedCatalogue, now: Date): Promise<void> {
  for (const applicant of APPLICANTS) await applyForShop(trx, applicant, instantBefore(now, applicant.daysAgo));
  const waiting = catalogue.unpublished.filter(({ status }) => status === "in_review");
  for (const { id } of waiting) await putOnDesk(trx, "listings", id, instantBefore(now, 3));
  // Trusted sellers publish at once; the Federation looks after.
  for (const { id } of catalogue.listings.slice(0, LOOKED_AT_AFTER)) await putOnDesk(trx, "listing_checks", id, now);
  await openShopInCare(trx, instantBefore(now, 2));
  if (catalogue.sellers.some(({ id }) => id === REPORTED.seller)) await reportListing(trx, instantBefore(now, 4));
}

const LOOKED_AT_AFTER = 3;
/** Within which the Federation answers. */
const WORKING_DAYS = 2;

async function putOnDesk(trx: Trx, queue: string, seedId: string, at: Date): Promise<void> {
  const subjectId = seedUuid("listing", seedId);
  const { version } = await trx
    .selectFrom("listings")
    .select("version")
    .where("id", "=", subjectId)
    .executeTakeFirstOrThrow();
  await openReview(trx, { queue, subjectId, subjectVersion: version, workingDays: WORKING_DAYS }, at);
}

/** The steps that a person takes, by the commands that her forms give; the same keys find what an earlier run did. */
async function applyForShop(trx: Trx, applicant: Applicant, at: Date): Promise<void> {
  const { key, email, name, offering, placeId, categoryIds, tagline, story, voen } = applicant;
  const userId = seedUuid("user", key);
  const formKey = (step: string) => seedUuid("form", `${key} ${step}`) as FormKey;
  // The seed stands in for the person's session.
  const buyer = { userId, sessionId: key } as BuyerActor;
  const opened = await openShop(trx, buyer, formKey("open"), { name, offering, placeId }, at);
  const seller = { userId, sellerId: succeed(`open ${name}`, opened).sellerId, role: "owner" } as SellerActor;
  const filled = [
    await saveMaking(trx, seller, formKey("making"), { version: 1, offering, categoryIds }, at),
    await saveContacts(trx, seller, formKey("contacts"), { version: 2, phone: undefined, email }, at),
    await saveStory(trx, seller, formKey("story"), { version: 3, tagline, story }, at),
    ...(voen
      ? [await saveLegal(trx, seller, formKey("legal"), { version: 4, legalForm: "individual_entrepreneur", voen }, at)]
      : []),
    await submitShop(trx, seller, formKey("submit"), at),
  ];
  for (const step of filled) succeed(`send ${name} to ${SHOP_QUEUE}`, step);
}
