import { describe, expect, it } from "vitest";
import { claimReview } from "~/modules/reviews/index.server";
import { makePerson, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { bring, evidenceOf, itemOf, makeSellerWithTeam } from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { makePdf } from "~tests/support/papers";
import { doneOf } from "~tests/support/shop";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const PAGE = "/en/seller/papers/bank_letter";

const get = async (path: string, userId: string) => site.get(path, { cookie: await signIn(testDb, userId) });
const send = async (path: string, userId: string, body: FormData | URLSearchParams) =>
  site.ask(path, { method: "POST", body, headers: { cookie: await signIn(testDb, userId) } });

async function makeWaiting() {
  const made = await makeSellerWithTeam();
  const { evidenceId } = doneOf(await bring(made.seller));
  const paperId = (await evidenceOf(evidenceId)).paperId ?? "";
  return { ...made, evidenceId, paperId, itemId: await itemOf(evidenceId) };
}

function formOf(
  changes: Record<string, string> = {},
  file: File | undefined = new File([new Uint8Array(makePdf())], "a.pdf"),
) {
  const body = new FormData();
  const fields = { formKey: newKey(), seen: "", issuedOn: "2026-11-01", expiresOn: "2027-11-01", ...changes };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file) body.set("paper", file);
  return body;
}

describe("a seller's page of a paper", () => {
  it.each(["az", "en", "ru"])("lists papers and shows one of them in %s", async (lang) => {
    const { seller } = await makeWaiting();
    for (const path of [`/${lang}/seller/papers`, `/${lang}/seller/papers/bank_letter`]) {
      expect((await get(path, seller.userId)).status).toBe(200);
    }
  });

  it("takes a paper, and gives a refused one back with what was typed", async () => {
    const { seller, sellerId } = await makeSellerWithTeam();

    const refused = await send(PAGE, seller.userId, formOf({ expiresOn: "2029-01-01" }));
    const html = await refused.text();
    expect(refused.status).toBe(422);
    for (const words of ["does not count for so long", "choose the file again", 'value="2029-01-01"']) {
      expect(html).toContain(words);
    }
    const none = await send(PAGE, seller.userId, formOf({ issuedOn: "2026-02-30" }, new File([], "")));
    expect(await none.text()).toContain("Say when it was issued.");

    const taken = await send(PAGE, seller.userId, formOf({ expiresOn: "" }));
    expect([taken.status, taken.headers.get("location")]).toEqual([303, `${PAGE}?done=sent`]);
    const rows = await testDb.selectFrom("evidence").select("expiresOn").where("sellerId", "=", sellerId).execute();
    expect(rows).toEqual([{ expiresOn: "2028-11-01" }]);
  });

  it("takes a paper back by a button", async () => {
    const { seller, evidenceId } = await makeWaiting();
    const body = new URLSearchParams({ formKey: newKey(), evidenceId });
    const taken = await send(`${PAGE}/take-back`, seller.userId, body);
    expect(taken.headers.get("location")).toBe(`${PAGE}?done=taken-back`);
    expect((await evidenceOf(evidenceId)).status).toBe("withdrawn");
  });

  it("shows an editor where the shop stands, without file and form; nobody else opens the file", async () => {
    const { seller, sellerId, paperId } = await makeWaiting();
    const file = `${PAGE}/files/${paperId}`;
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const strangers = [
      await makePerson(testDb),
      (await makeSellerWithTeam()).seller.userId,
      (await makeStaff(testDb, "reviewer")).userId,
      editor.userId,
    ];

    const html = await (await get(PAGE, editor.userId)).text();
    expect(html).toContain("The Federation is reading your paper");
    expect(html).not.toContain(paperId);
    expect(html).not.toContain('type="file"');
    expect((await send(PAGE, editor.userId, formOf())).status).toBe(404);
    for (const userId of strangers) expect((await get(file, userId)).status).toBe(404);
    const own = await get(file, seller.userId);
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  });

  it("is missing for a paper that nobody asks for", async () => {
    const { seller } = await makeSellerWithTeam();
    expect((await get("/en/seller/papers/love_letter", seller.userId)).status).toBe(404);
  });
});

describe("a paper on the reviewer's desk", () => {
  it("stands beside its rule and the seller's facts; its file is for who holds it", async () => {
    const { itemId, paperId, seller } = await makeWaiting();
    const staff = await makeStaff(testDb, "reviewer");
    const screen = `/en/staff/reviews/${itemId}/evidence`;

    expect(await (await get("/en/staff/desk?queue=evidence", staff.userId)).text()).toContain("Bank letter");
    const before = await (await get(screen, staff.userId)).text();
    expect(before).toContain("Start the review to see the paper.");
    expect((await get(`${screen}/file`, staff.userId)).status).toBe(404);
    doneOf(await claimReview(testDb, staff, itemId));
    const html = await (await get(screen, staff.userId)).text();
    for (const words of ["PA-01", "At most 24 months after its issue", `src="${screen}/file"`, 'value="2027-11-01"']) {
      expect(html).toContain(words);
    }
    expect((await get(`${screen}/file`, staff.userId)).headers.get("cache-control")).toBe("private, no-store");
    const others = [(await makeStaff(testDb, "curator")).userId, seller.userId, await makePerson(testDb)];
    for (const userId of [...others, (await makeStaff(testDb, "reviewer")).userId]) {
      expect((await get(`${screen}/file`, userId)).status).toBe(404);
    }
    for (const userId of others) expect((await get(screen, userId)).status).toBe(404);
    expect(paperId).not.toBe("");
  });

  it("is decided there, and a refused decision keeps what was typed", async () => {
    const { itemId, evidenceId } = await makeWaiting();
    const staff = await makeStaff(testDb, "reviewer");
    doneOf(await claimReview(testDb, staff, itemId));
    const screen = `/en/staff/reviews/${itemId}/evidence`;
    const post = (fields: Record<string, string>) =>
      send(screen, staff.userId, new URLSearchParams({ formKey: newKey(), subjectVersion: "1", ...fields }));

    const wordless = await post({ decision: "reject", reason: "other", words: "" });
    expect([wordless.status, (await wordless.text()).includes("Say it in a few words.")]).toEqual([422, true]);
    const long = await post({ decision: "verify", expiresOn: "2030-01-01" });
    expect(await long.text()).toContain('value="2030-01-01"');
    const done = await post({ decision: "verify", expiresOn: "2027-11-01" });

    expect(done.headers.get("location")).toBe(`/en/staff/desk?queue=evidence&decided=${itemId}`);
    expect((await evidenceOf(evidenceId)).status).toBe("verified");
    expect(await (await get(done.headers.get("location") ?? "", staff.userId)).text()).toContain(
      "is verified; the seller was told",
    );
    expect((await get(screen, staff.userId)).headers.get("location")).toBe(`/en/staff/decided/${itemId}`);
  });
});
