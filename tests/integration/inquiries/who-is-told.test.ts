import { describe, expect, it } from "vitest";
import {
  assignInquiry,
  findBuyersThread,
  findSellersThread,
  stepAsSeller,
  writeAsBuyer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { sendNotices } from "~/modules/inquiries/notices/send-notices.server";
import { env } from "~/platform/env.server";
import type { InquirerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeGuestInquiry, makeInquiry, openAsGuest, type Asked } from "~tests/support/inquiry";
import { newPhone, noticesOf, reach, tell, tellingJobs } from "~tests/support/noticed";
import { linkTo, messagesTo } from "~tests/support/visitor";

const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);
const LATEST = { before: undefined, lang: "en" as const };

const say = (inquirer: InquirerActor, inquiryId: string, now: Date) =>
  writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body: "And in March?", locale: "en" }, now);

const answer = ({ seller, inquiryId }: Pick<Asked, "seller" | "inquiryId">, now: Date, body?: string) =>
  writeAsSeller(testDb, seller, newKey(), { inquiryId, body, locale: "az", pressed: ["price:1"] }, now);

const subjectsTo = async (recipient: string) => (await messagesTo(testDb, recipient)).map(({ subject }) => subject);

const leaveTeam = (userId: string) => testDb.deleteFrom("members").where("userId", "=", userId).execute();

describe("nobody is told", () => {
  it("of what she has read meanwhile, and the next does not wait for it", async () => {
    const asked = await makeInquiry();
    const { seller, inquiryId } = asked;
    const email = await reach(seller.userId);
    await findSellersThread(testDb, { ...seller, inquiryId }, LATEST, later(1));
    await tell(seller.userId, later(1));
    expect(await subjectsTo(email)).toEqual([]);
    expect(await noticesOf(seller.userId)).toEqual({ waiting: 0, told: 0 });

    await say(asked.inquirer, inquiryId, later(2));
    await tell(seller.userId, later(2));

    expect(await subjectsTo(email)).toHaveLength(1);
  });

  it("of an answer that the buyer has read meanwhile", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.buyer.userId);
    await answer(asked, later(1));
    await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST, later(2));

    await tell(asked.buyer.userId, later(2));

    expect(await subjectsTo(email)).toEqual([]);
  });

  it("of what was taken for spam, and of what was erased", async () => {
    const [spam, erased, gone] = [await makeInquiry(), await makeInquiry(), await makeInquiry()];
    const all = [spam, erased, gone];
    const emails = await Promise.all(all.map(({ seller }) => reach(seller.userId)));
    const { inquiryId } = spam;
    await stepAsSeller(testDb, spam.seller, newKey(), { inquiryId, deed: "mark-spam", words: undefined }, later(0));
    await testDb
      .updateTable("inquiryMessages")
      .set({ body: null, locale: null, erasedAt: later(0) })
      .where("inquiryId", "=", erased.inquiryId)
      .execute();

    await testDb
      .updateTable("inquiries")
      .set({ erasedAt: later(0), buyerUserId: null, buyerName: null })
      .where("id", "=", gone.inquiryId)
      .execute();

    for (const { seller } of all) await tell(seller.userId, later(1));

    expect((await Promise.all(emails.map(subjectsTo))).flat()).toEqual([]);
  });

  it("after she has closed her account", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.buyer.userId);
    await answer(asked, later(1));
    await testDb.updateTable("users").set({ banned: true }).where("id", "=", asked.buyer.userId).execute();

    await tell(asked.buyer.userId, later(1));

    expect(await subjectsTo(email)).toEqual([]);
    expect(await noticesOf(asked.buyer.userId)).toEqual({ waiting: 0, told: 0 });
  });
});

describe("of a team", () => {
  async function makeTwo() {
    const asked = await makeInquiry();
    const colleague = await makeSellerActor(testDb, asked.seller.sellerId, "editor");
    const emails = { hers: await reach(asked.seller.userId), colleagues: await reach(colleague.userId) };
    await tell(asked.seller.userId, later(0));
    return { ...asked, colleague, emails };
  }
  const assign = ({ seller, inquiryId }: Asked, to: string) =>
    assignInquiry(testDb, seller, newKey(), { inquiryId, to }, later(1));

  it("the one to whom a thread was given is told alone", async () => {
    const asked = await makeTwo();
    await assign(asked, asked.colleague.userId);
    await say(asked.inquirer, asked.inquiryId, later(20));

    for (const { userId } of [asked.seller, asked.colleague]) await tell(userId, later(20));

    expect(await subjectsTo(asked.emails.hers)).toHaveLength(1);
    expect(await subjectsTo(asked.emails.colleagues)).toHaveLength(1);
  });

  it("all are told, when she has left it", async () => {
    const asked = await makeTwo();
    await assign(asked, asked.colleague.userId);
    await leaveTeam(asked.colleague.userId);
    await say(asked.inquirer, asked.inquiryId, later(20));

    await tell(asked.seller.userId, later(20));

    expect(await subjectsTo(asked.emails.hers)).toHaveLength(2);
    expect(await noticesOf(asked.colleague.userId)).toEqual({ waiting: 0, told: 0 });
  });

  it("all are told in her stead, when she leaves it before she was told", async () => {
    const asked = await makeTwo();
    await assign(asked, asked.colleague.userId);
    await say(asked.inquirer, asked.inquiryId, later(20));
    await leaveTeam(asked.colleague.userId);

    await tell(asked.colleague.userId, later(20));
    await tell(asked.seller.userId, later(20));

    expect(await subjectsTo(asked.emails.colleagues)).toEqual([]);
    expect(await subjectsTo(asked.emails.hers)).toHaveLength(2);
  });
});

describe("a buyer", () => {
  it("is led from the letter to her side of the thread, and reads the facts that were pressed", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.buyer.userId, { locale: "en" });
    await answer(asked, later(1));

    await tell(asked.buyer.userId, later(1));

    const [letter] = await messagesTo(testDb, email);
    expect(letter?.subject).toMatch(/^Atelye .* has answered: Mis fincan \w+, 40 pieces$/);
    expect(letter?.text).toMatch(/Mis fincan \w+: 40 pieces: €30 /);
    expect(await linkTo(testDb, email)).toBe(`/en/inquiries/${asked.inquiryId}`);
  });

  it.each([
    ["decline", /cannot take your inquiry: Mis fincan/],
    ["close", /has closed the conversation: Mis fincan/],
  ] as const)("is told in a sentence of its own that the shop did %s", async (deed, subject) => {
    const asked = await makeInquiry();
    const email = await reach(asked.buyer.userId, { locale: "en" });
    const { inquiryId } = asked;
    await stepAsSeller(testDb, asked.seller, newKey(), { inquiryId, deed, words: "Bu il yer yoxdur." }, later(1));

    await tell(asked.buyer.userId, later(1));

    const [letter] = await messagesTo(testDb, email);
    expect(letter?.subject).toMatch(subject);
    expect(letter?.text).toContain("“Bu il yer yoxdur.”");
  });
});

describe("a guest", () => {
  const tellGuest = (inquiryId: string, now: Date) => sendNotices(testDb, { inquiryId, userId: null }, now);

  it("gets a fresh link by mail that opens her thread, in the language in which she asked", async () => {
    const asked = await makeGuestInquiry({}, { lang: "ru" });
    await openAsGuest(asked.token, later(0));
    await answer(asked, later(1), "Bəli, altı həftəyə.");

    await tellGuest(asked.inquiryId, later(1));

    const [letter] = await messagesTo(testDb, asked.email);
    expect(letter?.subject).toMatch(/отвечает: Mis fincan/);
    expect(letter?.text).toContain("«Bəli, altı həftəyə.»");
    const link = await linkTo(testDb, asked.email);
    expect(link).toMatch(/^\/ru\/links\//);
    expect(link).not.toContain(asked.token);
    const fresh = await openAsGuest(link.split("/").at(-1) ?? "", later(59 * 1_440));
    const thread = await findBuyersThread(testDb, fresh, asked.inquiryId, LATEST, later(59 * 1_440));
    expect(thread?.messages.at(-1)?.body).toBe("Bəli, altı həftəyə.");
  });

  it("gets one letter about several answers, by one job, at most every quarter of an hour", async () => {
    const asked = await makeGuestInquiry({}, { lang: "en" });
    await openAsGuest(asked.token, later(0));
    await answer(asked, later(1));
    await tellGuest(asked.inquiryId, later(1));
    await answer(asked, later(2));
    await answer(asked, later(3));
    expect(await tellingJobs(`guest ${asked.inquiryId}`)).toEqual([later(16)]);
    await tellGuest(asked.inquiryId, later(3));

    await tellGuest(asked.inquiryId, later(16));

    const [confirm, first, digest, ...more] = (await subjectsTo(asked.email)).toReversed();
    expect(confirm).toContain("Confirm");
    expect(first).toContain("has answered");
    expect(digest).toBe("2 new messages for you on Karvan");
    expect(more).toEqual([]);
  });

  it("is not told of another guest's thread", async () => {
    const [mine, other] = [await makeGuestInquiry(), await makeGuestInquiry()];
    for (const asked of [mine, other]) {
      await openAsGuest(asked.token, later(0));
      await answer(asked, later(1));
    }

    await tellGuest(mine.inquiryId, later(1));

    expect([(await subjectsTo(mine.email)).length, (await subjectsTo(other.email)).length]).toEqual([2, 1]);
  });
});

describe("the language", () => {
  it.each([
    ["az", /\(Almaniya\) soruşur: Mis fincan/, "ədəd"],
    ["en", /\(Germany\) asks: Mis fincan/, "pieces"],
    ["ru", /\(Германия\) спрашивает: Mis fincan/, "шт."],
  ] as const)("of letter, SMS and link is hers: %s", async (locale, sentence, pieces) => {
    const asked = await makeInquiry();
    const phone = newPhone();
    const email = await reach(asked.seller.userId, { phone, locale });

    await tell(asked.seller.userId, later(0));

    const [letter, sms] = [(await messagesTo(testDb, email))[0], (await messagesTo(testDb, phone))[0]];
    expect(letter?.subject).toMatch(sentence);
    expect(sms?.text).toMatch(sentence);
    expect(sms?.text).toContain(pieces);
    expect(sms?.text).toContain(`${env.SITE_URL}/${locale}/seller/inquiries/`);
    expect([letter?.locale, sms?.locale]).toEqual([locale, locale]);
  });

  it("of a buyer who has chosen none is that in which she asked", async () => {
    const asked = await makeInquiry({}, { lang: "ru" });
    const email = await reach(asked.buyer.userId);
    await answer(asked, later(1));

    await tell(asked.buyer.userId, later(1));

    expect((await messagesTo(testDb, email))[0]?.locale).toBe("ru");
  });
});
