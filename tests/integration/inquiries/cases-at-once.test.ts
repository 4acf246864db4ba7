import { describe, expect, it } from "vitest";
import {
  blockBuyer,
  decideInquiryCase,
  reportAsSeller,
  stepAsSeller,
  submitInquiry,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { MOST_CASE_STATEMENTS } from "~/modules/inquiries/cases/types";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Trx } from "~/platform/db/db.server";
import { FACTORY_NOW, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeInquiry, READER } from "~tests/support/inquiry";
import { answer, caseOf, decide, FACTS, makeCase, makeReviewer, report, WORDS } from "~tests/support/inquiry-case";
import { waitFor } from "~tests/support/waiting";

const DONE = { ok: true, value: null };
const no = (refusal: string) => ({ ok: false, refusal });

type Held = { inquiryId: string; caseId: string; itemId: string; sellerId: string };

/** What deeds about a thread hold, in the order in which all of them take it. */
const ORDER: readonly [name: string, hold: (trx: Trx, held: Held) => Promise<unknown>][] = [
  ["the thread", (trx, { inquiryId }) => lock(trx, "inquiries", inquiryId)],
  ["its case", (trx, { caseId }) => lock(trx, "inquiryCases", caseId)],
  [
    "the shop",
    (trx, { sellerId }) => trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forNoKeyUpdate().execute(),
  ],
  ["what waits", (trx, { itemId }) => lock(trx, "reviewItems", itemId)],
  [
    "the audit log",
    (trx, { inquiryId }) =>
      recordAudit(trx, {
        actor: { kind: "system", id: undefined },
        action: "test",
        subject: { kind: "inquiry", id: inquiryId },
      }),
  ],
];

const lock = (trx: Trx, table: "inquiries" | "inquiryCases" | "reviewItems", id: string) =>
  trx.selectFrom(table).select("id").where("id", "=", id).forUpdate().execute();

type Made = Awaited<ReturnType<typeof makeCase>>;

const DEEDS: readonly [
  who: string,
  (made: Made) => Promise<() => Promise<{ ok: boolean }>>,
  held: readonly string[],
][] = [
  [
    "who stops a thread",
    async (made) => {
      const staff = await makeReviewer(made.itemId);
      return () => decide(made, { staff, outcome: "stopped", subjectVersion: 1 });
    },
    ["the thread", "its case", "what waits", "the shop"],
  ],
  ["who reports it, too", async (made) => () => report(made, "seller"), ["the thread"]],
  ["who answers a report", async (made) => () => answer(made, "buyer", "Belə deyil."), ["its case", "what waits"]],
  [
    "who blocks a buyer",
    async ({ seller, inquiryId }) =>
      () =>
        blockBuyer(testDb, seller, newKey(), inquiryId, FACTORY_NOW),
    ["the thread", "the shop"],
  ],
  [
    "who takes a thread for spam",
    async ({ seller, inquiryId }) =>
      () =>
        stepAsSeller(testDb, seller, newKey(), { inquiryId, deed: "mark-spam", words: undefined }, FACTORY_NOW),
    ["the thread", "the shop"],
  ],
  [
    "who answers first",
    async ({ seller, inquiryId }) =>
      () =>
        writeAsSeller(testDb, seller, newKey(), { inquiryId, body: "Salam", locale: "az", pressed: [] }, FACTORY_NOW),
    ["the thread", "the shop"],
  ],
  [
    "who asks",
    async ({ buyer, listing }) =>
      () =>
        submitInquiry(
          testDb,
          { buyer, clientAddress: unique(), reader: READER },
          newKey(),
          askOf(listing),
          FACTORY_NOW,
        ),
    ["the shop"],
  ],
];

describe.each(DEEDS)("%s", (_who, make, held) => {
  it.each(ORDER.filter(([name]) => held.includes(name)))(
    "waits for %s before anything that is taken after it is held",
    async (name, hold) => {
      const made = await makeCase("buyer");
      const deed = await make(made);
      const about = { ...made, sellerId: made.seller.sellerId };
      const after = ORDER.slice(ORDER.findIndex(([own]) => own === name) + 1);

      const done = await waitFor(
        (trx) => hold(trx, about),
        deed,
        async (trx) => {
          for (const [, take] of after) await take(trx, about);
        },
      );

      expect(done.ok).toBe(true);
    },
  );
});

const casesOf = (inquiryId: string) =>
  testDb.selectFrom("inquiryCases").select("status").where("inquiryId", "=", inquiryId).execute();

describe("at the same moment", () => {
  it("two reports of one side open one case", async () => {
    const asked = await makeInquiry();
    const words = { inquiryId: asked.inquiryId, reason: "fraud" as const, words: WORDS };

    const second = await waitFor(
      (trx) => reportAsSeller(trx, asked.seller, newKey(), words, FACTORY_NOW),
      () => report(asked, "seller"),
    );

    expect(second).toEqual(no("already-reported"));
    expect(await casesOf(asked.inquiryId)).toHaveLength(1);
  });

  it("a buyer who is being erased does not report any more", async () => {
    const asked = await makeInquiry();
    const gone = { buyerUserId: null, buyerName: null, erasedAt: FACTORY_NOW };

    const reported = await waitFor(
      (trx) => trx.updateTable("inquiries").set(gone).where("id", "=", asked.inquiryId).execute(),
      () => report(asked, "buyer"),
    );

    expect(reported).toEqual(no("inquiry-missing"));
    expect(await casesOf(asked.inquiryId)).toEqual([]);
  });

  it("nobody is blocked who is being erased", async () => {
    const { seller, inquiryId } = await makeInquiry();
    const gone = { buyerUserId: null, buyerName: null, erasedAt: FACTORY_NOW };

    const blocked = await waitFor(
      (trx) => trx.updateTable("inquiries").set(gone).where("id", "=", inquiryId).execute(),
      () => blockBuyer(testDb, seller, newKey(), inquiryId, FACTORY_NOW),
    );

    expect(blocked).toEqual(no("nobody-there"));
  });

  it("the other side says no more than can be read", async () => {
    const made = await makeCase("buyer");
    const all = Array.from({ length: MOST_CASE_STATEMENTS + 2 }, (_, at) => answer(made, "buyer", `Söz ${at}`));
    const results = await Promise.all(all);
    expect(results.filter(({ ok }) => ok)).toHaveLength(MOST_CASE_STATEMENTS);
  });

  it("of words and a decision the second gives way to the first", async () => {
    const [decidedFirst, saidFirst] = [await makeCase("buyer"), await makeCase("buyer")];
    const staff = await makeReviewer(decidedFirst.itemId);
    const decision = { outcome: "warned", rule: "no_fraud", facts: FACTS, isUnheard: true, subjectVersion: 1 } as const;

    const late = await waitFor(
      (trx) => decideInquiryCase(trx, staff, newKey(), { ...decision, itemId: decidedFirst.itemId }, FACTORY_NOW),
      () => answer(decidedFirst, "buyer", "Gec."),
    );
    expect(late).toEqual(no("case-missing"));

    const [answered, decided] = await Promise.all([
      answer(saidFirst, "buyer", "Belə deyil."),
      decide(saidFirst, { subjectVersion: 1 }),
    ]);
    expect(decided.ok).toBe(!answered.ok);
  });

  it("a case is decided once", async () => {
    const made = await makeCase("buyer");
    const staff = await makeReviewer(made.itemId);
    const decision = { outcome: "warned", rule: "no_fraud", facts: FACTS, isUnheard: true, subjectVersion: 1 } as const;

    const second = await waitFor(
      (trx) => decideInquiryCase(trx, staff, newKey(), { ...decision, itemId: made.itemId }, FACTORY_NOW),
      () => decide(made, { staff, subjectVersion: 1 }),
    );

    expect(second).toEqual(no("case-missing"));
  });

  it("a thread about which two cases are decided is stopped once", async () => {
    const made = await makeCase("buyer");
    await report(made, "seller");
    const other = await caseOf(made.inquiryId, "seller");
    const [one, two] = [await makeReviewer(made.itemId), await makeReviewer(other.itemId)];
    const decision = {
      outcome: "stopped",
      rule: "no_fraud",
      facts: FACTS,
      isUnheard: true,
      subjectVersion: 1,
    } as const;

    const second = await waitFor(
      (trx) => decideInquiryCase(trx, one, newKey(), { ...decision, itemId: made.itemId }, FACTORY_NOW),
      () => decide(other, { staff: two, outcome: "stopped", subjectVersion: 1 }),
    );

    expect(second).toEqual(DONE);
    const notes = await testDb
      .selectFrom("inquiryMessages")
      .select("event")
      .where("inquiryId", "=", made.inquiryId)
      .where("event", "=", "stopped_by_staff")
      .execute();
    expect(notes).toHaveLength(1);
  });
});
