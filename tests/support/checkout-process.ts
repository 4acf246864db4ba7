import pg from "pg";
import { openSession, startCheckout, takeEvent } from "~/modules/payments/index.server";
import { checkoutJobs } from "~/modules/payments/jobs.server";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { startWorker } from "~/platform/jobs/worker.server";
import type { EventSeen, StripePort } from "~/platform/stripe/port";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { stripeFrom } from "~/platform/stripe/stripe.server";
import { ORIGIN, placingOf } from "./placing";

/** At what a process ends as if the power were cut: around the commit of what wrote a table, or at an answer of Stripe's. */
export type CrashPoint =
  { wrote: string; side: "before" | "after" } | { answered: "openCheckout" | "expireCheckout" | "refund" };

export type Errand =
  | { does: "order"; visitDigest: string; group: string; totalMinor: number; formKey: string }
  | { does: "hear"; event: Omit<EventSeen, "createdAt"> & { createdAt: string } }
  | { does: "work" };

export type ProcessPlan = { databaseUrl: string; stripeUrl: string; errand: Errand; crash: CrashPoint };

/** A process for the tests to lose: it does one errand of a web process or of the worker and kills itself on the way. */
if (process.argv[1]?.endsWith("checkout-process.ts")) {
  // The parent wrote it, as JSON of this type.
  await run(JSON.parse(process.argv[2] ?? "") as ProcessPlan);
}

async function run({ databaseUrl, stripeUrl, errand, crash }: ProcessPlan): Promise<void> {
  if ("wrote" in crash) crashAtCommit(crash);
  const port = stripeFrom({ secretKey: SANDBOX_KEY, webhookSecrets: [], apiBase: stripeUrl, retries: 0 });
  const stripe = "answered" in crash ? crashAtAnswer(port, crash.answered) : port;
  if (errand.does === "order") {
    const { visitDigest, group, totalMinor, formKey } = errand;
    const owner = { userId: undefined, visitDigest };
    const placing = placingOf({ owner, buyer: undefined, groups: [group], seenTotalMinor: BigInt(totalMinor) });
    // The parent drew it as a form draws one.
    const started = await startCheckout(db, { ...placing, clientAddress: "crash" }, formKey as FormKey);
    if (!started.ok || started.value.checkoutId === null) throw new Error("nothing was ordered");
    await openSession(db, { stripe, origin: ORIGIN }, started.value.checkoutId, clock());
  } else if (errand.does === "hear") {
    await takeEvent(db, { ...errand.event, createdAt: new Date(errand.event.createdAt) });
  } else {
    const handlers = checkoutJobs(db, { stripe: () => stripe, origin: ORIGIN });
    const worker = await startWorker({ url: databaseUrl, handlers, concurrency: 1 });
    await worker.promise;
  }
  // Whoever comes so far was not killed: the parent sees it by the code.
  process.exit(7);
}

function die(): Promise<never> {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => {});
}

function crashAtAnswer(port: StripePort, call: "openCheckout" | "expireCheckout" | "refund"): StripePort {
  const answer = port[call] as (...input: unknown[]) => Promise<unknown>;
  return { ...port, [call]: async (...input: unknown[]) => answer(...input).then(die) };
}

/** Every statement of the process goes by here; the commit of a transaction that wrote the table is its end. */
function crashAtCommit({ wrote, side }: Extract<CrashPoint, { wrote: string }>): void {
  const writers = new WeakSet<object>();
  const { query } = pg.Client.prototype as { query: (...input: unknown[]) => unknown };
  const watched = function (this: pg.Client, ...input: unknown[]): unknown {
    const [first] = input;
    const text = typeof first === "string" ? first : ((first as { text?: string } | undefined)?.text ?? "");
    if (text.startsWith(`insert into "${wrote}"`)) writers.add(this);
    if (text !== "commit" || !writers.has(this)) return query.apply(this, input);
    if (side === "before") return die();
    return (query.apply(this, input) as Promise<unknown>).then(die);
  };
  pg.Client.prototype.query = watched as typeof pg.Client.prototype.query;
}
