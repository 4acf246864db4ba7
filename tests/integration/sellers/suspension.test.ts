import { describe, expect, it } from "vitest";
import { claimReview, openReview } from "~/modules/reviews/index.server";
import {
  decideShop,
  findSellerAtSlug,
  listSellersForStaff,
  listSuspensions,
  reinstateSeller,
  SHOP_QUEUE,
  suspendSeller,
  visibilityStamp,
} from "~/modules/sellers/index.server";
import { makeApprovedSeller, makeSeller, makeSellerActor, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { APPROVED_PAPERLESS } from "~tests/support/shop";
import { messagesTo } from "~tests/support/visitor";

const WHY = { reason: "copied_design", words: "Naxış Lahıcdakı emalatxananındır." } as const;
const NOW = new Date("2026-11-24T09:00:00Z");

const statusOf = async (sellerId: string) =>
  (await testDb.selectFrom("sellers").select("status").where("id", "=", sellerId).executeTakeFirstOrThrow()).status;

const publicAt = (slug: string) => findSellerAtSlug(testDb, { slug, locale: "az", today: "2026-11-26" });

const auditOf = (sellerId: string) =>
  testDb
    .selectFrom("auditEntries")
    .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
    .select(["action", "actorId", "before", "after"])
    .where("subjectId", "=", sellerId)
    .orderBy("id")
    .execute();

async function makeSuspended() {
  const staff = await makeStaff(testDb, "reviewer");
  const made = await makeApprovedSeller(testDb);
  await suspendSeller(testDb, staff, newKey(), { sellerId: made.sellerId, ...WHY }, NOW);
  return { ...made, staff };
}

describe("suspending a seller", () => {
  it("takes the shop from the public and writes down who did it and why", async () => {
    const { sellerId, slug, staff } = await makeSuspended();

    expect(await statusOf(sellerId)).toBe("suspended");
    expect(await publicAt(slug)).toBeUndefined();
    expect(await auditOf(sellerId)).toEqual([
      {
        action: "suspend-seller",
        actorId: staff.userId,
        before: { status: "approved" },
        after: { status: "suspended", ...WHY },
      },
    ]);
    expect(await listSuspensions(testDb, sellerId)).toMatchObject([{ ...WHY, suspendedAt: NOW }]);
  });

  it("tells the team the reason, and where it may object", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const { sellerId } = await makeApprovedSeller(testDb, { name: "Göyçə Dulusçuluq" });
    const owner = await makeSellerActor(testDb, sellerId);
    await suspendSeller(testDb, staff, newKey(), { sellerId, ...WHY });

    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", owner.userId)
      .executeTakeFirstOrThrow();
    const [letter] = await messagesTo(testDb, email);
    expect(letter?.subject).toContain("Göyçə Dulusçuluq");
    expect(letter?.text).toContain(WHY.words);
    expect(letter?.text).toContain("/complaints");
  });

  it("is done once when two reviewers ask at the same moment", async () => {
    const people = await Promise.all([1, 2, 3].map(() => makeStaff(testDb, "reviewer")));
    const { sellerId } = await makeApprovedSeller(testDb);

    const results = await Promise.all(
      people.map((staff) => suspendSeller(testDb, staff, newKey(), { sellerId, ...WHY })),
    );

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "already-suspended")).toHaveLength(2);
    expect(await listSuspensions(testDb, sellerId)).toHaveLength(1);
  });

  it.each(["draft", "submitted", "changes_requested"] as const)("is refused for a shop that is %s", async (status) => {
    const staff = await makeStaff(testDb, "reviewer");
    const { sellerId } = await makeSeller(testDb, { status });

    const suspended = await suspendSeller(testDb, staff, newKey(), { sellerId, ...WHY });

    expect(suspended).toEqual({ ok: false, refusal: "not-approved" });
    expect(await statusOf(sellerId)).toBe(status);
  });

  it("is refused for a shop that nobody knows", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const sellerId = "00000000-0000-4000-8000-000000000000";
    expect(await suspendSeller(testDb, staff, newKey(), { sellerId, ...WHY })).toEqual({
      ok: false,
      refusal: "shop-missing",
    });
  });

  it("at the moment of approval comes before it and is refused, or after it and holds", async () => {
    const [anna, beyim] = [await makeStaff(testDb, "reviewer"), await makeStaff(testDb, "reviewer")];
    const { sellerId } = await makeSeller(testDb, { status: "submitted" });
    const about = { queue: SHOP_QUEUE, subjectId: sellerId, subjectVersion: 1, workingDays: 2 };
    const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));
    await claimReview(testDb, anna, itemId);
    const approval = { itemId, subjectVersion: 1, ...APPROVED_PAPERLESS };

    const [approved, suspended] = await Promise.all([
      decideShop(testDb, anna, newKey(), approval),
      suspendSeller(testDb, beyim, newKey(), { sellerId, ...WHY }),
    ]);

    expect(approved.ok).toBe(true);
    expect(await statusOf(sellerId)).toBe(suspended.ok ? "suspended" : "approved");
  });
});

describe("reinstating a seller", () => {
  const words = "Sənədlər göstərildi.";

  it("gives the shop back to the public and keeps what happened", async () => {
    const { sellerId, slug, staff } = await makeSuspended();

    const reinstated = await reinstateSeller(testDb, staff, newKey(), { sellerId, words });

    expect(reinstated.ok).toBe(true);
    expect(await publicAt(slug)).toMatchObject({ kind: "found" });
    expect((await listSuspensions(testDb, sellerId))[0]?.reinstated?.words).toBe(words);
    expect((await auditOf(sellerId)).at(-1)).toMatchObject({
      action: "reinstate-seller",
      before: { status: "suspended" },
      after: { status: "approved", words },
    });
  });

  it("says nothing anew of a suspension that was over before", async () => {
    const { sellerId, staff } = await makeSuspended();
    await reinstateSeller(testDb, staff, newKey(), { sellerId, words: "Birinci." });
    await suspendSeller(testDb, staff, newKey(), { sellerId, ...WHY });
    await reinstateSeller(testDb, staff, newKey(), { sellerId, words: "İkinci." });

    const said = (await listSuspensions(testDb, sellerId)).map(({ reinstated }) => reinstated?.words);
    expect(new Set(said)).toEqual(new Set(["Birinci.", "İkinci."]));
  });

  it("is done once when two reviewers ask at the same moment", async () => {
    const { sellerId } = await makeSuspended();
    const people = await Promise.all([1, 2].map(() => makeStaff(testDb, "reviewer")));

    const results = await Promise.all(people.map((one) => reinstateSeller(testDb, one, newKey(), { sellerId, words })));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ["an approved shop", "approved", "not-suspended"],
    ["a draft", "draft", "not-suspended"],
  ] as const)("is refused for %s", async (_what, status, refusal) => {
    const staff = await makeStaff(testDb, "reviewer");
    const { sellerId } = await makeSeller(testDb, { status });
    expect(await reinstateSeller(testDb, staff, newKey(), { sellerId, words })).toEqual({ ok: false, refusal });
  });

  it("is refused for a shop that nobody knows", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const sellerId = "00000000-0000-4000-8000-000000000000";
    const refusal = "shop-missing";
    expect(await reinstateSeller(testDb, staff, newKey(), { sellerId, words })).toEqual({ ok: false, refusal });
  });
});

describe("the stamp of what is kept in memory", () => {
  it("changes with every suspension and every reinstatement", async () => {
    const stamps = [await visibilityStamp(testDb)];
    const { sellerId, staff } = await makeSuspended();
    await testDb
      .updateTable("sellerSuspensions")
      .set({ suspendedAt: new Date("2030-01-01T00:00:00Z") })
      .where("sellerId", "=", sellerId)
      .execute();
    stamps.push(await visibilityStamp(testDb));
    const later = new Date("2030-01-01T00:00:01Z");
    await reinstateSeller(testDb, staff, newKey(), { sellerId, words: "Sənədlər göstərildi." }, later);
    stamps.push(await visibilityStamp(testDb));

    expect(new Set(stamps).size).toBe(3);
  });
});

describe("the staff's list of sellers", () => {
  const page = { locale: "az", page: 1, pageSize: 50 } as const;
  const listed = async (text: string, status?: "approved" | "suspended" | "draft") =>
    (await listSellersForStaff(testDb, { text, status, ...page })).sellers.map(({ name }) => name);

  it("finds a shop in any state by part of its name, its address or its VÖEN", async () => {
    const name = `Naxçıvan Keçəsi ${unique()}`;
    const { sellerId, slug } = await makeSeller(testDb, { name });
    const voen = String(Math.floor(1_000_000_000 + Math.random() * 8_999_999_999));
    await testDb.updateTable("sellers").set({ voen }).where("id", "=", sellerId).execute();

    for (const text of [name.slice(3).toLowerCase(), slug, voen]) expect(await listed(text)).toEqual([name]);
    expect(await listed(name, "draft")).toEqual([name]);
    expect(await listed(name, "approved")).toEqual([]);
  });

  it("takes signs of a pattern as they are", async () => {
    await makeSeller(testDb, { name: `Yüz faiz ${unique()}` });
    expect(await listed("%")).toEqual([]);
  });
});
