import { claimReview } from "~/modules/reviews/index.server";
import {
  bringPaper,
  decideShop,
  findShop,
  openShop,
  saveContacts,
  saveLegal,
  saveMaking,
  saveStory,
  submitShop,
  type Shop,
} from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import type { Result } from "~/platform/result";
import type { BuyerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import { makeBuyer, makeStaff, unique } from "~db/factories";
import { newKey } from "./form-key";
import { makePdf } from "./papers";

export const STORY = "Üç nəsildir Lahıcda mis döyürük. Hər qab əllə döyülür, qalaylanır və ustasının nişanını daşıyır.";

export type MadeShop = { buyer: BuyerActor; seller: SellerActor; sellerId: string };

/** What a deed gave back, where a test needs it done. */
export function doneOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** A shop that its owner has just opened. */
export async function makeShop(db: Db, name = `Atelye ${unique()}`): Promise<MadeShop> {
  const buyer = await makeBuyer(db);
  const opened = await openShop(db, buyer, newKey(), { name, offering: "goods", placeId: "baki-seher" });
  const { sellerId } = doneOf(opened);
  const seller = { userId: buyer.userId, sellerId, role: "owner" } as SellerActor;
  return { buyer, seller, sellerId };
}

/** A shop with all that it needs to be sent to the Federation; its version is 4. */
export async function makeFilledShop(db: Db, name?: string): Promise<MadeShop> {
  const made = await makeShop(db, name);
  const { seller } = made;
  doneOf(await saveMaking(db, seller, newKey(), { version: 1, offering: "goods", categoryIds: ["copperware"] }));
  doneOf(await saveContacts(db, seller, newKey(), { version: 2, phone: "+994501234567", email: undefined }));
  doneOf(await saveStory(db, seller, newKey(), { version: 3, tagline: "Döymə mis", story: STORY }));
  return made;
}

/** A shop that waits for the Federation in its version 4. */
export async function makeSubmittedShop(db: Db, name?: string): Promise<MadeShop & { itemId: string }> {
  const made = await makeFilledShop(db, name);
  doneOf(await submitShop(db, made.seller, newKey()));
  return { ...made, itemId: await openItemOf(db, made.sellerId) };
}

/** Approved by somebody who says that she knows that there are no papers, of which made shops have none. */
export const APPROVED_PAPERLESS = {
  decision: "approved",
  reasons: [],
  note: undefined,
  confirmed: ["paperless"],
} as const;

let registered = 0;

/** A shop that waits for the Federation with a number and a paper. */
export async function makeRegisteredShop(
  db: Db,
  name?: string,
): Promise<MadeShop & { itemId: string; subjectVersion: number }> {
  const made = await makeFilledShop(db, name);
  const { seller, sellerId } = made;
  registered += 1;
  const voen = `99${String(registered).padStart(7, "0")}2`;
  doneOf(await saveLegal(db, seller, newKey(), { version: 4, legalForm: "individual_entrepreneur", voen }));
  await bringSomePaper(db, seller);
  doneOf(await submitShop(db, seller, newKey()));
  const { version } = await shopOf(db, sellerId);
  return { ...made, itemId: await openItemOf(db, sellerId), subjectVersion: version };
}

/** A shop that a reviewer approved in its version 4. */
export async function makeApprovedShop(db: Db, name?: string): Promise<MadeShop & { staff: StaffActor }> {
  const made = await makeSubmittedShop(db, name);
  const staff = await makeStaff(db, "reviewer");
  await claimReview(db, staff, made.itemId);
  doneOf(await decideShop(db, staff, newKey(), { itemId: made.itemId, subjectVersion: 4, ...APPROVED_PAPERLESS }));
  return { ...made, staff };
}

/** What waits about a shop. @throws when nothing does */
export async function openItemOf(db: Db, sellerId: string, queue = "sellers"): Promise<string> {
  const { id } = await db
    .selectFrom("reviewItems")
    .select("id")
    .where("subjectId", "=", sellerId)
    .where("queue", "=", queue)
    .where("status", "=", "open")
    .executeTakeFirstOrThrow();
  return id;
}

export async function shopOf(db: Db, sellerId: string): Promise<Shop> {
  const shop = await findShop(db, sellerId);
  if (!shop) throw new Error("the shop is gone");
  return shop;
}

/** Brings a paper that is what it should be. @returns its id */
export async function bringSomePaper(db: Db, seller: SellerActor, name = "VÖEN.pdf"): Promise<string> {
  doneOf(await bringPaper(db, files(), seller, newKey(), { name, content: makePdf() }));
  const { paperId } = await shopOf(db, seller.sellerId);
  if (paperId === undefined) throw new Error("the paper is not there");
  return paperId;
}
