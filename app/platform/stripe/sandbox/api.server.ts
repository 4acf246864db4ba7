import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { API_VERSION, type Desk } from "./desk";
import { expandAll } from "./expand";
import type { Fault, Faults } from "./faults";
import { readFields } from "./fields";
import { parseForm, type Sent } from "./form";
import { keepAnswer, savedAnswer, type Asked } from "./idempotency";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";
import type { About } from "./refusal";
import { errorBody, isRefused, REFUSALS, refuse, type RefusalName } from "./refusals";

type Bound = { Bindings: HttpBindings };

export type ApiOptions = {
  desk: Desk;
  faults: Faults;
  /** Runs before each answer: what the clock says is due. */
  beforeAnswer: () => void;
  /** Runs after what a call did is kept. */
  afterCommit: () => void;
};

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** The API of Stripe as far as the sandbox has it. */
export function apiApp(options: ApiOptions): Hono<Bound> {
  const app = new Hono<Bound>();
  const inProgress = new Set<string>();
  for (const operation of OPERATIONS) {
    app.on(operation.method, operation.path, (context) => answerCall(context, options, operation, inProgress));
  }
  app.all("/v1/*", (context) => answerCall(context, options, undefined, inProgress));
  return app;
}

async function answerCall(
  context: Context<Bound>,
  options: ApiOptions,
  operation: Operation | undefined,
  inProgress: Set<string>,
): Promise<Response> {
  const { desk, faults } = options;
  const { method, path } = context.req;
  const requestId = desk.store.newId("req", 14);
  const key = method === "POST" ? context.req.header("idempotency-key") : undefined;
  const fault = faults.take(method, path);
  if (isDrop(fault, "before")) return hangUp(context);

  let answer: Answer;
  try {
    refuseStranger(context);
    if (!operation) refuse("unknown-url", { method, path });
    if (key !== undefined && key.length > 255) refuse("key-too-long");
    if (key !== undefined && inProgress.has(key)) refuse("key-in-use", { key });
    if (key !== undefined) inProgress.add(key);
    try {
      const sent = await readSent(context);
      const asked: Asked = { key, method, path, params: describe(sent), requestId };
      if (fault && "refusal" in fault) refuse(fault.refusal);
      answer =
        savedAnswer(desk, asked) ??
        perform(options, operation ?? refuse("unknown-url"), sent, asked, context.req.param("id"));
      await holdBack(fault, faults);
    } finally {
      if (key !== undefined) inProgress.delete(key);
    }
  } catch (error) {
    answer = refusalAnswer(error, requestId);
  }
  if (isDrop(fault, "after")) return hangUp(context);
  return Response.json(answer.body, {
    status: answer.status,
    headers: {
      "Request-Id": requestId,
      "Stripe-Version": context.req.header("stripe-version") ?? API_VERSION,
      ...(key === undefined ? {} : { "Idempotency-Key": key }),
      ...answer.headers,
    },
  });
}

/** Does the work and keeps its answer with the key in one commit; what is refused half-way is taken back. */
function perform(
  { desk, beforeAnswer, afterCommit }: ApiOptions,
  operation: Operation,
  sent: Record<string, Sent>,
  asked: Asked,
  id = "",
): Answer {
  const { store } = desk;
  beforeAnswer();
  desk.call = { requestId: asked.requestId, idempotencyKey: asked.key ?? null };
  try {
    const input = readFields(sent, operation.fields);
    const made = operation.answer(desk, input, id);
    const body = expandAll(desk, made, (input.expand as string[] | undefined) ?? []);
    const answer = { status: 200, body };
    keepAnswer(desk, asked, answer);
    store.commit();
    return answer;
  } catch (error) {
    store.rollBack();
    if (!isRefused(error) || !REFUSALS[error.refusal].isSaved) throw error;
    const answer = refusalAnswer(error, asked.requestId);
    keepAnswer(desk, asked, answer);
    store.commit();
    return answer;
  } finally {
    desk.call = { requestId: null, idempotencyKey: null };
    afterCommit();
  }
}

function refusalAnswer(error: unknown, requestId: string): Answer {
  const [name, about]: [RefusalName, About] = isRefused(error) ? [error.refusal, error.about] : ["server-error", {}];
  // A fault of the sandbox itself must not pass for one of Stripe's.
  if (!isRefused(error)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { status: REFUSALS[name].status, body: errorBody(name, about, requestId) };
}

/** Only test keys, and only versions that look like one of Stripe's. */
function refuseStranger(context: Context<Bound>): void {
  const header = context.req.header("authorization") ?? "";
  const basic = /^Basic (.+)$/.exec(header)?.[1];
  const key = basic ? Buffer.from(basic, "base64").toString().split(":")[0] : /^Bearer (.+)$/.exec(header)?.[1];
  if (!key) refuse("no-key");
  else if (!/^sk_test_\w+$/.test(key)) refuse("wrong-key", { key: `${key.slice(0, 8)}****${key.slice(-4)}` });
  const version = context.req.header("stripe-version");
  if (version !== undefined && !/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) refuse("unknown-version", { version });
}

async function readSent(context: Context<Bound>): Promise<Record<string, Sent>> {
  const { req } = context;
  if (req.method !== "POST") return parseForm(new URL(req.url).search);
  if (!(req.header("content-type") ?? "").startsWith("multipart/form-data")) return parseForm(await req.text());
  const form = await req.formData();
  // A file is passed on as it is; the field of kind `file` looks at it.
  return Object.fromEntries(form) as unknown as Record<string, Sent>;
}

/** The parameters as text, the same for the same ones in another order. */
function describe(sent: Sent): string {
  return JSON.stringify(sent, (_name, value: unknown) => {
    if (value instanceof File) return { name: value.name, size: value.size, type: value.type };
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function isDrop(fault: Fault | undefined, when: "before" | "after"): boolean {
  return fault !== undefined && "drop" in fault && fault.drop === when;
}

async function holdBack(fault: Fault | undefined, faults: Faults): Promise<void> {
  if (fault && "lateMs" in fault) await pause(fault.lateMs);
  if (fault && "hold" in fault) await faults.released();
}

/** Ends the connection without an answer. */
function hangUp(context: Context<Bound>): Response {
  context.env.incoming.socket.destroy();
  return new Response(null, { status: 500 });
}
