import { openShopForMaker, saveContacts, saveMaking, saveStory, sendHandOver } from "~/modules/sellers/index.server";
import type { BuyerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import { makeBuyer, makeStaff, unique } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { doneOf, STORY } from "./shop";
import { linkTo } from "./visitor";

export const makePhone = () => `+99450${String(Math.floor(1_000_000 + Math.random() * 8_999_999))}`;

/** Somebody whose number is confirmed, and who has no shop. */
export async function makeMaker(phone: string): Promise<BuyerActor> {
  const maker = await makeBuyer(testDb);
  await testDb
    .updateTable("users")
    .set({ phoneNumber: phone, phoneNumberVerified: true })
    .where("id", "=", maker.userId)
    .execute();
  return maker;
}

/** Another shop that this person opens for a maker, and in which she works from then on. */
export async function openInCare(staff: StaffActor, name = `Usta ${unique()}`) {
  const phone = makePhone();
  const input = { name, offering: "goods" as const, placeId: "baki-seher", phone };
  const { sellerId } = doneOf(await openShopForMaker(testDb, staff, newKey(), input));
  const caretaker = { userId: staff.userId, sellerId, role: "manager", isCaretaker: true } as SellerActor;
  return { staff, phone, sellerId, caretaker, name };
}

export async function makeShopInCare(role: "reviewer" | "admin" = "reviewer") {
  return openInCare(await makeStaff(testDb, role));
}

/** Fills all that a shop in care needs to be sent to the Federation; its version is 4 then. */
export async function fillInCare(caretaker: SellerActor): Promise<void> {
  doneOf(await saveMaking(testDb, caretaker, newKey(), { version: 1, offering: "goods", categoryIds: ["copperware"] }));
  doneOf(await saveContacts(testDb, caretaker, newKey(), { version: 2, phone: "+994501112233", email: undefined }));
  doneOf(await saveStory(testDb, caretaker, newKey(), { version: 3, tagline: undefined, story: STORY }));
}

/** Sends the link that hands a shop over. @returns what it holds */
export async function sendLink(staff: StaffActor, sellerId: string, phone: string): Promise<string> {
  doneOf(await sendHandOver(testDb, staff, newKey(), { sellerId, phone }));
  return new URL(await linkTo(testDb, phone), "http://site").searchParams.get("token") ?? "";
}
