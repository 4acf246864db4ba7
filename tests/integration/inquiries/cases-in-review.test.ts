import { describe, expect, it } from "vitest";
import {
  blockBuyer,
  findSellersThread,
  openCaseInReview,
  postAsBuyer,
  readFileAsStaff,
} from "~/modules/inquiries/index.server";
import { claimReview, openReview, releaseReview } from "~/modules/reviews/index.server";
import { files } from "~/platform/files/files.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeStaff, unique } from "~db/factories";
import { DOT, withFiles } from "~tests/support/ask-form";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { decide, makeCase, makeReviewer } from "~tests/support/inquiry-case";

const PAGE = { before: undefined, lang: "az" as const };
const MISSING = { ok: false, refusal: "paper-missing" };

const open = (staff: StaffActor, { itemId }: { itemId: string }, now = FACTORY_NOW) =>
  openCaseInReview(testDb, staff, itemId, PAGE, now);

const readings = async (subjectId: string, action: string) =>
  testDb
    .selectFrom("auditEntries")
    .select(["actorKind", "actorId"])
    .where("subjectId", "=", subjectId)
    .where("action", "=", action)
    .execute();

const read = ({ inquiryId }: { inquiryId: string }) =>
  testDb
    .selectFrom("inquiries")
    .select(["sellerRead", "sellerReadAt", "buyerRead", "buyerReadAt"])
    .where("id", "=", inquiryId)
    .executeTakeFirstOrThrow();

type Made = Awaited<ReturnType<typeof makeCase>>;

/** Sends a picture in a thread. @returns the file's id */
async function sendFile({ inquirer, seller, inquiryId }: Made): Promise<string> {
  const picture = new File([DOT], "link.png", { type: "image/png" });
  const posted = withFiles({ formKey: newKey(), body: "Look" }, [picture]);
  const post = { posted, inquiryId, lang: "en" as const, clientAddress: unique() };
  await postAsBuyer(testDb, files(), inquirer, post, FACTORY_NOW);
  const thread = await findSellersThread(testDb, { ...seller, inquiryId }, PAGE, FACTORY_NOW);
  const fileId = thread?.messages.flatMap((message) => message.files)[0]?.fileId;
  if (fileId === undefined) throw new Error("the file was not sent");
  return fileId;
}

describe("a thread that was reported", () => {
  it("is read by who holds the case, each time in the log, and looks to its sides as before", async () => {
    const made = await makeCase();
    await blockBuyer(testDb, made.seller, newKey(), made.inquiryId, FACTORY_NOW);
    const before = await read(made);
    const staff = await makeReviewer(made.itemId);

    const [first] = [await open(staff, made), await open(staff, made)];

    expect(first).toMatchObject({ isMine: true, sellerId: made.seller.sellerId });
    // What is between the shop and the Federation, too.
    expect(first?.thread?.messages.map(({ event }) => event)).toEqual([undefined, "marked_spam", "blocked"]);
    const entry = { actorKind: "staff", actorId: staff.userId };
    expect(await readings(made.inquiryId, "read-thread")).toEqual([entry, entry]);
    expect(await read(made)).toEqual(before);
  });

  it("is hidden from who does not hold the case, has let it go, or held it too long", async () => {
    const made = await makeCase();
    const colleague = await makeStaff(testDb, "reviewer");
    expect(await open(colleague, made)).toMatchObject({
      isMine: false,
      thread: undefined,
      report: { reason: "fraud" },
    });

    const staff = await makeReviewer(made.itemId);
    expect((await open(colleague, made))?.thread).toBeUndefined();
    expect((await open(staff, made, new Date(FACTORY_NOW.getTime() + 86_400_000)))?.thread).toBeUndefined();
    await releaseReview(testDb, staff, made.itemId);
    expect((await open(staff, made))?.thread).toBeUndefined();

    expect(await readings(made.inquiryId, "read-thread")).toEqual([]);
  });

  it("is not to be read after the decision, nor by an item of another queue", async () => {
    const made = await makeCase();
    const staff = await makeReviewer(made.itemId);
    const about = { queue: "sellers", subjectId: made.caseId, subjectVersion: 1, workingDays: 1 };
    const other = await testDb.transaction().execute((trx) => openReview(trx, about, FACTORY_NOW));
    await claimReview(testDb, staff, other.itemId, FACTORY_NOW);
    expect(await open(staff, other)).toBeUndefined();

    await decide(made, { staff });

    expect(await open(staff, made)).toBeUndefined();
    expect(await readings(made.inquiryId, "read-thread")).toEqual([]);
  });

  it("has files that who holds the case opens, which is in the log, and nobody else", async () => {
    const [made, other] = [await makeCase(), await makeCase()];
    const [fileId, others] = [await sendFile(made), await sendFile(other)];
    const staff = await makeReviewer(made.itemId);
    const openFile = (who: StaffActor, id: string) =>
      readFileAsStaff(testDb, files(), who, { itemId: made.itemId, fileId: id }, FACTORY_NOW);

    expect(await openFile(staff, fileId)).toMatchObject({ ok: true, value: { name: "link.png" } });
    expect(await openFile(staff, others)).toEqual(MISSING);
    expect(await openFile(await makeStaff(testDb, "reviewer"), fileId)).toEqual(MISSING);
    expect(await readings(fileId, "read-paper")).toEqual([{ actorKind: "staff", actorId: staff.userId }]);
    await decide(made, { staff });
    expect(await openFile(staff, fileId)).toEqual(MISSING);
  });
});
