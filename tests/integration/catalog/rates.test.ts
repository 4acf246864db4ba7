import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { currentRates, findSdrRate, loadDailyRates } from "~/modules/catalog/rates.server";
import { setClockOffset } from "~/platform/clock.server";
import { cbarRates } from "~/platform/exchange-rates/cbar.server";
import { sampleRates } from "~/platform/exchange-rates/sample.server";
import { SAMPLE_RATES_FILE } from "~/platform/exchange-rates/source.server";
import type { RateSource } from "~/platform/exchange-rates/port";
import { testDb } from "~tests/support/database";

let minute = 0;
const source = (quotedOn: string, rates: Record<string, bigint>): RateSource => ({
  ratesOf: () =>
    Promise.resolve({
      quotedOn,
      source: "test",
      rates: Object.entries(rates).map(([currency, aznMillionths]) => ({ currency, aznMillionths })),
    }),
});

beforeEach(async () => {
  await testDb.deleteFrom("exchangeRates").execute();
  // Past what this process has kept from the test before.
  minute += 10;
  setClockOffset(minute * 60_000);
});
afterAll(() => setClockOffset(0));

describe("exchange rates", () => {
  it("are those of the last day, with the manat at one", async () => {
    await loadDailyRates(testDb, source("2026-11-19", { EUR: 1_900_000n, JPY: 11_000n }));
    await loadDailyRates(testDb, source("2026-11-20", { EUR: 1_974_800n }));

    const { rates, quotedOn } = await currentRates(testDb);

    expect(quotedOn).toBe("2026-11-20");
    expect([...rates].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["AZN", 1_000_000n],
      ["EUR", 1_974_800n],
    ]);
  });

  it("know only the manat while none is loaded", async () => {
    expect([...(await currentRates(testDb)).rates]).toEqual([["AZN", 1_000_000n]]);
  });

  it("are corrected, not doubled, when the same day is loaded again", async () => {
    await loadDailyRates(testDb, source("2026-11-20", { EUR: 1_900_000n }));
    await loadDailyRates(testDb, source("2026-11-20", { EUR: 1_974_800n }));

    expect((await currentRates(testDb)).rates.get("EUR")).toBe(1_974_800n);
    expect(await testDb.selectFrom("exchangeRates").select("currency").execute()).toHaveLength(1);
  });

  it("are kept for a minute and read again after it", async () => {
    await loadDailyRates(testDb, source("2026-11-20", { EUR: 1_974_800n }));
    await currentRates(testDb);
    await testDb.updateTable("exchangeRates").set({ aznMillionths: 1n }).execute();

    expect((await currentRates(testDb)).rates.get("EUR")).toBe(1_974_800n);
    setClockOffset(minute * 60_000 + 61_000);
    expect((await currentRates(testDb)).rates.get("EUR")).toBe(1n);
  });

  it("of the shipped sample bear the sample's own day and say that they are one", async () => {
    const { quotedOn, count } = await loadDailyRates(testDb, sampleRates(SAMPLE_RATES_FILE), { day: "2027-03-01" });

    const row = await testDb.selectFrom("exchangeRates").select("source").executeTakeFirst();
    expect([quotedOn, count, row?.source]).toEqual(["2026-11-20", 39, "Central Bank of Azerbaijan (sample)"]);
  });

  it("are not stored when the list is empty", async () => {
    await expect(loadDailyRates(testDb, source("2026-11-20", {}))).rejects.toThrow(/empty/);
  });
});

describe("the rate of the SDR", () => {
  it.each(["SDR", "XDR"])("is no money's, whether the list calls it %s or not", async (code) => {
    await loadDailyRates(testDb, source("2026-11-20", { EUR: 1_974_800n, [code]: 2_311_800n }));

    expect([...(await currentRates(testDb)).rates.keys()].toSorted()).toEqual(["AZN", "EUR"]);
    expect(await findSdrRate(testDb, "EUR")).toEqual({
      aznMillionths: 2_311_800n,
      currencyAznMillionths: 1_974_800n,
      on: "2026-11-20",
    });
  });

  it("is the newest that stands beside the currency's own, with its day", async () => {
    await loadDailyRates(testDb, source("2026-11-18", { EUR: 1_900_000n, SDR: 2_200_000n }));
    await loadDailyRates(testDb, source("2026-11-19", { EUR: 1_950_000n, SDR: 2_300_000n }));
    await loadDailyRates(testDb, source("2026-11-20", { USD: 1_700_000n, SDR: 2_400_000n }));
    await loadDailyRates(testDb, source("2026-11-21", { EUR: 1_974_800n }));

    expect(await findSdrRate(testDb, "EUR")).toMatchObject({ on: "2026-11-19", currencyAznMillionths: 1_950_000n });
    expect(await findSdrRate(testDb, "AZN")).toMatchObject({ on: "2026-11-20", currencyAznMillionths: 1_000_000n });
    expect(await findSdrRate(testDb, "GBP")).toBeUndefined();
  });
});

describe("the Central Bank's server", () => {
  let server: Server;
  let asked: string[] = [];
  const answers: Record<string, [status: number, body: string]> = {};
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const [status, body] = answers[request.url ?? ""] ?? [404, ""];
      response.writeHead(status, status === 302 ? { location: "http://elsewhere.example" } : {}).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const bank = () => cbarRates(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  it("is asked for the day as it writes days", async () => {
    asked = [];
    answers["/20.11.2026.xml"] = [
      200,
      '<ValCurs Date="20.11.2026"><ValType Type="Xarici valyutalar"><Valute Code="EUR"><Nominal>1</Nominal><Name>1 Avro</Name><Value>1.9748</Value></Valute></ValType></ValCurs>',
    ];

    expect(await bank().ratesOf("2026-11-20")).toMatchObject({
      quotedOn: "2026-11-20",
      rates: [{ currency: "EUR", aznMillionths: 1_974_800n }],
    });
    expect(asked).toEqual(["/20.11.2026.xml"]);
  });

  it("fails the job, naming the answer, when it has no list or sends elsewhere", async () => {
    answers["/02.01.2026.xml"] = [302, ""];
    await expect(bank().ratesOf("2026-01-01")).rejects.toThrow(/01\.01\.2026\.xml answered 404/);
    await expect(bank().ratesOf("2026-01-02")).rejects.toThrow(/fetch failed/);
  });
});
