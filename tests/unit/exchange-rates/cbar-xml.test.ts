import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCbarRates } from "~/platform/exchange-rates/cbar-xml";

const listOf = (valutes: string, { date = "20.11.2026", type = "Xarici valyutalar", before = "" } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<ValCurs Date="${date}" Name="AZN">
   <ValType Type="Bank metalları"><Valute Code="XAU"><Nominal>1 t.u.</Nominal><Name>Qızıl</Name><Value>6942.2</Value></Valute></ValType>
   <ValType Type="${type}">${valutes}</ValType></ValCurs>`;
const valute = (code: string, nominal: string, value: string) =>
  `<Valute Code="${code}"><Nominal>${nominal}</Nominal><Name>${code}</Name><Value>${value}</Value></Valute>`;

describe("the Central Bank's daily list", () => {
  it("gives manat millionths for one unit, with a nominal of 100 divided out", () => {
    const list = readCbarRates(listOf(valute("EUR", "1", "1.9748") + valute("JPY", "100", "1.0952")));

    expect(list).toEqual({
      quotedOn: "2026-11-20",
      source: "Central Bank of Azerbaijan",
      rates: [
        { currency: "EUR", aznMillionths: 1_974_800n },
        { currency: "JPY", aznMillionths: 10_952n },
      ],
    });
  });

  it("rounds half up to a millionth", () => {
    const { rates } = readCbarRates(listOf(valute("UZS", "100", "0.01415")));
    expect(rates).toEqual([{ currency: "UZS", aznMillionths: 142n }]);
  });

  it("leaves the metals out", () => {
    expect(readCbarRates(listOf(valute("USD", "1", "1.7"))).rates.map(({ currency }) => currency)).toEqual(["USD"]);
  });

  it.each([
    ["a value with a comma", valute("EUR", "1", "1,9748"), /rate of EUR: "1,9748"/],
    ["a negative value", valute("EUR", "1", "-1"), /rate of EUR/],
    ["a value in exponent form", valute("EUR", "1", "1e3"), /rate of EUR/],
    ["a value of nothing", valute("EUR", "1", "0.0000"), /rate of EUR that is nothing/],
    ["a nominal of nothing", valute("EUR", "0", "1.9"), /nominal of EUR: "0"/],
    ["a code in small letters", valute("eur", "1", "1.9"), /currency code.*"eur"/],
    ["the same currency twice", valute("EUR", "1", "1.9") + valute("EUR", "1", "2.9"), /EUR is twice/],
  ])("refuses %s, naming it", (_what, valutes, message) => {
    expect(() => readCbarRates(listOf(valutes))).toThrow(message);
  });

  it("refuses a document type, so that no entity is ever expanded", () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(() => readCbarRates(listOf(valute("EUR", "1", "1.9"), { before: bomb }))).toThrow(/document type/);
  });

  it("refuses what is too large, cut off, undated or without foreign currencies", () => {
    expect(() => readCbarRates(listOf(" ".repeat(100_001)))).toThrow(/bytes/);
    expect(() => readCbarRates(listOf(valute("EUR", "1", "1.9")).slice(0, -12))).toThrow(/not XML/);
    expect(() => readCbarRates(listOf(valute("EUR", "1", "1.9"), { date: "31.02.2026" }))).toThrow(/31\.02\.2026/);
    expect(() => readCbarRates(listOf(valute("EUR", "1", "1.9"), { type: "Başqa" }))).toThrow(/Xarici valyutalar/);
    expect(() => readCbarRates("<html><body>busy</body></html>")).toThrow(/another form/);
  });

  it("reads the shipped sample, in which every currency of the destinations is quoted", () => {
    const sample = readCbarRates(readFileSync("db/reference/cbar-2026-11-20.xml", "utf8"));
    const { destinations } = JSON.parse(readFileSync("db/reference/destinations.json", "utf8"));
    const quoted = new Set(["AZN", ...sample.rates.map(({ currency }) => currency)]);

    expect(sample.quotedOn).toBe("2026-11-20");
    expect(destinations.filter(({ currency }: { currency: string }) => !quoted.has(currency))).toEqual([]);
  });
});
