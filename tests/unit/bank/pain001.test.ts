import { describe, expect, it } from "vitest";
import { latinOf } from "~/platform/bank/latin";
import { writePain001, type Transfer, type TransferOrder } from "~/platform/bank/pain001";
import { problemsOfPain001 } from "~tests/support/pain001";

const TRANSFER: Transfer = {
  endToEndId: "ABCDEFGH-0001",
  amountMinor: 123_456n,
  name: "Şəki «Xan» Misgərlik & Oğulları",
  iban: "AZ21NABZ00000000137010001944",
  town: "Şəki",
  country: "AZ",
  bank: "PAŞA Bank",
  words: "Karvan payout ABCDEFGH-0001",
};
const ORDER: TransferOrder = {
  messageId: "KARVAN-ABCDEFGH",
  createdAt: new Date("2026-11-27T08:30:00.123Z"),
  executeOn: "2026-11-27",
  currency: "EUR",
  debtor: { name: "Yaradıcı Sənayelər Federasiyası", iban: "AZ96AZEJ00000000001234567890", bic: "PAHAAZ22" },
  transfers: [TRANSFER],
};
const withTransfer = (changes: Partial<Transfer>): TransferOrder => ({
  ...ORDER,
  transfers: [{ ...TRANSFER, ...changes }],
});

describe("an order for the bank", () => {
  it("is valid by the schema's rules, in letters that banks pass on", () => {
    const xml = writePain001(ORDER);

    expect(problemsOfPain001(xml)).toEqual([]);
    expect(xml).toContain("<Nm>Seki 'Xan' Misgerlik + Ogullari</Nm>");
    expect(xml).toContain("<TwnNm>Seki</TwnNm>");
    expect(xml).toContain('<InstdAmt Ccy="EUR">1234.56</InstdAmt>');
    expect(xml).toContain("<CreDtTm>2026-11-27T08:30:00Z</CreDtTm>");
    expect(/[^\x20-\x7e\n]/.test(xml)).toBe(false);
  });

  it.each([
    ["JPY", "123456"],
    ["KWD", "123.456"],
    ["AZN", "1234.56"],
  ])("has the digits of %s", (currency, amount) => {
    const xml = writePain001({ ...ORDER, currency });
    expect(problemsOfPain001(xml)).toEqual([]);
    expect(xml).toContain(`<InstdAmt Ccy="${currency}">${amount}</InstdAmt>`);
  });

  it("sums what it pays, and leaves out the bank and the town that nobody knows", () => {
    const transfers = [1n, 99n, 1_000_000_000_001n].map((amountMinor, at) => ({
      ...TRANSFER,
      amountMinor,
      endToEndId: `X-${at}`,
      bank: undefined,
      town: undefined,
    }));
    const xml = writePain001({ ...ORDER, transfers });
    expect(problemsOfPain001(xml)).toEqual([]);
    expect(xml.match(/<CtrlSum>10000000001\.01<\/CtrlSum>/g)).toHaveLength(2);
  });

  it("cuts a name and words that are too long", () => {
    const xml = writePain001(withTransfer({ name: "Ə".repeat(200), words: "x".repeat(300), town: "T".repeat(90) }));
    expect(problemsOfPain001(xml)).toEqual([]);
  });

  it.each<[string, TransferOrder]>([
    ["no transfer", { ...ORDER, transfers: [] }],
    ["two of one id", { ...ORDER, transfers: [TRANSFER, TRANSFER] }],
    ["nothing to pay", withTransfer({ amountMinor: 0n })],
    ["a wrong IBAN", withTransfer({ iban: "AZ2NABZ" })],
    ["a wrong country", withTransfer({ country: "az" })],
    ["a name that no bank can read", withTransfer({ name: "漢字" })],
    ["too long an id", withTransfer({ endToEndId: "X".repeat(36) })],
    ["letters in an id that banks do not pass on", withTransfer({ endToEndId: "Ə-1" })],
    ["a wrong BIC", { ...ORDER, debtor: { ...ORDER.debtor, bic: "PAHA" } }],
    ["a wrong day", { ...ORDER, executeOn: "27.11.2026" }],
    ["more than the message can say", withTransfer({ amountMinor: 10n ** 18n })],
  ])("is not written with %s", (_what, order) => {
    expect(() => writePain001(order)).toThrow(RangeError);
  });

  it("of another order, with a missing part, or with sums that differ is found invalid", () => {
    const xml = writePain001(ORDER);
    expect(problemsOfPain001(xml.replace("<PmtMtd>TRF</PmtMtd>", ""))).not.toEqual([]);
    expect(
      problemsOfPain001(
        xml.replace(
          /<NbOfTxs>1<\/NbOfTxs>\n<CtrlSum>1234.56<\/CtrlSum>/,
          "<CtrlSum>1234.56</CtrlSum>\n<NbOfTxs>1</NbOfTxs>",
        ),
      ),
    ).not.toEqual([]);
    expect(problemsOfPain001(xml.replace("<CtrlSum>1234.56", "<CtrlSum>1234.57"))).not.toEqual([]);
    expect(problemsOfPain001(xml.replace("AZ21NABZ", "az21NABZ"))).not.toEqual([]);
  });
});

it.each([
  ["Gülnarə Əliyeva", "Gulnare Eliyeva"],
  ["Ибрагим Щукин", "Ibragim Shchukin"],
  ["Йована Ёлкина", "Yovana Elkina"],
  ["İlham Çıraqov, Lahıc", "Ilham Ciraqov, Lahic"],
  ["Straße № 5", "Strasse 5"],
])("%s is written %s", (name, latin) => {
  expect(latinOf(name, 70)).toBe(latin);
});
