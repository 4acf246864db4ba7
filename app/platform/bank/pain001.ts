import { toDecimal, type Money } from "~/platform/money";
import { latinOf } from "./latin";

export type Transfer = {
  /** Comes back in the bank's statements: at most 35 letters of those that banks pass on. */
  endToEndId: string;
  amountMinor: bigint;
  name: string;
  iban: string;
  town: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Name of the bank, where it is known; its code is in the IBAN. */
  bank: string | undefined;
  /** What the payee's statement says. */
  words: string;
};

export type TransferOrder = {
  messageId: string;
  createdAt: Date;
  /** `2026-11-27`: the day on which the bank is asked to pay. */
  executeOn: string;
  currency: string;
  debtor: { name: string; iban: string; bic: string };
  transfers: readonly Transfer[];
};

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
const IBAN = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$/;
const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const ID = /^[A-Za-z0-9+?/\-:().,' ]{1,35}$/;

/** Banks that read the restricted SEPA form of the message take no longer names. */
const LONGEST_NAME = 70;

/**
 * Writes an order for credit transfers as ISO 20022 pain.001.001.09 (CustomerCreditTransferInitiationV09): one group, one
 * payment instruction, one transaction per payee, in the letters that banks pass on.
 *
 * @throws RangeError naming what the message cannot carry: no transfer, an id, an IBAN, a BIC, a name without a letter
 */
export function writePain001(order: TransferOrder): string {
  const { messageId, createdAt, executeOn, currency, debtor, transfers } = order;
  if (transfers.length === 0) throw new RangeError("an order has at least one transfer");
  if (new Set(transfers.map(({ endToEndId }) => endToEndId)).size < transfers.length) {
    throw new RangeError("two transfers have one id");
  }
  const sum = transfers.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const totals = [element("NbOfTxs", String(transfers.length)), element("CtrlSum", decimal(sum, currency))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="${NAMESPACE}">`,
    group("CstmrCdtTrfInitn", [
      group("GrpHdr", [
        element("MsgId", matching(messageId, ID, "a message id")),
        element("CreDtTm", `${createdAt.toISOString().slice(0, 19)}Z`),
        ...totals,
        group("InitgPty", [element("Nm", nameOf(debtor.name))]),
      ]),
      group("PmtInf", [
        element("PmtInfId", matching(messageId, ID, "a message id")),
        element("PmtMtd", "TRF"),
        element("BtchBookg", "false"),
        ...totals,
        group("ReqdExctnDt", [element("Dt", matching(executeOn, /^\d{4}-\d\d-\d\d$/, "a day"))]),
        group("Dbtr", [element("Nm", nameOf(debtor.name))]),
        accountOf("DbtrAcct", debtor.iban, currency),
        group("DbtrAgt", [group("FinInstnId", [element("BICFI", matching(debtor.bic, BIC, "a BIC"))])]),
        element("ChrgBr", "SLEV"),
        ...transfers.map((transfer) => transaction(transfer, currency)),
      ]),
    ]),
    "</Document>",
    "",
  ].join("\n");
}

function transaction(transfer: Transfer, currency: string): string {
  const { endToEndId, amountMinor, name, iban, town, country, bank, words } = transfer;
  if (amountMinor <= 0n) throw new RangeError(`not an amount to pay: ${amountMinor}`);
  const bankName = latinOf(bank ?? "", LONGEST_NAME);
  const townName = latinOf(town ?? "", 35);
  return group("CdtTrfTxInf", [
    group("PmtId", [element("EndToEndId", matching(endToEndId, ID, "an id"))]),
    group("Amt", [
      `<InstdAmt Ccy="${matching(currency, /^[A-Z]{3}$/, "a currency")}">${decimal(amountMinor, currency)}</InstdAmt>`,
    ]),
    ...(bankName === "" ? [] : [group("CdtrAgt", [group("FinInstnId", [element("Nm", bankName)])])]),
    group("Cdtr", [
      element("Nm", nameOf(name)),
      group("PstlAdr", [
        ...(townName === "" ? [] : [element("TwnNm", townName)]),
        element("Ctry", matching(country, /^[A-Z]{2}$/, "a country")),
      ]),
    ]),
    accountOf("CdtrAcct", iban),
    group("RmtInf", [element("Ustrd", latinOf(words, 140) || endToEndId)]),
  ]);
}

function accountOf(name: string, iban: string, currency?: string): string {
  return group(name, [
    group("Id", [element("IBAN", matching(iban, IBAN, "an IBAN"))]),
    ...(currency === undefined ? [] : [element("Ccy", currency)]),
  ]);
}

/** As many digits after the point as the currency has; the message takes 18 in all. */
function decimal(amountMinor: bigint, currency: string): string {
  const text = toDecimal({ amountMinor, currency } satisfies Money);
  if (text.replace(".", "").length > 18) throw new RangeError(`too much for the message: ${text}`);
  return text;
}

function nameOf(name: string): string {
  const latin = latinOf(name, LONGEST_NAME);
  if (latin === "") throw new RangeError(`no name that a bank can read: ${name}`);
  return latin;
}

function matching(value: string, shape: RegExp, what: string): string {
  if (!shape.test(value)) throw new RangeError(`not ${what}: ${value}`);
  return value;
}

const element = (name: string, text: string) =>
  `<${name}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</${name}>`;

const group = (name: string, parts: readonly string[]) => `<${name}>\n${parts.join("\n")}\n</${name}>`;
