import { describe, expect, it } from "vitest";
import { tagsOf } from "~tests/support/html";
import { siteForTests } from "~tests/support/site";
import { makeVisitor } from "~tests/support/visitor";
import * as fieldsPage from "./fields-page";

const site = siteForTests({ ":lang/fields": fieldsPage });

const open = async (path: string) => (await site.get(path)).text();
const inputs = (html: string, name: string) => tagsOf(html, "input").filter((input) => input.name === name);
const taken = (html: string) => /<output>(.*?)<\/output>/s.exec(html)?.[1]?.replaceAll("&quot;", '"');

describe("the customs code without scripts", () => {
  it("is chosen among the usual ones of the category, or typed", async () => {
    const html = await open("/en/fields?hs=741810");

    expect(inputs(html, "hsCode").map(({ type = "text", value }) => `${type} ${value ?? ""}`)).toEqual([
      "radio 741810",
      "radio 741980",
      "radio 830629",
      "radio ",
      "text ",
    ]);
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="741810"|<input[^>]*value="741810"[^>]*checked=""/);
    expect(html).toContain("Copper table and kitchen articles");
    expect(html).not.toContain('role="combobox" aria-expanded="false" aria-controls=":r');
  });

  it("stands in the field when it is none of the usual ones", async () => {
    const html = await open("/en/fields?hs=970390");

    expect(inputs(html, "hsCode").find(({ type }) => type === undefined)?.value).toBe("970390");
  });

  it("is what was chosen, or what was typed instead", async () => {
    const visitor = makeVisitor(site);

    const chosen = await visitor.post("/en/fields", { hsCode: "741980" });

    expect(taken(chosen.html)).toBe('{"hsCode":"741980"}');
  });

  it("comes back with a sentence beside it when it is no code", async () => {
    const answer = await makeVisitor(site).post("/en/fields", { hsCode: "7418" });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("The code has six digits, for example 741810.");
    const field = inputs(answer.html, "hsCode").find(({ type }) => type === undefined);
    expect(field).toMatchObject({ value: "7418", "aria-invalid": "true" });
  });
});

describe("the delivery term without scripts", () => {
  it("is a list in plain words, the trade's name after them, the advised one first", async () => {
    const html = await open("/en/fields");
    const list = /<select[^>]*name="incotermCode".*?<\/select>/s.exec(html)?.[0] ?? "";
    const options = [...list.matchAll(/<option value="([A-Z]{3})"[^>]*>(.*?)<\/option>/gs)].map(([, code, text]) => ({
      code,
      text,
    }));

    expect(options.map(({ code }) => code)).toEqual(["FCA", "DAP", "CPT", "CIP", "DDP", "DPU", "EXW"]);
    expect(options[0]?.text).toMatch(
      /^You pack, do the export papers.*: Free Carrier \(FCA\) · Advised for a workshop$/,
    );
    expect(html).not.toContain("Who pays for the long way?");
  });

  it("that is stored is told with what it brings", async () => {
    const html = await open("/en/fields?term=EXW");

    expect(html).toContain("The buyer takes it at your door and does everything from there");
    expect(html).toContain("A foreign buyer usually cannot do the export papers in Azerbaijan.");
    expect(html).toContain("Where you hand it over");
  });
});

describe("the meter of a text", () => {
  it("says how much is there, what is missing and why it matters", async () => {
    const html = await open("/ru/fields");
    const meter = tagsOf(html, "div").find(({ role }) => role === "meter");

    expect(meter).toMatchObject({
      "aria-valuenow": "1",
      "aria-valuemax": "3",
      "aria-valuetext": "Готово: 1 из 3",
      "aria-label": "По-английски",
    });
    expect(html).toContain("Описание не короче 80 букв");
    expect(html).toContain("Покупатели черновиков не видят.");
    expect(html).toContain("Старше оригинала");
  });
});
