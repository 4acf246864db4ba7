import type Stripe from "stripe";
import { accountObject } from "./account";
import { closeDispute, findDispute, updateDispute } from "./disputes";
import { createEndpoint, deleteEndpoint, findEndpoint } from "./endpoints";
import { onlyExpand } from "./fields";
import { createFile } from "./files";
import { cancelByApi, findIntent } from "./intents";
import { balanceObject, seenNow } from "./ledger";
import { isWithin, pageOf } from "./lists";
import { operation, type Operation } from "./operation";
import * as fields from "./other-params";
import { createPayout, findPayout } from "./payouts";
import { idOf } from "./reference";
import { cancelRefund, findRefund, makeRefund } from "./refunds";
import { refuse } from "./refusals";
import { sessionCreate } from "./session-params";
import { createSession, expireSession, findSession } from "./sessions";

type OnlyExpand = { expand?: string[] };

const sessions: readonly Operation[] = [
  operation<Stripe.Checkout.SessionCreateParams>("POST", "/v1/checkout/sessions", sessionCreate, createSession),
  operation<Stripe.Checkout.SessionListParams>("GET", "/v1/checkout/sessions", fields.sessionList, (desk, input) => {
    const found = desk.store
      .all("sessions")
      .map(({ object }) => object)
      .filter((one) => isWithin(one, input.created))
      .filter(({ status }) => input.status === undefined || input.status === status)
      .filter(({ payment_intent: id }) => input.payment_intent === undefined || input.payment_intent === id);
    return pageOf(found, input, "/v1/checkout/sessions");
  }),
  operation<OnlyExpand>(
    "GET",
    "/v1/checkout/sessions/:id",
    onlyExpand,
    (desk, _input, id) => findSession(desk, id).object,
  ),
  operation<OnlyExpand>("POST", "/v1/checkout/sessions/:id/expire", onlyExpand, (desk, _input, id) =>
    expireSession(desk, id),
  ),
  operation<Stripe.Checkout.SessionListLineItemsParams>(
    "GET",
    "/v1/checkout/sessions/:id/line_items",
    fields.lineItemsList,
    (desk, input, id) =>
      // Lines come in the order in which they were sent.
      pageOf(findSession(desk, id).items.toReversed(), input, `/v1/checkout/sessions/${id}/line_items`),
  ),
];

const payments: readonly Operation[] = [
  operation<OnlyExpand>(
    "GET",
    "/v1/payment_intents/:id",
    onlyExpand,
    (desk, _input, id) => findIntent(desk, id).object,
  ),
  operation<Stripe.PaymentIntentCancelParams>(
    "POST",
    "/v1/payment_intents/:id/cancel",
    fields.intentCancel,
    (desk, input, id) => cancelByApi(desk, id, input.cancellation_reason),
  ),
  operation<OnlyExpand>(
    "GET",
    "/v1/charges/:id",
    onlyExpand,
    (desk, _input, id) =>
      desk.store.get("charges", id)?.object ?? refuse("resource-missing", { param: "id", kind: "charge", id }),
  ),
  operation<Stripe.ChargeListParams>("GET", "/v1/charges", fields.chargeList, (desk, input) => {
    const found = desk.store
      .all("charges")
      .map(({ object }) => object)
      .filter((one) => isWithin(one, input.created))
      .filter(({ payment_intent: id }) => input.payment_intent === undefined || input.payment_intent === id);
    return pageOf(found, input, "/v1/charges");
  }),
  operation<Stripe.RefundCreateParams>("POST", "/v1/refunds", fields.refundCreate, makeRefund),
  operation<Stripe.RefundListParams>("GET", "/v1/refunds", fields.refundList, (desk, input) => {
    const found = desk.store
      .all("refunds")
      .map(({ object }) => object)
      .filter((one) => isWithin(one, input.created) && belongsTo(one, input));
    return pageOf(found, input, "/v1/refunds");
  }),
  operation<OnlyExpand>("GET", "/v1/refunds/:id", onlyExpand, (desk, _input, id) => findRefund(desk, id)),
  operation<OnlyExpand>("POST", "/v1/refunds/:id/cancel", onlyExpand, (desk, _input, id) => cancelRefund(desk, id)),
];

const disputes: readonly Operation[] = [
  operation<Stripe.DisputeListParams>("GET", "/v1/disputes", fields.disputeList, (desk, input) => {
    const found = desk.store.all("disputes").filter((one) => isWithin(one, input.created) && belongsTo(one, input));
    return pageOf(found, input, "/v1/disputes");
  }),
  operation<OnlyExpand>("GET", "/v1/disputes/:id", onlyExpand, (desk, _input, id) => findDispute(desk, id)),
  operation<Stripe.DisputeUpdateParams>("POST", "/v1/disputes/:id", fields.disputeUpdate, (desk, input, id) =>
    updateDispute(desk, id, input),
  ),
  operation<OnlyExpand>("POST", "/v1/disputes/:id/close", onlyExpand, (desk, _input, id) => closeDispute(desk, id)),
  operation<Stripe.FileCreateParams>("POST", "/v1/files", fields.fileCreate, (desk, { file, purpose }) =>
    file instanceof File ? createFile(desk, file, purpose) : refuse("parameter-missing", { param: "file" }),
  ),
];

const money: readonly Operation[] = [
  operation<OnlyExpand>("GET", "/v1/account", onlyExpand, (desk) => accountObject(desk)),
  operation<OnlyExpand>("GET", "/v1/balance", onlyExpand, (desk) => balanceObject(desk)),
  operation<Stripe.BalanceTransactionListParams>(
    "GET",
    "/v1/balance_transactions",
    fields.transactionList,
    (desk, input) => {
      const found = desk.store
        .all("transactions")
        .filter((one) => isWithin(one, input.created))
        .filter(({ type }) => input.type === undefined || input.type === type)
        .filter(({ source }) => input.source === undefined || input.source === source)
        .filter(({ currency }) => input.currency === undefined || input.currency === currency);
      return pageOf(
        found.map((one) => seenNow(desk, one)),
        input,
        "/v1/balance_transactions",
      );
    },
  ),
  operation<OnlyExpand>("GET", "/v1/balance_transactions/:id", onlyExpand, (desk, _input, id) => {
    const found = desk.store.get("transactions", id);
    return found ? seenNow(desk, found) : refuse("resource-missing", { param: "id", kind: "balance transaction", id });
  }),
  operation<Stripe.PayoutCreateParams>("POST", "/v1/payouts", fields.payoutCreate, createPayout),
  operation<Stripe.PayoutListParams>("GET", "/v1/payouts", fields.payoutList, (desk, input) => {
    const found = desk.store
      .all("payouts")
      .filter((one) => isWithin(one, input.created))
      .filter(({ id, arrival_date: created }) => isWithin({ id, created }, input.arrival_date))
      .filter(({ status }) => input.status === undefined || input.status === status);
    return pageOf(found, input, "/v1/payouts");
  }),
  operation<OnlyExpand>("GET", "/v1/payouts/:id", onlyExpand, (desk, _input, id) => findPayout(desk, id)),
];

const events: readonly Operation[] = [
  operation<Stripe.EventListParams>("GET", "/v1/events", fields.eventList, (desk, input) => {
    const types = input.types ?? (input.type === undefined ? undefined : [input.type]);
    const found = desk.store
      .all("events")
      .filter((one) => isWithin(one, input.created) && (types === undefined || types.includes(one.type)));
    return pageOf(found, input, "/v1/events");
  }),
  operation<OnlyExpand>(
    "GET",
    "/v1/events/:id",
    onlyExpand,
    (desk, _input, id) =>
      desk.store.get("events", id) ?? refuse("resource-missing", { param: "id", kind: "event", id }),
  ),
  operation<Stripe.WebhookEndpointCreateParams>("POST", "/v1/webhook_endpoints", fields.endpointCreate, (desk, input) =>
    createEndpoint(desk, input),
  ),
  operation<Stripe.WebhookEndpointListParams>("GET", "/v1/webhook_endpoints", fields.endpointList, (desk, input) => {
    const found = desk.store.all("endpoints").map(({ object }) => object);
    return pageOf(found, input, "/v1/webhook_endpoints");
  }),
  operation<OnlyExpand>(
    "GET",
    "/v1/webhook_endpoints/:id",
    onlyExpand,
    (desk, _input, id) => findEndpoint(desk, id).object,
  ),
  operation<OnlyExpand>("DELETE", "/v1/webhook_endpoints/:id", onlyExpand, (desk, _input, id) =>
    deleteEndpoint(desk, id),
  ),
];

/** Every endpoint of the API that the sandbox has. */
export const OPERATIONS: readonly Operation[] = [...sessions, ...payments, ...disputes, ...money, ...events];

/** Is it about the charge and the payment intent that were asked for? */
function belongsTo(
  one: { charge: string | { id: string } | null; payment_intent: string | { id: string } | null },
  asked: { charge?: string; payment_intent?: string },
): boolean {
  return (
    (asked.charge === undefined || idOf(one.charge) === asked.charge) &&
    (asked.payment_intent === undefined || idOf(one.payment_intent) === asked.payment_intent)
  );
}
