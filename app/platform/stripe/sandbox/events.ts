import type Stripe from "stripe";
import { API_VERSION, type Desk } from "./desk";
import { shape } from "./shapes";
import type { Delivery, KeptEndpoint } from "./tables";

/**
 * Notes that something happened, and queues the event for each endpoint that wants it, in the same commit.
 *
 * @param object as it is at this moment; the event keeps a copy
 * @param previous what its changed fields were before
 */
export function emit(desk: Desk, type: string, object: object, previous?: Record<string, unknown>): void {
  const { store, call } = desk;
  const wanted = store.all("endpoints").filter((endpoint) => wants(endpoint, type));
  const event = {
    ...shape("event"),
    id: store.newId("evt"),
    api_version: API_VERSION,
    created: store.now(),
    data: { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) },
    pending_webhooks: wanted.length,
    request: { id: call.requestId, idempotency_key: call.idempotencyKey },
    type,
    // The package's type has one form for each of hundreds of event types; which one it is, only the text says.
  } as unknown as Stripe.Event;
  store.put("events", event);
  for (const endpoint of wanted) {
    const delivery: Delivery = {
      id: store.newId("dlv"),
      eventId: event.id,
      type,
      endpointId: endpoint.id,
      status: "queued",
      attempts: [],
    };
    store.put("deliveries", delivery);
  }
}

function wants({ object }: KeptEndpoint, type: string): boolean {
  return object.status === "enabled" && object.enabled_events.some((name) => name === "*" || name === type);
}
