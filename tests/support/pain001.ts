import { XMLParser } from "fast-xml-parser";

type Facet = RegExp | ((text: string) => boolean);
type Rule = { min: number; max: number; content: Facet | Sequence; attributes?: Readonly<Record<string, RegExp>> };
/** Elements in the order in which they have to come. */
type Sequence = readonly (readonly [name: string, rule: Rule])[];

const text = (longest: number): RegExp => new RegExp(`^[\\s\\S]{1,${longest}}$`);
const one = (content: Rule["content"], attributes?: Rule["attributes"]): Rule => ({
  min: 1,
  max: 1,
  content,
  ...(attributes ? { attributes } : {}),
});
const maybe = (content: Rule["content"]): Rule => ({ min: 0, max: 1, content });

/** xs:decimal with totalDigits and fractionDigits. */
const decimal = (total: number, fraction: number) => (value: string) => {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(value);
  return match !== null && value.replace(".", "").length <= total && (match[2] ?? "").length <= fraction;
};

const IBAN = /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/;
const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;
const CURRENCY = /^[A-Z]{3}$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

const ADDRESS: Sequence = [
  ["StrtNm", maybe(text(70))],
  ["BldgNb", maybe(text(16))],
  ["PstCd", maybe(text(16))],
  ["TwnNm", maybe(text(35))],
  ["Ctry", maybe(/^[A-Z]{2}$/)],
];
const PARTY: Sequence = [
  ["Nm", maybe(text(140))],
  ["PstlAdr", maybe(ADDRESS)],
];
const AGENT: Sequence = [
  [
    "FinInstnId",
    one([
      ["BICFI", maybe(BIC)],
      ["Nm", maybe(text(140))],
    ]),
  ],
];
const ACCOUNT: Sequence = [
  ["Id", one([["IBAN", one(IBAN)]])],
  ["Ccy", maybe(CURRENCY)],
];
const TRANSACTION: Sequence = [
  [
    "PmtId",
    one([
      ["InstrId", maybe(text(35))],
      ["EndToEndId", one(text(35))],
    ]),
  ],
  ["Amt", one([["InstdAmt", one(decimal(18, 5), { Ccy: CURRENCY })]])],
  ["CdtrAgt", maybe(AGENT)],
  ["Cdtr", maybe(PARTY)],
  ["CdtrAcct", maybe(ACCOUNT)],
  ["RmtInf", maybe([["Ustrd", { min: 0, max: Infinity, content: text(140) }]])],
];
const INSTRUCTION: Sequence = [
  ["PmtInfId", one(text(35))],
  ["PmtMtd", one(/^(CHK|TRF|TRA)$/)],
  ["BtchBookg", maybe(/^(true|false|1|0)$/)],
  ["NbOfTxs", maybe(/^[0-9]{1,15}$/)],
  ["CtrlSum", maybe(decimal(18, 17))],
  ["ReqdExctnDt", one([["Dt", one(/^\d{4}-\d\d-\d\d$/)]])],
  ["Dbtr", one(PARTY)],
  ["DbtrAcct", one(ACCOUNT)],
  ["DbtrAgt", one(AGENT)],
  ["ChrgBr", maybe(/^(DEBT|CRED|SHAR|SLEV)$/)],
  ["CdtTrfTxInf", { min: 1, max: Infinity, content: TRANSACTION }],
];

/**
 * The part of pain.001.001.09 that Karvan writes: order, how often, and the facets of each value. Source: the schema
 * `urn:iso:std:iso:20022:tech:xsd:pain.001.001.09` and its message definition report (iso20022.org, Payments Initiation 2019).
 */
const DOCUMENT: Sequence = [
  [
    "CstmrCdtTrfInitn",
    one([
      [
        "GrpHdr",
        one([
          ["MsgId", one(text(35))],
          ["CreDtTm", one(DATE_TIME)],
          ["NbOfTxs", one(/^[0-9]{1,15}$/)],
          ["CtrlSum", maybe(decimal(18, 17))],
          ["InitgPty", one(PARTY)],
        ]),
      ],
      ["PmtInf", { min: 1, max: Infinity, content: INSTRUCTION }],
    ]),
  ],
];

type Node = Readonly<Record<string, unknown>>;
const nameOf = (node: Node) => Object.keys(node).find((key) => key !== ":@") ?? "";
const childrenOf = (node: Node) => node[nameOf(node)] as Node[];
const textOf = (nodes: readonly Node[]) =>
  nodes
    .map((node) => {
      const written = node["#text"];
      return typeof written === "string" || typeof written === "number" ? String(written) : "";
    })
    .join("");

function* problemsOf(nodes: readonly Node[], rules: Sequence, path: string): Generator<string> {
  let at = 0;
  for (const [name, rule] of rules) {
    const from = at;
    while (at < nodes.length && nameOf(nodes[at] ?? {}) === name) at += 1;
    const found = nodes.slice(from, at);
    if (found.length < rule.min || found.length > rule.max) yield `${path}/${name}: ${found.length} times`;
    for (const node of found) yield* problemsIn(node, rule, `${path}/${name}`);
  }
  if (at < nodes.length) yield `${path}: ${nameOf(nodes[at] ?? {})} has no place here`;
}

function* problemsIn(node: Node, { content, attributes }: Rule, path: string): Generator<string> {
  const given = (node[":@"] ?? {}) as Readonly<Record<string, string>>;
  for (const [name, shape] of Object.entries(attributes ?? {})) {
    if (!shape.test(given[name] ?? "")) yield `${path}@${name}: ${given[name]}`;
  }
  for (const name of Object.keys(given)) if (!(name in (attributes ?? {}))) yield `${path}@${name} has no place here`;
  if (Array.isArray(content)) yield* problemsOf(childrenOf(node), content as Sequence, path);
  else {
    const value = textOf(childrenOf(node));
    const fits = content instanceof RegExp ? content.test(value) : (content as (value: string) => boolean)(value);
    if (!fits) yield `${path}: ${value}`;
  }
}

/** What of a file is not as the schema asks; empty when it is valid, also in the sums that the message's own rules ask for. */
export function problemsOfPain001(xml: string): string[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    trimValues: true,
  });
  const [document, ...others] = parser.parse(xml) as Node[];
  if (!document || others.length > 0 || nameOf(document) !== "Document") return ["not one Document"];
  const { xmlns } = (document[":@"] ?? {}) as { xmlns?: string };
  const problems = [...problemsOf(childrenOf(document), DOCUMENT, "")];
  if (xmlns !== "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09") problems.push(`namespace ${xmlns}`);
  const amounts = [...xml.matchAll(/<InstdAmt[^>]*>([^<]+)</g)].map(([, amount = ""]) => amount);
  const digits = Math.max(...amounts.map((amount) => (amount.split(".")[1] ?? "").length));
  const minor = (amount: string) =>
    BigInt(amount.replace(".", "").padEnd(0)) * 10n ** BigInt(digits - (amount.split(".")[1] ?? "").length);
  const sum = amounts.reduce((total, amount) => total + minor(amount), 0n);
  for (const [, said = ""] of xml.matchAll(/<CtrlSum>([^<]+)</g))
    if (minor(said) !== sum) problems.push(`CtrlSum ${said}`);
  for (const [, said] of xml.matchAll(/<NbOfTxs>([^<]+)</g)) {
    if (Number(said) !== amounts.length) problems.push(`NbOfTxs ${said}`);
  }
  return problems;
}
