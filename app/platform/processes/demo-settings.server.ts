import { join } from "node:path";
import { readSettings } from "~/platform/settings.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import type { ChildEnv } from "./child.server";
import type { Parts } from "./parts.server";
import type { RunFolder } from "./run-folder.server";
import { startProblem } from "./start-problem";

const SECRETS = ["SESSION_SECRET", "AUDIT_SECRET", "FILES_SECRET", "METRICS_TOKEN", "OPERATOR_TOKEN"] as const;

/** What web, worker and the preparation of the data run with: the person's own settings, and ours where they set none. */
export function demoSettings(folder: RunFolder, port: number, parts: Parts): ChildEnv {
  return {
    ...fixedSettings(process.env, port),
    DATABASE_URL: parts.database.url,
    MEILI_URL: parts.search?.url,
    MEILI_MASTER_KEY: parts.search?.key,
    ...(parts.payments
      ? {
          STRIPE_SECRET_KEY: SANDBOX_KEY,
          STRIPE_API_BASE: parts.payments.url,
          STRIPE_WEBHOOK_SECRET: parts.payments.webhookSecret,
        }
      : {}),
    FILES_DIR: process.env.FILES_DIR ?? join(folder.path, "files"),
    ...Object.fromEntries(SECRETS.map((name) => [name, process.env[name] ?? folder.secret(name)])),
  };
}

/** @throws StartProblem naming every setting that the demo may not run with, before anything is started */
export function refuseWrongSettings(source: ChildEnv, port: number): void {
  const stand = { DATABASE_URL: "postgres://unset" };
  const read = readSettings({ ...stand, ...fixedSettings(source, port) });
  const problems = read.ok ? [] : read.problems;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) problems.push("PORT must be a number from 1 to 65535");
  if (problems.length === 0) return;
  throw startProblem(
    `settings of your environment are wrong:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    "Change or unset them (unset NAME), then run npm run demo again.",
  );
}

/** The demo never leaves this machine and never passes for production. */
function fixedSettings(source: ChildEnv, port: number): ChildEnv {
  return {
    ...source,
    APP_MODE: "demo",
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    // Nobody's account: the example of the IBAN registry (ISO 13616) for Azerbaijan.
    PAYOUT_DEBTOR_NAME: "Nümunə Federasiyası",
    PAYOUT_DEBTOR_IBAN: "AZ21NABZ00000000137010001944",
    PAYOUT_DEBTOR_BIC: "NABZAZ2X",
  };
}
