import { constants, setPriority } from "node:os";
import { loadDailyRates, makeRenditions, sweepMedia, sweepUploads } from "~/modules/catalog/index.server";
import { documentJobs } from "~/modules/documents/index.server";
import {
  destroyLeftEvidence,
  makePreview,
  recomputeReadiness,
  recomputeStale,
  remindOfEvidence,
} from "~/modules/export-readiness/index.server";
import { inquiryJobs } from "~/modules/inquiries/index.server";
import { orderJobs } from "~/modules/orders/index.server";
import { checkoutJobs, releaseDueMoney } from "~/modules/payments/index.server";
import { setCatalogue, sweepCatalogues } from "~/modules/publications/index.server";
import { forgetVisitors } from "~/modules/reporting/index.server";
import { searchJobs } from "~/modules/search/index.server";
import { db } from "~/platform/db/db.server";
import { loadClockOffset } from "~/platform/clock-offset.server";
import { env } from "~/platform/env.server";
import { rateSource } from "~/platform/exchange-rates/source.server";
import { files } from "~/platform/files/files.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { startWorker, type CronJob, type JobHandlers } from "~/platform/jobs/worker.server";
import { forgetOldTries } from "~/platform/http/throttle.server";
import { deliverMessage } from "~/platform/mail/outgoing.server";
import { transportsOf } from "~/platform/mail/transports.server";
import { log } from "~/platform/log.server";
import { destroyGivenUpPapers } from "~/platform/private-files/given-up.server";
import { stripe } from "~/platform/stripe/client.server";
import { translatorOf } from "~/platform/translation/translator.server";

const transports = transportsOf(env, db);

/** Connects every kind of job to a function of a module. */
const handlers: Required<JobHandlers> = {
  ...searchJobs(db),
  ...documentJobs(db, files),
  ...checkoutJobs(db, { stripe, origin: env.SITE_URL }),
  ...inquiryJobs(db, { files, translator: translatorOf(env) }),
  ...orderJobs(db, files),
  "make-renditions": ({ mediaId }) => makeRenditions(db, files(), mediaId),
  "sweep-media": async () => void (await sweepMedia(db, files())),
  "sweep-uploads": async () => void (await sweepUploads(db, files())),
  "load-daily-rates": async () => void (await loadDailyRates(db, rateSource(env))),
  "send-message": ({ messageId }) => deliverMessage(db, transports, messageId),
  "destroy-given-up-papers": () => destroyGivenUpPapers(db, files()),
  "forget-old-tries": () => forgetOldTries(),
  "forget-visitors": () => forgetVisitors(db),
  "recompute-readiness": async ({ sellerId }) => void (await recomputeReadiness(db, [sellerId])),
  "recompute-stale-readiness": async (_none, { signal }) => void (await recomputeStale(db, { signal })),
  "preview-criteria": ({ previewId }, { signal }) => makePreview(db, previewId, { signal }),
  "remind-of-evidence": async () => void (await remindOfEvidence(db)),
  "destroy-left-evidence": async () => void (await destroyLeftEvidence(db, files())),
  "set-catalogue": ({ editionId }, { signal }) =>
    setCatalogue(db, files(), editionId, { origin: env.SITE_URL, signal }),
  "release-due-money": async () => void (await releaseDueMoney(db)),
  "sweep-catalogues": async () => void (await sweepCatalogues(db, files())),
  // Only the demo enqueues it, and only the demo loads what it draws with.
  "draw-remaining-pictures": async ({ listingId }, { signal }) => {
    const { drawRemainingPictures } = await import("~db/seed/draw-pictures");
    await drawRemainingPictures(db, files(), listingId, { signal });
  },
};

// Drawing takes every core it gets for minutes: pages and searches go first.
if (env.APP_MODE === "demo") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const crons: readonly CronJob[] = [
  // Half past two in the night of Baku.
  { kind: "reconcile-stripe", pattern: "30 22 * * *" },
  { kind: "look-at-checkouts", pattern: "*/5 * * * *" },
  { kind: "look-at-refunds", pattern: "45 * * * *" },
  { kind: "tidy-orders", pattern: "*/15 * * * *" },
  { kind: "forget-old-tries", pattern: "35 * * * *" },
  // Midnight in Baku is eight in the evening here; every hour, so that a night without a worker is made up for.
  { kind: "forget-visitors", pattern: "5 * * * *" },
  // What closing an account gave up is destroyed at once; this is for a file store that was away for long.
  { kind: "destroy-given-up-papers", pattern: "55 * * * *" },
  { kind: "forget-unconfirmed-inquiries", pattern: "50 * * * *" },
  { kind: "sweep-uploads", pattern: "20 * * * *" },
  // Half past three in the night of Baku.
  { kind: "forget-old-guests", pattern: "30 23 * * *" },
  { kind: "sweep-catalogues", pattern: "25 3 * * *" },
  { kind: "release-due-money", pattern: "10 * * * *" },
  { kind: "sweep-media", pattern: "40 * * * *" },
  { kind: "load-daily-rates", pattern: "15 5 * * *" },
  // A paper that ended yesterday counts no more as the day begins in Baku; every hour, so that a night is made up for.
  { kind: "recompute-stale-readiness", pattern: "2 * * * *" },
  // Nine in the morning in Baku.
  { kind: "remind-of-evidence", pattern: "0 5 * * *" },
  { kind: "destroy-left-evidence", pattern: "25 1 * * *" },
  // Papers expire, levels fall and shops close by the calendar alone, which changes no row: as the day begins in Baku.
  { kind: "refresh-search-documents", pattern: "5 20 * * *" },
];

await loadClockOffset(db, env.APP_MODE);
const runner = await startWorker({ url: env.DATABASE_URL, handlers, crons, concurrency: env.WORKER_CONCURRENCY });
// A new installation has no rates until the first morning.
await db.transaction().execute(async (trx) => {
  await enqueue(trx, "load-daily-rates", {}, { jobKey: "load-daily-rates:start" });
  // A new version may index differently, and a new engine is empty.
  await enqueue(trx, "push-search-documents", {}, { jobKey: "push-search-documents" });
  // So may it judge: by other criteria, or sellers that nobody has judged.
  await enqueue(trx, "recompute-stale-readiness", {}, { jobKey: "recompute-stale-readiness" });
});
log.info({ kinds: Object.keys(handlers) }, "working");

const stop = () => {
  void runner
    .stop()
    .then(() => db.destroy())
    .then(() => process.exit(0));
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
