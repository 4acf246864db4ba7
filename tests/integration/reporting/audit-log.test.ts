import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { saveAddress } from "~/modules/accounts/index.server";
import { fileReport, publishListing } from "~/modules/catalog/index.server";
import { openAuditLog } from "~/modules/reporting/index.server";
import { recordAudit, type AuditEvent } from "~/platform/audit/audit.server";
import { MOST_CALLED } from "~/platform/audit/named-subjects.server";
import type { AuditQuestion } from "~/platform/audit/audit-log.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { files } from "~/platform/files/files.server";
import { storePaper } from "~/platform/private-files/private-files.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makeBuyer,
  makeCollection,
  makeFeature,
  makePerson,
  makePublishedListing,
  unique,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePdf } from "~tests/support/papers";

/** The search in every room, the entries, and the names of every room: however many entries a page shows. */
const PAGE_STATEMENTS = 24;

const actor = { kind: "staff" as const, id: "" };
const made = { seller: "", listing: "", report: "", collection: "", feature: "", address: "", paper: "", person: "" };
type Kind = keyof typeof made;

const record = (event: Partial<AuditEvent> & Pick<AuditEvent, "subject">) =>
  testDb.transaction().execute((trx) => recordAudit(trx, { actor, action: "edit-shop", ...event }));

const open = (question: AuditQuestion, pageSize = 50) => openAuditLog(testDb, question, pageSize);
const subjectsOf = async (question: AuditQuestion) =>
  (await open(question)).entries.map(({ subjectKind }) => subjectKind).toSorted();

async function value<Value>(result: Promise<{ ok: true; value: Value } | { ok: false; refusal: string }>) {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

beforeAll(async () => {
  actor.id = await makePerson(testDb, { name: "Könül İsmayılova", role: "admin" });
  made.person = await makePerson(testDb, { name: "Bəyim Qasımova" });
  made.seller = (await makeApprovedSeller(testDb, { name: "Lahıc Mis Evi" })).sellerId;
  const listing = { sellerId: made.seller, title: { az: "Döymə sini", en: "Hammered tray" } };
  made.listing = (await makePublishedListing(testDb, listing)).listingId;
  made.collection = (await makeCollection(testDb, { title: "Şamaxı naxışları" })).collectionId;
  made.feature = (await makeFeature(testDb, { collectionId: made.collection })).featureId;
  const buyer = await makeBuyer(testDb);
  const address = { recipient: "Zəhra", line1: "Küçə 1", city: "Gəncə", country: "AZ", isDefault: true };
  const rest = { company: undefined, line2: undefined, region: undefined, postalCode: undefined, phone: undefined };
  made.address = (await value(saveAddress(testDb, buyer, newKey(), { ...rest, ...address }))).addressId;
  const paper = { owner: { kind: "seller", id: made.seller }, purpose: "registration", name: "VÖEN.pdf" };
  made.paper = (await value(storePaper(testDb, files(), { ...paper, content: makePdf() }, FACTORY_NOW))).paperId;
  await fileReport(testDb, { buyer, clientAddress: unique() }, newKey(), {
    listingId: made.listing,
    reason: "not_handmade",
    words: "Eynisi fabrikdə tökülür.",
    email: undefined,
    locale: "az",
  });
  const { id } = await testDb.selectFrom("reportCases").select("id").executeTakeFirstOrThrow();
  made.report = id;
  // Called otherwise since it was reported.
  await testDb.updateTable("listingTexts").set({ title: "Mis sini" }).where("locale", "=", "az").execute();
  await testDb.transaction().execute((trx) => publishListing(trx, made.listing, FACTORY_NOW));
  for (const kind of Object.keys(made) as Kind[]) await record({ subject: { kind, id: made[kind] } });
});

describe("the audit log's names", () => {
  it.each<[Kind, string]>([
    ["person", "Bəyim Qasımova"],
    ["seller", "Lahıc Mis Evi"],
    ["listing", "Mis sini"],
    ["report", "Döymə sini"],
    ["collection", "Şamaxı naxışları"],
    ["feature", "Şamaxı naxışları"],
    ["address", "Zəhra, Gəncə"],
    ["paper", "VÖEN.pdf"],
  ])("call a %s %s", async (kind, name) => {
    const { names } = await open({ kind });
    expect(names.get(made[kind])).toBe(name);
    expect(names.get(actor.id)).toBe("Könül İsmayılova");
  });

  it("call who gave no name by her e-mail, and who has closed her account nothing", async () => {
    const [nameless, closed] = [await makePerson(testDb, { name: "" }), await makePerson(testDb, { name: "" })];
    await testDb
      .updateTable("users")
      .set({ email: `${closed}@closed.invalid` })
      .where("id", "=", closed)
      .execute();
    for (const id of [nameless, closed]) await record({ subject: { kind: "person", id } });

    const { names } = await open({ kind: "person" });

    expect(names.get(nameless)).toBe(`${nameless}@example.org`);
    expect(names.has(closed)).toBe(false);
  });

  it("leave the id alone of what is not there any more, or was never in a table", async () => {
    const gone = randomUUID();
    await record({ action: "paint-listing", subject: { kind: "listing", id: gone } });
    await record({ subject: { kind: "mailbox", id: "0".repeat(32) } });

    const { entries, names } = await open({ action: "paint-listing" });

    expect(entries).toMatchObject([{ subjectId: gone }]);
    expect(names.has(gone)).toBe(false);
    expect(await subjectsOf({ kind: "mailbox" })).toEqual(["mailbox"]);
  });

  it("name what values point to, and the listings of a table of prices", async () => {
    await record({
      action: "edit-stock-table",
      subject: { kind: "seller", id: made.seller },
      before: { [made.listing]: "1000 / 2" },
      after: { [made.listing]: "1200 / 2", cover: made.collection },
    });

    const { names } = await open({ action: "edit-stock-table" });

    expect([names.get(made.listing), names.get(made.collection)]).toEqual(["Mis sini", "Şamaxı naxışları"]);
  });
});

describe("the audit log's search", () => {
  it.each<[string, string, string[]]>([
    ["part of a shop's name", "lahic mis", ["seller"]],
    ["part of a listing's title", "mis sini", ["listing"]],
    ["the title that a listing had when it was reported", "DÖYMƏ", ["report"]],
    ["a collection's title, and what shows it", "şamaxı", ["collection", "feature"]],
    ["part of a person's name", "qasim", ["person"]],
    ["a recipient", "zəhra", ["address"]],
    ["a file's name", "VÖEN.pdf", ["paper"]],
    ["signs that mean something to the database", "%", []],
    ["nothing that is called so", "heç kim və heç nə", []],
  ])("finds what an entry is about by %s", async (_what, subject, kinds) => {
    expect(await subjectsOf({ subject, action: "edit-shop" })).toEqual(kinds);
  });

  it("finds what an entry is about by its id, whole and exact", async () => {
    expect(await subjectsOf({ subject: made.feature })).toContain("feature");
    expect(await subjectsOf({ subject: made.feature.slice(0, 8) })).toEqual([]);
    expect(await subjectsOf({ subject: made.person, action: "edit-shop" })).toEqual(["person"]);
  });

  it("finds one entry by its number, and not what has it among its letters", async () => {
    const { entries } = await open({ kind: "paper" });
    const number = String(entries[0]?.id);
    await makePublishedListing(testDb, { sellerId: made.seller, title: `${number} ilmə` });

    expect(await subjectsOf({ subject: number })).toEqual(["paper"]);
  });

  it.each([
    ["part of a name, on any keyboard", () => "ISMAYIL"],
    ["part of an e-mail", () => `${actor.id}@exam`],
    ["an id", () => actor.id],
  ])("finds whose deeds they are by %s", async (_what, person) => {
    const { entries } = await open({ person: person() });
    expect(entries.length).toBeGreaterThan(5);
    expect(new Set(entries.map(({ actorId }) => actorId))).toEqual(new Set([actor.id]));
  });

  it("finds nobody's deeds by a name that nobody has, nor by the address that a closed account is left with", async () => {
    expect((await open({ person: "Heç kim" })).entries).toEqual([]);
    const closed = await makePerson(testDb, { name: "" });
    await testDb
      .updateTable("users")
      .set({ email: `${closed}@closed.invalid` })
      .where("id", "=", closed)
      .execute();
    await record({ actor: { kind: "buyer", id: closed }, subject: { kind: "person", id: closed } });
    expect((await open({ person: "@closed" })).entries).toEqual([]);
  });

  it("says when more are called so than it looks for", async () => {
    for (let at = 0; at < MOST_CALLED; at += 1) await makePerson(testDb, { name: "Ad Soyad" });
    expect((await open({ person: "ad soyad" })).isCut).toBe(false);

    await makePerson(testDb, { name: "Ad Soyad" });

    expect((await open({ person: "ad soyad" })).isCut).toBe(true);
    expect((await open({ subject: "ad soyad" })).isCut).toBe(true);
  });
});

describe("a page of the audit log", () => {
  it("costs as many statements for one entry as for fifty", async () => {
    for (let at = 0; at < 60; at += 1) {
      const { listingId } = await makePublishedListing(testDb, { sellerId: made.seller, title: `Sini ${at}` });
      await record({ subject: { kind: "listing", id: listingId } });
    }
    const ask = (pageSize: number) => countStatements(() => open({ person: "ismayil", subject: "sini" }, pageSize));

    const [one, fifty] = [await ask(1), await ask(50)];

    expect(fifty.value.entries).toHaveLength(50);
    expect(fifty.value.names.size).toBeGreaterThan(50);
    expect(fifty.statements.slice(PAGE_STATEMENTS)).toEqual([]);
    expect(fifty.statements).toHaveLength(one.statements.length);
    // Without them something would not have been counted.
    expect(one.statements.length).toBeGreaterThan(10);
  });

  it("ends where the next one begins", async () => {
    const first = await open({ kind: "listing" }, 3);
    expect(first.older).toMatch(/^\d+-\d+$/);
    expect((await open({ kind: "collection" })).older).toBeUndefined();
  });
});
