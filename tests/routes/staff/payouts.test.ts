import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  approvePayoutBatch,
  erasePersonalData,
  findBatch,
  payoutsDesk,
  preparePayoutBatch,
} from "~/modules/payments/index.server";
import { bookEntries } from "~/modules/payments/ledger/entries.server";
import { loader as batchPage } from "~/routes/staff/payout-batch";
import { action as deed } from "~/routes/staff/payout-batch-deed";
import { action as prepare } from "~/routes/staff/prepare-payouts";
import { loader as desk } from "~/routes/staff/payouts";
import { loader as ledger } from "~/routes/staff/ledger";
import { action as setTerms, loader as termsPage } from "~/routes/staff/seller-terms";
import { loader as payoutsPage } from "~/routes/seller/payouts";
import { loader as statementPaper } from "~/routes/seller/statement-paper";
import { loader as statementFile } from "~/routes/seller/statement-file";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { env } from "~/platform/env.server";
import { dayInBaku } from "~/platform/calendar";
import { makeApprovedSeller, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { AT } from "~tests/support/ledger";
import { signIn } from "~tests/support/sign-in";

const [first, second] = [await makeStaff(testDb, "treasurer"), await makeStaff(testDb, "treasurer")];

type Run = (args: never) => Promise<unknown>;

async function ask(
  run: Run,
  userId: string,
  path: string,
  params: Record<string, string> = {},
  body?: Record<string, string>,
) {
  const cookie = await signIn(testDb, userId);
  const request = new Request(`${env.SITE_URL}/en${path}`, {
    headers: { cookie },
    ...(body ? { method: "POST", body: new URLSearchParams({ formKey: randomUUID(), ...body }) } : {}),
  });
  const context = { karvan: { requestId: "test", cspNonce: "nonce", cache: "unset" } };
  return run({ request, params: { lang: "en", ...params }, context } as never).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
}
const locationOf = (answer: unknown) => (answer as Response).headers.get("location") ?? "";

async function owe(currency: string, amount: number) {
  const { sellerId } = await makeApprovedSeller(testDb, { name: "Lahıc Mis" });
  const iban = "AZ21NABZ00000000137010001944";
  await testDb.updateTable("sellers").set({ iban }).where("id", "=", sellerId).execute();
  const postings = [
    { account: "bank" as const, currency, amountMinor: BigInt(amount) },
    { account: "seller_payable" as const, currency, amountMinor: BigInt(-amount) },
  ];
  const entry = { kind: "release" as const, source: { kind: "test", id: randomUUID() }, sellerId, postings };
  await testDb.transaction().execute((trx) => bookEntries(trx, [entry], AT));
  return sellerId;
}

describe("the treasurer's pages", () => {
  it("lead from what is due to a batch that a second person approves, and say why the first may not", async () => {
    await owe("CHF", 9_200);
    expect(JSON.stringify(await ask(desk, first.userId, "/staff/payouts"))).toMatch(/CHF.92"/);
    const made = await ask(prepare, first.userId, "/staff/payouts/prepare", {}, { currency: "CHF" });
    const id = /payouts\/([0-9a-f-]{36})/.exec(locationOf(made))?.[1] ?? "";

    const own = await ask(deed, first.userId, "", { id, deed: "approve" }, {});
    expect(locationOf(own)).toContain("refused=same-person");
    const shown = await ask(batchPage, first.userId, `/staff/payouts/${id}?refused=same-person`, { id });
    expect(shown).toMatchObject({ refusal: "Paketi hazırlayan onu təsdiqləyə bilməz.", batch: { canApprove: false } });

    const approved = await ask(deed, second.userId, "", { id, deed: "approve" }, {});
    expect(locationOf(approved)).toContain("news=approve");
    expect(await ask(batchPage, first.userId, `/staff/payouts/${id}?news=approve`, { id })).toMatchObject({
      news: "Paket təsdiqləndi. İndi bank faylını hazırlamaq olar.",
      batch: { executedOn: expect.stringMatching(/^\d+ \p{L}+ \d{4}$/u) as string },
    });
    expect(await findBatch(testDb, id)).toMatchObject({ status: "approved" });
    // The settings of tests name no account to pay from.
    const sent = await ask(deed, second.userId, "", { id, deed: "send" }, {});
    expect(locationOf(sent)).toContain("refused=provider-missing");
    // Nobody says by one press that the bank has paid all of it.
    expect(locationOf(await ask(deed, second.userId, "", { id, deed: "settle" }, {}))).toContain(
      "refused=not-confirmed",
    );
    expect(locationOf(await ask(deed, second.userId, "", { id, deed: "settle" }, { isSure: "on" }))).toContain(
      "refused=not-on-its-way",
    );
    expect(await ask(deed, second.userId, "", { id, deed: "burn" }, {})).toMatchObject({ status: 404 });
  });

  it("call a shop as their reader knows it", async () => {
    const sellerId = await owe("NOK", 100);
    await testDb
      .updateTable("sellerTexts")
      .set({ name: "Lahij Copper" })
      .where("sellerId", "=", sellerId)
      .where("locale", "=", "en")
      .execute();
    const { due } = (await ask(desk, first.userId, "/staff/payouts")) as { due: { rows: { name: string }[] }[] };
    expect(due.flatMap(({ rows }) => rows.map(({ name }) => name))).toContain("Lahıc Mis");
    const page = await runWithLocale("en", () => payoutsDesk(testDb, "en", 1));
    expect(page.due.flatMap(({ rows }) => rows.map(({ name }) => name))).toContain("Lahij Copper");
  });

  it("say when there is nobody to pay, and show the ledger", async () => {
    const made = await ask(prepare, first.userId, "/staff/payouts/prepare", {}, { currency: "JPY" });
    expect(locationOf(made)).toContain("refused=nobody-to-pay");
    expect(await ask(ledger, first.userId, "/staff/ledger")).toMatchObject({ differences: [] });
  });

  it("set terms in per cent, and give back what is none", async () => {
    const { sellerId: id } = await makeApprovedSeller(testDb);
    const terms = { revision: "0", commission: "7,5", holdDays: "3", depositShare: "20" };
    const wrong = await ask(setTerms, first.userId, "", { id }, { ...terms, commission: "51" });
    expect(wrong).toMatchObject({ init: { status: 422 } });
    await ask(setTerms, first.userId, "", { id }, terms);
    expect(await ask(termsPage, first.userId, "", { id })).toMatchObject({
      revision: 1,
      stored: { commission: "7.5", holdDays: "3", depositShare: "20" },
    });
    const late = await ask(setTerms, first.userId, "", { id }, terms);
    expect(JSON.stringify(late)).toContain("Şərtləri başqası dəyişib");
  });

  it("forget who pressed when her account is closed; what she approved stays approved", async () => {
    await owe("SEK", 100);
    const batch = await preparePayoutBatch(testDb, first, newKey(), "SEK", AT);
    const batchId = batch.ok ? batch.value.batchId : "";
    await approvePayoutBatch(testDb, second, newKey(), batchId, AT);
    await testDb.transaction().execute((trx) => erasePersonalData(trx, second.userId));
    expect(await findBatch(testDb, batchId)).toMatchObject({
      status: "approved",
      approvedBy: undefined,
      approvedAt: AT,
    });
  });
});

describe("a seller's page of payouts", () => {
  it("shows what is due to her alone, and gives her statement of a month", async () => {
    const sellerId = await owe("GBP", 12_345);
    const { userId } = await makeSellerActor(testDb, sellerId, "manager");
    const other = await makeSellerActor(testDb, (await makeApprovedSeller(testDb)).sellerId);
    expect(await ask(payoutsPage, userId, "/seller/payouts")).toMatchObject({
      balances: [{ currency: "GBP", payable: "£123.45", isNegative: false }],
    });
    expect(await ask(payoutsPage, other.userId, "/seller/payouts")).toMatchObject({
      balances: [],
      movements: [],
    });

    const month = dayInBaku(AT).slice(0, 7);
    const file = (await ask(statementFile, userId, `/seller/payouts/statement.csv?month=${month}`)) as Response;
    const lines = (await file.text()).split("\r\n");
    expect(lines[1]).toBe(",Əvvəlki qalıq,,,,,,0.00,GBP");
    expect(lines[2]).toContain("2026-11-24,Ödəniləcək məbləğə keçdi: 123.45 GBP,,123.45");
    expect(lines[3]).toBe(",Son qalıq,,,,,,123.45,GBP");
    const paper = (await ask(statementPaper, userId, `/seller/payouts/statement.pdf?month=${month}`)) as Response;
    expect([paper.status, paper.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const wrong = await ask(statementFile, userId, "/seller/payouts/statement.csv?month=2026-13");
    expect(wrong).toMatchObject({ status: 404 });
  });
});
