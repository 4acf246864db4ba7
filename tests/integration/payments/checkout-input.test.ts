import { describe, expect, it } from "vitest";
import { checkoutInput } from "~/modules/payments/index.server";
import { TYPED_CHECKOUT } from "~tests/support/placing";

const typed = (changes: Record<string, string | undefined>) => {
  const parsed = checkoutInput({ isGuest: false, needsAddress: true, country: "DE" }).safeParse({
    ...TYPED_CHECKOUT,
    ...changes,
  });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

describe("the form of the checkout", () => {
  it("takes a postal code that the country has, and no other", () => {
    expect(typed({})).toEqual([]);
    expect(typed({ postalCode: "ABC" })).toEqual(["postalCode"]);
    expect(typed({ postalCode: undefined })).toEqual(["postalCode"]);
  });

  it("takes any phone that somebody answers, a landline of Baku among them", () => {
    expect(typed({ phone: "012 492 11 22" })).toEqual([]);
    expect(typed({ phone: "12" })).toEqual(["phone"]);
  });

  it("asks for a name once: whoever orders receives, unless another is named", () => {
    expect(typed({ recipient: undefined })).toEqual([]);
  });
});
