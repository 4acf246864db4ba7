import { describe, expect, it } from "vitest";
import { parseForm } from "~/platform/stripe/sandbox/form";

describe("form-encoded parameters", () => {
  it.each([
    ["a=1&b=two%20words", { a: "1", b: "two words" }],
    ["a[b][c]=1&a[b][d]=2", { a: { b: { c: "1", d: "2" } } }],
    ["l[0][q]=1&l[1][q]=2", { l: [{ q: "1" }, { q: "2" }] }],
    ["expand[]=x&expand[]=y", { expand: ["x", "y"] }],
    ["expand[0]=x&expand[1]=y", { expand: ["x", "y"] }],
    ["metadata%5Border%5D=a", { metadata: { order: "a" } }],
    ["a=", { a: "" }],
    ["", {}],
    ["created[gte]=5&created[lt]=9", { created: { gte: "5", lt: "9" } }],
    ["a[1]=x", { a: { "1": "x" } }],
  ])("%s are read as Stripe reads them", (text, read) => {
    expect(parseForm(text)).toEqual(read);
  });

  it("cannot touch what every object has", () => {
    parseForm("__proto__[polluted]=yes&constructor[prototype][polluted]=yes");
    expect({}).not.toHaveProperty("polluted");
  });
});
