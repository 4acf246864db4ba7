import { beforeAll, describe, expect, it } from "vitest";
import {
  listOwnPassports,
  lookUpPassport,
  makePassport,
  printPassport,
  revokePassport,
} from "~/modules/export-readiness/index.server";
import { findPassportAtCode } from "~/modules/export-readiness/passports/read-passports.server";
import { passportState } from "~/modules/export-readiness/passports/state";
import { makeSellerActor } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import {
  confirmRule,
  EU_PAPERS,
  makeExporter,
  PASSPORT_NOW,
  passportsOf,
  publishExportGood,
} from "~tests/support/exporter";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { waitFor } from "~tests/support/waiting";

const NOW = PASSPORT_NOW;
const onDay = (day: string) => new Date(`${day}T08:00:00Z`);

beforeAll(async () => {
  await loadReferenceData(testDb);
});

type Exporter = Awaited<ReturnType<typeof makeExporter>>;

const make = ({ seller }: Pick<Exporter, "seller">, market = "GE", now = NOW) =>
  makePassport(testDb, seller, newKey(), market, now);

async function makeWithPassport(options: Parameters<typeof makeExporter>[0] = {}, market = "GE") {
  const shop = await makeExporter(options);
  const { passportId } = doneOf(await make(shop, market));
  const [row] = await passportsOf(shop.sellerId);
  return { ...shop, passportId, code: row?.code ?? "" };
}

const readAt = (code: string, now = NOW) => findPassportAtCode(testDb, code, now);
const stateAt = async (code: string, now = NOW) => (await readAt(code, now))?.state;

describe("making a passport", () => {
  it("freezes what is met, gives it a code that cannot be mistaken, and records the deed", async () => {
    const { code, sellerId, passportId } = await makeWithPassport();
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{12}$/);
    const { content, ...passport } = (await readAt(code)) ?? { content: undefined };
    expect(passport).toMatchObject({ state: "valid", issuedOn: "2026-11-27", validUntil: "2027-11-27" });
    expect(content).toMatchObject({
      market: { id: "GE", name: { en: "Georgia" } },
      seller: { name: { az: "Mis Ocağı", en: "Copper Hearth", ru: "Медный очаг" }, foundedYear: 1998 },
      hsCodes: ["741810"],
      incoterms: ["FCA"],
      ends: { with: "year" },
    });
    expect(content?.level).toBeUndefined();
    expect(content?.seller.isVoenVerified).toBe(false);
    expect(content?.rules.map(({ id, by }) => [id, by])).toEqual([
      ["ALL-G1", "facts"],
      ["ALL-G2", "facts"],
      ["ALL-G3", "facts"],
      ["ALL-G5", "facts"],
      ["GE-G1", "seller"],
    ]);
    const audit = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["action", "after"])
      .where("subjectId", "=", sellerId)
      .where("action", "=", "make-export-passport")
      .executeTakeFirstOrThrow();
    expect(audit.after).toEqual({ passport: passportId, market: "GE", validUntil: "2027-11-27" });
  });

  it("says nothing of what the seller has not published, of her number or of her contacts", async () => {
    const { code, sellerId } = await makeWithPassport();
    const seller = await testDb
      .selectFrom("sellers")
      .select(["voen", "email"])
      .where("id", "=", sellerId)
      .executeTakeFirstOrThrow();
    const said = JSON.stringify((await readAt(code))?.content);
    expect(said).not.toContain(seller.voen);
    expect(said).not.toContain(seller.email);
  });

  it("ends with the first paper that the market rests on, and no later than after twelve months", async () => {
    const options = { targetMarkets: ["EU"], evidence: EU_PAPERS };
    const eu = await makeWithPassport(options, "EU");
    expect(await readAt(eu.code)).toMatchObject({
      validUntil: "2027-02-28",
      content: { ends: { with: "paper", documentType: "eu_rp_mandate" } },
    });
  });

  it("says that the registration is verified only while its paper counts, and then ends with it at the latest", async () => {
    const paper = { documentType: "tax_registration_certificate", issuedOn: "2026-01-10", expiresOn: "2027-01-09" };
    const { code } = await makeWithPassport({ evidence: [paper] });
    expect(await readAt(code)).toMatchObject({
      validUntil: "2027-01-09",
      content: { seller: { isVoenVerified: true }, ends: { with: "paper", documentType: paper.documentType } },
    });
    const waits = await makeWithPassport({ evidence: [{ ...paper, status: "submitted" }] });
    expect((await readAt(waits.code))?.content.seller.isVoenVerified).toBe(false);
  });

  it("names what each market's rules rest on: the Federation's word and the seller's apart", async () => {
    const shop = await makeExporter();
    await confirmRule(shop.sellerId, "RU", "RU-G3", "staff");
    await confirmRule(shop.sellerId, "RU", "RU-G4");
    doneOf(await make(shop, "RU"));
    const [row] = await passportsOf(shop.sellerId);
    const rules = (await readAt(row?.code ?? ""))?.content.rules.map(({ id, by }) => [id, by]);
    expect(rules).toEqual(
      expect.arrayContaining([
        ["RU-G3", "staff"],
        ["RU-G4", "seller"],
      ]),
    );
  });

  it("is refused for a market that is not open, for none at all, and for a shop that is not approved", async () => {
    const shop = await makeExporter();
    expect(await make(shop, "EU")).toEqual({ ok: false, refusal: "market-closed" });
    expect(await make(shop, "XX")).toEqual({ ok: false, refusal: "market-missing" });
    await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", shop.sellerId).execute();
    expect(await make(shop)).toEqual({ ok: false, refusal: "not-approved" });
    expect(await passportsOf(shop.sellerId)).toEqual([]);
  });

  it("gives a second press of the same form the first one's passport", async () => {
    const { seller, sellerId } = await makeExporter();
    const key = newKey();
    const first = await makePassport(testDb, seller, key, "GE", NOW);
    expect(await makePassport(testDb, seller, key, "GE", NOW)).toEqual(first);
    expect(await passportsOf(sellerId)).toHaveLength(1);
  });

  it("revokes the one that there was for the market, and leaves that of another market alone", async () => {
    const shop = await makeWithPassport();
    await confirmRule(shop.sellerId, "TR", "TR-G1");
    doneOf(await make(shop, "TR"));
    doneOf(await make(shop, "GE", onDay("2026-12-01")));
    const rows = await passportsOf(shop.sellerId);
    expect(rows.map(({ marketId, revokedAt }) => `${marketId} ${revokedAt !== null}`).toSorted()).toEqual([
      "GE false",
      "GE true",
      "TR false",
    ]);
    expect(await stateAt(shop.code, onDay("2026-12-01"))).toBe("revoked");
  });

  it("leaves one that holds when two people of a shop press at the same moment", async () => {
    const shop = await makeExporter();
    const other = await makeSellerActor(testDb, shop.sellerId, "manager");
    const made = await Promise.all([make(shop), make({ seller: other }), make(shop), make({ seller: other })]);
    expect(made.every(({ ok }) => ok)).toBe(true);
    const live = (await passportsOf(shop.sellerId)).filter(({ revokedAt }) => revokedAt === null);
    expect(live).toHaveLength(1);
  });

  it("waits for who changes the shop in the same moment, and judges what is there then", async () => {
    const shop = await makeExporter();
    const made = await waitFor(
      (trx) => trx.selectFrom("sellers").select("id").where("id", "=", shop.sellerId).forNoKeyUpdate().execute(),
      () => make(shop),
      (trx) => trx.updateTable("listings").set({ status: "paused" }).where("id", "=", shop.listingId).execute(),
    );
    expect(made).toEqual({ ok: false, refusal: "market-closed" });
  });
});

describe("the table of passports", () => {
  it("keeps a second one that is not revoked out, whoever writes it", async () => {
    const { passportId } = await makeWithPassport();
    const { id: _id, ...row } = await testDb
      .selectFrom("exportPassports")
      .select(["id", "sellerId", "marketId", "issuedAt", "validUntil", "content"])
      .where("id", "=", passportId)
      .executeTakeFirstOrThrow();
    const again = { ...row, content: JSON.stringify(row.content), code: "ABCDEFGHJKMN" };
    await expect(testDb.insertInto("exportPassports").values(again).execute()).rejects.toThrow(
      "export_passports_one_live",
    );
  });

  it("lets nobody change what was issued, or take a revocation back", async () => {
    const { passportId, seller } = await makeWithPassport();
    const change = (set: { validUntil?: string; revokedAt?: Date | null }) =>
      testDb.updateTable("exportPassports").set(set).where("id", "=", passportId).execute();
    await expect(change({ validUntil: "2029-01-01" })).rejects.toThrow("stays as it was issued");
    doneOf(await revokePassport(testDb, seller, newKey(), passportId, NOW));
    await expect(change({ revokedAt: null })).rejects.toThrow("stays as it was issued");
  });
});

describe("revoking a passport", () => {
  it("ends it for good, once, and records it", async () => {
    const { seller, passportId, code, sellerId } = await makeWithPassport();
    expect(await revokePassport(testDb, seller, newKey(), passportId, NOW)).toMatchObject({ ok: true });
    expect(await stateAt(code)).toBe("revoked");
    expect(await revokePassport(testDb, seller, newKey(), passportId, NOW)).toEqual({
      ok: false,
      refusal: "passport-missing",
    });
    const deeds = await testDb
      .selectFrom("auditEntries")
      .select("action")
      .where("subjectId", "=", sellerId)
      .where("action", "=", "revoke-export-passport")
      .execute();
    expect(deeds).toHaveLength(1);
  });

  it("is nothing that another seller can do or see", async () => {
    const { passportId, code } = await makeWithPassport();
    const other = await makeExporter();
    expect(await revokePassport(testDb, other.seller, newKey(), passportId, NOW)).toEqual({
      ok: false,
      refusal: "passport-missing",
    });
    const question = {
      sellerId: other.sellerId,
      passportId,
      lang: "en",
      origin: "https://k.example",
      isDemo: true,
    } as const;
    expect(await printPassport(testDb, question, NOW)).toBeUndefined();
    expect(await listOwnPassports(testDb, { sellerId: other.sellerId, locale: "en" }, NOW)).toEqual([]);
    expect(await stateAt(code)).toBe("valid");
  });
});

describe("whether a passport holds", () => {
  it("is judged at each reading: to its last day, while the shop is approved and the market open", async () => {
    const { code, sellerId, listingId } = await makeWithPassport();
    expect(await stateAt(code, onDay("2027-11-27"))).toBe("valid");
    expect(await stateAt(code, onDay("2027-11-28"))).toBe("ended");

    const setStatus = (status: string) =>
      testDb.updateTable("sellers").set({ status }).where("id", "=", sellerId).execute();
    await setStatus("suspended");
    expect(await readAt(code)).toMatchObject({ state: "seller-away", sellerSlug: undefined });
    await setStatus("approved");
    expect(await stateAt(code)).toBe("valid");

    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", listingId).execute();
    expect(await stateAt(code)).toBe("market-closed");
  });

  it("ends with a word that is taken back, and with a good for which the market asks more", async () => {
    const { code, sellerId } = await makeWithPassport();
    await testDb.deleteFrom("marketConfirmations").where("sellerId", "=", sellerId).execute();
    expect(await stateAt(code)).toBe("market-closed");
    await confirmRule(sellerId, "GE", "GE-G1");
    expect(await stateAt(code)).toBe("valid");
    await publishExportGood(sellerId, { categoryId: "carpets-pile", hsCode: "570110", techniqueId: null });
    expect(await stateAt(code)).toBe("market-closed");
  });

  it("has one first reason, from what cannot be mended to what can", () => {
    const facts = { revokedAt: NOW, validUntil: "2026-01-01", isSellerApproved: false, isMarketOpen: false };
    const today = "2026-11-27";
    expect(passportState(facts, today)).toBe("revoked");
    expect(passportState({ ...facts, revokedAt: undefined }, today)).toBe("ended");
    expect(passportState({ ...facts, revokedAt: undefined, validUntil: today }, today)).toBe("seller-away");
  });
});

describe("looking a code up", () => {
  const lookUp = (typed: string, clientAddress = "192.0.2.1") =>
    lookUpPassport(testDb, { typed, lang: "en", clientAddress }, NOW);

  it("forgives spaces, dashes, small letters and the letters of a Russian keyboard", async () => {
    const { code } = await makeWithPassport();
    const cyrillic = code.replaceAll("A", "А").replaceAll("K", "К").replaceAll("M", "м").replaceAll("P", "Р");
    const written = [code, code.toLowerCase(), code.match(/.{4}/g)?.join(" - ") ?? "", ` ${cyrillic} `];
    for (const typed of written) {
      expect(await lookUp(typed)).toMatchObject({ kind: "found", passport: { state: "valid", market: "Georgia" } });
    }
  });

  it("knows nothing of another code, and says what was checked only of one that holds", async () => {
    expect(await lookUp("ABCD EFGH JKMN")).toEqual({ kind: "unknown", typed: "ABCD-EFGH-JKMN" });
    expect(await lookUp("…")).toEqual({ kind: "unknown", typed: "" });
    const { code, seller, passportId } = await makeWithPassport();
    doneOf(await revokePassport(testDb, seller, newKey(), passportId, NOW));
    const answer = await lookUp(code);
    expect(answer).toMatchObject({ passport: { state: "revoked", revokedOn: "27 November 2026", said: undefined } });
  });

  it("answers one address no more than sixty times in ten minutes", async () => {
    for (let tries = 0; tries < 60; tries += 1) await lookUp("ABCD", "192.0.2.77");
    expect(await lookUp("ABCD", "192.0.2.77")).toEqual({ kind: "too-many" });
    expect(await lookUp("ABCD", "192.0.2.78")).toMatchObject({ kind: "unknown" });
  });
});
