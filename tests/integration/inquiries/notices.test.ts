import { describe, expect, it } from "vitest";
import { submitInquiry, writeAsBuyer, writeAsSeller } from "~/modules/inquiries/index.server";
import { tellOfMessage } from "~/modules/inquiries/notices/tell.server";
import { env } from "~/platform/env.server";
import { FACTORY_NOW, makeBuyer, makePublishedListing, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeInquiry, READER, type Asked } from "~tests/support/inquiry";
import { newPhone, noticesOf, reach, tell, tellingJobs } from "~tests/support/noticed";
import { linkTo, messagesTo } from "~tests/support/visitor";
import { countWaiting, waitFor } from "~tests/support/waiting";

/** FACTORY_NOW is noon in Baku. */
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);
const NIGHT = { from: 22 * 60, to: 8 * 60 };

const say = ({ inquirer, inquiryId }: Pick<Asked, "inquirer" | "inquiryId">, body: string, now: Date) =>
  writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body, locale: "en" }, now);

const answer = ({ seller, inquiryId }: Pick<Asked, "seller" | "inquiryId">, body: string | undefined, now: Date) =>
  writeAsSeller(testDb, seller, newKey(), { inquiryId, body, locale: "az", pressed: ["price:1"] }, now);

const textsTo = async (recipient: string) => (await messagesTo(testDb, recipient)).map(({ text }) => text);
const subjectsTo = async (recipient: string) => (await messagesTo(testDb, recipient)).map(({ subject }) => subject);

/** Another buyer asks the same shop about the same listing. */
async function askAgain({ listing }: Pick<Asked, "listing">, name: string, now: Date): Promise<void> {
  const buyer = await makeBuyer(testDb, { name });
  const asked = await submitInquiry(
    testDb,
    { buyer, clientAddress: unique(), reader: READER },
    newKey(),
    askOf(listing, { name }),
    now,
  );
  expect(asked.ok).toBe(true);
}

describe("a seller who is asked", () => {
  it("gets an SMS of one line with the way straight to the thread", async () => {
    const phone = newPhone();
    const asked = await makeInquiry();
    const email = await reach(asked.seller.userId, { phone, byMail: false });

    await tell(asked.seller.userId, later(0));

    const url = `${env.SITE_URL}/az/seller/inquiries/${asked.inquiryId}`;
    const [text = "", ...more] = await textsTo(phone);
    expect(text).toMatch(/^Karvan: Jonas Petersen \(Almaniya\) soruşur: Mis fincan \w+, 40 ədəd\. http/);
    expect(text.endsWith(` ${url}`)).toBe(true);
    expect(more).toEqual([]);
    expect(await messagesTo(testDb, email)).toEqual([]);
  });

  it("gets a letter that says who, about what, and how it begins", async () => {
    const message = `Can you make forty of these? ${"Please. ".repeat(60)}`;
    const asked = await makeInquiry({ message, company: "Elbkontor" });
    const email = await reach(asked.seller.userId, { locale: "en" });

    await tell(asked.seller.userId, later(0));

    const [letter] = await messagesTo(testDb, email);
    expect(letter?.subject).toMatch(/^Jonas Petersen \(Germany\) asks: Mis fincan \w+, 40 pieces$/);
    expect(letter?.text).toContain("Jonas Petersen (Elbkontor, Germany) asks: Mis fincan");
    expect(letter?.text).toContain("“Can you make forty of these? Please.");
    expect(/“(.*)”/.exec(letter?.text ?? "")?.[1]?.length).toBeLessThanOrEqual(300);
    expect(await linkTo(testDb, email)).toBe(`/en/seller/inquiries/${asked.inquiryId}`);
    expect(letter?.text).toContain("/en/account/notices");
  });

  it("is told both ways when she has chosen nothing, and a buyer with a phone by letter only", async () => {
    const asked = await makeInquiry();
    const phones = [newPhone(), newPhone()] as const;
    const [hers, his] = [
      await reach(asked.seller.userId, { phone: phones[0] }),
      await reach(asked.buyer.userId, { phone: phones[1] }),
    ];
    await tell(asked.seller.userId, later(0));
    await answer(asked, "Bəli.", later(1));

    await tell(asked.buyer.userId, later(1));

    const counts = await Promise.all([hers, phones[0], his, phones[1]].map(async (to) => (await textsTo(to)).length));
    expect(counts).toEqual([1, 1, 1, 0]);
  });

  it("is told nothing when she wants no news, and the next does not wait for it", async () => {
    const asked = await makeInquiry();
    const phone = newPhone();
    const email = await reach(asked.seller.userId, { phone, byMail: false, bySms: false });
    await tell(asked.seller.userId, later(0));
    expect([...(await textsTo(phone)), ...(await textsTo(email))]).toEqual([]);
    expect(await noticesOf(asked.seller.userId)).toEqual({ waiting: 0, told: 0 });

    await reach(asked.seller.userId, { byMail: true, bySms: false });
    await say(asked, "One more thing", later(1));
    await tell(asked.seller.userId, later(1));

    expect(await subjectsTo(email)).toHaveLength(1);
  });

  it("is not written to at a mailbox or a number that nobody has shown to be hers", async () => {
    const asked = await makeInquiry();
    const phone = newPhone();
    const email = await reach(asked.seller.userId, { phone });
    const unconfirmed = { emailVerified: false, phoneNumberVerified: false };
    await testDb.updateTable("users").set(unconfirmed).where("id", "=", asked.seller.userId).execute();

    await tell(asked.seller.userId, later(0));

    expect([...(await textsTo(phone)), ...(await textsTo(email))]).toEqual([]);
  });

  it("is told of a title that is longer than a text message as much as there is room for", async () => {
    const listing = await makePublishedListing(testDb, { title: `Mis fincan ${"naxışlı ".repeat(12)}` });
    const asked = await makeInquiry({}, { listing });
    const phone = newPhone();
    await reach(asked.seller.userId, { phone });

    await tell(asked.seller.userId, later(0));

    const [text = ""] = await textsTo(phone);
    expect(text).toMatch(/Mis fincan.*…, 40 ədəd\. http/);
    expect(text.length).toBeLessThanOrEqual(160);
  });
});

describe("quiet hours", () => {
  const evening = later(11.5 * 60);
  const morning = later(20 * 60);

  it("over midnight keep what comes at night until the morning, whenever the job runs", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.seller.userId, { quiet: NIGHT });
    await tell(asked.seller.userId, later(0));
    await say(asked, "Good night", evening);
    expect(await tellingJobs(asked.seller.userId)).toEqual([morning]);

    await tell(asked.seller.userId, later(14 * 60));
    expect(await subjectsTo(email)).toHaveLength(1);
    expect(await tellingJobs(asked.seller.userId)).toEqual([morning]);
    await tell(asked.seller.userId, morning);

    expect(await subjectsTo(email)).toHaveLength(2);
  });

  it("that have begun since, and a job that comes late, wait too", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.seller.userId, { quiet: NIGHT });

    await tell(asked.seller.userId, evening);

    expect(await subjectsTo(email)).toEqual([]);
    expect(await tellingJobs(asked.seller.userId)).toEqual([morning]);
  });
});

describe("many messages", () => {
  it("within a quarter of an hour come as one digest, by one job", async () => {
    const asked = await makeInquiry();
    const phone = newPhone();
    const email = await reach(asked.seller.userId, { phone });
    await tell(asked.seller.userId, later(0));
    for (const minute of [2, 3, 4]) await say(asked, `Word ${minute}`, later(minute));
    expect(await tellingJobs(asked.seller.userId)).toEqual([later(15)]);
    await tell(asked.seller.userId, later(10));
    expect(await subjectsTo(email)).toHaveLength(1);

    await tell(asked.seller.userId, later(15));

    expect((await subjectsTo(email))[0]).toBe("Karvanda 3 yeni mesajınız var");
    const url = `${env.SITE_URL}/az/seller/inquiries/${asked.inquiryId}`;
    expect((await textsTo(phone))[0]).toBe(`Karvan: Jonas Petersen (Almaniya): 3 yeni mesaj. ${url}`);
    expect(await linkTo(testDb, email)).toBe(`/az/seller/inquiries/${asked.inquiryId}`);
  });

  it("of many threads are named up to ten, with a link to each, and counted from there", async () => {
    const asked = await makeInquiry();
    const phone = newPhone();
    const email = await reach(asked.seller.userId, { phone, locale: "ru" });
    for (let number = 1; number <= 11; number += 1) await askAgain(asked, `Buyer ${number}`, later(0));
    await say(asked, "And?", later(1));

    await tell(asked.seller.userId, later(1));

    const [letter] = await messagesTo(testDb, email);
    expect(letter?.subject).toBe("На Karvan для вас 13 новых сообщений");
    expect(letter?.text.match(/\/ru\/seller\/inquiries\/[-\w]{36}/g)).toHaveLength(10);
    expect(letter?.text).toContain("Jonas Petersen (Германия): 2 новых сообщения. Mis fincan");
    expect(letter?.text).toContain("и ещё 2 переписки");
    const inbox = `${env.SITE_URL}/ru/seller/inquiries`;
    expect(await textsTo(phone)).toEqual([`Karvan: 13 новых сообщений, 12 переписок. ${inbox}`]);
    expect(await noticesOf(asked.seller.userId)).toEqual({ waiting: 0, told: 13 });
  });

  it("are told once by two jobs at the same moment", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.seller.userId);
    let other: Promise<void> | undefined;

    // Both have begun before either can write down that it has told.
    await waitFor(
      (trx) => trx.selectFrom("inquiryNotices").select("id").forUpdate().execute(),
      () => tell(asked.seller.userId, later(0)),
      async () => {
        other = tell(asked.seller.userId, later(0));
        await expect.poll(countWaiting).toBe(2);
      },
    );
    await other;

    expect(await subjectsTo(email)).toHaveLength(1);
  });

  it("are told once each, however often their telling is noted", async () => {
    const asked = await makeInquiry();
    const email = await reach(asked.seller.userId);
    await tell(asked.seller.userId, later(0));
    const { messageId } = await testDb
      .selectFrom("inquiryNotices")
      .select("messageId")
      .where("userId", "=", asked.seller.userId)
      .executeTakeFirstOrThrow();

    const about = { inquiryId: asked.inquiryId, messageId, to: "seller" as const };
    await testDb.transaction().execute((trx) => tellOfMessage(trx, about, later(30)));
    await tell(asked.seller.userId, later(30));

    expect(await subjectsTo(email)).toHaveLength(1);
  });
});
