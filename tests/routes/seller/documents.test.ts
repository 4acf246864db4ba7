import { describe, expect, it } from "vitest";
import { DOCUMENT_KINDS } from "~/modules/documents";
import { makeApprovedSeller, makePublishedListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { pdfText } from "~tests/support/pdf";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

type Made = { role?: "editor" | "owner"; title?: string };

async function makeShop({ role = "editor", title = "Kəlağayı «Şəki»" }: Made = {}) {
  const { sellerId } = await makeApprovedSeller(testDb, { name: "Atelye Günəş" });
  await makePublishedListing(testDb, { sellerId, title });
  const { userId } = await makeSellerActor(testDb, sellerId, role);
  const cookie = await signIn(testDb, userId);
  return { sellerId, ask: (path: string) => site.get(path, { cookie }) };
}

describe("a seller's documents", () => {
  it("are listed with what the shop lacks and where it is filled in, in her language", async () => {
    const { ask } = await makeShop({ role: "owner" });
    const [az, en, ru] = await Promise.all(
      ["az", "en", "ru"].map(async (lang) => (await ask(`/${lang}/seller/documents`)).text()),
    );
    expect(az).toContain("Satıcının VÖEN-i");
    expect(en).toContain("Seller tax ID (VÖEN)");
    expect(ru).toContain("ИНН продавца (VÖEN)");
    expect(en).toContain('href="/en/seller/shop/legal"');
    expect(en).toContain('href="/en/seller/shop/place"');
  });

  it("lead an editor to no page that is not hers", async () => {
    const { ask } = await makeShop({ role: "editor" });
    const html = await (await ask("/en/seller/documents")).text();
    expect(html).toContain("Seller tax ID (VÖEN)");
    expect(html).not.toContain('href="/en/seller/shop/legal"');
  });

  it("lack nothing when the shop has said everything", async () => {
    const { sellerId, ask } = await makeShop({ role: "owner" });
    await testDb
      .updateTable("sellers")
      .set({ voen: "1401555071", phone: "+994501112233", postalCode: "AZ1000" })
      .where("id", "=", sellerId)
      .execute();
    await testDb.updateTable("sellerTexts").set({ addressLine: "Nizami 5" }).where("sellerId", "=", sellerId).execute();
    const html = await (await ask("/en/seller/documents")).text();
    expect(html).not.toMatch(/href="\/en\/seller\/shop\/(?:place|contacts|legal)"/);
  });

  it.each(DOCUMENT_KINDS)("are shown as a specimen: %s, with no number and no row", async (kind) => {
    const { ask } = await makeShop();
    const answer = await ask(`/en/seller/documents/sample/${kind}?second=ru`);
    const text = await pdfText(Buffer.from(await answer.arrayBuffer()));

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(text).toContain("Nümunə / Specimen");
    expect(await testDb.selectFrom("tradeDocuments").select("id").execute()).toEqual([]);
    expect(await testDb.selectFrom("documentCounters").select("year").execute()).toEqual([]);
  });

  it("have the shop's own name and goods in them", async () => {
    const { ask } = await makeShop({ title: "Xalça «Qarabağ»" });
    const answer = await ask("/az/seller/documents/sample/commercial_invoice");
    const text = await pdfText(Buffer.from(await answer.arrayBuffer()));
    expect(text).toContain("Atelye Günəş");
    expect(text).toContain("Xalça «Qarabağ»");
    expect(text).toContain("Musterhaus GmbH");
  });

  it("of a kind that there is not are missing", async () => {
    const { ask } = await makeShop();
    expect((await ask("/en/seller/documents/sample/nothing")).status).toBe(404);
  });
});
