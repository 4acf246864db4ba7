import { describe, expect, it } from "vitest";
import { cartCountOf } from "~/platform/http/cart-count";

describe("the number of lines in this browser's cart", () => {
  it.each([
    ["", 0],
    ["karvan_lang=en; karvan_cart_lines=3", 3],
    ["karvan_cart_lines=12; karvan_to=DE", 12],
    ["other_karvan_cart_lines=3", 0],
    ["karvan_cart_lines=-1", 0],
    ["karvan_cart_lines=<b>1</b>", 0],
    ["karvan_cart_lines=100000", 0],
  ])("is read from %j as %i", (cookies, count) => {
    expect(cartCountOf(cookies)).toBe(count);
  });
});
