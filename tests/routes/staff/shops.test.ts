import { describe, expect, it } from "vitest";
import {
  openShopForMaker,
  saveContacts,
  saveMaking,
  saveStory,
  sendHandOver,
  submitShop,
} from "~/modules/sellers/index.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeBuyer, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { siteForTests } from "~tests/support/site";
import { linkTo, makeSignedInVisitor, makeVisitor, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

const enter = (userId: string): Promise<Visitor> => makeSignedInVisitor(testDb, site, userId);

const makePhone = () => `+99450${String(Math.floor(1_000_000 + Math.random() * 8_999_999))}`;

async function makeShopInCare() {
  const staff = await makeStaff(testDb, "reviewer");
  const phone = makePhone();
  const name = `Usta ${unique()}`;
  const opened = await openShopForMaker(testDb, staff, newKey(), {
    name,
    offering: "goods",
    placeId: "baki-seher",
    phone,
  });
  const sellerId = opened.ok ? opened.value.sellerId : "";
  return { staff, phone, name, sellerId, visitor: await enter(staff.userId) };
}

describe("staff who open a shop for a maker", () => {
  it("go on in the maker's workspace, where every page says for whom they work", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const visitor = await enter(staff.userId);
    const name = `Gülnarə ${unique()}`;
    const fields = { name, phone: "050 123 45 67", offering: "goods", placeId: "baki-seher" };

    const opened = await visitor.post("/en/staff/shops/new", fields);

    expect(opened.location).toBe("/en/seller/shop/making");
    for (const path of ["/en/seller", "/en/seller/shop/making", "/en/seller/routes", "/en/seller/team"]) {
      const { html, status } = await visitor.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html).toContain(`You are filling “${name}” for its maker.`);
    }
    expect((await visitor.get("/en/staff/shops")).html).toContain("you work in it now");
  });

  it("stop by the banner's button, after which there is no workspace", async () => {
    const { visitor } = await makeShopInCare();
    expect((await visitor.post("/en/staff/shops/stop")).location).toBe("/en/staff/shops");
    expect((await visitor.get("/en/seller")).status).toBe(404);
  });

  it.each([
    [{ phone: "12" }, "Write a mobile number"],
    [{ name: "" }, "Write the name of the shop"],
    [{ placeId: "atlantis" }, "Choose a place from the list"],
  ])("are told what is wrong with %j", async (changes, sentence) => {
    const visitor = await enter((await makeStaff(testDb, "admin")).userId);
    const fields = { name: "Usta", phone: "050 123 45 67", offering: "goods", placeId: "baki-seher", ...changes };

    const answer = await visitor.post("/en/staff/shops/new", fields);

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
  });

  it("find what is a colleague's missing", async () => {
    const { sellerId, phone } = await makeShopInCare();
    const other = await enter((await makeStaff(testDb, "reviewer")).userId);

    expect((await other.get(`/en/staff/shops/${sellerId}`)).status).toBe(404);
    expect((await other.post(`/en/staff/shops/${sellerId}`, { phone })).status).toBe(422);
    await other.post(`/en/staff/shops/${sellerId}/work`);
    expect((await other.get("/en/seller")).status).toBe(404);
  });

  it("work in no owner's place: what is hers alone is missing", async () => {
    const { visitor } = await makeShopInCare();
    expect((await visitor.post("/en/seller/team/members/nobody", { deed: "remove" })).status).toBe(404);
    const invited = await visitor.post("/en/seller/team", { contact: `${unique()}@example.org`, role: "editor" });
    expect(invited.status).toBe(422);
  });

  it("are out once they have no second factor, or are reviewers no more", async () => {
    const { visitor, staff } = await makeShopInCare();
    await testDb.updateTable("users").set({ twoFactorEnabled: false }).where("id", "=", staff.userId).execute();
    expect((await visitor.get("/en/seller")).status).toBe(404);

    const curator = { twoFactorEnabled: true, role: "curator" };
    await testDb.updateTable("users").set(curator).where("id", "=", staff.userId).execute();
    expect((await visitor.get("/en/seller")).status).toBe(404);
  });

  it("do not review what they filled: the desk says so instead of giving it", async () => {
    const { visitor, sellerId, staff } = await makeShopInCare();
    const caretaker = { userId: staff.userId, sellerId, role: "manager", isCaretaker: true } as SellerActor;
    const story = "Lahıcda üç nəsildir mis döyürük. Hər qab əllə döyülür, qalaylanır və ustasının nişanını daşıyır.";
    await saveMaking(testDb, caretaker, newKey(), { version: 1, offering: "goods", categoryIds: ["copperware"] });
    await saveContacts(testDb, caretaker, newKey(), { version: 2, phone: "+994501112233", email: undefined });
    await saveStory(testDb, caretaker, newKey(), { version: 3, tagline: undefined, story });
    await submitShop(testDb, caretaker, newKey());
    const { id } = await testDb
      .selectFrom("reviewItems")
      .select("id")
      .where("subjectId", "=", sellerId)
      .executeTakeFirstOrThrow();

    const claimed = await visitor.post(`/en/staff/reviews/${id}/claim`);

    expect((await visitor.get(claimed.location ?? "")).html).toContain("You filled this shop yourself.");
  });
});

describe("the link to a shop that was filled for its maker", () => {
  async function makeLink() {
    const made = await makeShopInCare();
    await sendHandOver(testDb, made.staff, newKey(), { sellerId: made.sellerId, phone: made.phone });
    const link = (await linkTo(testDb, made.phone)).replace("/az/", "/en/");
    return { ...made, link, token: new URL(link, "http://site").searchParams.get("token") ?? "" };
  }

  it("shows what was written in her name, and asks for her own number only", async () => {
    const { link, name, phone } = await makeLink();
    const { html } = await makeVisitor(site).get(link);

    expect(html).toContain(`“${name}” is yours`);
    expect(html).toContain(`ends with ${phone.slice(-2)}`);
    expect(html).not.toContain(phone);
    expect(html).not.toContain("/en/login?next=");
  });

  it("gives the shop to its number only; staff are out with it", async () => {
    const { link, token, phone, visitor } = await makeLink();
    const [stranger, maker] = [await makeBuyer(testDb), await makeBuyer(testDb)];
    const confirmed = { phoneNumber: phone, phoneNumberVerified: true };
    await testDb.updateTable("users").set(confirmed).where("id", "=", maker.userId).execute();

    const refused = await (await enter(stranger.userId)).post(link, { token });
    expect([refused.status, refused.html.includes("sent to another number")]).toEqual([422, true]);
    const accepted = await (await enter(maker.userId)).post(link, { token });

    expect(accepted.location).toBe("/en/seller");
    expect((await visitor.get("/en/seller")).status).toBe(404);
    expect((await visitor.get("/en/staff/shops")).html).not.toContain(phone);
  });

  it("opens nothing after it was taken back", async () => {
    const { link, visitor, sellerId } = await makeLink();
    await visitor.post(`/en/staff/shops/${sellerId}/revoke`);
    expect((await makeVisitor(site).get(link)).html).toContain("This invitation was taken back.");
  });
});
