import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findNoticePreferences } from "~/modules/accounts/index.server";
import { makeApprovedSeller, makePerson, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newPhone, reach } from "~tests/support/noticed";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
const PAGE = "/en/account/notices";

async function enter(userId?: string) {
  const who = userId ?? (await makePerson(testDb));
  return { userId: who, visitor: await makeSignedInVisitor(testDb, site, who) };
}

/** One field of a page as its tag is written. */
const fieldOf = (html: string, name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0];
const isTicked = (html: string, name: string) => fieldOf(html, name)?.includes("checked");

const stored = (userId: string) =>
  testDb
    .selectFrom("noticePreferences")
    .select(["byMail", "bySms", "quietFrom", "quietTo"])
    .where("userId", "=", userId)
    .executeTakeFirst();

const countSaves = async (userId: string) => {
  const rows = await testDb
    .selectFrom("auditEntries")
    .select("action")
    .where("subjectId", "=", userId)
    .where("action", "=", "save-notice-preferences")
    .execute();
  return rows.length;
};

describe("the page of notices", () => {
  it("offers a buyer letters, ticked, and the way to add a number", async () => {
    const { visitor } = await enter();

    const { html } = await visitor.get(PAGE);

    expect(isTicked(html, "byMail")).toBe(true);
    expect(fieldOf(html, "bySms")).toBeUndefined();
    expect(html).toContain('href="/en/account/phone"');
    expect(html).not.toMatch(/You have no e-mail here/);
  });

  it("ticks SMS for a member of a shop, and for who has no mailbox, but not for a buyer who has one", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { userId: member } = await makeSellerActor(testDb, sellerId, "editor");
    const [buyer, caller] = [await makePerson(testDb), await makePerson(testDb)];
    await testDb
      .updateTable("users")
      .set({ email: `${caller}@phone.invalid`, emailVerified: false })
      .where("id", "=", caller)
      .execute();
    const ticked = [];
    for (const userId of [member, caller, buyer]) {
      await reach(userId, { phone: newPhone() });
      const { html } = await (await enter(userId)).visitor.get(PAGE);
      ticked.push([isTicked(html, "byMail"), isTicked(html, "bySms")]);
    }

    expect(ticked).toEqual([
      [true, true],
      [undefined, true],
      [true, false],
    ]);
  });

  it("leads who has no mailbox to where she gives one", async () => {
    const { userId, visitor } = await enter();
    await testDb
      .updateTable("users")
      .set({ email: `${userId}@phone.invalid` })
      .where("id", "=", userId)
      .execute();

    const { html } = await visitor.get(PAGE);

    expect(html).toContain("You have no e-mail here.");
    expect(html).toContain('href="/en/account/email"');
  });

  it("keeps what is chosen, with quiet hours over midnight, and shows it again", async () => {
    const { userId, visitor } = await enter();
    await reach(userId, { phone: newPhone() });

    const saved = await visitor.post(PAGE, { bySms: "on", quietFrom: "22:30", quietTo: "07:05" });

    expect(saved.location).toBe(`${PAGE}?saved=1`);
    expect(await stored(userId)).toEqual({ byMail: false, bySms: true, quietFrom: 1350, quietTo: 425 });
    const { html } = await visitor.get(saved.location ?? "");
    expect(html).toContain("Saved.");
    expect([isTicked(html, "byMail"), isTicked(html, "bySms")]).toEqual([false, true]);
    expect(fieldOf(html, "quietFrom")).toContain('value="22:30"');
    expect(fieldOf(html, "quietTo")).toContain('value="07:05"');
  });

  it("takes nothing ticked for an answer, and does not guess at what it did not ask", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { userId } = await makeSellerActor(testDb, sellerId);
    const { visitor } = await enter(userId);
    await visitor.post(PAGE);
    expect(await findNoticePreferences(testDb, userId)).toMatchObject({ byMail: false, quiet: undefined });

    // A number that she adds later is one at which a shop is told, as it would have been without the first answer.
    await reach(userId, { phone: newPhone() });

    expect(await findNoticePreferences(testDb, userId)).toMatchObject({ byMail: false, bySms: true });
  });

  it("is saved once by two clicks", async () => {
    const { userId, visitor } = await enter();
    const formKey = randomUUID();

    const answers = await Promise.all([1, 2].map(() => visitor.post(PAGE, { formKey, byMail: "on" })));

    expect(answers.map(({ location }) => location)).toEqual([`${PAGE}?saved=1`, `${PAGE}?saved=1`]);
    expect(await countSaves(userId)).toBe(1);
  });

  it.each([
    ["only the beginning", { quietFrom: "22:00" }, "Fill in both"],
    ["only the end", { quietTo: "08:00" }, "Fill in both"],
    ["the same time twice", { quietFrom: "22:00", quietTo: "22:00" }, "must differ"],
    ["what is no time", { quietFrom: "ten", quietTo: "24:00" }, "Write the time"],
  ])("refuses %s and keeps what was typed", async (_what, times, sentence) => {
    const { userId, visitor } = await enter();

    const answer = await visitor.post(PAGE, times);

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    for (const [name, typed] of Object.entries(times)) expect(fieldOf(answer.html, name)).toContain(`value="${typed}"`);
    // Its tick had been taken away.
    expect(isTicked(answer.html, "byMail")).toBe(false);
    expect(await stored(userId)).toBeUndefined();
  });

  it("is in the account's menu and in the workspace", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");
    const { visitor } = await enter(userId);

    for (const page of ["/en/account", "/en/seller"]) {
      expect((await visitor.get(page)).html).toContain(`href="${PAGE}"`);
    }
  });
});
