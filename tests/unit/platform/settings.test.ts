import { describe, expect, it } from "vitest";
import { readSettings, SETTINGS } from "~/platform/settings.server";

const PRODUCTION = {
  APP_MODE: "production",
  DATABASE_URL: "postgres://karvan:word@db.internal:5432/karvan",
  SITE_URL: "https://karvan.example/",
  SESSION_SECRET: "s".repeat(32),
  AUDIT_SECRET: "a".repeat(32),
  FILES_SECRET: "f".repeat(32),
  METRICS_TOKEN: "m".repeat(16),
  OPERATOR_TOKEN: "o".repeat(16),
  FILES_PROVIDER: "s3",
  S3_BUCKET: "karvan",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "secret of the storage",
  SMTP_URL: "smtps://karvan:word@relay.internal:465",
  MAIL_FROM: "Karvan <no-reply@karvan.example>",
};

function problemsOf(source: Record<string, string | undefined>): string[] {
  const read = readSettings(source);
  return read.ok ? [] : read.problems;
}

const inProduction = (changes: Record<string, string | undefined>) => problemsOf({ ...PRODUCTION, ...changes });

describe("production", () => {
  it("starts with everything that it needs", () => {
    const read = readSettings(PRODUCTION);

    expect(read).toMatchObject({
      ok: true,
      settings: {
        APP_MODE: "production",
        SITE_URL: "https://karvan.example",
        HOST: "0.0.0.0",
        PORT: 3000,
        TRUST_PROXY: 0,
        RATES_SOURCE: "cbar",
        MEILI_INDEX_PREFIX: "karvan",
        PAGE_CACHE: "on",
        WORKER_CONCURRENCY: 2,
      },
    });
  });

  it("is what runs when nothing else is said", () => {
    const { APP_MODE: _mode, ...unsaid } = PRODUCTION;
    expect(readSettings(unsaid)).toMatchObject({ ok: true, settings: { APP_MODE: "production" } });
  });

  it.each(SETTINGS.filter(({ needed }) => needed !== "optional"))(
    "refuses to start without $name and says what it is",
    ({ name, purpose }) => {
      expect(inProduction({ [name]: undefined })).toEqual([`${name} is missing: ${purpose}`]);
    },
  );

  it("takes an empty value for a missing one", () => {
    expect(inProduction({ SESSION_SECRET: "" })).toEqual([expect.stringContaining("SESSION_SECRET is missing")]);
  });

  it("names everything that is missing at once", () => {
    const names = problemsOf({}).map((problem) => problem.replace(/ .*/s, ""));
    expect(names.toSorted()).toEqual(
      [
        "AUDIT_SECRET",
        "DATABASE_URL",
        "FILES_SECRET",
        "MAIL_FROM",
        "METRICS_TOKEN",
        "OPERATOR_TOKEN",
        "SESSION_SECRET",
        "SITE_URL",
      ].toSorted(),
    );
  });

  it.each(["SESSION_SECRET", "AUDIT_SECRET", "FILES_SECRET"])(
    "refuses a %s that is too short to keep a secret",
    (name) => {
      expect(inProduction({ [name]: "s".repeat(31) })).toEqual([`${name} must have at least 32 characters`]);
    },
  );

  it.each(["METRICS_TOKEN", "OPERATOR_TOKEN"])("refuses a %s that is too short", (name) => {
    expect(inProduction({ [name]: "t".repeat(15) })).toEqual([`${name} must have at least 16 characters`]);
  });

  it.each(["SESSION_SECRET", "AUDIT_SECRET", "FILES_SECRET", "METRICS_TOKEN", "OPERATOR_TOKEN"] as const)(
    "refuses the stand-in that everybody can read as its %s",
    (name) => {
      const standIn = readSettings({ APP_MODE: "test", DATABASE_URL: "postgres://test" });
      if (!standIn.ok) throw new Error("the stand-ins are incomplete");

      expect(inProduction({ [name]: standIn.settings[name] })).toEqual([expect.stringContaining(name)]);
    },
  );

  it.each([
    ["files on the machine's disk", "FILES_PROVIDER", "local"],
    ["the sample of exchange rates", "RATES_SOURCE", "sample"],
    ["a site without TLS", "SITE_URL", "http://karvan.example"],
    ["a database that is not PostgreSQL", "DATABASE_URL", "mysql://db.internal/karvan"],
    ["an index prefix that the engine refuses", "MEILI_INDEX_PREFIX", "Karvan!"],
    ["a port that does not exist", "PORT", "70000"],
    ["a worker of nobody", "WORKER_CONCURRENCY", "0"],
    ["proxies without number", "TRUST_PROXY", "-1"],
    ["a relay that is none", "SMTP_URL", "https://relay.internal"],
    ["a sender without address", "MAIL_FROM", "Karvan"],
    ["a sender of SMS that no phone can show", "SMS_SENDER", "Azerbaijan Federation"],
  ])("refuses %s and names the setting", (_what, name, value) => {
    expect(inProduction({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  it.each(["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"])("refuses storage without its %s", (name) => {
    expect(inProduction({ [name]: undefined })).toEqual([expect.stringContaining(`${name} is missing`)]);
  });

  it.each([{ SMS_GATEWAY_URL: "https://sms.example/send" }, { SMS_GATEWAY_TOKEN: "token" }])(
    "refuses half a gateway for SMS",
    (half) => {
      expect(inProduction(half)).toEqual([expect.stringContaining("belong together")]);
    },
  );

  it("keeps values out of what it says", () => {
    const problems = inProduction({ SESSION_SECRET: "tell-nobody", DATABASE_URL: "mysql://me:hush@db/karvan" });

    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/tell-nobody|hush/);
  });

  const PAYMENTS = {
    STRIPE_SECRET_KEY: "sk_live_abc",
    STRIPE_WEBHOOK_SECRET: "whsec_new, whsec_old",
    MERCHANT_NAME: "Karvan Export OÜ",
    MERCHANT_COUNTRY: "EE",
    MERCHANT_ADDRESS: "Pikk 1, 10123 Tallinn",
    MERCHANT_EMAIL: "sale@karvan.example",
    MERCHANT_STATEMENT: "KARVAN.AZ",
  };
  const withPayments = (changes: Record<string, string | undefined>) => inProduction({ ...PAYMENTS, ...changes });

  it("may hold a live Stripe key, and a restricted one", () => {
    expect(withPayments({})).toEqual([]);
    expect(withPayments({ STRIPE_SECRET_KEY: "rk_live_abc" })).toEqual([]);
  });

  it("may run without payments, and knows no merchant then", () => {
    const read = readSettings(PRODUCTION);
    expect(read.ok && read.settings).toMatchObject({ STRIPE_WEBHOOK_SECRET: [] });
    expect(read.ok && read.settings.MERCHANT_NAME).toBeUndefined();
  });

  it("reads each of the webhook's secrets", () => {
    const read = readSettings({ ...PRODUCTION, ...PAYMENTS });
    expect(read.ok && read.settings.STRIPE_WEBHOOK_SECRET).toEqual(["whsec_new", "whsec_old"]);
  });

  it.each([
    "STRIPE_WEBHOOK_SECRET",
    "MERCHANT_NAME",
    "MERCHANT_COUNTRY",
    "MERCHANT_ADDRESS",
    "MERCHANT_EMAIL",
    "MERCHANT_STATEMENT",
  ])("refuses a key of Stripe without %s", (name) => {
    expect(withPayments({ [name]: undefined })).toEqual([expect.stringContaining(`${name} is missing`)]);
  });

  it.each([
    ["a merchant in a country without Stripe", "MERCHANT_COUNTRY", "AZ"],
    ["a merchant in no country", "MERCHANT_COUNTRY", "Estonia"],
    ["a merchant without a street", "MERCHANT_ADDRESS", "EE"],
    ["a merchant whom no letter reaches", "MERCHANT_EMAIL", "sale at karvan"],
    ["a statement of four letters", "MERCHANT_STATEMENT", "KARV"],
    ["a statement of 23 letters", "MERCHANT_STATEMENT", "K".repeat(23)],
    ["a statement of digits", "MERCHANT_STATEMENT", "12345"],
    ["a statement with letters that banks cannot print", "MERCHANT_STATEMENT", "KARVAN ƏZİZ"],
    ...["<", ">", "\\", "'", '"', "*"].map(
      (sign) => [`a statement with ${sign}`, "MERCHANT_STATEMENT", `KARVAN${sign}`] as const,
    ),
    ["a key that is none", "STRIPE_SECRET_KEY", "pk_live_abc"],
    ["a webhook secret that is none", "STRIPE_WEBHOOK_SECRET", "whsec_a,secret"],
    ["a sandbox", "STRIPE_API_BASE", "http://127.0.0.1:4242"],
  ] as const)("refuses %s and names the setting", (_what, name, value) => {
    const problems = withPayments({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  it("keeps keys and secrets of Stripe out of what it says", () => {
    const problems = withPayments({ STRIPE_SECRET_KEY: "pk_hush", STRIPE_WEBHOOK_SECRET: "tell-nobody" });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/hush|tell-nobody/);
  });
});

describe("outside production", () => {
  it.each(["development", "demo", "test"])("%s needs a database and nothing else", (mode) => {
    expect(problemsOf({ APP_MODE: mode })).toEqual([expect.stringContaining("DATABASE_URL is missing")]);
    expect(problemsOf({ APP_MODE: mode, DATABASE_URL: "postgres://somewhere" })).toEqual([]);
  });

  it.each(["development", "demo", "test"])("%s refuses a live Stripe key", (mode) => {
    const source = {
      APP_MODE: mode,
      DATABASE_URL: "postgres://somewhere",
      STRIPE_SECRET_KEY: "sk_live_abc",
      STRIPE_WEBHOOK_SECRET: "whsec_abc",
    };
    expect(problemsOf(source)).toEqual([expect.stringContaining("STRIPE_SECRET_KEY is a live key")]);
  });

  const demo = { APP_MODE: "demo", DATABASE_URL: "postgres://somewhere" };

  it("takes a test key of Stripe with the secret of its webhook", () => {
    const source = { ...demo, STRIPE_SECRET_KEY: "sk_test_abc" };
    expect(problemsOf({ ...source, STRIPE_WEBHOOK_SECRET: "whsec_abc" })).toEqual([]);
    expect(problemsOf(source)).toEqual([expect.stringContaining("STRIPE_WEBHOOK_SECRET is missing")]);
  });

  it("refuses a live restricted key of Stripe", () => {
    const source = { ...demo, STRIPE_SECRET_KEY: "rk_live_abc", STRIPE_WEBHOOK_SECRET: "whsec_abc" };
    expect(problemsOf(source)).toEqual([expect.stringContaining("STRIPE_SECRET_KEY is a live key")]);
  });

  it("knows key and secret of the sandbox that it is pointed at", () => {
    const read = readSettings({ ...demo, STRIPE_API_BASE: "http://127.0.0.1:4242" });
    expect(read.ok && read.settings).toMatchObject({
      STRIPE_SECRET_KEY: "sk_test_karvan_sandbox",
      STRIPE_WEBHOOK_SECRET: ["whsec_karvan_sandbox"],
    });
  });

  it("takes no cards when it is pointed at nothing", () => {
    const read = readSettings(demo);
    expect(read.ok && read.settings.STRIPE_SECRET_KEY).toBeUndefined();
  });

  it.each([
    ["a sandbox on another machine", { STRIPE_API_BASE: "http://sandbox.example" }, "STRIPE_API_BASE"],
    [
      "the sandbox's key without a sandbox",
      { STRIPE_SECRET_KEY: "sk_test_karvan_sandbox", STRIPE_WEBHOOK_SECRET: "whsec_abc" },
      "STRIPE_SECRET_KEY",
    ],
  ])("refuses %s", (_what, changes, name) => {
    expect(problemsOf({ ...demo, ...changes })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
  });

  it("refuses to show the demo to other machines", () => {
    const source = { APP_MODE: "demo", DATABASE_URL: "postgres://somewhere", HOST: "0.0.0.0" };
    expect(problemsOf(source)).toEqual([expect.stringContaining("HOST must be the loopback address")]);
  });

  it("refuses a mode that does not exist", () => {
    expect(problemsOf({ APP_MODE: "staging", DATABASE_URL: "postgres://somewhere" })).toEqual([
      expect.stringMatching(/^APP_MODE /),
    ]);
  });
});
