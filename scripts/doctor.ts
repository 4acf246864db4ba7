import { readSettings, SETTINGS, type Settings } from "~/platform/settings.server";

/** The tests run on 18; older than this nobody tried. */
const OLDEST_POSTGRES = 16;

const findings: { isWrong: boolean; text: string }[] = [];
const note = (text: string) => void findings.push({ isWrong: false, text });
const wrong = (text: string) => void findings.push({ isWrong: true, text });

const read = readSettings(process.env);
if (read.ok) {
  note(`settings are complete for APP_MODE=${read.settings.APP_MODE}`);
  await lookAtDatabase(read.settings);
  await lookAtSearch(read.settings);
  await lookAtFiles(read.settings);
  await lookAtMail(read.settings);
  await lookAtPayments(read.settings);
} else {
  for (const problem of read.problems) wrong(problem);
  note("connections are looked at when the settings are right");
}
for (const name of unknownNames()) wrong(`${name} is no setting of Karvan: a typing error?`);

for (const { isWrong, text } of findings) process.stdout.write(`${isWrong ? "wrong" : "ok   "}  ${text}\n`);
const count = findings.filter(({ isWrong }) => isWrong).length;
process.stdout.write(count === 0 ? "Nothing is missing or wrong.\n" : `${count} to mend.\n`);
process.exit(count === 0 ? 0 : 1);

async function lookAtDatabase(settings: Settings): Promise<void> {
  const { describeDatabase } = await import("~/platform/db/describe-database.server");
  for (const name of ["DATABASE_URL", "DATABASE_READ_URL"] as const) {
    const url = settings[name];
    if (url === undefined) continue;
    try {
      const { version, mode, pendingMigrations } = await describeDatabase(url);
      if (version < OLDEST_POSTGRES)
        wrong(`${name}: PostgreSQL ${version} is too old, ${OLDEST_POSTGRES} or newer is needed`);
      else note(`${name}: PostgreSQL ${version} answers`);
      if (mode !== undefined && mode !== settings.APP_MODE) wrong(`${name}: this database is marked "${mode}"`);
      if (pendingMigrations > 0) wrong(`${name}: ${pendingMigrations} migrations are to be run: npm run migrate`);
    } catch (error) {
      wrong(`${name}: no connection (${reasonOf(error)})`);
    }
  }
}

async function lookAtSearch({ MEILI_URL: url, MEILI_MASTER_KEY: key }: Settings): Promise<void> {
  if (url === undefined) return note("MEILI_URL is unset: PostgreSQL answers searches");
  try {
    const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const answer = await fetch(new URL("/version", url), { headers, signal: AbortSignal.timeout(5_000) });
    if (answer.status === 401 || answer.status === 403) return wrong("MEILI_MASTER_KEY is not accepted by MEILI_URL");
    const { pkgVersion } = (await answer.json()) as { pkgVersion?: string };
    if (pkgVersion === undefined) wrong("MEILI_URL: what answers there is not Meilisearch");
    else note(`MEILI_URL: Meilisearch ${pkgVersion} answers`);
  } catch (error) {
    wrong(`MEILI_URL: no connection (${reasonOf(error)})`);
  }
}

async function lookAtFiles(settings: Settings): Promise<void> {
  const { filesFrom } = await import("~/platform/files/files.server");
  try {
    const store = filesFrom(settings);
    const key = "doctor/probe.txt";
    await store.put(key, Buffer.from("probe"), "text/plain");
    await store.remove(key);
    note(`FILES_PROVIDER: ${settings.FILES_PROVIDER} can be written`);
  } catch (error) {
    wrong(`FILES_PROVIDER: ${settings.FILES_PROVIDER} cannot be written (${reasonOf(error)})`);
  }
}

async function lookAtMail({ SMTP_URL, SMS_GATEWAY_URL }: Settings): Promise<void> {
  if (SMTP_URL === undefined) return note("SMTP_URL is not set: letters stay on this machine, at /dev/mailbox");
  try {
    const { createTransport } = await import("nodemailer");
    await createTransport({ url: SMTP_URL, connectionTimeout: 5_000 }).verify();
    note("SMTP_URL: the relay answers and knows us");
  } catch (error) {
    wrong(`SMTP_URL: the relay cannot be used (${reasonOf(error)})`);
  }
  if (SMS_GATEWAY_URL === undefined) note("SMS_GATEWAY_URL is not set: nobody can sign in by phone in production");
}

async function lookAtPayments(settings: Settings): Promise<void> {
  const { lookAtStripe } = await import("~/platform/stripe/look.server");
  findings.push(...(await lookAtStripe(settings)));
}

/** Names that begin like ours and are none of ours; only beginnings that no other program uses. */
function unknownNames(): string[] {
  const known = new Set(SETTINGS.map(({ name }) => name));
  return Object.keys(process.env).filter(
    (name) => /^(DATABASE|MEILI|S3|STRIPE|MERCHANT|SMTP|MAIL|SMS|TRANSLATION|RATES)_/.test(name) && !known.has(name),
  );
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || String((cause as { code?: string }).code) : String(cause);
}
