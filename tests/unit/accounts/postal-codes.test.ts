import { describe, expect, it } from "vitest";
import { postalCodeInstead } from "~/modules/accounts/postal-codes";
import { addressInput } from "~/modules/accounts/schema.server";

describe("a postal code", () => {
  it.each([
    ["DE", "20457"],
    ["GB", "sw1a 1aa"],
    ["GB", "M11AE"],
    ["CA", "K1A0B1"],
    ["NL", "1012 ab"],
    ["PL", "00950"],
    ["PT", "1000-205"],
    ["SE", "114 55"],
    ["US", "10001-1234"],
    ["AZ", "AZ1000"],
    ["AZ", "1000"],
    ["KZ", "050000"],
    ["JP", "100-0001"],
    ["LV", "1010"],
    // No codes, or none that are judged here.
    ["AE", "anything"],
    ["IE", "D02 X285"],
    ["ZZ", "ABC"],
  ])("of %s may be %s", (country, code) => {
    expect(postalCodeInstead(country, code)).toBeUndefined();
  });

  it.each([
    ["DE", "ABC", "12345"],
    ["DE", "2045", "12345"],
    ["GB", "12345", "A1 2BC"],
    ["CA", "10001", "A1B 2C3"],
    ["PL", "1234", "12-345"],
    ["KZ", "05000", "123456"],
    ["AZ", "BA1000", "AZ 1234"],
  ])("of %s is not %s, but looks like %s", (country, code, example) => {
    expect(postalCodeInstead(country, code)).toBe(example);
  });
});

const ADDRESS = { recipient: "Jonas", line1: "Speicherweg 12", city: "Hamburg", country: "DE" };

describe("an address of an account", () => {
  it("takes a postal code that its country has, and no other", () => {
    expect(addressInput.safeParse({ ...ADDRESS, postalCode: "20457" }).success).toBe(true);
    const wrong = addressInput.safeParse({ ...ADDRESS, postalCode: "ABC" });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["postalCode"]);
  });
});
