/**
 * The switches of the sandbox, by HTTP. Bodies and answers are JSON.
 *
 *   GET  /_sandbox/deliveries                   what was sent where, and what was answered
 *   POST /_sandbox/deliveries/again             {eventId}
 *   POST /_sandbox/webhooks                     {hold?, duplicate?, order?: "as-made" | "reverse" | {shuffle: 7},
 *                                                drop?: {count, types?}, delayMs?, atOnce?}
 *   POST /_sandbox/settled                      answers when everything that may be sent was sent
 *   POST /_sandbox/clock                        {seconds}: sessions expire, delayed payments, refunds and payouts end
 *   POST /_sandbox/settle                       ends delayed payments, refunds and payouts at once
 *   POST /_sandbox/sessions/:id/pay             {card}: a test number; answers what became of it
 *   POST /_sandbox/sessions/:id/challenge       {passed}: the answer of 3-D Secure
 *   POST /_sandbox/sessions/:id/pay-twice       {how: "same-intent" | "other-intent"}
 *   POST /_sandbox/charges/:id/dispute          {reason?}
 *   POST /_sandbox/disputes/:id/decide          {won}
 *   POST /_sandbox/payouts                      {currency?}: pays out the whole balance
 *   POST /_sandbox/account                      {mayGoNegative?, country?, settlesIn?, merchantName?}
 *   POST /_sandbox/faults                       {count?, path?, method?} and one of {refusal: "rate-limit" | "server-error"},
 *                                                {drop: "before" | "after"}, {lateMs}, {hold: true}
 *   POST /_sandbox/faults/release               lets held answers go
 *   POST /_sandbox/calm                         no faults, no switches
 */
import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Control } from "./control.server";
import { isRefused } from "./refusals";

type Bound = { Bindings: HttpBindings };

const switches = z.strictObject({
  hold: z.boolean().optional(),
  duplicate: z.boolean().optional(),
  order: z.union([z.enum(["as-made", "reverse"]), z.strictObject({ shuffle: z.int() })]).optional(),
  drop: z.strictObject({ count: z.int().min(0), types: z.array(z.string()).optional() }).optional(),
  delayMs: z.int().min(0).optional(),
  atOnce: z.int().min(1).max(50).optional(),
});

const calls = { count: z.int().min(1).optional(), path: z.string().optional(), method: z.string().optional() };
const fault = z.union([
  z.strictObject({ ...calls, refusal: z.enum(["rate-limit", "server-error"]) }),
  z.strictObject({ ...calls, drop: z.enum(["before", "after"]) }),
  z.strictObject({ ...calls, lateMs: z.int().min(0) }),
  z.strictObject({ ...calls, hold: z.literal(true) }),
]);

const account = z.strictObject({
  country: z.string().length(2).optional(),
  settlesIn: z.tuple([z.string()], z.string()).optional(),
  merchantName: z.string().optional(),
  mayGoNegative: z.boolean().optional(),
});

const nothing = z.object({});

export function controlApp(control: Control): Hono<Bound> {
  const app = new Hono<Bound>();
  const deed = <Body>(path: string, body: z.ZodType<Body>, work: (body: Body, id: string) => unknown) =>
    app.post(`/_sandbox${path}`, (context) => perform(context, body, work));

  // Another site's page in the same browser could post here; browsers say where a post comes from.
  app.use("/_sandbox/*", async (context, next) => {
    const origin = context.req.header("origin");
    if (origin === undefined || origin === new URL(context.req.url).origin) return next();
    return context.json({ problem: "The sandbox is switched by programs and pages of its own." }, 403);
  });

  app.get("/_sandbox/deliveries", (context) => context.json(control.deliveries()));
  deed("/deliveries/again", z.object({ eventId: z.string() }), ({ eventId }) => control.sendAgain(eventId));
  deed("/webhooks", switches, (changes) => control.webhooks(defined(changes)));
  deed("/settled", nothing, () => control.settled());
  deed("/clock", z.object({ seconds: z.int() }), ({ seconds }) => control.advance(seconds));
  deed("/settle", nothing, () => control.settleNow());
  deed("/sessions/:id/pay", z.object({ card: z.string() }), ({ card }, id) => control.pay(id, card));
  deed("/sessions/:id/challenge", z.object({ passed: z.boolean() }), ({ passed }, id) =>
    control.answerChallenge(id, passed),
  );
  deed("/sessions/:id/pay-twice", z.object({ how: z.enum(["same-intent", "other-intent"]) }), ({ how }, id) => ({
    chargeId: control.payTwice(id, how),
  }));
  deed("/charges/:id/dispute", z.object({ reason: z.string().optional() }), ({ reason }, id) =>
    control.openDispute(id, reason),
  );
  deed("/disputes/:id/decide", z.object({ won: z.boolean() }), ({ won }, id) => control.decideDispute(id, won));
  deed("/payouts", z.object({ currency: z.string().optional() }), ({ currency }) => control.payOut(currency));
  deed("/account", account, (changes) => control.setAccount(defined(changes)));
  deed("/faults", fault, (one) => control.failNext(defined(one)));
  deed("/faults/release", nothing, () => control.release());
  deed("/calm", nothing, () => control.calm());
  return app;
}

async function perform<Body>(
  context: Context<Bound>,
  schema: z.ZodType<Body>,
  work: (body: Body, id: string) => unknown,
): Promise<Response> {
  const sent: unknown = await context.req.json().catch(() => ({}));
  const body = schema.safeParse(sent);
  if (!body.success) return Response.json({ problem: z.prettifyError(body.error) }, { status: 400 });
  try {
    const outcome = await work(body.data, context.req.param("id") ?? "");
    return Response.json(outcome ?? { done: true });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return Response.json({ problem }, { status: isRefused(error) ? 404 : 409 });
  }
}

/** zod's optional fields may be undefined, ours are there or not; JSON knows no undefined anyway. */
function defined<Fields>(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields;
}
