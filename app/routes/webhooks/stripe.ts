import { takeEvent } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { forStripe } from "~/platform/http/openers.server";

/** Who looks at the address finds nothing, as at any other that is not there. */
export const loader = forStripe(() => Promise.resolve(null));

/** Signed events only; each is kept before it is answered, and worked after that. */
export const action = forStripe(async ({ event }) => {
  await takeEvent(db, event);
  return new Response("kept\n");
});
