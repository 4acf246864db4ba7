import { describe, expect, it } from "vitest";
import { claimReview, findReview, listReviews } from "~/modules/reviews/index.server";
import {
  decideShop,
  findSellerAtSlug,
  openShop,
  saveMaking,
  savePlace,
  saveStory,
  SHOP_QUEUE,
  submitShop,
} from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { findMembership } from "~/platform/session/membership.server";
import { makeBuyer, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import {
  APPROVED_PAPERLESS,
  makeApprovedShop,
  makeFilledShop,
  makeShop,
  makeSubmittedShop,
  shopOf,
  STORY,
} from "~tests/support/shop";
import { messagesTo } from "~tests/support/visitor";
import { waitFor } from "~tests/support/waiting";

const publicAt = (slug: string) => findSellerAtSlug(testDb, { slug, locale: "az", today: "2026-11-26" });

describe("opening a shop", () => {
  it("makes a draft that only its owner's team sees", async () => {
    const { buyer, sellerId } = await makeShop(testDb, "Qala Misgərliyi Sınaq");

    expect(await shopOf(testDb, sellerId)).toMatchObject({
      status: "draft",
      name: "Qala Misgərliyi Sınaq",
      version: 1,
    });
    expect(await findMembership(testDb, buyer.userId)).toEqual({ sellerId, role: "owner" });
    expect(await publicAt((await shopOf(testDb, sellerId)).slug)).toBeUndefined();
  });

  it("is done once per form, and once per person", async () => {
    const buyer = await makeBuyer(testDb);
    const input = { name: `Bir ${unique()}`, offering: "goods" as const, placeId: "baki-seher" };
    const key = newKey();
    const [first, second] = await Promise.all([1, 2].map(() => openShop(testDb, buyer, key, input)));
    const third = await openShop(testDb, buyer, newKey(), input);

    expect(second).toEqual(first);
    expect(third).toEqual({ ok: false, refusal: "has-shop" });
  });

  it("makes one shop when two windows with forms of their own ask at the same moment", async () => {
    const buyer = await makeBuyer(testDb);
    const input = { name: `İki ${unique()}`, offering: "goods" as const, placeId: "baki-seher" };

    const results = await Promise.all([1, 2, 3].map(() => openShop(testDb, buyer, newKey(), input)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("gives two shops of one name addresses of their own", async () => {
    const [first, second] = [await makeShop(testDb, "Eyni Ad"), await makeShop(testDb, "Eyni Ad")];

    const slugs = [(await shopOf(testDb, first.sellerId)).slug, (await shopOf(testDb, second.sellerId)).slug];

    expect(slugs[0]).toBe("eyni-ad");
    expect(slugs[1]).toMatch(/^eyni-ad-[0-9a-f]{6}$/);
  });

  it("gives two that are opened at the same moment addresses of their own, too", async () => {
    const [first, second] = [await makeBuyer(testDb), await makeBuyer(testDb)];
    const input = { name: "Eyni An", offering: "goods" as const, placeId: "baki-seher" };

    const opened = await waitFor(
      (trx) => openShop(trx, first, newKey(), input),
      () => openShop(testDb, second, newKey(), input),
    );

    const { sellerId } = opened.ok ? opened.value : { sellerId: "" };
    expect((await shopOf(testDb, sellerId)).slug).toMatch(/^eyni-an-[0-9a-f]{6}$/);
  });

  it("refuses a place that nobody knows", async () => {
    const buyer = await makeBuyer(testDb);
    const input = { name: "Heç yerdə", offering: "goods" as const, placeId: "atlantis" };
    expect(await openShop(testDb, buyer, newKey(), input)).toEqual({ ok: false, refusal: "place-missing" });
  });
});

describe("filling a shop", () => {
  it("keeps each part as it is said", async () => {
    const { seller, sellerId } = await makeFilledShop(testDb);
    await savePlace(testDb, seller, newKey(), { version: 4, name: "Yeni Ad", placeId: "baki-seher" });

    expect(await shopOf(testDb, sellerId)).toMatchObject({
      name: "Yeni Ad",
      categoryIds: ["copperware"],
      tagline: "Döymə mis",
      story: STORY,
      version: 5,
    });
  });

  it("does not overwrite what somebody else of the team has saved meanwhile", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    const saves = ["A", "B", "C"].map((name) =>
      savePlace(testDb, seller, newKey(), { version: 1, name, placeId: "baki-seher" }),
    );

    const results = await Promise.all(saves);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "changed-elsewhere")).toHaveLength(2);
    expect((await shopOf(testDb, sellerId)).version).toBe(2);
  });

  it.each([
    [["copperware", "no-such-craft"], "category-missing"],
    [Array.from({ length: 9 }, (_, at) => `craft-${at}`), "too-many-categories"],
  ])("refuses the categories %j", async (categoryIds, refusal) => {
    const { seller, sellerId } = await makeShop(testDb);
    const saved = await saveMaking(testDb, seller, newKey(), { version: 1, offering: "goods", categoryIds });

    expect(saved).toEqual({ ok: false, refusal });
    expect((await shopOf(testDb, sellerId)).categoryIds).toEqual([]);
  });

  it("is closed while the Federation looks at it", async () => {
    const { seller } = await makeSubmittedShop(testDb);
    const saved = await saveStory(testDb, seller, newKey(), { version: 4, tagline: undefined, story: "Başqa." });
    expect(saved).toEqual({ ok: false, refusal: "not-editable" });
  });
});

describe("sending a shop to the Federation", () => {
  it("puts it in the queue once, however often it is sent", async () => {
    const { seller, sellerId } = await makeFilledShop(testDb, "Növbədə");
    const results = await Promise.all([1, 2, 3].map(() => submitShop(testDb, seller, newKey())));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const items = await listReviews(testDb, { queue: SHOP_QUEUE, page: 1, pageSize: 100 });
    expect(items.filter(({ subjectId }) => subjectId === sellerId)).toHaveLength(1);
  });

  it("is refused while something is missing, and then nothing waits", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    expect(await submitShop(testDb, seller, newKey())).toEqual({ ok: false, refusal: "making-missing" });
    const item = await testDb
      .selectFrom("reviewItems")
      .select("id")
      .where("subjectId", "=", sellerId)
      .executeTakeFirst();
    expect(item).toBeUndefined();
  });
});

describe("the Federation's decision", () => {
  it("makes an approved shop public, and tells its owner", async () => {
    const { buyer, sellerId, itemId } = await makeSubmittedShop(testDb, "Təsdiq Olunan");
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, itemId);

    const decision = { itemId, subjectVersion: 4, ...APPROVED_PAPERLESS };
    const decided = await decideShop(testDb, staff, newKey(), decision);

    expect(decided).toMatchObject({ ok: true, value: { sellerId } });
    const { slug } = await shopOf(testDb, sellerId);
    expect(await publicAt(slug)).toMatchObject({ kind: "found" });
    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", buyer.userId)
      .executeTakeFirstOrThrow();
    expect((await messagesTo(testDb, email))[0]?.subject).toContain("Təsdiq Olunan");
  });

  it("sends a shop back with reasons, after which it can be mended and sent again", async () => {
    const { seller, sellerId, itemId } = await makeSubmittedShop(testDb);
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, itemId);
    const reasons = [{ field: "story", code: "unclear", words: "Kim döyür?" }];
    const sentBack = { itemId, subjectVersion: 4, decision: "changes_requested" as const, reasons, note: undefined };
    await decideShop(testDb, staff, newKey(), sentBack);

    expect((await shopOf(testDb, sellerId)).status).toBe("changes_requested");
    const mended = await saveStory(testDb, seller, newKey(), {
      version: 4,
      tagline: undefined,
      story: `${STORY} Elçin usta.`,
    });
    const again = await submitShop(testDb, seller, newKey());

    expect([mended.ok, again.ok]).toEqual([true, true]);
    expect((await shopOf(testDb, sellerId)).status).toBe("submitted");
  });

  it("is not asked for again before something was mended", async () => {
    const { seller, sellerId, itemId } = await makeSubmittedShop(testDb);
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, itemId);
    const sentBack = { itemId, subjectVersion: 4, decision: "changes_requested" as const, reasons: [], note: "Ad?" };
    await decideShop(testDb, staff, newKey(), sentBack);

    expect(await submitShop(testDb, seller, newKey())).toEqual({ ok: false, refusal: "nothing-mended" });
    expect((await shopOf(testDb, sellerId)).status).toBe("changes_requested");
  });

  it("is made once when two reviewers' windows decide at the same moment", async () => {
    const { sellerId, itemId } = await makeSubmittedShop(testDb);
    const [anna, beyim] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "admin")];
    await claimReview(testDb, anna, itemId);
    const approve = { itemId, subjectVersion: 4, ...APPROVED_PAPERLESS };
    const refuse = { ...approve, decision: "changes_requested" as const, note: "Xeyr." };

    const results = await Promise.all([
      decideShop(testDb, anna, newKey(), approve),
      decideShop(testDb, anna, newKey(), refuse),
      decideShop(testDb, beyim, newKey(), approve),
    ]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["approved", "changes_requested"]).toContain((await shopOf(testDb, sellerId)).status);
    expect(await findReview(testDb, itemId)).toBeUndefined();
  });

  it("and a table of the shop's stock that is just being saved never wait for each other", async () => {
    const { sellerId, itemId } = await makeSubmittedShop(testDb);
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, itemId);
    const approval = { itemId, subjectVersion: 4, ...APPROVED_PAPERLESS };

    const decided = await waitFor(
      // A table asks for the shop to be indexed, and is recorded after.
      (trx) => enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` }),
      () => decideShop(testDb, staff, newKey(), approval),
      (trx) =>
        recordAudit(trx, {
          actor: { kind: "system", id: undefined },
          action: "test",
          subject: { kind: "seller", id: sellerId },
        }),
    );

    expect(decided.ok).toBe(true);
  });

  it("of an item that is no shop changes nothing", async () => {
    const { sellerId, staff } = await makeApprovedShop(testDb);
    const { id } = await testDb
      .insertInto("reviewItems")
      .values({
        queue: "listings",
        subjectId: sellerId,
        subjectVersion: 4,
        status: "open",
        openedAt: new Date("2026-11-26T08:00:00Z"),
        dueAt: new Date("2026-11-28T08:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await claimReview(testDb, staff, id);

    const decision = { itemId: id, subjectVersion: 4, decision: "approved" as const, reasons: [], note: undefined };
    const decided = await decideShop(testDb, staff, newKey(), decision);

    expect(decided).toEqual({ ok: false, refusal: "shop-missing" });
    expect((await shopOf(testDb, sellerId)).status).toBe("approved");
    expect(await findReview(testDb, id)).toBeDefined();
  });
});
