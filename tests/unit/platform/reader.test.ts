import { describe, expect, it } from "vitest";
import { pathsFor } from "~/platform/http/paths";
import { carriedOver, currencyOfCountry, readerOf, READER_CURRENCIES } from "~/platform/i18n/reader";

const DESTINATIONS = new Set(["AZ", "DE", "GB", "JP", "US", "TR"]);
const read = (path: string) =>
  readerOf(new URL(path, "https://karvan.example"), (country) => DESTINATIONS.has(country));

describe("the reader of a page", () => {
  it.each([
    ["/az", { lang: "az", destination: "AZ", currency: "AZN" }],
    ["/ru/search", { lang: "ru", destination: "AZ", currency: "AZN" }],
    ["/en", { lang: "en", destination: "DE", currency: "EUR" }],
  ])("at %s has what goes with the language, which no link repeats", (path, expected) => {
    expect(read(path)).toEqual({ ...expected, to: undefined, cur: undefined });
  });

  it("chooses a destination and thinks in its currency", () => {
    expect(read("/en?to=GB")).toEqual({ lang: "en", destination: "GB", currency: "GBP", to: "GB", cur: undefined });
  });

  it("chooses a currency of its own", () => {
    expect(read("/en?to=GB&cur=USD")).toMatchObject({ currency: "USD", to: "GB", cur: "USD" });
  });

  it("may write both in small letters", () => {
    expect(read("/az?to=gb&cur=usd")).toMatchObject({ destination: "GB", currency: "USD" });
  });

  it.each(["/en?to=DE", "/en?cur=EUR", "/en?to=DE&cur=EUR"])("says nothing new with %s", (path) => {
    expect(read(path)).toMatchObject({ to: undefined, cur: undefined });
  });

  it.each(["/en?to=XX", "/en?to=", "/en?to=FR", "/en?cur=XXX", "/en?to=<script>"])(
    "gets the language's own for %s",
    (path) => {
      expect(read(path)).toEqual(read("/en"));
    },
  );

  it("takes Azerbaijani for a language that the site does not have", () => {
    expect(read("/de/search").lang).toBe("az");
  });

  it("is the same behind every link of the page", () => {
    for (const path of ["/az", "/en?to=GB&cur=USD", "/ru?to=JP", "/en?cur=JPY"]) {
      const reader = read(path);
      expect(read(pathsFor(reader).listing("kelagayi"))).toEqual(reader);
    }
  });
});

describe("the currency of a country", () => {
  it.each([
    ["AZ", "AZN"],
    ["DE", "EUR"],
    ["FR", "EUR"],
    ["GB", "GBP"],
    ["JP", "JPY"],
    ["BR", "USD"],
  ])("%s is %s", (country, currency) => {
    expect(currencyOfCountry(country)).toBe(currency);
    expect(READER_CURRENCIES).toContain(currency);
  });
});

describe("the same reader in another language", () => {
  it.each([
    [{ destination: "DE", currency: "EUR" }, "?q=mis", "ru", "?q=mis&to=DE"],
    [{ destination: "AZ", currency: "AZN" }, "?max=100", "en", "?max=100&to=AZ"],
    [{ destination: "DE", currency: "USD" }, "?cur=USD", "az", "?cur=USD&to=DE"],
    [{ destination: "DE", currency: "EUR" }, "?to=DE&qty=40", "en", "?qty=40"],
    [{ destination: "AZ", currency: "AZN" }, "", "ru", ""],
  ] as const)("keeps country and currency: %o of %s in %s", (reader, search, lang, expected) => {
    expect(carriedOver(reader, search, lang)).toBe(expected);
    const url = new URL(`http://karvan.example/${lang}${expected}`);
    expect(readerOf(url, () => true)).toMatchObject({ lang, ...reader });
  });
});
