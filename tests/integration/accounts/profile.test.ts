import { describe, expect, it } from "vitest";
import { findProfile, saveProfile } from "~/modules/accounts/index.server";
import { makeBuyer } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const said = {
  name: "Jonas Petersen",
  locale: "en" as const,
  currency: "EUR",
  destination: "DE",
  companyName: "Elbkontor GmbH",
  companyTaxId: "DE123456789",
  companyCountry: "DE",
};

describe("a profile", () => {
  it("is kept as it was said", async () => {
    const buyer = await makeBuyer(testDb);
    await saveProfile(testDb, buyer, newKey(), { ...said, version: 1 });

    expect(await findProfile(testDb, buyer.userId)).toEqual({ ...said, version: 1 });
  });

  it("is not overwritten by a window that did not see the last change", async () => {
    const buyer = await makeBuyer(testDb);
    await saveProfile(testDb, buyer, newKey(), { ...said, version: 1 });
    const first = await saveProfile(testDb, buyer, newKey(), { ...said, name: "Window A", version: 1 });
    const second = await saveProfile(testDb, buyer, newKey(), { ...said, name: "Window B", version: 1 });

    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect(await findProfile(testDb, buyer.userId)).toMatchObject({ name: "Window A", version: 2 });
  });

  it("is changed by one of several windows that save at the same moment", async () => {
    const buyer = await makeBuyer(testDb);
    await saveProfile(testDb, buyer, newKey(), { ...said, version: 1 });
    const saves = ["A", "B", "C"].map((name) => saveProfile(testDb, buyer, newKey(), { ...said, name, version: 1 }));

    const results = await Promise.all(saves);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findProfile(testDb, buyer.userId)).toMatchObject({ version: 2 });
  });

  it("is recorded with who changed it", async () => {
    const buyer = await makeBuyer(testDb);
    await saveProfile(testDb, buyer, newKey(), { ...said, version: 1 });

    const entry = await testDb
      .selectFrom("auditEntries")
      .select(["action", "actorId", "changedFields"])
      .where("subjectId", "=", buyer.userId)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ action: "save-profile", actorId: buyer.userId });
    expect(entry.changedFields).toContain("companyTaxId");
  });
});
