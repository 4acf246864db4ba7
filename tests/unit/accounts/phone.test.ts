import { describe, expect, it } from "vitest";
import { phone } from "~/modules/accounts/schema.server";

describe("a telephone number", () => {
  it.each([
    ["050 123 45 67", "+994501234567"],
    ["0501234567", "+994501234567"],
    ["50 123 45 67", "+994501234567"],
    ["(050) 123-45-67", "+994501234567"],
    ["+994 50 123 45 67", "+994501234567"],
    ["994501234567", "+994501234567"],
    ["00994501234567", "+994501234567"],
    ["+49 170 1234567", "+491701234567"],
    ["0049 170 1234567", "+491701234567"],
    ["+7 (701) 123-45-67", "+77011234567"],
  ])("may be written %s", (typed, number) => {
    expect(phone.safeParse(typed)).toMatchObject({ success: true, data: number });
  });

  it.each(["", "12", "050 123 45", "abc", "+0 123 4567890", "+1234567890123456", "050 123 45 67 89", "012 498 12 34"])(
    "may not be %j",
    (typed) => {
      expect(phone.safeParse(typed).success).toBe(false);
    },
  );
});
