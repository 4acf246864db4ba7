import { describe, expect, it } from "vitest";
import { reinstateSeller, suspendSeller } from "~/modules/sellers/index.server";
import { makeApprovedSeller, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const WORDS = "Naxış Lahıcdakı emalatxananındır.";

describe("the workspace of a suspended shop", () => {
  it("tells its team why and since when, and how to object, but not who decided it", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const { sellerId } = await makeApprovedSeller(testDb);
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");
    const headers = { cookie: await signIn(testDb, userId) };
    const page = async () => (await site.get("/en/seller", headers)).text();
    const { name } = await testDb
      .selectFrom("users")
      .select("name")
      .where("id", "=", staff.userId)
      .executeTakeFirstOrThrow();

    await suspendSeller(
      testDb,
      staff,
      newKey(),
      { sellerId, reason: "copied_design", words: WORDS },
      new Date("2026-11-23T21:00:00Z"),
    );
    const html = await page();
    // One in the morning of the next day in Baku.
    expect(html).toContain("The shop has been suspended since 24 November 2026");
    expect(html).toContain(WORDS);
    expect(html).toContain('href="/en/complaints"');
    expect(html).not.toContain(name);

    await reinstateSeller(testDb, staff, newKey(), { sellerId, words: "Aydınlaşdı." });
    expect(await page()).not.toContain("has been suspended");
  });
});
