import { describe, expect, it } from "vitest";
import { UPLOAD_OFFSET, UPLOAD_PART_BYTES } from "~/modules/catalog";
import { sendFile } from "~/ui/workspace/send-file";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePhoto } from "~tests/support/pictures";
import { visitAsSeller, type SellerVisit } from "~tests/support/seller-visit";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const photo = await makePhoto({ width: 1200, height: 1500, seed: 91 }, "png");

const beginning = (listingId: string, changes: Record<string, string> = {}) =>
  new URLSearchParams({ formKey: newKey(), purpose: "listing-picture", listingId, name: "a.png", ...changes });

async function begin({ ask, listingId }: SellerVisit, byteCount: number): Promise<string> {
  const body = beginning(listingId, { byteCount: String(byteCount) });
  const answer = await ask("/en/seller/uploads", { method: "POST", body });
  expect(answer.status).toBe(201);
  return answer.headers.get("location") ?? "";
}

const put = ({ ask }: SellerVisit, address: string, offset: number, part: Buffer) =>
  ask(address, { method: "PUT", headers: { [UPLOAD_OFFSET]: String(offset) }, body: new Uint8Array(part) });

const partAt = (offset: number) => photo.subarray(offset, offset + UPLOAD_PART_BYTES);
const offsetOf = (answer: Response) => Number(answer.headers.get(UPLOAD_OFFSET));
const countImages = async (listingId: string) =>
  (await testDb.selectFrom("listingImages").select("id").where("listingId", "=", listingId).execute()).length;

describe("an upload in parts", () => {
  it("is begun, sent, asked for and finished, and the picture hangs on its listing", async () => {
    const visit = await visitAsSeller(testDb, site);
    const address = await begin(visit, photo.length);
    expect(address).toMatch(/^\/en\/seller\/uploads\/[0-9a-f-]{36}$/);

    expect((await put(visit, address, 0, partAt(0))).status).toBe(204);
    const twice = await put(visit, address, 0, partAt(0));
    expect([twice.status, offsetOf(twice)]).toEqual([409, UPLOAD_PART_BYTES]);
    const asked = await visit.ask(address);
    expect([asked.status, offsetOf(asked)]).toEqual([204, UPLOAD_PART_BYTES]);
    expect((await visit.ask(address, { method: "POST" })).status).toBe(422);
    for (let offset = UPLOAD_PART_BYTES; offset < photo.length; offset += UPLOAD_PART_BYTES) {
      expect((await put(visit, address, offset, partAt(offset))).status).toBe(204);
    }
    const finished = [await visit.ask(address, { method: "POST" }), await visit.ask(address, { method: "POST" })];

    expect(finished.map(({ status }) => status)).toEqual([204, 204]);
    expect(await countImages(visit.listingId)).toBe(1);
    const html = await (await visit.ask(`/en/seller/listings/${visit.listingId}/pictures`)).text();
    expect(html).toContain("1 of 20 pictures");
  });

  it("is answered by a sentence in the person's language when it is no picture", async () => {
    const visit = await visitAsSeller(testDb, site);
    const address = (await begin(visit, 4)).replace("/en/", "/az/");
    await put(visit, address, 0, Buffer.from("text"));

    const refused = await visit.ask(address, { method: "POST" });

    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Bu fayl şəkil deyil");
  });

  it("that is given up is gone", async () => {
    const visit = await visitAsSeller(testDb, site);
    const address = await begin(visit, photo.length);

    expect((await visit.ask(address, { method: "DELETE" })).status).toBe(204);

    expect((await visit.ask(address)).status).toBe(410);
    expect((await put(visit, address, 0, partAt(0))).status).toBe(404);
  });

  it.each([
    [{ byteCount: "15000001" }, "15 MB"],
    [{ byteCount: "-1" }, "could not be read"],
    [{ byteCount: "9", purpose: "somebody-elses-cover" }, "could not be read"],
    [{ byteCount: "9", listingId: "no-listing" }, "could not be read"],
  ])("is not begun with %j", async (changes, sentence) => {
    const visit = await visitAsSeller(testDb, site);
    const body = beginning(visit.listingId, changes);

    const answer = await visit.ask("/en/seller/uploads", { method: "POST", body });

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
  });

  it.each([
    [{}, Buffer.from("no offset")],
    [{ [UPLOAD_OFFSET]: "0.5" }, Buffer.from("half a byte")],
    [{ [UPLOAD_OFFSET]: "0" }, Buffer.alloc(UPLOAD_PART_BYTES + 1)],
    [{ [UPLOAD_OFFSET]: "0" }, Buffer.alloc(0)],
  ])("takes no part with %j", async (headers, body) => {
    const visit = await visitAsSeller(testDb, site);
    const address = await begin(visit, photo.length);
    const answer = await visit.ask(address, { method: "PUT", headers, body: new Uint8Array(body) });
    expect(answer.status).toBe(422);
    expect(offsetOf(await visit.ask(address))).toBe(0);
  });
});

describe("an upload of another shop", () => {
  it("is missing: to read, to add to, to finish, to give up", async () => {
    const [mine, other] = [await visitAsSeller(testDb, site), await visitAsSeller(testDb, site)];
    const address = await begin(mine, photo.length);

    const answers = [
      await other.ask(address),
      await put(other, address, 0, partAt(0)),
      await other.ask(address, { method: "POST" }),
    ];
    await other.ask(address, { method: "DELETE" });

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(offsetOf(await mine.ask(address))).toBe(0);
  });

  it("is not begun for its listing", async () => {
    const [mine, other] = [await visitAsSeller(testDb, site), await visitAsSeller(testDb, site)];
    const body = beginning(mine.listingId, { byteCount: "9" });
    const answer = await other.ask("/en/seller/uploads", { method: "POST", body });
    expect([answer.status, await answer.text()]).toEqual([422, "This listing is not there any more."]);
  });

  it("asks who is not signed in to sign in", async () => {
    const mine = await visitAsSeller(testDb, site);
    const address = await begin(mine, photo.length);
    const part = await site.ask(address, { method: "PUT", body: "x", headers: { [UPLOAD_OFFSET]: "0" } });
    expect(await part.text()).toContain("You are no longer signed in");
    expect(offsetOf(await mine.ask(address))).toBe(0);
  });
});

describe("the browser's part of it", () => {
  /** A line that breaks: `lose` says whether an answer, or the request itself, is lost. */
  function makeSending(visit: SellerVisit, lose: (count: number) => "request" | "answer" | undefined) {
    const log: string[] = [];
    const kept = new Map<string, string>();
    let count = 0;
    const line = async (address: string, init: RequestInit): Promise<Response> => {
      count += 1;
      const lost = lose(count);
      if (lost === "request") throw new TypeError("Failed to fetch");
      const { method, body } = init;
      const answer = await visit.ask(address, {
        method: method ?? "GET",
        body: body ?? null,
        headers: Object.fromEntries(new Headers(init.headers)),
      });
      if (lost === "answer") throw new TypeError("Failed to fetch");
      log.push(`${method} ${answer.status}`);
      return answer;
    };
    const sending = {
      beginAt: "/en/seller/uploads",
      fields: { purpose: "listing-picture", listingId: visit.listingId, name: "a.png" },
      signal: new AbortController().signal,
      onProgress: () => {},
      onWaiting: () => {},
      line,
      isOnline: () => true,
      pauses: [1],
      memory: {
        read: () => kept.get("upload") ?? null,
        keep: (address: string) => void kept.set("upload", address),
        forget: () => void kept.delete("upload"),
      },
    };
    return { sending, log, kept };
  }
  const file = new Blob([new Uint8Array(photo)]);

  it("loses nothing when every other request or answer is lost", async () => {
    const visit = await visitAsSeller(testDb, site);
    const { sending, kept } = makeSending(visit, (count) => [undefined, "answer", "request"][count % 3] as "answer");

    expect(await sendFile(file, sending)).toEqual({ ok: true });

    expect(await countImages(visit.listingId)).toBe(1);
    expect(kept.size).toBe(0);
  });

  it("goes on where a reload broke it off", async () => {
    const visit = await visitAsSeller(testDb, site);
    const first = makeSending(visit, (count) => (count > 3 ? "request" : undefined));
    await expect(sendFile(file, { ...first.sending, mostTries: 2 })).rejects.toThrow("no connection");
    const second = makeSending(visit, () => undefined);

    const sent = await sendFile(file, { ...second.sending, memory: first.sending.memory });

    expect(sent).toEqual({ ok: true });
    expect(second.log.filter((line) => line.startsWith("PUT"))).toHaveLength(
      Math.ceil(photo.length / UPLOAD_PART_BYTES) - 2,
    );
  });

  it("brings back the server's sentence when the picture is refused", async () => {
    const visit = await visitAsSeller(testDb, site);
    const { sending } = makeSending(visit, () => undefined);

    const sent = await sendFile(new Blob(["GIF89a and more"]), sending);

    expect(sent).toMatchObject({
      ok: false,
      status: 422,
      sentence: expect.stringContaining("Save the picture as JPEG"),
    });
  });
});
