import { setTimeout } from "node:timers/promises";
import { loadReferenceData } from "~db/reference/load";
import { readSeedCatalogue } from "~db/seed/catalogue";
import { changeAfterwards } from "~db/seed/desk-cases";
import { bringDispute } from "~db/seed/disputed-order";
import { countPicturesToDraw, prepareFirstPictures } from "~db/seed/draw-pictures";
import { bringEvidencePapers } from "~db/seed/evidence-papers";
import { bringForeignCharge } from "~db/seed/foreign-charge";
import { instantBefore } from "~db/seed/ids";
import { bringRegistrationPapers } from "~db/seed/registration-papers";
import { DEMO_PASSWORD, demoAccounts, seedDemo } from "~db/seed/seed";
import { catchUpSearch } from "~/modules/search/index.server";
import { keepClockOffset, loadClockOffset } from "~/platform/clock-offset.server";
import { clock } from "~/platform/clock.server";
import { refuseForeignDatabase } from "~/platform/db/claim.server";
import { db } from "~/platform/db/db.server";
import { markDatabase, migrateToLatest } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { stripe } from "~/platform/stripe/client.server";
import type { Report } from "~/platform/processes/report.server";

/** Listings that have all their views with `--few-pictures`: enough to see what a page with them looks like. */
const FEW = 12;

type DemoOptions = {
  hasFewPictures?: boolean;
  /** How far ahead the demo's clock is: papers end, reminders are due. The data are of today. */
  daysAhead?: number;
};

const DAY_MS = 86_400_000;

/** Brings the demo's database from whatever state it is in to the finished one; what is done already is skipped. */
export async function prepareDemoData(
  report: Report,
  { hasFewPictures = false, daysAhead = 0 }: DemoOptions = {},
): Promise<void> {
  await report.step("Tables and reference data", async () => {
    await refuseForeignDatabase(db, env.APP_MODE);
    await migrateToLatest(db, env.DATABASE_URL);
    await markDatabase(db, env.APP_MODE);
    await loadReferenceData(db);
  });
  let written = 0;
  await report.step(
    "Demo catalogue",
    (progress) =>
      seedDemo(db, {
        onProgress: ({ step, done, total }) => {
          written += done;
          progress(`${step} ${done} of ${total}`);
        },
      }),
    () => (written === 0 ? "as it was" : "written"),
  );
  const [calls, sandboxUrl] = [stripe(), env.STRIPE_API_BASE];
  // Only a sandbox can be told what a buyer's bank does, and its clock must be ours.
  if (calls && sandboxUrl !== undefined && daysAhead === 0) {
    await report.step(
      "A disputed payment",
      () => bringDispute(db, { stripe: calls, sandboxUrl, origin: env.SITE_URL }, clock()),
      (isNew) => (isNew ? "brought" : "as it was"),
    );
    await report.step(
      "Books compared with the payment provider's",
      () => bringForeignCharge(db, { stripe: calls, sandboxUrl, origin: env.SITE_URL }),
      (isNew) => (isNew ? "one difference" : "as they were"),
    );
  }
  await report.step(
    "Registration papers",
    () => bringRegistrationPapers(db, files()),
    (drawn) => (drawn === 0 ? "as they were" : `${drawn} drawn`),
  );
  await report.step(
    "Papers that wait for the reviewer",
    () => bringEvidencePapers(db, files()),
    (drawn) => (drawn === 0 ? "as they were" : `${drawn} drawn`),
  );
  await report.step(
    "First pictures",
    (progress) =>
      prepareFirstPictures(db, files(), {
        onProgress: ({ done, total }) => progress(`${done} of ${total}`),
        mostWithOtherViews: hasFewPictures ? FEW : undefined,
      }),
    (drawn) => (drawn === 0 ? "as they were" : `${drawn} drawn`),
  );
  await changeAfterwards(db, instantBefore(clock(), 1));
  await keepClockOffset(db, daysAhead * DAY_MS);
  await loadClockOffset(db, env.APP_MODE);
  await report.step("Search", (progress) => catchUpSearch(db, (done, total) => progress(`${done} of ${total}`)));
}

const LOOK_AGAIN_MS = 5_000;

/** Tells how far the worker is with the pictures that the start left to it, until the last one is there. */
export async function tellRemainingPictures(report: Report): Promise<void> {
  const total = await countPicturesToDraw(db);
  if (total === 0) return;
  await report.step("Other views of every listing, drawn by the worker", async (progress) => {
    for (let left = total; left > 0; left = await countPicturesToDraw(db)) {
      progress(`${total - left} of ${total}`);
      await setTimeout(LOOK_AGAIN_MS);
    }
  });
}

/** What is printed when the site answers: where to look, and as whom. */
export function describeDemo(origin: string): string[] {
  const accounts = demoAccounts(readSeedCatalogue());
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    "",
    `  Karvan is ready:  ${origin}/`,
    "",
    `  Azerbaijani  ${origin}/az`,
    `  English      ${origin}/en`,
    `  Russian      ${origin}/ru`,
    `  Search       ${origin}/en/search?q=copper+cup`,
    `  API          ${origin}/api/v1/openapi.json`,
    `  Enter as     ${origin}/dev/enter?lang=en  (one click; staff's codes are there)`,
    `  Mailbox      ${origin}/dev/mailbox?lang=en  (every letter and SMS)`,
    "",
    `  Demo accounts, all with the password ${DEMO_PASSWORD} (staff also need the code that /dev/enter shows):`,
    ...accounts.map(({ email, what }) => `    ${email.padEnd(width)}  ${what}`),
    "",
    "  Everything shown is invented. Ctrl-C ends it; the data is kept.",
    "",
  ];
}
