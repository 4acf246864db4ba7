import type { EventSeen, StripePort } from "./port";

/** Bytes; Stripe's events are some kilobytes. */
const LARGEST_EVENT = 1_000_000;

/** What Stripe sent, by the signature of the bytes as they came. @throws 400 without a right one, 413 for what no event is */
export async function signedEvent(request: Request, port: StripePort): Promise<EventSeen> {
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.byteLength > LARGEST_EVENT) throw new Response(null, { status: 413 });
  const read = port.readEvent(body, request.headers.get("stripe-signature"));
  if (!read.ok) throw new Response(`${read.refusal}\n`, { status: 400 });
  return read.value;
}
