import { reconcileStripe } from "~/modules/payments/reconciliation/reconcile.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { money } from "~/platform/money";
import { CARD, tell, type SandboxCalls } from "./disputed-order";

const MINUTE_MS = 60_000;
const KEY = "demo-foreign-charge";

/**
 * Has the Federation's account at the sandbox take money of which Karvan knows nothing, as an account that is used for a fair's
 * stalls, too, does, and compares the books: the treasurer has one difference to find out. Our orders and what is due to sellers
 * are as they were; what came lies on the account for what is unexplained.
 *
 * @returns false when the books were compared before
 */
export async function bringForeignCharge(db: Db, { stripe, sandboxUrl, origin }: SandboxCalls): Promise<boolean> {
  const run = await db
    .selectFrom("reconciliationRuns")
    .select("id")
    .where("endedAt", "is not", null)
    .executeTakeFirst();
  if (run) return false;
  const session = await stripe.openCheckout(
    {
      lines: [{ name: "Stall at the crafts fair in Lahıc", unit: money(4_500n, "EUR"), quantity: 1 }],
      metadata: { fair: "lahic" },
      reference: "LAHIC-FAIR-17",
      email: "stall@example.org",
      locale: "en",
      successUrl: `${origin}/en`,
      cancelUrl: `${origin}/en`,
      expiresAt: new Date(clock().getTime() + 60 * MINUTE_MS),
      statementSuffix: undefined,
    },
    KEY,
  );
  // A demo that stopped in between has paid already.
  const seen = await stripe.findCheckout(session.sessionId);
  if (seen?.status === "open") await tell(sandboxUrl, `sessions/${session.sessionId}/pay`, { card: CARD });
  // Stripe counts in whole seconds and leaves out the one in which the run ends.
  await reconcileStripe(db, stripe, new Date(clock().getTime() + 1_000));
  return true;
}
