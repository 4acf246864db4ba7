import { describe, expect, it } from "vitest";
import { bodyLimitOf } from "~/form-limits.server";
import { LARGEST_MESSAGE_FORM_BYTES } from "~/modules/inquiries";

const THREAD = "0f0e0d0c-0b0a-4009-8807-060504030201";

describe("a form that carries files", () => {
  it.each(["/en/inquiries/new", `/ru/inquiries/${THREAD}`, `/az/seller/inquiries/${THREAD}`])(
    "at %s may be as large with scripts, which ask at an address of their own, as without",
    (path) => {
      expect(bodyLimitOf(path).bytes).toBe(LARGEST_MESSAGE_FORM_BYTES);
      expect(bodyLimitOf(`${path}.data`)).toEqual(bodyLimitOf(path));
    },
  );
});
