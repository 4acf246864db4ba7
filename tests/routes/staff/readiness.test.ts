import { beforeEach, describe, expect, it } from "vitest";
import { countStatements } from "~/platform/db/statement-count.server";
import { loader as sellerPage } from "~/routes/staff/seller-readiness";
import { makePerson, makePublishedListing, makeStaff } from "~db/factories";
import { beginDraft, onlyFirstVersion, previewed, revisionOfDraft } from "~tests/support/criteria";
import { testDb } from "~tests/support/database";
import { CAPACITY, declarationOf, declare, makeDeclared } from "~tests/support/declared";
import { bring, itemOf } from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

const get = async (path: string, userId: string) => site.get(path, { cookie: await signIn(testDb, userId) });
const post = async (path: string, userId: string, fields: Record<string, string>) =>
  site.ask(path, {
    method: "POST",
    body: new URLSearchParams({ formKey: newKey(), ...fields }),
    headers: { cookie: await signIn(testDb, userId) },
  });
const textOf = async (answer: Promise<Response>) => (await answer).text();

beforeEach(onlyFirstVersion);

const OVERVIEW = ["", "/declarations", "/papers?days=90", "/near", "/movers"];
const FILES = ["/declarations.csv", "/papers.csv", "/near.csv", "/movers.csv"];
const CRITERIA = ["", "/draft", "/draft/PA-01", "/preview", "/publish", "/discard", "/preview.csv"];

describe("where all sellers stand", () => {
  it.each(["az", "en", "ru"])("is shown to reviewers in %s, page by page and as files", async (lang) => {
    const { staff } = await makeDeclared();
    for (const page of OVERVIEW) {
      expect([page, (await get(`/${lang}/staff/readiness${page}`, staff.userId)).status]).toEqual([page, 200]);
    }
    for (const file of FILES) {
      const { status, headers } = await get(`/${lang}/staff/readiness${file}`, staff.userId);
      expect([file, status, headers.get("content-type")]).toEqual([file, 200, "text/csv; charset=utf-8"]);
      expect(headers.get("cache-control")).toContain("no-store");
    }
  });

  it("is missing for everybody else, curators and sellers among them", async () => {
    const { seller } = await makeDeclared();
    const strangers = [
      await makePerson(testDb),
      seller.userId,
      (await makeStaff(testDb, "curator")).userId,
      (await makeStaff(testDb, "treasurer")).userId,
    ];
    for (const userId of strangers) {
      for (const page of [...OVERVIEW, ...FILES, `/sellers/${seller.sellerId}`]) {
        expect([page, (await get(`/en/staff/readiness${page}`, userId)).status]).toEqual([page, 404]);
      }
    }
  });

  it("leads reviewers to nothing of the criteria, and admins there", async () => {
    const { staff } = await makeDeclared();
    const admin = await makeStaff(testDb, "admin");
    expect(await textOf(get("/en/staff/readiness", staff.userId))).not.toContain("/staff/readiness/criteria");
    expect(await textOf(get("/en/staff/readiness", admin.userId))).toContain("/staff/readiness/criteria");
    for (const page of CRITERIA) {
      expect([page, (await get(`/en/staff/readiness/criteria${page}`, staff.userId)).status]).toEqual([page, 404]);
    }
  });
});

describe("a seller's readiness for staff", () => {
  it("shows her words, and confirms them by a button", async () => {
    const { sellerId, staff } = await makeDeclared();
    const page = `/en/staff/readiness/sellers/${sellerId}`;
    const html = await textOf(get(page, staff.userId));
    for (const words of [CAPACITY, "waits for you", "sanctions lists", "All criteria"]) expect(html).toContain(words);

    const { stamp } = await declarationOf(staff, sellerId);
    const fields = { deed: "confirm", name: "capacity", stamp };
    const confirmed = await post(`${page}/declarations`, staff.userId, fields);
    expect([confirmed.status, confirmed.headers.get("location")]).toEqual([303, `${page}?done=confirm`]);
    const rule = await post(`${page}/rules`, staff.userId, { deed: "confirm", marketId: "RU", ruleId: "RU-G3" });
    expect(rule.headers.get("location")).toBe(`${page}?done=confirm`);
    expect(await textOf(get(page, staff.userId))).toContain("Confirmed by");
  });

  it("says what has become of words that changed meanwhile, and shows the new ones", async () => {
    const { sellerId, seller, staff } = await makeDeclared();
    const page = `/en/staff/readiness/sellers/${sellerId}`;
    const { stamp } = await declarationOf(staff, sellerId);
    await declare(seller, { capacity: "Ayda 600 ədəd" });
    const late = await post(`${page}/declarations`, staff.userId, { deed: "confirm", name: "capacity", stamp });
    expect(late.headers.get("location")).toBe(`${page}?refused=words-changed`);
    const html = await textOf(get(`${page}?refused=words-changed`, staff.userId));
    expect(html).toContain("This declaration has changed since you opened the page.");
    expect(html).toContain("Ayda 600 ədəd");
  });

  it("confirms nothing for anybody else", async () => {
    const { sellerId, seller, staff } = await makeDeclared();
    const path = `/en/staff/readiness/sellers/${sellerId}/declarations`;
    const { stamp } = await declarationOf(staff, sellerId);
    for (const userId of [seller.userId, (await makeStaff(testDb, "curator")).userId]) {
      const refused = await post(path, userId, { deed: "confirm", name: "capacity", stamp });
      expect(refused.status).toBe(404);
    }
    expect((await declarationOf(staff, sellerId)).confirmed).toBeUndefined();
    expect((await get(path, staff.userId)).headers.get("location")).toBe(`/en/staff/readiness/sellers/${sellerId}`);
  });

  it("is reached from her record and from a paper of hers on the desk", async () => {
    const { sellerId, seller, staff } = await makeDeclared();
    const { evidenceId } = doneOf(await bring(seller));
    const link = `/en/staff/readiness/sellers/${sellerId}`;
    expect(await textOf(get(`/en/staff/sellers/${sellerId}`, staff.userId))).toContain(link);
    const item = await itemOf(evidenceId);
    expect(await textOf(get(`/en/staff/reviews/${item}/evidence`, staff.userId))).toContain(link);
  });

  it("is missing where there is no seller", async () => {
    const { staff } = await makeDeclared();
    const path = "/en/staff/readiness/sellers/00000000-0000-8000-8000-000000000000";
    expect((await get(path, staff.userId)).status).toBe(404);
  });

  it("takes as many statements for a large shop as for a small one", async () => {
    const { sellerId, staff } = await makeDeclared();
    const cookie = await signIn(testDb, staff.userId);
    const ask = () =>
      sellerPage({
        request: new Request(`http://karvan.example/en/staff/readiness/sellers/${sellerId}`, { headers: { cookie } }),
        params: { lang: "en", id: sellerId },
        context: { karvan: { requestId: "test", cspNonce: "", cache: "unset" as const } },
      });
    const count = async () => (await countStatements(ask)).statements.length;
    await ask();
    const small = await count();
    for (let at = 0; at < 10; at += 1) await makePublishedListing(testDb, { sellerId });
    expect(await count()).toBe(small);
    expect(small).toBeLessThanOrEqual(14);
  });
});

describe("versions of the criteria", () => {
  it("are begun, edited, looked at, published and listed by an admin", async () => {
    const admin = await makeStaff(testDb, "admin");
    const at = "/en/staff/readiness/criteria";
    const to = async (path: string, fields: Record<string, string>) => {
      const answer = await post(`${at}${path}`, admin.userId, fields);
      return [answer.status, answer.headers.get("location")];
    };
    expect(await to("", { version: "2027-1" })).toEqual([303, `${at}/draft`]);
    expect(await to("/draft", { revision: "1", preparing: "25", ready: "60", exporting: "85" })).toEqual([
      303,
      `${at}/draft?saved=1`,
    ]);
    expect(await to("/preview", { revision: "2" })).toEqual([303, `${at}/preview`]);
    expect(await textOf(get(`${at}/preview`, admin.userId))).toMatch(/Judging: 0 of \d+/);
    const unseen = await post(`${at}/publish`, admin.userId, { revision: "2" });
    expect(unseen.status).toBe(422);
    expect(await unseen.text()).toContain("Look at who moves first");
    await previewed(admin);
    for (const page of CRITERIA) {
      expect([page, (await get(`${at}${page}`, admin.userId)).status]).toEqual([page, 200]);
    }
    expect(await to("/publish", { revision: "2" })).toEqual([303, `${at}?done=published`]);
    expect(await textOf(get(at, admin.userId))).toContain("2027-1");
    // What is left of the draft's pages leads back to the list.
    expect((await get(`${at}/draft`, admin.userId)).headers.get("location")).toBe(at);
  });

  it("name the field that is wrong and how to mend it, with what was typed", async () => {
    const admin = await makeStaff(testDb, "admin");
    await beginDraft(admin);
    const at = "/en/staff/readiness/criteria";
    const levels = await post(`${at}/draft`, admin.userId, {
      revision: "1",
      preparing: "30",
      ready: "20",
      exporting: "80",
    });
    expect(levels.status).toBe(422);
    const html = await levels.text();
    for (const words of ["write more than 30", 'value="20"']) expect(html).toContain(words);
    const criterion = await post(`${at}/draft/PA-01`, admin.userId, { revision: "1", weight: "0", titleAz: "Bank" });
    expect(criterion.status).toBe(422);
    const form = await criterion.text();
    for (const words of ["Write a whole number from 1 to 100.", "in all three languages"])
      expect(form).toContain(words);
    const taken = await post(at, admin.userId, { version: "1" });
    expect(await taken.text()).toContain("There is a draft already");
  });

  it("are thrown away by an admin, and by nobody who looked at another state", async () => {
    const admin = await makeStaff(testDb, "admin");
    await beginDraft(admin);
    const at = "/en/staff/readiness/criteria";
    expect((await post(`${at}/discard`, admin.userId, { revision: "9" })).status).toBe(422);
    const revision = String(await revisionOfDraft());
    const gone = await post(`${at}/discard`, admin.userId, { revision });
    expect(gone.headers.get("location")).toBe(`${at}?done=discarded`);
  });
});
