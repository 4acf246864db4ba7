import { describe, expect, it } from "vitest";
import { claimReview } from "~/modules/reviews/index.server";
import {
  acceptInvitation,
  claimShop,
  decideShop,
  findInvitedShop,
  findShop,
  findShopInCare,
  findTeam,
  listShopsInCare,
  openShopForMaker,
  revokeHandOver,
  saveMaking,
  saveStory,
  sendHandOver,
  stopWorkingForShop,
  submitShop,
  workForShop,
} from "~/modules/sellers/index.server";
import type { BuyerActor } from "~/platform/session/actors.server";
import { findCaredShop, findMembership } from "~/platform/session/membership.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { APPROVED_PAPERLESS, STORY } from "~tests/support/shop";
import { fillInCare, makeMaker, makePhone, makeShopInCare, sendLink } from "~tests/support/shop-in-care";

const DAY_MS = 86_400_000;
const accept = (buyer: BuyerActor, token: string, now?: Date) =>
  acceptInvitation(testDb, buyer, newKey(), { token }, now);

async function auditOf(sellerId: string) {
  return testDb
    .selectFrom("auditEntries")
    .select(["action", "actorKind"])
    .where("subjectId", "=", sellerId)
    .orderBy("id")
    .execute();
}

describe("a shop that staff open for a maker", () => {
  it("is a draft without an owner, in which she works from then on", async () => {
    const { staff, sellerId, name } = await makeShopInCare();

    expect((await findShop(testDb, sellerId))?.status).toBe("draft");
    expect((await findTeam(testDb, sellerId))?.members).toEqual([]);
    expect(await findCaredShop(testDb, staff.userId)).toEqual({ sellerId, name });
  });

  it("is recorded as staff's work, whatever she fills in", async () => {
    const { sellerId, caretaker } = await makeShopInCare();
    await saveMaking(testDb, caretaker, newKey(), { version: 1, offering: "goods", categoryIds: ["copperware"] });

    expect(await auditOf(sellerId)).toEqual([
      { action: "open-shop-for-maker", actorKind: "staff" },
      { action: "edit-shop", actorKind: "staff" },
    ]);
  });

  it("is one of several in her care, of which she works in one or in none", async () => {
    const first = await makeShopInCare();
    const { staff } = first;
    const input = { name: "İkinci", offering: "goods" as const, placeId: "baki-seher", phone: makePhone() };
    const second = await openShopForMaker(testDb, staff, newKey(), input);
    expect((await findCaredShop(testDb, staff.userId))?.name).toBe("İkinci");

    await workForShop(testDb, staff, newKey(), first.sellerId);
    expect((await findCaredShop(testDb, staff.userId))?.sellerId).toBe(first.sellerId);

    await stopWorkingForShop(testDb, staff, newKey());
    expect(await findCaredShop(testDb, staff.userId)).toBeUndefined();
    const { items } = await listShopsInCare(testDb, { page: 1, pageSize: 100 });
    expect(items.filter(({ staffId }) => staffId === staff.userId)).toHaveLength(2);
    expect(second.ok).toBe(true);
  });

  it("is missing for a colleague: she neither works in it, sends its link, nor takes that back", async () => {
    const { sellerId, phone } = await makeShopInCare();
    const other = await makeStaff(testDb, "admin");
    const missing = { ok: false, refusal: "shop-missing" };

    expect(await findShopInCare(testDb, { sellerId, staffId: other.userId })).toBeUndefined();
    expect(await workForShop(testDb, other, newKey(), sellerId)).toEqual(missing);
    expect(await sendHandOver(testDb, other, newKey(), { sellerId, phone })).toEqual(missing);
    expect(await revokeHandOver(testDb, other, newKey(), sellerId)).toEqual(missing);
  });

  it("is refused for a place that nobody knows", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const input = { name: "Heç yerdə", offering: "goods" as const, placeId: "atlantis", phone: makePhone() };
    expect(await openShopForMaker(testDb, staff, newKey(), input)).toEqual({ ok: false, refusal: "place-missing" });
  });
});

describe("handing a shop over", () => {
  it("makes its maker the owner and ends the care in the same moment", async () => {
    const { staff, sellerId, phone } = await makeShopInCare();
    const token = await sendLink(staff, sellerId, phone);
    const maker = await makeMaker(phone);

    expect(await accept(maker, token)).toEqual({ ok: true, value: { role: "owner" } });

    expect(await findMembership(testDb, maker.userId)).toEqual({ sellerId, role: "owner" });
    expect(await findCaredShop(testDb, staff.userId)).toBeUndefined();
    expect(await findShopInCare(testDb, { sellerId, staffId: staff.userId })).toBeUndefined();
    expect((await auditOf(sellerId)).at(-1)).toEqual({ action: "take-over-shop", actorKind: "seller" });
  });

  it("closes the forms that its caretaker still has open", async () => {
    const { staff, sellerId, phone, caretaker } = await makeShopInCare();
    const token = await sendLink(staff, sellerId, phone);
    await accept(await makeMaker(phone), token);

    const saved = await saveStory(testDb, caretaker, newKey(), { version: 1, tagline: undefined, story: STORY });

    expect(saved).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });

  it("forgets the maker's number where staff had written it down", async () => {
    const { staff, sellerId, phone } = await makeShopInCare();
    const token = await sendLink(staff, sellerId, phone);
    await accept(await makeMaker(phone), token);

    const care = await testDb.selectFrom("caretakings").select("id").where("phone", "=", phone).execute();
    const open = await testDb.selectFrom("teamInvitations").select("id").where("phone", "=", phone).execute();
    expect([care, open]).toEqual([[], []]);
  });

  it("needs the number that the link was sent to, confirmed", async () => {
    const { staff, sellerId, phone } = await makeShopInCare();
    const token = await sendLink(staff, sellerId, phone);
    const stranger = await makeMaker(makePhone());
    const unconfirmed = await makeMaker(phone);
    await testDb
      .updateTable("users")
      .set({ phoneNumberVerified: false })
      .where("id", "=", unconfirmed.userId)
      .execute();

    expect(await accept(stranger, token)).toEqual({ ok: false, refusal: "other-phone" });
    expect(await accept(unconfirmed, token)).toEqual({ ok: false, refusal: "other-phone" });
    expect((await findShopInCare(testDb, { sellerId, staffId: staff.userId }))?.sellerId).toBe(sellerId);
  });

  it("has one result when the link is opened in several windows, and by a stranger", async () => {
    const { staff, sellerId, phone } = await makeShopInCare();
    const token = await sendLink(staff, sellerId, phone);
    const maker = await makeMaker(phone);
    const stranger = await makeMaker(makePhone());

    const results = await Promise.all([maker, maker, maker, stranger].map((person) => accept(person, token)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { members } = (await findTeam(testDb, sellerId)) ?? { members: [] };
    expect(members).toMatchObject([{ userId: maker.userId, role: "owner" }]);
  });

  it("either happens or is taken back when both are asked for at once", async () => {
    for (let times = 0; times < 3; times += 1) {
      const { staff, sellerId, phone } = await makeShopInCare();
      const token = await sendLink(staff, sellerId, phone);
      const maker = await makeMaker(phone);

      const [taken, revoked] = await Promise.all([
        accept(maker, token),
        revokeHandOver(testDb, staff, newKey(), sellerId),
      ]);

      expect([taken.ok, revoked.ok].filter(Boolean)).toHaveLength(1);
      expect((await findMembership(testDb, maker.userId))?.sellerId).toBe(taken.ok ? sellerId : undefined);
    }
  });

  it("holds for fourteen days, and a new link ends the one before", async () => {
    const { staff, sellerId, phone } = await makeShopInCare();
    const first = await sendLink(staff, sellerId, phone);
    const other = makePhone();
    const second = await sendLink(staff, sellerId, other);
    const maker = await makeMaker(other);

    expect(await findInvitedShop(testDb, first)).toBeUndefined();
    expect(await accept(maker, second, new Date(Date.now() + 14.01 * DAY_MS))).toEqual({
      ok: false,
      refusal: "link-expired",
    });
    expect((await accept(maker, second, new Date(Date.now() + 13.9 * DAY_MS))).ok).toBe(true);
  });

  it("is refused to a maker who has a shop already", async () => {
    const [first, second] = [await makeShopInCare(), await makeShopInCare()];
    const phone = makePhone();
    const tokens = [
      await sendLink(first.staff, first.sellerId, phone),
      await sendLink(second.staff, second.sellerId, phone),
    ];
    const maker = await makeMaker(phone);

    await accept(maker, tokens[0] ?? "");
    expect(await accept(maker, tokens[1] ?? "")).toEqual({ ok: false, refusal: "has-shop" });
  });

  it("that nobody has asked for cannot be taken back", async () => {
    const { staff, sellerId } = await makeShopInCare();
    expect(await revokeHandOver(testDb, staff, newKey(), sellerId)).toEqual({
      ok: false,
      refusal: "invitation-missing",
    });
  });
});

describe("the review of a shop that was in care", () => {
  async function makeSubmitted() {
    const made = await makeShopInCare();
    const { caretaker, sellerId } = made;
    await fillInCare(caretaker);
    const submitted = await submitShop(testDb, caretaker, newKey());
    if (!submitted.ok) throw new Error(submitted.refusal);
    const { id: itemId } = await testDb
      .selectFrom("reviewItems")
      .select("id")
      .where("subjectId", "=", sellerId)
      .executeTakeFirstOrThrow();
    return { ...made, itemId };
  }

  const approval = (itemId: string) => ({ itemId, subjectVersion: 4, ...APPROVED_PAPERLESS });

  it("is neither taken nor decided by who filled it, also after it was handed over", async () => {
    const { staff, sellerId, phone, itemId } = await makeSubmitted();
    await accept(await makeMaker(phone), await sendLink(staff, sellerId, phone));

    expect(await claimShop(testDb, staff, itemId)).toEqual({ ok: false, refusal: "filled-by-you" });
    await claimReview(testDb, staff, itemId);
    expect(await decideShop(testDb, staff, newKey(), approval(itemId))).toEqual({
      ok: false,
      refusal: "filled-by-you",
    });
    expect((await findShop(testDb, sellerId))?.status).toBe("submitted");
  });

  it("is a colleague's", async () => {
    const { sellerId, itemId } = await makeSubmitted();
    const colleague = await makeStaff(testDb, "reviewer");

    expect((await claimShop(testDb, colleague, itemId)).ok).toBe(true);
    expect((await decideShop(testDb, colleague, newKey(), approval(itemId))).ok).toBe(true);
    expect((await findShop(testDb, sellerId))?.status).toBe("approved");
  });
});
