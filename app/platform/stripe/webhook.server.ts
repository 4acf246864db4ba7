import { Stripe } from "stripe";
import type { EventSeen, SignatureRefusal } from "./port";

/** Older than this is a replay. Source: docs.stripe.com/webhooks#replay-attacks. */
const TOLERANCE_SECONDS = 300;

type Read = { ok: true; value: EventSeen } | { ok: false; refusal: SignatureRefusal };

/**
 * Takes what came to the webhook for Stripe's only when one of our secrets signed these very bytes, lately.
 *
 * @param body as it came; a body that was parsed and written again has another signature
 */
export function readStripeEvent(
  stripe: Stripe,
  secrets: readonly string[],
  body: Uint8Array,
  signature: string | null,
  now: Date,
): Read {
  if (signature === null || signature === "") return { ok: false, refusal: "no-signature" };
  const payload = Buffer.from(body);
  let refusal: SignatureRefusal = "wrong-signature";
  for (const secret of secrets) {
    try {
      const event = stripe.webhooks.constructEvent(
        payload,
        signature,
        secret,
        TOLERANCE_SECONDS,
        undefined,
        now.getTime(),
      );
      return { ok: true, value: eventSeen(event) };
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
      // The package looks at the age only once the signature is right, and says so in words alone.
      if (error.message.includes("outside the tolerance zone")) refusal = "too-old";
    }
  }
  return { ok: false, refusal };
}

function eventSeen(event: Stripe.Event): EventSeen {
  const about = event.data.object as { id?: unknown };
  return {
    eventId: event.id,
    type: event.type,
    createdAt: new Date(event.created * 1000),
    objectId: typeof about.id === "string" ? about.id : undefined,
    isLive: event.livemode,
    body: event,
  };
}
