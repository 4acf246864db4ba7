import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MOST_PICTURES } from "~/modules/catalog";
import { env } from "~/platform/env.server";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { HOSTILE_FILES } from "~tests/support/hostile-pictures";
import { makePhoto } from "~tests/support/pictures";
import { visitAsSeller, type SellerVisit } from "~tests/support/seller-visit";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const page = (listingId: string, rest = "") => `/en/seller/listings/${listingId}/pictures${rest}`;

type Files = readonly { name: string; content: Buffer; type?: string }[];

/** A form as a browser without scripts posts it. */
function formOf(files: Files, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ formKey: newKey(), purpose: "listing-picture", ...fields })) {
    form.append(name, value);
  }
  for (const { name, content, type = "image/jpeg" } of files) {
    form.append("pictures", new File([new Uint8Array(content)], name, { type }));
  }
  return form;
}

const imagesOf = async (listingId: string) =>
  (
    await testDb
      .selectFrom("listingImages")
      .select("id")
      .where("listingId", "=", listingId)
      .orderBy("position")
      .execute()
  ).map(({ id }) => id);

const countFiles = () =>
  readdirSync(env.FILES_DIR, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(env.FILES_DIR, name)).isFile(),
  ).length;

const post = ({ ask }: SellerVisit, path: string, fields: Record<string, string | string[]> = {}) => {
  const body = new URLSearchParams({ formKey: newKey() });
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  return ask(path, { method: "POST", body });
};

let seed = 300;
const photo = () => makePhoto({ width: 400, height: 500, seed: (seed += 1) });

describe("the form of a browser without scripts", () => {
  it("brings several pictures at once, and the same form again brings none twice", async () => {
    const visit = await visitAsSeller(testDb, site);
    const files = [
      { name: "bir.jpg", content: await photo() },
      { name: "iki.png", content: await makePhoto({ width: 400, height: 500, seed: 3 }, "png"), type: "text/html" },
    ];
    const formKey = newKey();

    const first = await visit.ask(page(visit.listingId), { method: "POST", body: formOf(files, { formKey }) });
    const again = await visit.ask(page(visit.listingId), { method: "POST", body: formOf(files, { formKey }) });

    expect([first.status, again.status]).toEqual([303, 303]);
    expect(first.headers.get("location")).toBe(page(visit.listingId));
    expect(await imagesOf(visit.listingId)).toHaveLength(2);
  });

  it("tells of each file that is not taken why, and takes the others", async () => {
    const visit = await visitAsSeller(testDb, site);
    const files = [
      { name: "C:\\pictures\\<b>səhv</b>.pdf", content: Buffer.from("%PDF-1.7") },
      { name: "good.jpg", content: await photo() },
      { name: "large.jpg", content: Buffer.alloc(15_000_001, 1) },
    ];

    const answer = await visit.ask(page(visit.listingId), { method: "POST", body: formOf(files) });

    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("This file is not a picture");
    expect(html).toContain("larger than 15 MB");
    expect(html).toContain("1 picture was added");
    expect(html).not.toContain("<b>səhv");
    expect(html).not.toContain("C:\\pictures");
    expect(await imagesOf(visit.listingId)).toHaveLength(1);
  });

  it("answers every hostile file with a sentence, and nothing of it stays", { timeout: 90_000 }, async () => {
    const visit = await visitAsSeller(testDb, site);
    const before = countFiles();
    const hostile = HOSTILE_FILES.filter(({ refusal }) => refusal !== "file-too-large");

    for (let from = 0; from < hostile.length; from += MOST_PICTURES) {
      const some = hostile.slice(from, from + MOST_PICTURES);
      const files = await Promise.all(
        some.map(async ({ name, make }, at) => ({ name: `${at}-${name}`, content: await make() })),
      );
      const path = page(visit.listingId).replace("/en/", "/az/");
      const answer = await visit.ask(path, { method: "POST", body: formOf(files) });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      // The sentence stands behind the file's name; none of ours is shorter.
      const told = files.filter(({ name }) =>
        new RegExp(`>${name}: </span>[^<]{20,}`).test(html.replaceAll("<!-- -->", "")),
      );
      expect(told.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    }

    expect(await imagesOf(visit.listingId)).toEqual([]);
    expect(countFiles()).toBe(before);
  });

  it.each([
    ["nothing chosen", formOf([{ name: "", content: Buffer.alloc(0) }]), "Choose a picture first"],
    ["no file field", formOf([]), "Choose a picture first"],
    [
      "a name of ten thousand letters",
      formOf([{ name: `${"a".repeat(10_000)}.jpg`, content: Buffer.from("x") }]),
      "not a picture",
    ],
  ])("says what to do with %s", async (_what, body, sentence) => {
    const visit = await visitAsSeller(testDb, site);
    const answer = await visit.ask(page(visit.listingId), { method: "POST", body });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
  });

  it.each([
    [
      "that ends in the middle",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="pictures"; filename="a.jpg"\r\n\r\nabc',
    ],
    ["with a header that is none", "multipart/form-data; boundary=x", "--x\r\nnonsense\r\n\r\nabc\r\n--x--\r\n"],
    ["of another kind", "application/json", "{}"],
  ])("says of a form %s that it could not be read", async (_what, type, body) => {
    const visit = await visitAsSeller(testDb, site);
    const answer = await visit.ask(page(visit.listingId), { method: "POST", body, headers: { "content-type": type } });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("could not be read");
  });

  it("may be larger than any other form, for its own address only", async () => {
    const visit = await visitAsSeller(testDb, site);
    const large = formOf([{ name: "a.jpg", content: Buffer.alloc(2_000_000, 1) }]);
    const elsewhere = await visit.ask(page(visit.listingId, "/order"), { method: "POST", body: large });
    expect(elsewhere.status).toBe(413);
  });

  it("is not held for somebody who is not signed in, and brings nothing to another shop's listing", async () => {
    const [mine, other] = [await visitAsSeller(testDb, site), await visitAsSeller(testDb, site)];
    const body = async () => formOf([{ name: "a.jpg", content: await photo() }]);

    const stranger = await site.ask(page(mine.listingId), { method: "POST", body: await body() });
    const foreign = await other.ask(page(mine.listingId), { method: "POST", body: await body() });

    expect([stranger.status, stranger.headers.get("location")]).toEqual([
      302,
      expect.stringContaining("/en/login?next="),
    ]);
    expect(foreign.status).toBe(404);
    expect(await imagesOf(mine.listingId)).toEqual([]);
  });
});

describe("arranging pictures without scripts", () => {
  const withThree = () => visitAsSeller(testDb, site, { listing: { pictures: ["front", "detail", "setting"] } });

  it("moves, describes, removes and puts back by plain forms", async () => {
    const visit = await withThree();
    const { listingId } = visit;
    const [first = "", second = "", third = ""] = await imagesOf(listingId);

    await post(visit, page(listingId, "/move"), { imageId: first, direction: "later" });
    expect(await imagesOf(listingId)).toEqual([second, first, third]);
    await post(visit, page(listingId, "/order"), { imageIds: [third, second, first] });
    expect(await imagesOf(listingId)).toEqual([third, second, first]);
    await post(visit, page(listingId, `/${first}`), { view: "scale" });
    const removed = await post(visit, page(listingId, `/${second}/remove`));
    expect(removed.headers.get("location")).toBe(page(listingId, `?removed=${second}`));
    const html = await (await visit.ask(removed.headers.get("location") ?? "")).text();
    expect(html).toContain(page(listingId, `/${second}/restore`));
    expect(await imagesOf(listingId)).toEqual([third, first]);
    await post(visit, page(listingId, `/${second}/restore`));

    expect(await imagesOf(listingId)).toEqual([third, second, first]);
    const row = await testDb.selectFrom("listingImages").select("view").where("id", "=", first).executeTakeFirst();
    expect(row?.view).toBe("scale");
  });

  it("moves once when a button is pressed twice", async () => {
    const visit = await withThree();
    const { listingId } = visit;
    const [first = "", second = "", third = ""] = await imagesOf(listingId);
    const fields = { formKey: newKey(), imageId: first, direction: "later" };
    const press = () => visit.ask(page(listingId, "/move"), { method: "POST", body: new URLSearchParams(fields) });

    await Promise.all([press(), press()]);

    expect(await imagesOf(listingId)).toEqual([second, first, third]);
  });

  it("says on the page what was refused", async () => {
    const visit = await withThree();
    const { listingId } = visit;
    const answer = await post(visit, page(listingId, "/order"), {
      imageIds: await imagesOf(listingId).then(([one = ""]) => one),
    });
    const html = await (await visit.ask(answer.headers.get("location") ?? "")).text();
    expect(html).toContain("has changed the pictures meanwhile");
  });

  it("is missing for another shop, and changes nothing", async () => {
    const [mine, other] = [await withThree(), await withThree()];
    const { listingId } = mine;
    const images = await imagesOf(listingId);
    const [first = ""] = images;

    expect((await other.ask(page(listingId))).status).toBe(404);
    await post(other, page(listingId, "/move"), { imageId: first, direction: "later" });
    await post(other, page(listingId, "/order"), { imageIds: images.toReversed() });
    await post(other, page(listingId, `/${first}`), { view: "other" });
    await post(other, page(listingId, `/${first}/remove`));

    expect(await imagesOf(listingId)).toEqual(images);
  });
});
