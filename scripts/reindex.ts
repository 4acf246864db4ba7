import { db } from "~/platform/db/db.server";
import { compileMessages } from "./messages";

// A fresh clone has no compiled texts yet, and the search module imports them.
await compileMessages();
const { rebuildSearch } = await import("~/modules/search/index.server");

/** Brings the search documents up to date and builds the engine's indexes anew, without downtime. */
let lastShown = -1;

const OUTCOMES = {
  built: "The index is new.",
  busy: "Another process is building the index already.",
  "no-engine": "MEILI_URL is not set: PostgreSQL answers searches, and its documents are up to date.",
} as const;

try {
  const outcome = await rebuildSearch(db, (step, done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    if (percent === lastShown) return;
    lastShown = percent;
    process.stdout.write(
      `${step === "reading" ? "Reading the catalogue" : "Filling the index"}: ${done} of ${total}\n`,
    );
  });
  process.stdout.write(`${OUTCOMES[outcome]}\n`);
  if (outcome === "busy") process.exitCode = 1;
} finally {
  await db.destroy();
}
