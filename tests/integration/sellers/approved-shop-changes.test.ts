import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { claimReview, findReview, openReview } from "~/modules/reviews/index.server";
import { changedFields } from "~/modules/sellers";
import {
  decideShop,
  findLastApproval,
  findRequestedChanges,
  findShop,
  listShopOutcomes,
  saveBank,
  saveContacts,
  savePlace,
  saveStory,
  stateOf,
} from "~/modules/sellers/index.server";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeApprovedSeller, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { bringSomePaper, makeApprovedShop, makeSubmittedShop, openItemOf, shopOf, STORY } from "~tests/support/shop";
import { messagesTo } from "~tests/support/visitor";
import { waitFor } from "~tests/support/waiting";

const NEW_STORY = `${STORY} Bu il gümüş də döyürük.`;
const rewrite = (seller: SellerActor, version = 4, story = NEW_STORY) =>
  saveStory(testDb, seller, newKey(), { version, tagline: "Döymə mis", story });
const changesOf = (sellerId: string) => openItemOf(testDb, sellerId, "seller_changes");

async function decide(
  staff: StaffActor,
  itemId: string,
  subjectVersion: number,
  decision: "approved" | "changes_requested",
) {
  const reasons = decision === "approved" ? [] : [{ field: "story", code: "not-true", words: "Gümüş?" }];
  return decideShop(testDb, staff, newKey(), { itemId, subjectVersion, decision, reasons, note: undefined });
}

async function emailOf(userId: string): Promise<string> {
  const { email } = await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow();
  return email;
}

async function changedSince(sellerId: string) {
  const approval = await findLastApproval(testDb, sellerId);
  return approval && changedFields(approval.state, stateOf(await shopOf(testDb, sellerId)));
}

describe("an approved shop that changes", () => {
  it("is kept as it was approved, and what is other since is known", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb);
    expect(await changedSince(sellerId)).toEqual([]);

    await rewrite(seller);
    await savePlace(testDb, seller, newKey(), { version: 5, name: "Yeni Ad", placeId: "baki-seher" });

    expect(await changedSince(sellerId)).toEqual(["name", "story"]);
    expect((await findLastApproval(testDb, sellerId))?.state.texts.az.story).toBe(STORY);
  });

  it("waits for staff once, in its latest state, and stays public meanwhile", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb);

    await rewrite(seller);
    await bringSomePaper(testDb, seller);

    const items = await testDb
      .selectFrom("reviewItems")
      .select("subjectVersion")
      .where("subjectId", "=", sellerId)
      .where("status", "=", "open")
      .execute();
    expect(items).toEqual([{ subjectVersion: 6 }]);
    expect((await shopOf(testDb, sellerId)).status).toBe("approved");
  });

  it("is found by its new words", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb);
    const jobKey = `index-seller:${sellerId}`;
    const waiting = async () =>
      (await sql<{ key: string }>`select key from graphile_worker.jobs where key = ${jobKey}`.execute(testDb)).rows;
    await sql`select graphile_worker.remove_job(${jobKey})`.execute(testDb);

    await rewrite(seller);

    expect(await waiting()).toEqual([{ key: jobKey }]);
  });

  it("is not looked at again for how it is reached", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb);

    await saveContacts(testDb, seller, newKey(), { version: 4, phone: "+994551234567", email: undefined });

    await expect(changesOf(sellerId)).rejects.toThrow("no result");
  });

  it("that was approved before states were kept is kept as it was before its first change", async () => {
    const { sellerId } = await makeApprovedSeller(testDb, { name: "Köhnə Mağaza" });
    const seller = await makeSellerActor(testDb, sellerId);

    await savePlace(testDb, seller, newKey(), { version: 1, name: "Təzə Mağaza", placeId: "baki-seher" });
    await savePlace(testDb, seller, newKey(), { version: 2, name: "Lap Təzə", placeId: "baki-seher" });

    expect(await findLastApproval(testDb, sellerId)).toMatchObject({
      version: 1,
      approvedAt: FACTORY_NOW,
      state: { texts: { az: { name: "Köhnə Mağaza" } } },
    });
  });

  it("keeps of its account too little to pay into it", async () => {
    const { seller, sellerId, staff } = await makeApprovedShop(testDb);
    await saveBank(testDb, seller, newKey(), { version: 4, iban: "AZ21NABZ00000000137010001944" });
    const itemId = await changesOf(sellerId);
    await claimReview(testDb, staff, itemId);

    await decide(staff, itemId, 5, "approved");

    expect((await findLastApproval(testDb, sellerId))?.state.bankAccount).toBe("AZ21 NABZ … 1944");
  });
});

describe("the Federation's look at a change", () => {
  it("approves it: the new state is what was approved, and the team is told", async () => {
    const { buyer, seller, sellerId, staff } = await makeApprovedShop(testDb, "Dəyişən");
    await rewrite(seller);
    const itemId = await changesOf(sellerId);
    await claimReview(testDb, staff, itemId);

    expect(await decide(staff, itemId, 5, "approved")).toMatchObject({ ok: true, value: { sellerId } });

    expect(await changedSince(sellerId)).toEqual([]);
    expect(await findLastApproval(testDb, sellerId)).toMatchObject({ version: 5 });
    expect((await messagesTo(testDb, await emailOf(buyer.userId)))[0]?.subject).toContain("Dəyişən");
  });

  it("asks for more: the shop stays public, its team is told and finds the reasons until it changes something", async () => {
    const { buyer, seller, sellerId, staff } = await makeApprovedShop(testDb);
    await rewrite(seller);
    const itemId = await changesOf(sellerId);
    await claimReview(testDb, staff, itemId);

    await decide(staff, itemId, 5, "changes_requested");

    const shop = await shopOf(testDb, sellerId);
    expect(shop.status).toBe("approved");
    expect((await findRequestedChanges(testDb, shop))?.reasons).toMatchObject([{ field: "story", words: "Gümüş?" }]);
    expect(await messagesTo(testDb, await emailOf(buyer.userId))).toHaveLength(2);
    expect(await changedSince(sellerId)).toEqual(["story"]);

    await rewrite(seller, 5, STORY);
    expect(await findRequestedChanges(testDb, await shopOf(testDb, sellerId))).toBeUndefined();
  });

  it("is of what was on the screen: a change in the meantime refuses it", async () => {
    const { seller, sellerId, staff } = await makeApprovedShop(testDb);
    await rewrite(seller);
    const itemId = await changesOf(sellerId);
    await claimReview(testDb, staff, itemId);
    await rewrite(seller, 5, `${NEW_STORY} Qızıl da.`);

    expect(await decide(staff, itemId, 5, "approved")).toEqual({ ok: false, refusal: "subject-changed" });
    expect(await findLastApproval(testDb, sellerId)).toMatchObject({ version: 4 });
  });

  it("waits for a change that has begun, without holding what that change needs", async () => {
    const { seller, sellerId, staff } = await makeApprovedShop(testDb);
    await rewrite(seller);
    const itemId = await changesOf(sellerId);
    await claimReview(testDb, staff, itemId);

    const decided = await waitFor(
      (trx) => findShop(trx, sellerId, { lock: true }),
      () => decide(staff, itemId, 5, "approved"),
      (trx) => openReview(trx, { queue: "seller_changes", subjectId: sellerId, subjectVersion: 6, workingDays: 2 }),
    );

    expect(decided).toEqual({ ok: false, refusal: "subject-changed" });
  });

  it("and a change at the same moment both end, in either order", async () => {
    const shops = await Promise.all(Array.from({ length: 6 }, () => makeApprovedShop(testDb)));
    const results = await Promise.all(
      shops.flatMap(async ({ seller, sellerId, staff }) => {
        await rewrite(seller);
        const itemId = await changesOf(sellerId);
        await claimReview(testDb, staff, itemId);
        const both = await Promise.all([
          decide(staff, itemId, 5, "approved"),
          rewrite(seller, 5, `${NEW_STORY} Qızıl da.`),
        ]);
        const approval = await findLastApproval(testDb, sellerId);
        return { decided: both[0].ok, changed: both[1].ok, version: approval?.version };
      }),
    );

    for (const { decided, changed, version } of results) {
      expect(changed).toBe(true);
      expect(version).toBe(decided ? 5 : 4);
    }
  });

  it("of a suspended shop leaves it suspended", async () => {
    const { seller, sellerId, staff } = await makeApprovedShop(testDb);
    await rewrite(seller);
    const itemId = await changesOf(sellerId);
    await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", sellerId).execute();
    await claimReview(testDb, staff, itemId);

    expect(await decide(staff, itemId, 5, "approved")).toMatchObject({ ok: true });
    expect((await shopOf(testDb, sellerId)).status).toBe("suspended");
  });

  it("cannot approve a shop that waits for nothing in that queue", async () => {
    const { sellerId } = await makeSubmittedShop(testDb);
    const staff = await makeStaff(testDb, "reviewer");
    const { id } = await testDb
      .insertInto("reviewItems")
      .values({
        queue: "seller_changes",
        subjectId: sellerId,
        subjectVersion: 4,
        status: "open",
        openedAt: new Date("2026-11-26T08:00:00Z"),
        dueAt: new Date("2026-11-28T08:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await claimReview(testDb, staff, id);

    expect(await decide(staff, id, 4, "approved")).toEqual({ ok: false, refusal: "shop-missing" });
    expect((await shopOf(testDb, sellerId)).status).toBe("submitted");
    expect(await findReview(testDb, id)).toBeDefined();
  });

  it("stands beside the shop's first approval among what was decided", async () => {
    const { seller, sellerId, staff } = await makeApprovedShop(testDb);
    await rewrite(seller);
    const itemId = await changesOf(sellerId);
    expect(await listShopOutcomes(testDb, sellerId)).toMatchObject([{ status: "approved", subjectVersion: 4 }]);
    await claimReview(testDb, staff, itemId);
    await decide(staff, itemId, 5, "changes_requested");

    expect(await listShopOutcomes(testDb, sellerId)).toMatchObject([
      { status: "changes_requested", reasons: [{ field: "story" }] },
      { status: "approved" },
    ]);
  });
});

describe("what was approved", () => {
  it.each(["update seller_approvals set version = 99", "delete from seller_approvals", "truncate seller_approvals"])(
    "stays: %s",
    async (statement) => {
      await makeApprovedShop(testDb);
      await expect(sql.raw(statement).execute(testDb)).rejects.toThrow("stays as it was approved");
    },
  );
});
