import { beforeAll, describe, expect, it } from "vitest";
import { erasePersonalData, findLink } from "~/modules/inquiries/index.server";
import { verifyAuditChain } from "~/platform/audit/audit.server";
import { files } from "~/platform/files/files.server";
import { destroyGivenUpPapers } from "~/platform/private-files/given-up.server";
import { FACTORY_NOW, makeBuyer, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { leaveInquiries } from "~tests/support/inquiry-traces";
import { tablesWith } from "~tests/support/tables-with";

const NOW = new Date(FACTORY_NOW.getTime() + 86_400_000);

async function makeKnown() {
  const buyer = await makeBuyer(testDb, { name: "Zemfira" });
  const known = { buyer, email: `${buyer.userId}@example.org`, word: unique(), clientAddress: `address ${unique()}` };
  return { ...known, ...(await leaveInquiries(known)) };
}

const inquiryOf = (inquiryId: string) =>
  testDb
    .selectFrom("inquiries")
    .select(["buyerUserId", "guestEmail", "buyerName", "company", "sourceDetail", "status", "waitsSince", "erasedAt"])
    .select("assignedTo")
    .where("id", "=", inquiryId)
    .executeTakeFirst();

const messagesOf = (inquiryId: string) =>
  testDb
    .selectFrom("inquiryMessages")
    .select(["side", "body", "event", "authorId", "memberId", "erasedAt"])
    .where("inquiryId", "=", inquiryId)
    .orderBy("position")
    .execute();

const casesOf = (inquiryId: string) =>
  testDb
    .selectFrom("inquiryCases")
    .select(["reportedBy", "reporterId", "reason", "words"])
    .where("inquiryId", "=", inquiryId)
    .orderBy("reportedBy")
    .execute();

const paperOf = (fileId: string) =>
  testDb
    .selectFrom("privateFiles")
    .select(["name", "ownerKind", "fileKey"])
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow();

const blocksIn = (inquiryId: string) =>
  testDb
    .selectFrom("contactBlocks")
    .select(["userId", "emailDigest", "blockedBy"])
    .where("inquiryId", "=", inquiryId)
    .execute();

const NOBODY = { buyerUserId: null, guestEmail: null, buyerName: null, company: null, sourceDetail: null };

describe("what is left of a person in inquiries when she has gone", () => {
  let known: Awaited<ReturnType<typeof makeKnown>>;
  beforeAll(async () => {
    known = await makeKnown();
    // Lifted long ago: it holds nobody, and is of her all the same.
    const { inquiryId, seller } = known.asked;
    const lifted = { userId: known.buyer.userId, inquiryId, sellerId: seller.sellerId, blockedAt: NOW, liftedAt: NOW };
    await testDb.insertInto("contactBlocks").values(lifted).execute();
    await testDb.transaction().execute((trx) => erasePersonalData(trx, known.buyer.userId, NOW));
  });

  it("is none of her words, in any table", async () => {
    // Letters to her are taken away by the closing of the account.
    expect(await tablesWith(known.word)).toEqual(["mailbox_messages"]);
  });

  it("is a thread that names nobody, and that waits for nothing", async () => {
    const [asked, asGuest] = [await inquiryOf(known.asked.inquiryId), await inquiryOf(known.asGuest.inquiryId)];
    expect(asked).toMatchObject({ ...NOBODY, status: "closed", waitsSince: null, erasedAt: NOW });
    expect(asGuest).toMatchObject({ ...NOBODY, status: "closed", erasedAt: NOW });
  });

  it("is still spam where it was that", async () => {
    expect(await inquiryOf(known.blocked.inquiryId)).toMatchObject({ ...NOBODY, status: "spam" });
  });

  it("is nothing of what waited for the link in her mailbox", async () => {
    expect(await inquiryOf(known.unconfirmed.inquiryId)).toBeUndefined();
  });

  it("is what the shop wrote; of her own messages only that they were there", async () => {
    const messages = await messagesOf(known.asked.inquiryId);
    expect(messages).toMatchObject([
      { side: "buyer", body: null, authorId: null, erasedAt: NOW },
      { side: "seller", body: "Bəli, altı həftəyə.", authorId: known.asked.seller.userId, erasedAt: null },
    ]);
  });

  it("is nothing of what she wrote in a thread of which the link was sent on to her; its owner's words stay", async () => {
    const messages = await messagesOf(known.sentOn.inquiryId);
    expect(messages).toMatchObject([
      { side: "buyer", body: "Can you make forty of these for our café?", erasedAt: null },
      { side: "buyer", body: null, authorId: null, erasedAt: NOW },
    ]);
    expect(await inquiryOf(known.sentOn.inquiryId)).toMatchObject({ guestEmail: known.sentOn.email, erasedAt: null });
  });

  it("is no translation of what she wrote", async () => {
    const rows = await testDb
      .selectFrom("inquiryTranslations")
      .select("messageId")
      .where("messageId", "=", known.asked.messageId)
      .execute();
    expect(rows).toEqual([]);
  });

  it("is none of her files; the shop's stays", async () => {
    const hers = [known.asked.fileId, known.asGuest.fileId, known.unconfirmed.fileId];
    for (const fileId of hers) {
      expect(await paperOf(fileId)).toMatchObject({ name: "destroyed", ownerKind: "given-up" });
    }
    const keys = await Promise.all(hers.map(async (fileId) => (await paperOf(fileId)).fileKey ?? ""));
    expect(await files().read(keys[0] ?? "")).toBeDefined();

    await destroyGivenUpPapers(testDb, files(), NOW);

    for (const key of keys) expect(await files().read(key)).toBeUndefined();
    for (const fileId of hers) expect((await paperOf(fileId)).fileKey).toBeNull();
    const { ownerKind, fileKey } = await paperOf(known.asked.answerFileId);
    expect(ownerKind).toBe("inquiry");
    expect(await files().read(fileKey ?? "")).toBeDefined();
  });

  it("is no link and no browser by which her thread opens", async () => {
    const { asGuest } = known;
    expect(await findLink(testDb, asGuest.token, "en", FACTORY_NOW)).toMatchObject({ refusal: "link-missing" });
    for (const table of ["inquiryLinks", "guestAccesses"] as const) {
      const rows = await testDb
        .selectFrom(table)
        .select("createdAt")
        .where("inquiryId", "=", asGuest.inquiryId)
        .execute();
      expect(rows).toEqual([]);
    }
  });

  it("is nothing that she was to be told, as a buyer, a guest or of a team", async () => {
    const rows = await testDb
      .selectFrom("inquiryNotices")
      .select("id")
      .where((eb) =>
        eb.or([
          eb("userId", "=", known.buyer.userId),
          eb.and([eb("userId", "is", null), eb("inquiryId", "=", known.asGuest.inquiryId)]),
        ]),
      )
      .execute();
    expect(rows).toEqual([]);
  });

  it("is that somebody reported a thread and why, without her words; what was said of her stays", async () => {
    const cases = await casesOf(known.asked.inquiryId);
    expect(cases).toEqual([
      { reportedBy: "buyer", reporterId: null, reason: "other", words: null },
      { reportedBy: "seller", reporterId: known.asked.seller.userId, reason: "spam", words: "Eyni məktub" },
    ]);
    const statements = await testDb
      .selectFrom("inquiryStatements")
      .innerJoin("inquiryCases", "inquiryCases.id", "inquiryStatements.caseId")
      .select("inquiryStatements.id")
      .where("inquiryId", "=", known.asked.inquiryId)
      .execute();
    expect(statements).toEqual([]);
  });

  it("is for her team what she said for it, said by the shop", async () => {
    const { team } = known;
    const messages = await messagesOf(team.inquiryId);
    expect(messages.find(({ side }) => side === "seller")).toMatchObject({ body: "Martda da olar.", authorId: null });
    expect(messages.find(({ event }) => event === "assigned")).toMatchObject({ memberId: null });
    expect(messages.find(({ event }) => event === "blocked")).toMatchObject({ authorId: null });
    expect((await inquiryOf(team.inquiryId))?.assignedTo).toBeNull();
    expect(await casesOf(team.inquiryId)).toMatchObject([{ reporterId: null, words: "Mağazanın sözü" }]);
    expect(await blocksIn(team.inquiryId)).toEqual([
      { userId: team.inquirer.userId, emailDigest: null, blockedBy: null },
    ]);
  });

  it("is no block of her account", async () => {
    const left = await testDb
      .selectFrom("contactBlocks")
      .select("id")
      .where("userId", "=", known.buyer.userId)
      .execute();
    expect(left).toEqual([]);
  });

  it("is no form of hers", async () => {
    expect(await tablesWith(`inquiry ${known.buyer.userId}`)).toEqual([]);
    expect(await tablesWith(`inquirer ${known.buyer.userId}`)).toEqual([]);
    expect(await tablesWith(`seller ${known.team.seller.sellerId} ${known.buyer.userId}`)).toEqual([]);
  });

  it("is no address from which she wrote as a guest, and the chain of the log is whole", async () => {
    const left = await testDb
      .selectFrom("auditValues")
      .innerJoin("auditEntries", "auditEntries.id", "auditValues.entryId")
      .select(["action", "subjectKind"])
      .where("actorKind", "=", "guest")
      .where("clientAddress", "=", known.clientAddress)
      .execute();
    expect(left).toEqual([]);
    expect((await verifyAuditChain(testDb)).brokenAt).toBeUndefined();
  });
});
