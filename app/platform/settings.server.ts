import { z } from "zod";
import { SANDBOX_KEY, SANDBOX_WEBHOOK_SECRET } from "./stripe/sandbox-key";
import { paymentProblems } from "./stripe/settings-problems";
import { STAND_IN_MERCHANT } from "./stripe/stand-in-merchant";

export const APP_MODES = ["production", "development", "demo", "test"] as const;
export type AppMode = (typeof APP_MODES)[number];

/** What a setting is for; README, `.env.example` and `doctor` are made from these. */
export type SettingDescription = { name: string; needed: "production" | "always" | "optional"; purpose: string };

/** Every setting that the code reads, and no other. */
export const SETTINGS: readonly SettingDescription[] = [
  { name: "APP_MODE", needed: "optional", purpose: "production (default), development, demo or test" },
  { name: "DATABASE_URL", needed: "always", purpose: "PostgreSQL, postgres://user:password@host:5432/name" },
  { name: "DATABASE_READ_URL", needed: "optional", purpose: "a read replica for public pages" },
  { name: "MEILI_URL", needed: "optional", purpose: "Meilisearch; without it PostgreSQL answers searches" },
  { name: "MEILI_MASTER_KEY", needed: "optional", purpose: "key of that Meilisearch" },
  { name: "MEILI_INDEX_PREFIX", needed: "optional", purpose: "first part of index names, karvan by default" },
  { name: "SITE_URL", needed: "production", purpose: "public origin, https://karvan.example" },
  { name: "HOST", needed: "optional", purpose: "address to listen on, 127.0.0.1 outside production" },
  { name: "PORT", needed: "optional", purpose: "port to listen on, 3000 by default" },
  { name: "TRUST_PROXY", needed: "optional", purpose: "how many proxies stand in front, 0 by default" },
  { name: "SESSION_SECRET", needed: "production", purpose: "signs sessions, at least 32 characters" },
  {
    name: "AUDIT_SECRET",
    needed: "production",
    purpose: "keys the digests of the audit chain, at least 32 characters",
  },
  { name: "FILES_SECRET", needed: "production", purpose: "encrypts papers, at least 32 characters; never change it" },
  { name: "METRICS_TOKEN", needed: "production", purpose: "bearer token of /metrics, at least 16 characters" },
  { name: "OPERATOR_TOKEN", needed: "production", purpose: "bearer token of /operator, at least 16 characters" },
  { name: "FILES_PROVIDER", needed: "optional", purpose: "local (default) or s3" },
  { name: "FILES_DIR", needed: "optional", purpose: "folder of the local files provider" },
  { name: "S3_ENDPOINT", needed: "optional", purpose: "S3-compatible storage, when FILES_PROVIDER is s3" },
  { name: "S3_REGION", needed: "optional", purpose: "region of that storage" },
  { name: "S3_BUCKET", needed: "optional", purpose: "bucket of that storage" },
  { name: "S3_ACCESS_KEY_ID", needed: "optional", purpose: "access key of that storage" },
  { name: "S3_SECRET_ACCESS_KEY", needed: "optional", purpose: "secret of that storage" },
  { name: "SMTP_URL", needed: "production", purpose: "mail relay, smtp://user:password@host:587" },
  { name: "MAIL_FROM", needed: "production", purpose: "sender of every letter, Karvan <no-reply@karvan.example>" },
  { name: "SMS_GATEWAY_URL", needed: "optional", purpose: "takes SMS as JSON; without it nobody signs in by phone" },
  { name: "SMS_GATEWAY_TOKEN", needed: "optional", purpose: "bearer token of that gateway" },
  { name: "SMS_SENDER", needed: "optional", purpose: "name that phones show, Karvan by default" },
  {
    name: "TRANSLATION_URL",
    needed: "optional",
    purpose: "LibreTranslate server that adds translations to messages; off when unset",
  },
  { name: "TRANSLATION_KEY", needed: "optional", purpose: "API key of that server, where it wants one" },
  { name: "STRIPE_SECRET_KEY", needed: "optional", purpose: "payments; live keys are refused outside production" },
  {
    name: "STRIPE_WEBHOOK_SECRET",
    needed: "optional",
    purpose: "checks Stripe's events, needed with a key; two with a comma between while it is changed",
  },
  { name: "STRIPE_API_BASE", needed: "optional", purpose: "address of the local Stripe sandbox; never in production" },
  { name: "MERCHANT_NAME", needed: "optional", purpose: "who takes the buyers' money, needed with a key of Stripe" },
  {
    name: "MERCHANT_COUNTRY",
    needed: "optional",
    purpose: "country of that merchant, two letters, one in which Stripe opens accounts; needed with a key",
  },
  {
    name: "MERCHANT_ADDRESS",
    needed: "optional",
    purpose: "where that merchant is established: street, postal code and town, without the country; needed with a key",
  },
  {
    name: "MERCHANT_EMAIL",
    needed: "optional",
    purpose: "where buyers write to that merchant, a withdrawal from the contract as well; needed with a key",
  },
  {
    name: "MERCHANT_STATEMENT",
    needed: "optional",
    purpose: "how that merchant is named on bank statements, 5 to 22 Latin letters; needed with a key",
  },
  { name: "RATES_SOURCE", needed: "optional", purpose: "cbar (default in production) or sample: daily exchange rates" },
  { name: "PAGE_CACHE", needed: "optional", purpose: "on (default) or off: finished public pages kept in the process" },
  { name: "LOG_LEVEL", needed: "optional", purpose: "debug, info (default), warn or error" },
  { name: "WORKER_CONCURRENCY", needed: "optional", purpose: "jobs that one worker runs at a time, 2 by default" },
  {
    name: "PAYOUT_DEBTOR_NAME",
    needed: "optional",
    purpose: "whose account pays sellers and takes buyers' transfers, as its bank knows it",
  },
  { name: "PAYOUT_DEBTOR_IBAN", needed: "optional", purpose: "that account; without it no transfer is offered" },
  { name: "PAYOUT_DEBTOR_BIC", needed: "optional", purpose: "BIC of that account's bank" },
];

const secret = (length: number) => z.string().min(length, `must have at least ${length} characters`);

const settingsSchema = z.object({
  APP_MODE: z.enum(APP_MODES).default("production"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://"),
  DATABASE_READ_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  MEILI_URL: z.url().optional(),
  MEILI_MASTER_KEY: z.string().optional(),
  MEILI_INDEX_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, "must be small letters, digits and _")
    .default("karvan"),
  SITE_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  HOST: z.string(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SESSION_SECRET: secret(32),
  AUDIT_SECRET: secret(32),
  FILES_SECRET: secret(32),
  METRICS_TOKEN: secret(16),
  OPERATOR_TOKEN: secret(16),
  FILES_PROVIDER: z.enum(["local", "s3"]).default("local"),
  FILES_DIR: z.string().default(".karvan/files"),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().regex(/^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, "must be an address, or a name and <address>"),
  TRANSLATION_URL: z.url().optional(),
  TRANSLATION_KEY: z.string().optional(),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  SMS_SENDER: z.string().min(1).max(11, "must have at most 11 letters").default("Karvan"),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((part) => part.trim() || [])),
  STRIPE_API_BASE: z.url().optional(),
  MERCHANT_NAME: z.string().max(100, "must have at most 100 letters").optional(),
  MERCHANT_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be two capital letters, such as EE")
    .optional(),
  MERCHANT_ADDRESS: z.string().trim().min(5).max(200, "must have at most 200 letters").optional(),
  MERCHANT_EMAIL: z.email("must be an e-mail address").optional(),
  // Stripe's rule for a statement descriptor: docs.stripe.com/get-started/account/statement-descriptors.
  MERCHANT_STATEMENT: z
    .string()
    .regex(
      /^(?=.*[A-Za-z])[ !#-&()+-;=?-[\]-~]{5,22}$/,
      "must have 5 to 22 Latin letters or digits, not digits alone, and none of < > \\ ' \" *",
    )
    .optional(),
  RATES_SOURCE: z.enum(["cbar", "sample"]),
  PAGE_CACHE: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(2),
  PAYOUT_DEBTOR_NAME: z.string().max(70).optional(),
  PAYOUT_DEBTOR_IBAN: z
    .string()
    .regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/, "must be an IBAN without spaces")
    .optional(),
  PAYOUT_DEBTOR_BIC: z
    .string()
    .regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/, "must be a BIC")
    .optional(),
});

export type Settings = z.output<typeof settingsSchema>;

export type ReadSettings = { ok: true; settings: Settings } | { ok: false; problems: string[] };

const SECRETS = ["SESSION_SECRET", "AUDIT_SECRET", "FILES_SECRET", "METRICS_TOKEN", "OPERATOR_TOKEN"] as const;
const STAND_IN_SECRET = "not-a-secret-outside-production-0123456789";

/** Outside production these are filled in, so that work and tests need no file of settings. */
function standIns(port: string | undefined): Record<string, string> {
  return {
    SITE_URL: `http://127.0.0.1:${port ?? "3000"}`,
    HOST: "127.0.0.1",
    ...Object.fromEntries(SECRETS.map((name) => [name, STAND_IN_SECRET])),
    MAIL_FROM: "Karvan <no-reply@karvan.example>",
    RATES_SOURCE: "sample",
    ...STAND_IN_MERCHANT,
  };
}

/** Whoever points at the sandbox needs to know neither its key nor its secret. */
function sandboxStandIns(base: string | undefined): Record<string, string> {
  return base === undefined ? {} : { STRIPE_SECRET_KEY: SANDBOX_KEY, STRIPE_WEBHOOK_SECRET: SANDBOX_WEBHOOK_SECRET };
}

/** Reads settings, or names each one that is missing or wrong. Values are never part of a problem's text. */
export function readSettings(source: Record<string, string | undefined>): ReadSettings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const mode = given.APP_MODE ?? "production";
  const filled =
    mode === "production"
      ? { HOST: "0.0.0.0", RATES_SOURCE: "cbar", ...given }
      : { ...standIns(given.PORT), ...sandboxStandIns(given.STRIPE_API_BASE), ...given };
  const parsed = settingsSchema.safeParse(filled);
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return name in filled ? `${name} ${issue.message}` : `${name} is missing: ${purposeOf(name)}`;
      });
  return parsed.success && problems.length === 0 ? { ok: true, settings: parsed.data } : { ok: false, problems };
}

function purposeOf(name: string): string {
  return SETTINGS.find((setting) => setting.name === name)?.purpose ?? name;
}

function contradictions(settings: Settings): string[] {
  const problems = paymentProblems(settings);
  const isProduction = settings.APP_MODE === "production";
  if (settings.APP_MODE === "demo" && !["127.0.0.1", "localhost", "::1"].includes(settings.HOST)) {
    problems.push("HOST must be the loopback address in the demo");
  }
  if (settings.FILES_PROVIDER === "s3") {
    for (const name of ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) {
      if (settings[name] === undefined) problems.push(`${name} is missing: ${purposeOf(name)}`);
    }
  }
  if (isProduction && settings.FILES_PROVIDER === "local") {
    problems.push("FILES_PROVIDER must be s3 in production: a machine's disk is not shared");
  }
  if (isProduction && settings.RATES_SOURCE === "sample") {
    problems.push("RATES_SOURCE must be cbar in production: the sample is the list of one past day");
  }
  if (isProduction && settings.SMTP_URL === undefined) problems.push(`SMTP_URL is missing: ${purposeOf("SMTP_URL")}`);
  if ((settings.SMS_GATEWAY_URL === undefined) !== (settings.SMS_GATEWAY_TOKEN === undefined)) {
    problems.push("SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN belong together: set both or neither");
  }
  for (const name of SECRETS) {
    if (isProduction && settings[name] === STAND_IN_SECRET) problems.push(`${name} is the public stand-in: draw one`);
  }
  if (isProduction && !settings.SITE_URL.startsWith("https://")) problems.push("SITE_URL must begin with https://");
  return problems;
}
