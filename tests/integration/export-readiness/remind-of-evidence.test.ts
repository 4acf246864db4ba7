import { describe, expect, it } from "vitest";
import { remindOfEvidence } from "~/modules/export-readiness/index.server";
import { FACTORY_NOW, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { bring, lettersTo, makeSellerWithTeam } from "~tests/support/evidence";
import { doneOf } from "~tests/support/shop";

const DAY_MS = 86_400_000;
/** Noon of a day in Baku. */
const on = (day: string) => new Date(`${day}T08:00:00Z`);
const ENDS = "2026-12-31";

type Options = { verifiedOn?: string; expiresOn?: string; documentType?: string; sellerId: string; submittedAt?: Date };

async function addVerified(options: Options): Promise<string> {
  const { sellerId, verifiedOn = "2026-01-10", expiresOn = ENDS, documentType = "bank_letter" } = options;
  const { id } = await testDb
    .insertInto("evidence")
    .values({
      sellerId,
      documentType,
      status: "verified",
      issuedOn: "2026-01-01",
      expiresOn,
      submittedAt: options.submittedAt ?? on("2026-01-05"),
      decidedAt: on(verifiedOn),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

const remindersOf = async (userId: string) =>
  (await lettersTo(userId)).filter((kind) => kind === "evidence-ending").length;

describe("reminding of papers that end", () => {
  it("writes 30 and 7 days before, each once, in the language of who is told, with the way to the paper", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();
    const manager = await makeSellerActor(testDb, sellerId, "manager");
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    await testDb
      .insertInto("people")
      .values({ userId: manager.userId, locale: "ru", createdAt: FACTORY_NOW, updatedAt: FACTORY_NOW })
      .execute();
    await addVerified({ sellerId });
    const told: number[] = [];

    for (const day of [
      "2026-11-30",
      "2026-12-01",
      "2026-12-01",
      "2026-12-02",
      "2026-12-23",
      "2026-12-24",
      "2026-12-31",
    ]) {
      await remindOfEvidence(testDb, on(day));
      told.push(await remindersOf(seller.userId));
    }

    expect(told).toEqual([0, 1, 1, 1, 1, 2, 2]);
    expect(await remindersOf(editor.userId)).toBe(0);
    const [letter] = await testDb
      .selectFrom("outgoingMessages")
      .select(["locale", "subject", "bodyText"])
      .where("userId", "=", manager.userId)
      .execute();
    expect(letter?.locale).toBe("ru");
    expect(letter?.subject).toContain("Срок документа истекает");
    expect(letter?.bodyText).toContain("/ru/seller/papers/bank_letter");
  });

  it("writes one letter when it runs so late that both are due, and none when it runs twice at the same moment", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();
    await addVerified({ sellerId });
    const late = on("2026-12-28");
    await Promise.all([remindOfEvidence(testDb, late), remindOfEvidence(testDb, late)]);
    await remindOfEvidence(testDb, new Date(late.getTime() + DAY_MS));
    expect(await remindersOf(seller.userId)).toBe(1);
  });

  it("leaves out what ended, what another paper has taken the place of, and what is about to be replaced", async () => {
    const shops = await Promise.all([1, 2, 3, 4].map(() => makeSellerWithTeam()));
    const [ended, superseded, replacing, fresh] = shops.map(({ sellerId }) => sellerId);
    await addVerified({ sellerId: ended ?? "", expiresOn: "2026-12-01" });
    await addVerified({ sellerId: superseded ?? "" });
    await addVerified({ sellerId: superseded ?? "", expiresOn: "2027-06-01", submittedAt: on("2026-02-01") });
    const old = await addVerified({ sellerId: replacing ?? "" });
    const { seller } = shops[2] ?? (await makeSellerWithTeam());
    doneOf(await bring(seller, { seen: old }, { now: on("2026-12-01") }));
    // She was told of its last day when it was verified.
    await addVerified({ sellerId: fresh ?? "", verifiedOn: "2026-12-05" });

    await remindOfEvidence(testDb, on("2026-12-06"));

    const counts = await Promise.all(shops.map(({ seller: { userId } }) => remindersOf(userId)));
    expect(counts).toEqual([0, 0, 0, 0]);
    expect(unique()).not.toBe("");
  });
});
