import { describe, expect, it } from "vitest";
import { assignInquiry, findBuyersThread, findSellersThread, writeAsBuyer } from "~/modules/inquiries/index.server";
import { FACTORY_NOW, makePerson, makePublishedListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeGuestInquiry, makeInquiry, type Asked } from "~tests/support/inquiry";
import { waitFor } from "~tests/support/waiting";

const LATEST = { before: undefined, lang: "en" as const };
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);

async function makeTeam() {
  const asked = await makeInquiry();
  const colleague = await makeSellerActor(testDb, asked.seller.sellerId, "editor");
  return { ...asked, colleague };
}

const assign = ({ seller, inquiryId }: Pick<Asked, "seller" | "inquiryId">, to: string | undefined, key = newKey()) =>
  assignInquiry(testDb, seller, key, { inquiryId, to }, later(1));

const assignedTo = async (inquiryId: string) =>
  (await testDb.selectFrom("inquiries").select("assignedTo").where("id", "=", inquiryId).executeTakeFirstOrThrow())
    .assignedTo;

const eventsOf = ({ seller, inquiryId }: Pick<Asked, "seller" | "inquiryId">) =>
  findSellersThread(testDb, { sellerId: seller.sellerId, inquiryId }, LATEST, later(2)).then((thread) =>
    (thread?.messages ?? []).flatMap(({ event, eventWords }) => (event ? [[event, eventWords]] : [])),
  );

/** Who is told of the latest message of a thread. */
async function toldOfLatest(inquiryId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("inquiryNotices")
    .innerJoin("inquiryMessages", "inquiryMessages.id", "inquiryNotices.messageId")
    .innerJoin("inquiries", "inquiries.id", "inquiryNotices.inquiryId")
    .select("inquiryNotices.userId")
    .where("inquiryNotices.inquiryId", "=", inquiryId)
    .whereRef("inquiryMessages.position", "=", "inquiries.messageCount")
    .execute();
  return rows.map(({ userId }) => userId ?? "").toSorted();
}

const say = ({ inquirer, inquiryId }: Asked, minutes: number) =>
  writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body: "And in March?", locale: "en" }, later(minutes));

describe("giving a thread to a member of the team", () => {
  it("is written down for the shop, by name, and not for the buyer", async () => {
    const asked = await makeTeam();
    expect(await assign(asked, asked.colleague.userId)).toEqual({ ok: true, value: null });

    expect(await assignedTo(asked.inquiryId)).toBe(asked.colleague.userId);
    expect(await eventsOf(asked)).toEqual([["assigned", "Aynur Quliyeva"]]);
    const hers = await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST, later(2));
    expect(hers?.messages.map(({ event }) => event)).toEqual([undefined]);
  });

  it("is recorded with whoever had it before", async () => {
    const asked = await makeTeam();
    await assign(asked, asked.seller.userId);
    await assign(asked, asked.colleague.userId);

    const entries = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["actorId", "before", "after"])
      .where("action", "=", "assign-inquiry")
      .where("subjectId", "=", asked.inquiryId)
      .orderBy("auditEntries.id")
      .execute();
    const [hers, colleagues] = [asked.seller.userId, asked.colleague.userId];
    expect(entries).toMatchObject([
      { actorId: hers, after: { to: hers } },
      { actorId: hers, before: { to: hers }, after: { to: colleagues } },
    ]);
  });

  it("tells the one alone from then on, and all again when it is given to nobody", async () => {
    const asked = await makeTeam();
    const all = [asked.seller.userId, asked.colleague.userId].toSorted();
    await assign(asked, asked.colleague.userId);
    await say(asked, 20);
    expect(await toldOfLatest(asked.inquiryId)).toEqual([asked.colleague.userId]);

    expect(await assign(asked, undefined)).toEqual({ ok: true, value: null });
    await say(asked, 40);

    expect(await toldOfLatest(asked.inquiryId)).toEqual(all);
    expect((await eventsOf(asked)).at(-1)).toEqual(["unassigned", undefined]);
  });

  it("is refused for somebody who is not in the team, and for one who has left it", async () => {
    const asked = await makeTeam();
    const elsewhere = await makeSellerActor(testDb, (await makePublishedListing(testDb)).sellerId);
    const { userId } = asked.colleague;
    await testDb.deleteFrom("members").where("userId", "=", userId).execute();

    for (const to of [elsewhere.userId, await makePerson(testDb), userId, "nobody"]) {
      expect(await assign(asked, to)).toEqual({ ok: false, refusal: "no-member" });
    }
    expect(await assignedTo(asked.inquiryId)).toBeNull();
    expect(await eventsOf(asked)).toEqual([]);
  });

  it("waits for who is put out at the same moment, and is refused then", async () => {
    const asked = await makeTeam();
    const { userId } = asked.colleague;

    const assigned = await waitFor(
      (trx) => trx.deleteFrom("members").where("userId", "=", userId).execute(),
      () => assign(asked, userId),
    );

    expect(assigned).toEqual({ ok: false, refusal: "no-member" });
    expect(await assignedTo(asked.inquiryId)).toBeNull();
  });

  it("waits for who gives it away at the same moment, and writes nothing when she gave it to the same one", async () => {
    const asked = await makeTeam();
    const { userId } = asked.colleague;

    const assigned = await waitFor(
      (trx) => trx.updateTable("inquiries").set({ assignedTo: userId }).where("id", "=", asked.inquiryId).execute(),
      () => assign(asked, userId),
    );

    expect(assigned).toEqual({ ok: true, value: null });
    expect(await eventsOf(asked)).toEqual([]);
  });

  it("is done once, however often its form is posted", async () => {
    const asked = await makeTeam();
    const key = newKey();
    await Promise.all([assign(asked, asked.colleague.userId, key), assign(asked, asked.colleague.userId, key)]);
    await assign(asked, undefined);

    // A page that is posted anew gives nothing away a second time.
    expect(await assign(asked, asked.colleague.userId, key)).toEqual({ ok: true, value: null });

    expect(await assignedTo(asked.inquiryId)).toBeNull();
    expect((await eventsOf(asked)).map(([event]) => event)).toEqual(["assigned", "unassigned"]);
  });

  it("is one deed for each member that is chosen on one page", async () => {
    const asked = await makeTeam();
    const key = newKey();
    await assign(asked, asked.colleague.userId, key);
    await assign(asked, asked.seller.userId, key);
    expect(await assignedTo(asked.inquiryId)).toBe(asked.seller.userId);
  });

  it("is missing for another shop, and before a guest has confirmed", async () => {
    const [asked, other, guest] = [await makeTeam(), await makeTeam(), await makeGuestInquiry()];

    const foreign = { seller: other.seller, inquiryId: asked.inquiryId };
    expect(await assign(foreign, other.colleague.userId)).toEqual({ ok: false, refusal: "inquiry-missing" });
    expect(await assign(guest, guest.seller.userId)).toEqual({ ok: false, refusal: "inquiry-missing" });
    expect(await assignedTo(asked.inquiryId)).toBeNull();
  });
});
