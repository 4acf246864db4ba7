import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { PAPER_TYPES, type PaperType } from "~/platform/private-files/look-at-paper.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";
import { destroyPapers, listPapers, readPaper, storePaper } from "~/platform/private-files/private-files.server";
import { seal, unseal } from "~/platform/private-files/seal";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makePdf } from "~tests/support/papers";

const newOwner = () => ({ kind: "seller", id: randomUUID() });
const reader = { kind: "staff" as const, id: "reviewer-1" };
const store = (owner: { kind: string; id: string }, name = "VÖEN şəhadətnaməsi.pdf", content = makePdf()) =>
  storePaper(testDb, files(), { owner, purpose: "registration", name, content }, FACTORY_NOW);

async function stored(owner: { kind: string; id: string }, name?: string): Promise<string> {
  const result = await store(owner, name);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.paperId;
}

const filesThere = () => readdirSync(join(env.FILES_DIR, "private"), { withFileTypes: true }).length;

describe("a paper", () => {
  it("comes back as it was, and each reading of it is recorded with who read whose", async () => {
    const owner = newOwner();
    const paperId = await stored(owner);

    const opened = await readPaper(testDb, files(), reader, { paperId, owner });

    expect(opened).toMatchObject({
      ok: true,
      value: { name: "VÖEN şəhadətnaməsi.pdf", contentType: "application/pdf" },
    });
    expect(opened.ok && opened.value.content.equals(makePdf())).toBe(true);
    const entries = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["action", "actorId", "after"])
      .where("subjectId", "=", paperId)
      .execute();
    expect(entries).toEqual([{ action: "read-paper", actorId: "reviewer-1", after: { owner: `seller ${owner.id}` } }]);
  });

  it("is missing for another owner, and nobody is recorded to have read it", async () => {
    const paperId = await stored(newOwner());

    expect(await readPaper(testDb, files(), reader, { paperId, owner: newOwner() })).toEqual({
      ok: false,
      refusal: "paper-missing",
    });
    const entries = await testDb.selectFrom("auditEntries").select("id").where("subjectId", "=", paperId).execute();
    expect(entries).toEqual([]);
  });

  it("lies in the file store so that nobody reads it there, twice the same in two ways", async () => {
    const owner = newOwner();
    const [first, second] = [await stored(owner), await stored(owner)];
    const raw = async (paperId: string) => (await files().read(`private/${paperId}`))?.content ?? Buffer.alloc(0);

    expect((await raw(first)).includes("%PDF")).toBe(false);
    expect((await raw(first)).equals(await raw(second))).toBe(false);
  });

  it("that was changed or exchanged in the file store is not shown", async () => {
    const owner = newOwner();
    const [mine, other] = [await stored(owner), await stored(newOwner())];
    const foreign = (await files().read(`private/${other}`))?.content ?? Buffer.alloc(0);

    await files().put(`private/${mine}`, foreign, "application/octet-stream");

    await expect(readPaper(testDb, files(), reader, { paperId: mine, owner })).rejects.toThrow(/authenticate/);
  });

  it("that is refused leaves nothing behind, in the file store or in the table", async () => {
    await stored(newOwner());
    const owner = newOwner();
    const before = filesThere();

    const refused = await store(owner, "hostile.pdf", makePdf({ objects: ["<< /S /JavaScript >>"] }));

    expect(refused).toEqual({ ok: false, refusal: "active-content" });
    expect(filesThere()).toBe(before);
    expect(await listPapers(testDb, owner, "registration")).toEqual([]);
  });

  it("that cannot be noted leaves nothing in the file store", async () => {
    await stored(newOwner());
    const before = filesThere();

    await expect(store({ kind: "Not A Kind", id: "1" })).rejects.toThrow(/private_files/);

    expect(filesThere()).toBe(before);
  });

  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\Aygün\\paper.pdf", "paper.pdf"],
    ["\u202Efdp.exe", "fdp.exe"],
    ["\r\nSet-Cookie: a=b", "Set-Cookie: a=b"],
    ["", "file"],
    ["ə".repeat(300), "ə".repeat(200)],
  ])("called %j is kept as %j", async (given, kept) => {
    const owner = newOwner();
    await stored(owner, given);
    expect((await listPapers(testDb, owner, "registration"))[0]?.name).toBe(kept);
  });

  it("is destroyed with the others of its owner, and with nobody else's", async () => {
    const [owner, other] = [newOwner(), newOwner()];
    const [mine, theirs] = [await stored(owner), await stored(other)];

    expect(await destroyPapers(testDb, files(), owner)).toBe(1);

    expect(await files().has(`private/${mine}`)).toBe(false);
    expect(await files().has(`private/${theirs}`)).toBe(true);
    expect(await readPaper(testDb, files(), reader, { paperId: mine, owner })).toMatchObject({ ok: false });
    expect(await destroyPapers(testDb, files(), owner)).toBe(0);
  });

  it("is answered so that no cache keeps it and nothing in it runs", () => {
    const name = 'a"b\u0000ə.pdf';
    const { headers } = paperAnswer({ name, contentType: "application/pdf", content: makePdf() });

    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-disposition")).toBe(`inline; filename="a_b_.pdf"; filename*=UTF-8''a%22b%00%C9%99.pdf`);
  });
});

describe("a paper in the policy of its answer", () => {
  const policyOf = (contentType: PaperType) =>
    paperAnswer({ name: "a", contentType, content: makePdf() }).headers.get("content-security-policy");

  it("loads nothing, and is framed by this site alone", () => {
    for (const contentType of PAPER_TYPES) {
      expect(policyOf(contentType)).toContain("default-src 'none'");
      expect(policyOf(contentType)).toContain("frame-ancestors 'self'");
    }
  });

  it("is in a sandbox as a picture; as a PDF it is not, since browsers show none in a sandbox", () => {
    expect(policyOf("image/jpeg")).toContain("sandbox");
    expect(policyOf("image/png")).toContain("sandbox");
    expect(policyOf("application/pdf")).not.toContain("sandbox");
  });
});

describe("a seal", () => {
  const content = Buffer.from("registration");
  const secret = "s".repeat(32);

  it("opens under its own name and with its own secret only", () => {
    const sealed = seal(content, "private/a", secret);

    expect(unseal(sealed, "private/a", secret).equals(content)).toBe(true);
    expect(() => unseal(sealed, "private/b", secret)).toThrow(/authenticate/);
    expect(() => unseal(sealed, "private/a", "t".repeat(32))).toThrow("another key");
  });

  it.each([4, 12, 30, 41])("does not open when byte %i was changed", (at) => {
    const sealed = seal(content, "private/a", secret);
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    expect(() => unseal(sealed, "private/a", secret)).toThrow(/authenticate|another key/);
  });

  it("refuses what was never sealed", () => {
    expect(() => unseal(Buffer.from("plain"), "private/a", secret)).toThrow("no sealed file");
  });
});
