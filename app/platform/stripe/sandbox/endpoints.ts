import type Stripe from "stripe";
import { API_VERSION, type Desk } from "./desk";
import { refuse } from "./refusals";
import { shape } from "./shapes";
import type { KeptEndpoint } from "./tables";

/** Registers where events go. The secret is in this answer alone, as at Stripe. */
export function createEndpoint(
  desk: Desk,
  input: Pick<
    Stripe.WebhookEndpointCreateParams,
    "url" | "enabled_events" | "api_version" | "description" | "metadata"
  >,
  secret: string = desk.store.newId("whsec", 32),
): Stripe.WebhookEndpoint {
  const { store } = desk;
  const object: Stripe.WebhookEndpoint = {
    ...shape("webhook_endpoint"),
    id: store.newId("we"),
    api_version: input.api_version ?? API_VERSION,
    created: store.now(),
    description: input.description ?? null,
    enabled_events: [...input.enabled_events],
    metadata: { ...(input.metadata as Record<string, string> | undefined) },
    status: "enabled",
    url: input.url,
  };
  store.put("endpoints", { id: object.id, object, secret });
  return { ...object, secret };
}

export function findEndpoint(desk: Desk, id: string): KeptEndpoint {
  return (
    desk.store.get("endpoints", id) ??
    refuse("resource-missing", { param: "webhook_endpoint", kind: "webhook_endpoint", id })
  );
}

export function deleteEndpoint(desk: Desk, id: string): Stripe.DeletedWebhookEndpoint {
  findEndpoint(desk, id);
  desk.store.remove("endpoints", id);
  return { id, object: "webhook_endpoint", deleted: true };
}
