import { describe, expect, it } from "vitest";
import { claimReview, withdrawReview } from "~/modules/reviews/index.server";
import { makePerson, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePdf } from "~tests/support/papers";
import { bringSomePaper, makeApprovedShop, makeShop, makeSubmittedShop, openItemOf, shopOf } from "~tests/support/shop";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

const ask = async (path: string, userId?: string) =>
  site.get(path, userId === undefined ? {} : { cookie: await signIn(testDb, userId) });
const own = (paperId: string) => `/en/seller/shop/papers/${paperId}`;
const staffs = (itemId: string, paperId: string) => `/en/staff/reviews/${itemId}/papers/${paperId}`;

async function readersOf(paperId: string) {
  return testDb
    .selectFrom("auditEntries")
    .select(["actorKind", "actorId"])
    .where("action", "=", "read-paper")
    .where("subjectId", "=", paperId)
    .execute();
}

async function makeShopWithPaper() {
  const made = await makeSubmittedShop(testDb);
  return { ...made, paperId: await bringSomePaper(testDb, made.seller) };
}

describe("a shop's paper, asked for by its team", () => {
  it.each(["owner", "manager"] as const)(
    "opens for its %s, is kept by no cache, and the look is recorded",
    async (role) => {
      const { seller, sellerId, paperId } = await makeShopWithPaper();
      const { userId } = role === "owner" ? seller : await makeSellerActor(testDb, sellerId, role);

      const answer = await ask(own(paperId), userId);

      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(makePdf())).toBe(true);
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(await readersOf(paperId)).toEqual([{ actorKind: "seller", actorId: userId }]);
    },
  );

  it("is missing for an editor of the shop, who writes texts and answers for nothing", async () => {
    const { sellerId, paperId } = await makeShopWithPaper();
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");

    expect((await ask(own(paperId), userId)).status).toBe(404);
    expect(await readersOf(paperId)).toEqual([]);
  });

  it("is missing for the owner of another shop", async () => {
    const { paperId } = await makeShopWithPaper();
    const other = await makeShop(testDb);

    expect((await ask(own(paperId), other.seller.userId)).status).toBe(404);
    expect(await readersOf(paperId)).toEqual([]);
  });

  it("is missing for a buyer and for staff, who have a way of their own; a guest is asked to sign in", async () => {
    const { paperId } = await makeShopWithPaper();
    const people = [await makePerson(testDb), (await makeStaff(testDb, "reviewer")).userId];

    const answers = await Promise.all(people.map((userId) => ask(own(paperId), userId)));
    const guest = await ask(own(paperId));

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect([guest.status, guest.headers.get("location")]).toEqual([302, expect.stringContaining("/en/login?next=")]);
    expect(await readersOf(paperId)).toEqual([]);
  });
});

describe("a shop's paper, asked for by staff", () => {
  it.each(["reviewer", "admin"] as const)(
    "opens for a %s while its shop waits, and the look is recorded",
    async (role) => {
      const { itemId, paperId } = await makeShopWithPaper();
      const { userId } = await makeStaff(testDb, role);

      const answer = await ask(staffs(itemId, paperId), userId);

      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(await readersOf(paperId)).toEqual([{ actorKind: "staff", actorId: userId }]);
    },
  );

  it("is missing for staff of other desks, and for its own shop's owner", async () => {
    const { seller, itemId, paperId } = await makeShopWithPaper();
    const others = [(await makeStaff(testDb, "curator")).userId, (await makeStaff(testDb, "treasurer")).userId];

    const answers = await Promise.all([...others, seller.userId].map((userId) => ask(staffs(itemId, paperId), userId)));

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await readersOf(paperId)).toEqual([]);
  });

  it("is missing behind another shop's item, and behind an item of another queue", async () => {
    const { sellerId, paperId } = await makeShopWithPaper();
    const other = await makeSubmittedShop(testDb);
    const listing = await testDb
      .insertInto("reviewItems")
      .values({
        queue: "listings",
        subjectId: sellerId,
        subjectVersion: 1,
        status: "open",
        openedAt: new Date("2026-11-26T08:00:00Z"),
        dueAt: new Date("2026-11-28T08:00:00Z"),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { userId } = await makeStaff(testDb, "reviewer");

    const answers = await Promise.all([other.itemId, listing.id].map((id) => ask(staffs(id, paperId), userId)));

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await readersOf(paperId)).toEqual([]);
  });

  it("is missing once the item is decided", async () => {
    const { staff, seller, sellerId } = await makeApprovedShop(testDb);
    const paperId = await bringSomePaper(testDb, seller);
    const itemId = await openItemOf(testDb, sellerId, "seller_changes");
    expect((await ask(staffs(itemId, paperId), staff.userId)).status).toBe(200);
    await testDb.transaction().execute((trx) => withdrawReview(trx, { queue: "seller_changes", subjectId: sellerId }));

    expect((await ask(staffs(itemId, paperId), staff.userId)).status).toBe(404);
  });
});

describe("the reviewer's page", () => {
  it("shows the paper to who has taken the item, and to nobody before", async () => {
    const { itemId, paperId } = await makeShopWithPaper();
    const staff = await makeStaff(testDb, "reviewer");
    const page = async () => (await ask(`/en/staff/reviews/${itemId}`, staff.userId)).text();

    const before = await page();
    await claimReview(testDb, staff, itemId);

    expect(before).not.toContain("<iframe");
    expect(before).toContain("Start the review to see the paper.");
    expect(await page()).toContain(`<iframe src="${staffs(itemId, paperId)}"`);
  });

  it("may show papers in a frame, and its own policy lets no other site do so", async () => {
    const { itemId, paperId } = await makeShopWithPaper();
    const { userId } = await makeStaff(testDb, "reviewer");

    const paper = await ask(staffs(itemId, paperId), userId);
    const page = await ask(`/en/staff/reviews/${itemId}`, userId);
    const home = await site.get("/en");

    expect(paper.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    for (const { headers } of [page, home]) {
      expect(headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(headers.get("content-security-policy")).toContain("object-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
  });
});

describe("bringing a paper by a form", () => {
  const send = async (userId: string, file: File | undefined, formKey: string = newKey()) => {
    const body = new FormData();
    body.set("formKey", formKey);
    if (file) body.set("paper", file);
    const cookie = await signIn(testDb, userId);
    return site.ask("/en/seller/shop/paper", { method: "POST", body, headers: { cookie } });
  };
  const pdf = (bytes = makePdf()) => new File([new Uint8Array(bytes)], "VÖEN şəhadətnaməsi.pdf");

  it("keeps it under its name and leads on", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    const answer = await send(seller.userId, pdf());

    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/en/seller/shop/bank"]);
    expect((await shopOf(testDb, sellerId)).papers).toMatchObject([{ name: "VÖEN şəhadətnaməsi.pdf" }]);
  });

  it("keeps a scan of several megabytes", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    const answer = await send(seller.userId, pdf(makePdf({ before: `%${"a".repeat(5_000_000)}\n` })));

    expect(answer.status).toBe(303);
    expect((await shopOf(testDb, sellerId)).papers[0]?.byteCount).toBeGreaterThan(5_000_000);
  });

  it.each([
    ["no file", undefined, "Choose a file."],
    ["a text", new File(["Salam"], "a.pdf"), "This is no PDF, JPEG, PNG or HEIC, or it is damaged."],
    ["more than may be", new File([new Uint8Array(20_000_001)], "a.pdf"), "The file is larger than 20 MB."],
  ])("of %s says in a sentence what is wrong", async (_what, file, sentence) => {
    const { seller, sellerId } = await makeShop(testDb);

    const answer = await send(seller.userId, file);

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect((await shopOf(testDb, sellerId)).papers).toEqual([]);
  });

  it("of who is not signed in any more is answered by a sentence, not by a fault", async () => {
    const body = new FormData();
    body.set("paper", pdf());

    const answer = await site.ask("/en/seller/shop/paper.data", { method: "POST", body });

    expect(await answer.text()).toContain("You are no longer signed in.");
  });

  it("may be large here and nowhere else", async () => {
    const { seller } = await makeShop(testDb);
    const cookie = await signIn(testDb, seller.userId);
    const body = new FormData();
    body.set("story", new File([new Uint8Array(2_000_000)], "a.pdf"));

    const elsewhere = await site.ask("/en/seller/shop/story", { method: "POST", body, headers: { cookie } });

    expect(elsewhere.status).toBe(413);
  });
});
