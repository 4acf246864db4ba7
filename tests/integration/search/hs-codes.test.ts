import { describe, expect, it } from "vitest";
import { findHsCodes, usualHsCodes } from "~/modules/search/index.server";
import { testDb } from "~tests/support/database";

async function codesFor(words: string, categoryId?: string): Promise<string[]> {
  return (await findHsCodes(testDb, words, { locale: "en", categoryId })).map(({ code }) => code);
}

describe("customs codes by plain words", () => {
  it("bear their words in the reader's language and the official text", async () => {
    const [first] = await findHsCodes(testDb, "mis fincan", { locale: "ru" });

    expect(first).toEqual({
      code: "741810",
      label: "Медная посуда",
      description: expect.stringContaining("Copper; table, kitchen or other household articles") as string,
    });
  });

  it("come first where they are usual in the category", async () => {
    expect((await codesFor("bag", "leather-bags"))[0]).toBe("420221");
    expect((await codesFor("bag", "carpet-goods"))[0]).toMatch(/^4202[29]2$/);
  });

  it.each(["kəlağayı", "kelagayi", "kalaghayi", "келагаи", "kelağayılar"])(
    "are found however it is spelt: %s",
    async (words) => {
      expect((await codesFor(words))[0]).toBe("621410");
    },
  );

  it("are found while a word is still being typed", async () => {
    expect(await codesFor("ceram")).toContain("691200");
  });

  it("are found by the digits they begin with, written with a dot or without", async () => {
    expect(await codesFor("7113")).toEqual(["711311", "711319"]);
    expect(await codesFor("7418.10")).toEqual(["741810"]);
  });

  it("are not antiques, unless these are asked for", async () => {
    expect((await codesFor("painting"))[0]).toBe("970191");
    expect((await codesFor("antik"))[0]).toMatch(/^9706/);
  });

  it("are not found by what a text says that the thing is not", async () => {
    expect(await codesFor("porcelain")).not.toContain("691200");
  });

  it("are none for nothing, for nonsense and for an unknown number", async () => {
    expect(await codesFor("")).toEqual([]);
    expect(await codesFor("zzyzx qwrtp")).toEqual([]);
    expect(await codesFor("999999")).toEqual([]);
  });

  it("are at most eight", async () => {
    expect((await codesFor("other articles of wool silk wood")).length).toBeLessThanOrEqual(8);
  });
});

describe("the usual codes of a category", () => {
  it("keep the order of the tree's hints", async () => {
    const codes = await usualHsCodes(testDb, "copperware", "az");

    expect(codes.map(({ code }) => code)).toEqual(["741810", "741980", "830629"]);
    expect(codes[0]?.label).toBe("Mis qab-qacaq");
  });

  it("are none for a service and for what is no category", async () => {
    expect(await usualHsCodes(testDb, "translation", "az")).toEqual([]);
    expect(await usualHsCodes(testDb, "nothing", "az")).toEqual([]);
  });
});
