import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as ordersRoutes from "~/routes-of-orders";

const files = Object.values(ordersRoutes)
  .flat()
  .map(({ file }) => `app/${file}`);
const textOf = (file: string) => readFileSync(file, "utf8");

/** The answer to a form with a sentence about how things stand, not about what was typed: `invalid(form)` has none. */
const REFUSES = /\binvalid\(\s*form,|\bdata\((?:(?:posted\.)?answer|form\.answer\(\w+\)), \{ status:/;
const LOADS_ANEW = /export const shouldRevalidate = /;

const isRefusing = (text: string) =>
  /export default/.test(text) && /export const loader/.test(text) && REFUSES.test(text);

/** Forms that are named by the revision that they show: loaded anew they would drop what was typed. */
const NAMED_BY_REVISION = ["app/routes/staff/level-terms.tsx", "app/routes/staff/seller-terms.tsx"];

describe("a page of orders and their money that refuses a form by how things stand", () => {
  it("is loaded anew, since the framework leaves a page as it was after such an answer", () => {
    const refusing = files.filter((file) => isRefusing(textOf(file)));
    const stale = refusing.filter((file) => !LOADS_ANEW.test(textOf(file)));

    expect(refusing.length).toBeGreaterThan(15);
    expect(stale.toSorted()).toEqual(NAMED_BY_REVISION);
  });

  it.each([
    "return invalid(form, holdRefusalText[held.refusal]());",
    "return invalid(form, ...problem);",
    "const refuse = (problem?: string) => data(form.answer(problem), { status: 422 });",
    "if (answer) return data(answer, { status: 422 });",
    "if (posted.answer) return data(posted.answer, { status: 422 });",
  ])("is found by its answer: %s", (code) => {
    const page = `export const loader = a;\n${code}\nexport default function Page() {}`;

    expect([isRefusing(page), LOADS_ANEW.test(page)]).toEqual([true, false]);
  });

  it("is left as it is when nobody is signed in any more, since the sign-in would take what was typed", () => {
    const always = readdirSync("app/routes", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .filter((file) => /shouldRevalidate = \(\) => true/.test(textOf(`app/routes/${file}`)));

    expect(always).toEqual([]);
  });

  it("is not one that only says what is to be mended in the form", () => {
    expect(REFUSES.test("if (!form.ok) return invalid(form);")).toBe(false);
  });
});
