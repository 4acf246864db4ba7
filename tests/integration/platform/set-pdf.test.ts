import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { setPdf } from "~/platform/pdf/set-pdf.server";
import { pdfText } from "~tests/support/pdf";

const TEMPLATE = `#import "/karvan.typ": *
#let data = json("/data.json")
#show: paper.with(title: data.title, lang: "az", footer: data.title)
= #data.title
#data.text`;

const data = { title: "Kəlağayı ğ ı İ", text: '#read("/etc/passwd") *Жука* 12,50 ₼' };

async function bytesOf(order: Parameters<typeof setPdf>[0], limits = {}) {
  const result = await setPdf(order, limits);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** Typesetters that this process has started and that still run. */
function typesetters(): number {
  const parents = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return parents.filter((pid) => {
    try {
      const isOurs = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ")[1] === String(process.pid);
      return isOurs && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("NodeCompiler");
    } catch {
      return false;
    }
  }).length;
}

describe("a PDF", () => {
  it("holds what was handed over, letter by letter, and nothing of it is run", async () => {
    const text = await pdfText(await bytesOf({ template: TEMPLATE, data }));

    expect(text).toContain("Kəlağayı ğ ı İ");
    expect(text).toContain('#read("/etc/passwd") *Жука* 12,50 ₼');
    expect(text).toMatch(/1\s*\/\s*1/);
  });

  it("is tagged and says its title and its language", async () => {
    const pdf = (await bytesOf({ template: TEMPLATE, data })).toString("latin1");

    expect(pdf).toContain("/Lang (az");
    expect(pdf).toContain("/Marked true");
    expect(pdf).toContain("pdfuaid:part");
  });

  it("is the same, byte for byte, for the same data", async () => {
    const [first, second] = [await bytesOf({ template: TEMPLATE, data }), await bytesOf({ template: TEMPLATE, data })];
    expect(first.equals(second)).toBe(true);
  });

  it("comes with a letter that no font has", async () => {
    const text = await pdfText(await bytesOf({ template: TEMPLATE, data: { ...data, text: "Кружка 中 🎁" } }));
    expect(text).toContain("Кружка");
  });

  it("sees no file of the machine", async () => {
    const template = `#set document(title: "a")\n#read("/etc/hostname")`;
    await expect(setPdf({ template, data })).rejects.toThrow(/file not found/);
  });
});

it("refuses where the typesetter is not installed", async () => {
  const result = await setPdf({ template: TEMPLATE, data }, {}, "a-typesetter-that-nobody-installed");
  expect(result).toEqual({ ok: false, refusal: "pdf-unavailable" });
});

describe("a typesetter", () => {
  const ENDLESS = `#set document(title: "a")\n#for a in range(100000) { for b in range(100000) { let c = a * b } }`;
  const GREEDY = `#set document(title: "a")\n#let all = ()\n#for n in range(100000000) { all.push(str(n)) }`;

  it("ends when nobody waits for it any more", async () => {
    const ends = new AbortController();
    const setting = setPdf({ template: ENDLESS, data }, { signal: ends.signal });
    await expect.poll(typesetters).toBe(1);
    ends.abort(new Error("the worker stops"));

    await expect(setting).rejects.toThrow("the worker stops");
    await expect.poll(typesetters).toBe(0);
  });

  it("ends when it takes too long", async () => {
    await expect(setPdf({ template: ENDLESS, data }, { patienceMs: 1_000 })).rejects.toThrow(/timeout/i);
    await expect.poll(typesetters).toBe(0);
  });

  it("ends when it holds too much", async () => {
    await expect(setPdf({ template: GREEDY, data }, { mostMemory: 300_000_000 })).rejects.toThrow(/SIGKILL/);
  });
});
