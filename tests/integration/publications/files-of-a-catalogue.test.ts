import { unzipSync, strFromU8 } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { readCatalogueFile } from "~/modules/publications/index.server";
import { localFiles } from "~/platform/files/local.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makePrintedShop } from "~tests/support/printed-shop";

const files = localFiles("/nonexistent");
const origin = "https://karvan.example";
const reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined } as const;

async function fileOf(slug: string, format: "xlsx" | "json"): Promise<Uint8Array | string> {
  const of = { kind: "seller", slug } as const;
  const file = await runWithLocale("en", () => readCatalogueFile(testDb, files, { of, reader, origin, format }));
  if (!file.ok) throw new Error(file.refusal);
  return file.value.body;
}

const bytesOf = async (slug: string) => Buffer.from((await fileOf(slug, "xlsx")) as Uint8Array);

describe("a line sheet", () => {
  it("has a row for each listing, figures as numbers and each tier in a column", async () => {
    const { slug } = await makePrintedShop(testDb, files);
    const [sheet] = await readXlsxFile(await bytesOf(slug));
    const [head = [], ...rows] = sheet?.data ?? [];
    const cell = (title: string, column: string) =>
      rows.find(([first]) => String(first).startsWith(title))?.[head.indexOf(column)];

    expect(rows).toHaveLength(3);
    expect(cell("Hand-hammered", "Quantity 1 from")).toBe(20);
    expect(cell("Hand-hammered", "Price 1")).toBe(29);
    expect(cell("Hand-hammered", "Price 2")).toBe(24.5);
    expect(cell("Hand-hammered", "Currency")).toBe("EUR");
    expect(cell("Hand-hammered", "Customs code (HS)")).toBe("741810");
    expect(cell("Hand-hammered", "Lead time, days")).toBe(21);
    expect(cell("Cover and page", "Price 1")).toBe("Price on request");
    expect(cell("Hand-hammered", "Page")).toMatch(/^https:\/\/karvan\.example\/en\/listings\//);
  });

  it.each(['=HYPERLINK("https://evil.example")', "+1+1", "-2", "@SUM(A1)"])(
    "keeps the text %s a text",
    async (title) => {
      const { slug } = await makePrintedShop(testDb, files, { listings: [{ title, description: title }] });
      const bytes = await bytesOf(slug);
      const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith("xl/worksheets/"));
      expect(sheets.length).toBeGreaterThan(0);
      for (const [, content] of sheets) expect(strFromU8(content)).not.toMatch(/<f[ >]/);
      const [sheet] = await readXlsxFile(bytes);
      expect(sheet?.data[1]?.[0]).toBe(title);
    },
  );
});

describe("the data of a catalogue", () => {
  it("states amounts in minor units and says which day's rates it used", async () => {
    await makeRates(testDb, { EUR: 1.9748, USD: 1.7 });
    const { slug } = await makePrintedShop(testDb, files);
    const data = JSON.parse(String(await fileOf(slug, "json")));

    expect(data).toMatchObject({ title: "Lahij Coppersmiths’ Workshop", destination: "DE", currency: "EUR" });
    expect(data.listings).toHaveLength(3);
    expect(data.listings[0]).toMatchObject({
      title: "Hand-hammered copper bowl",
      hsCode: "741810",
      minimumOrderQuantity: 20,
      tiers: [
        { minimumQuantity: 20, amountMinor: "2900", currency: "EUR" },
        { minimumQuantity: 100, amountMinor: "2450", currency: "EUR" },
      ],
    });
    expect(data.listings.find(({ kind }: { kind: string }) => kind === "service")).toMatchObject({
      price: "on-request",
    });
    expect(data.ratesOn).toBeUndefined();
  });

  it("names what is not sold to the reader's country as such", async () => {
    const { sellerId } = await makePublishedListing(testDb, { isOpenToExport: false, exportTiers: [] });
    const { slug } = await testDb
      .selectFrom("sellerSlugs")
      .select("slug")
      .where("sellerId", "=", sellerId)
      .executeTakeFirstOrThrow();
    const data = JSON.parse(String(await fileOf(slug, "json")));
    expect(data.listings[0].homeOnly).toBe("The seller offers this within Azerbaijan only, for now.");
    expect(data.listings[0].tiers[0]).toMatchObject({ currency: "AZN" });
  });
});
