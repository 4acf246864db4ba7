import { describe, expect, it } from "vitest";
import { listPersonalData, stepAsSeller } from "~/modules/inquiries/index.server";
import { makeBuyer, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { leaveInquiries } from "~tests/support/inquiry-traces";

async function makeKnown() {
  const buyer = await makeBuyer(testDb, { name: "Zemfira" });
  const known = { buyer, email: `${buyer.userId}@example.org`, word: unique(), clientAddress: unique() };
  return { ...known, ...(await leaveInquiries(known)) };
}

describe("the copy of what a person has asked and written", () => {
  it("has what she asked, as an account and as a guest with its mailbox, and no word of who takes her for spam", async () => {
    const { buyer, word, email } = await makeKnown();

    const { inquiries } = await listPersonalData(testDb, buyer.userId);

    const said = { name: `Zemfira ${word}`, company: `Company ${word}`, sourceDetail: word };
    const asked = (inquiries as { status: string; email: string | null }[]).toSorted((a, b) =>
      `${a.status} ${a.email}`.localeCompare(`${b.status} ${b.email}`),
    );
    expect(asked).toMatchObject([
      { ...said, email, status: "answered" },
      { ...said, email: null, status: "answered", destination: "DE", lines: [{ quantity: 40 }] },
      // A shop has blocked her: to her the thread is as it was.
      { ...said, email: null, status: "open" },
    ]);
  });

  it("has her words and the names of her files, in whosever thread, and none of the other side's", async () => {
    const { buyer, word } = await makeKnown();

    const { inquiryMessages } = await listPersonalData(testDb, buyer.userId);

    const written = inquiryMessages as { body: string; files: string[] }[];
    expect(written.map(({ body, files }) => [body, ...files].join(" | ")).toSorted()).toEqual(
      [
        `I am ${word} | ${word}.pdf`,
        `I am ${word} | ${word}-guest.pdf`,
        `I am ${word}`,
        `I am ${word}, too`,
      ].toSorted(),
    );
  });

  it("has what she wrote for a shop, words beside a deed included", async () => {
    const { buyer, team } = await makeKnown();
    const { inquiryId, member } = team;
    await stepAsSeller(testDb, member, newKey(), { inquiryId, deed: "not-spam", words: undefined });
    await stepAsSeller(testDb, member, newKey(), { inquiryId, deed: "decline", words: "Bu il yer yoxdur." });

    const { shopMessages } = await listPersonalData(testDb, buyer.userId);

    expect(shopMessages).toMatchObject([
      { words: "Martda da olar.", event: null },
      { words: "Bu il yer yoxdur.", event: "declined" },
    ]);
  });

  it("has her reports and what she said to reports of her", async () => {
    const { buyer, word } = await makeKnown();

    const { inquiryReports, inquiryStatements } = await listPersonalData(testDb, buyer.userId);

    expect(inquiryReports).toMatchObject([
      { reportedBy: "buyer", words: `I am ${word}` },
      { reportedBy: "seller", words: "Mağazanın sözü" },
    ]);
    expect(inquiryStatements).toMatchObject([{ words: `I am ${word}` }]);
  });

  it("has nothing of anybody else, and does not tell who has blocked her", async () => {
    const [mine, other] = [await makeKnown(), await makeKnown()];

    const copy = await listPersonalData(testDb, mine.buyer.userId);

    expect(Object.keys(copy)).toEqual([
      "inquiries",
      "inquiryMessages",
      "shopMessages",
      "inquiryReports",
      "inquiryStatements",
    ]);
    const all = JSON.stringify(copy);
    expect(all).not.toContain(other.word);
    expect(all).not.toContain(mine.sentOn.email);
    expect(all).not.toMatch(/"status":"spam"|block/);
  });

  it("has nothing of a guest whose mailbox the account has not shown to be its own", async () => {
    const { buyer, email } = await makeKnown();
    await testDb.updateTable("users").set({ emailVerified: false }).where("id", "=", buyer.userId).execute();

    const all = JSON.stringify(await listPersonalData(testDb, buyer.userId));

    expect(all).not.toContain(email);
    expect(all).not.toContain("-guest.pdf");
  });
});
