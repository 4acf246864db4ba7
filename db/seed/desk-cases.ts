import {
  answerReport,
  fileReport,
  openListingPart,
  saveListingPart,
  submitListing,
} from "~/modules/catalog/index.server";
import { findShop, openShopForMaker, saveStory, stopWorkingForShop } from "~/modules/sellers/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import { seedUuid } from "./ids";
import { succeed } from "./succeed";

const REVIEWER = { userId: seedUuid("user", "staff-reviewer") } as StaffActor;
const ownerOf = (seller: string) =>
  ({ userId: seedUuid("user", `owner-${seller}`), sellerId: seedUuid("seller", seller), role: "owner" }) as SellerActor;
const keyFor = (deed: string) => seedUuid("form", `desk ${deed}`) as FormKey;

/** A shop that the Federation fills for a weaver who has no e-mail; the link is not sent yet. */
export async function openShopInCare(trx: Trx, at: Date): Promise<void> {
  const shop = {
    name: "Zərifə Nənənin Palazları",
    offering: "goods",
    placeId: "quba",
    phone: "+994559910001",
  } as const;
  succeed("open a shop for a maker", await openShopForMaker(trx, REVIEWER, keyFor("care"), shop, at));
  // In the register, and not the shop in which the reviewer works just now.
  await stopWorkingForShop(trx, REVIEWER, keyFor("stop care"));
}

const CHANGED = {
  seller: "s02",
  story:
    "Kür çayının aşağı axarında payızda biçilən qamışdan həsir və səbət hörürük. Bu ildən sifarişlə istənilən ölçüdə həsir də toxuyuruq.",
} as const;

/** An approved shop says something new of itself, which is public at once and looked at afterwards. */
async function changeShop(db: Db, at: Date): Promise<void> {
  const owner = ownerOf(CHANGED.seller);
  const shop = await findShop(db, owner.sellerId);
  if (!shop || shop.version > 1) return;
  const change = { version: shop.version, tagline: shop.tagline, story: CHANGED.story };
  succeed("change a shop", await saveStory(db, owner, keyFor("story"), change, at));
}

/** What sellers did since the catalogue was written; what was changed already, by whomever, is left alone. */
export async function changeAfterwards(db: Db, at: Date): Promise<void> {
  await changeShop(db, at);
  await changeListing(db, at);
}

const REWRITTEN = {
  seller: "s12",
  listing: "p062",
  title: "Ganja kilim",
  description:
    "Slit-weave kilim with large lozenges in four colours, 130 by 190 cm. Light enough for a wall, firm enough for the floor; wash it in cold water.",
} as const;

/**
 * A seller rewrites the English text of a public listing: the old one stands until the Federation has read the new one.
 * A listing is sent with its pictures, so this comes after they are drawn.
 */
async function changeListing(db: Db, at: Date): Promise<void> {
  const owner = ownerOf(REWRITTEN.seller);
  const listingId = seedUuid("listing", REWRITTEN.listing);
  const untouched = await db
    .selectFrom("listings")
    .innerJoin("listingPublications", (join) =>
      join
        .onRef("listingPublications.listingId", "=", "listings.id")
        .onRef("listingPublications.version", "=", "listings.version"),
    )
    .innerJoin("listingDrawings", "listingDrawings.listingId", "listings.id")
    .select("listings.id")
    .where("listings.id", "=", listingId)
    .where("listings.submittedAt", "is", null)
    .executeTakeFirst();
  if (!untouched) return;
  await db.transaction().execute((trx) => rewrite(trx, owner, listingId, at));
}

async function rewrite(trx: Trx, owner: SellerActor, listingId: string, at: Date): Promise<void> {
  const opened = await openListingPart(trx, { sellerId: owner.sellerId, listingId }, "en");
  const { title, description } = REWRITTEN;
  const input = { title, description, deliverables: undefined, rights: undefined };
  const part = { listingId, part: "en", base: opened?.base ?? "", input } as const;
  succeed("rewrite a listing", await saveListingPart(trx, owner, keyFor("text"), part, at));
  succeed("send a listing", await submitListing(trx, owner, keyFor("send"), listingId, at));
}

export const REPORTED = {
  seller: "s05",
  listing: "p027",
  words: "Eyni naxışı Şəkidə başqa ustanın kataloqunda görmüşəm, bunun fabrik işi olduğunu düşünürəm.",
  answer: "Naxışı biz çəkmişik, iş prosesinin şəkillərini göndərə bilərik. Hər qabı iki ustamız qarmaqla işləyir.",
} as const;

const A_DAY_MS = 86_400_000;

/** A guest doubts a listing, and its seller has answered a day later. */
export async function reportListing(trx: Trx, at: Date): Promise<void> {
  const listingId = seedUuid("listing", REPORTED.listing);
  const report = { listingId, reason: "not_handmade", words: REPORTED.words, email: undefined, locale: "az" } as const;
  const guest = { buyer: undefined, clientAddress: "demo" };
  succeed("report a listing", await fileReport(trx, guest, keyFor("report"), report, at));
  const { caseId } = await trx
    .selectFrom("reportCases")
    .select("id as caseId")
    .where("listingId", "=", listingId)
    .executeTakeFirstOrThrow();
  const later = new Date(at.getTime() + A_DAY_MS);
  const answer = { caseId, words: REPORTED.answer };
  succeed("answer a report", await answerReport(trx, ownerOf(REPORTED.seller), keyFor("answer"), answer, later));
}
