import { beforeAll, describe, expect, it } from "vitest";
import { collectFacts } from "~/modules/export-readiness/collect-facts.server";
import { findSellerAtSlug, findWork, listWorks, moveWork, removeWork, saveWork } from "~/modules/sellers/index.server";
import { workInput, type WorkForm } from "~/modules/sellers/portfolio/schema.server";
import { MOST_WORKS } from "~/modules/sellers/portfolio/types";
import type { SellerActor } from "~/platform/session/actors.server";
import { writeRows } from "~db/bulk";
import { makeApprovedSeller, makeSeller, makeSellerActor } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { recomputesOf } from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { waitFor } from "~tests/support/waiting";

beforeAll(async () => {
  await loadReferenceData(testDb);
});

const makeShop = async () =>
  makeSellerActor(testDb, (await makeApprovedSeller(testDb, { offering: "services" })).sellerId);

const FORM: WorkForm = {
  version: 0,
  year: 2024,
  url: "https://example.com/film",
  texts: { az: { title: "Şəki filmi", role: "Rejissor", client: "Muzey" } },
};

type Saving = Partial<WorkForm> & { workId?: string; key?: ReturnType<typeof newKey> };

const save = (seller: SellerActor, { workId, key = newKey(), ...form }: Saving = {}) =>
  saveWork(testDb, seller, key, { workId, form: { ...FORM, ...form } });

const titled = (title: string): Pick<WorkForm, "texts"> => ({ texts: { az: { ...FORM.texts.az, title } } });

async function makeWork(seller: SellerActor, form: Saving = {}): Promise<string> {
  const saved = await save(seller, form);
  if (!saved.ok) throw new Error(saved.refusal);
  return saved.value.workId;
}

const titlesOf = async ({ sellerId }: SellerActor) =>
  (await listWorks(testDb, sellerId)).map(({ texts }) => texts.az?.title);
const countedOf = async ({ sellerId }: SellerActor) => (await collectFacts(testDb, [sellerId]))[0]?.portfolioWorkCount;

/** Gives a shop that many works without texts, by one statement. */
const fillWorks = ({ sellerId }: SellerActor, count: number) =>
  writeRows(
    testDb,
    "portfolio_works",
    Array.from({ length: count }, (_, position) => ({ seller_id: sellerId, position, year: 2020 })),
  );

describe("a finished work", () => {
  it("is kept with its languages, comes last, has the shop judged anew and is on the record", async () => {
    const seller = await makeShop();
    await makeWork(seller, titled("Birinci"));
    const texts = { ...FORM.texts, en: { title: "A film of Sheki", role: "Director", client: undefined } };
    const workId = await makeWork(seller, { texts });

    expect(await titlesOf(seller)).toEqual(["Birinci", "Şəki filmi"]);
    expect(await findWork(testDb, { sellerId: seller.sellerId, workId })).toEqual({
      workId,
      version: 1,
      year: 2024,
      url: "https://example.com/film",
      hasPicture: false,
      texts,
    });
    expect(await recomputesOf(seller.sellerId)).toBe(1);
    const recorded = await testDb
      .selectFrom("auditEntries")
      .select(["action", "actorId"])
      .where("subjectId", "=", seller.sellerId)
      .execute();
    const deed = { action: "save-work", actorId: seller.userId };
    expect(recorded).toEqual([deed, deed]);
  });

  it("is seen by buyers, with its link", async () => {
    const { sellerId, slug } = await makeApprovedSeller(testDb, { offering: "services" });
    await makeWork(await makeSellerActor(testDb, sellerId));
    const found = await findSellerAtSlug(testDb, { slug, locale: "en", today: "2026-11-27" });
    expect(found).toMatchObject({
      seller: { works: [{ title: "Şəki filmi", role: "Rejissor", client: "Muzey", year: 2024, url: FORM.url }] },
    });
  });

  it("counts for readiness with a link or a picture, and not without", async () => {
    const seller = await makeShop();
    const workId = await makeWork(seller, { url: undefined });
    expect(await countedOf(seller)).toBe(0);
    await save(seller, { workId, version: 1 });
    expect(await countedOf(seller)).toBe(1);
    await removeWork(testDb, seller, newKey(), workId);
    expect(await countedOf(seller)).toBe(0);
    // Without the maker's own part it is no work of hers.
    await fillWorks(seller, 1);
    await testDb.updateTable("portfolioWorks").set({ url: "https://example.com" }).execute();
    expect(await countedOf(seller)).toBe(0);
  });

  it("is saved once, however often its form is posted", async () => {
    const seller = await makeShop();
    const key = newKey();
    const [first, second] = await Promise.all([save(seller, { key }), save(seller, { key })]);
    expect(first).toEqual(second);
    expect(await titlesOf(seller)).toHaveLength(1);
  });

  it("is not overwritten unseen by who opened it earlier", async () => {
    const seller = await makeShop();
    const workId = await makeWork(seller);
    await save(seller, { workId, version: 1, ...titled("İkinci") });
    expect(await save(seller, { workId, version: 1 })).toEqual({ ok: false, refusal: "changed-elsewhere" });
    expect(await titlesOf(seller)).toEqual(["İkinci"]);
  });

  it("is refused beyond thirty, also when two windows ask together", async () => {
    const seller = await makeShop();
    await fillWorks(seller, MOST_WORKS - 1);
    const second = await waitFor(
      (trx) => saveWork(trx, seller, newKey(), { workId: undefined, form: FORM }),
      () => save(seller),
    );
    expect(second).toEqual({ ok: false, refusal: "too-many-works" });
    expect(await listWorks(testDb, seller.sellerId)).toHaveLength(MOST_WORKS);
  });

  it("of another shop is missing: not shown, not changed, not moved, not deleted", async () => {
    const [seller, other] = [await makeShop(), await makeShop()];
    const workId = await makeWork(seller);
    const missing = { ok: false, refusal: "work-missing" };

    expect(await findWork(testDb, { sellerId: other.sellerId, workId })).toBeUndefined();
    expect(await save(other, { workId, version: 1 })).toEqual(missing);
    expect(await moveWork(testDb, other, newKey(), { workId, by: "up" })).toEqual(missing);
    expect(await removeWork(testDb, other, newKey(), workId)).toEqual(missing);
    expect(await titlesOf(seller)).toEqual(["Şəki filmi"]);
  });

  it("of a suspended shop stays as it is", async () => {
    const { sellerId } = await makeSeller(testDb, { status: "suspended", offering: "services" });
    const seller = await makeSellerActor(testDb, sellerId);
    expect(await save(seller)).toEqual({ ok: false, refusal: "shop-suspended" });
  });

  it("has only a page of the web as its link, whoever writes it", async () => {
    const seller = await makeShop();
    await expect(save(seller, { url: "javascript:alert(1)" })).rejects.toThrow("portfolio_works_url");
  });
});

describe("the order of works", () => {
  it("is changed by one place, and ends where the list ends", async () => {
    const seller = await makeShop();
    const [first, , last] = [
      await makeWork(seller, titled("A")),
      await makeWork(seller, titled("B")),
      await makeWork(seller, titled("C")),
    ];
    const move = (workId: string, by: "up" | "down") => moveWork(testDb, seller, newKey(), { workId, by });

    await move(last, "up");
    expect(await titlesOf(seller)).toEqual(["A", "C", "B"]);
    await move(first, "down");
    expect(await titlesOf(seller)).toEqual(["C", "A", "B"]);
    expect((await move(last, "up")).ok).toBe(true);
    expect(await titlesOf(seller)).toEqual(["C", "A", "B"]);
  });

  it("holds when works are moved at the same moment", async () => {
    const seller = await makeShop();
    const ids = [];
    for (const title of ["A", "B", "C", "D"]) ids.push(await makeWork(seller, titled(title)));
    const moved = await Promise.all(
      ids.flatMap((workId) =>
        (["up", "down"] as const).map((by) => moveWork(testDb, seller, newKey(), { workId, by })),
      ),
    );
    expect(moved.every(({ ok }) => ok)).toBe(true);
    expect(new Set(await titlesOf(seller))).toEqual(new Set(["A", "B", "C", "D"]));
    expect(await titlesOf(seller)).toHaveLength(4);
  });
});

describe("the form of a work", () => {
  const good = { version: "0", year: "2024", title: "Film", role: "Rejissor" };
  const read = (changes: Record<string, string | undefined>) => workInput.safeParse({ ...good, ...changes });
  const wrong = (changes: Record<string, string | undefined>) =>
    read(changes).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it.each([
    ["example.com/film", "https://example.com/film"],
    ["http://example.com", "http://example.com/"],
    ["example.com:8080/a", "https://example.com:8080/a"],
    ["", undefined],
  ])("reads %s as a link to %s", (url, href) => {
    expect(read({ url }).data?.url).toBe(href);
  });

  it.each([
    ["url", "javascript:alert(1)"],
    ["url", "ftp://example.com"],
    ["url", "https://user:word@example.com"],
    ["url", "iş"],
    ["year", "1899"],
    ["year", "2999"],
    ["year", "24"],
    ["year", undefined],
    ["title", "a"],
    ["role", undefined],
    ["role", "a".repeat(161)],
  ])("refuses %s %s", (field, value) => {
    expect(wrong({ [field]: value })).toEqual([field]);
  });

  it("wants a text in another language whole, or not at all", () => {
    expect(wrong({ titleEn: "Film" })).toEqual(["roleEn"]);
    expect(wrong({ roleRu: "Режиссёр" })).toEqual(["titleRu"]);
    expect(read({ titleEn: "Film", roleEn: "Director" }).data?.texts).toEqual({
      az: { title: "Film", role: "Rejissor", client: undefined },
      en: { title: "Film", role: "Director", client: undefined },
    });
  });
});
