import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { describe, expect, it } from "vitest";
import { loadsAnew } from "~/platform/http/loads-anew";

const after = (actionStatus: number | undefined) => {
  const url = new URL("https://karvan.example/en/orders/1/cancel");
  const where = { currentUrl: url, nextUrl: url, currentParams: {}, nextParams: {} };
  const given: ShouldRevalidateFunctionArgs = { ...where, actionStatus, defaultShouldRevalidate: false };
  return loadsAnew(given);
};

describe("a page that is loaded anew after a refused form", () => {
  it.each([undefined, 200, 422])("is so after %s", (status) => {
    expect(after(status)).toBe(true);
  });

  it("is left as it is after a sign-in has run out: loaded anew it would lead away from what was typed", () => {
    expect(after(401)).toBe(false);
  });
});
