import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { clock } from "~/platform/clock.server";
import { SANDBOX_WEBHOOK_SECRET } from "../sandbox-key";
import { apiApp } from "./api.server";
import { makeControl, type Control } from "./control.server";
import { controlApp } from "./control-routes.server";
import { makeDeliverer } from "./deliverer.server";
import type { Desk, SandboxAccount } from "./desk";
import { createEndpoint } from "./endpoints";
import { makeFaults } from "./faults";
import { pageApp } from "./page-routes.server";
import { openStore } from "./store.server";
import { doWhatIsDue } from "./time";

export type SandboxOptions = {
  /** A free one when left out. */
  port?: number;
  /** Where everything is noted, so that a sandbox that is started again knows it; memory alone when left out. */
  stateFile?: string;
  /** Where events go. More endpoints can be made by the API. */
  webhookUrl?: string;
  webhookSecret?: string;
  /** The true time; `clock` when left out. */
  now?: () => Date;
  /** Pauses before an event is sent again. */
  retryDelaysMs?: readonly number[];
  account?: Partial<SandboxAccount>;
};

export type Sandbox = Control & {
  /** `http://127.0.0.1:4242` */
  url: string;
  webhookSecret: string;
  /** Every event so far, oldest first. */
  events: () => { id: string; type: string; pendingWebhooks: number }[];
  /** Safe to call twice. */
  close: () => Promise<void>;
};

const ACCOUNT: SandboxAccount = {
  country: "EE",
  settlesIn: ["eur"],
  merchantName: "Karvan",
  mayCharge: true,
  mayGoNegative: true,
};

/** From a second to an hour: a site that was restarted gets what it missed. The sandbox's own figures. */
const RETRY_DELAYS_MS = [1_000, 3_000, 10_000, 30_000, 120_000, 600_000, 3_600_000];

/** How often the clock is looked at when nobody asks anything. */
const TICK_MS = 1_000;

/** Starts a Stripe of our own on 127.0.0.1. What it imitates is in `refusals.ts`, `operations.ts` and `instruments.ts`. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { webhookSecret = SANDBOX_WEBHOOK_SECRET, now = clock, retryDelaysMs = RETRY_DELAYS_MS } = options;
  const store = openStore(options.stateFile, now);
  const desk: Desk = {
    store,
    account: { ...ACCOUNT, ...options.account },
    url: "",
    call: { requestId: null, idempotencyKey: null },
  };
  if (options.webhookUrl !== undefined) configureEndpoint(desk, options.webhookUrl, webhookSecret);
  const deliverer = makeDeliverer(desk, retryDelaysMs);
  const faults = makeFaults();

  let lookedAt = 0;
  const beforeAnswer = () => {
    // Nothing becomes due twice in a second, and a busy sandbox need not look at everything at each call.
    if (store.now() === lookedAt) return;
    lookedAt = store.now();
    doWhatIsDue(desk);
  };
  const shared = { desk, beforeAnswer, afterCommit: deliverer.kick };
  const control = makeControl(desk, deliverer, faults, deliverer.kick);
  const app = new Hono()
    .route("/", apiApp({ ...shared, faults }))
    .route("/", pageApp(shared))
    .route("/", controlApp(control))
    .get("/", (context) => context.text("Stripe sandbox of Karvan. No real money."));

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  // It listens on an address of the network, which is an object then.
  desk.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tick = setInterval(() => {
    beforeAnswer();
    store.commit();
    deliverer.kick();
  }, TICK_MS);
  deliverer.kick();
  let closing: Promise<void> | undefined;

  return {
    ...control,
    url: desk.url,
    webhookSecret,
    events: () =>
      store.all("events").map(({ id, type, pending_webhooks: pendingWebhooks }) => ({ id, type, pendingWebhooks })),
    close: () => (closing ??= close()),
  };

  async function close(): Promise<void> {
    clearInterval(tick);
    faults.clear();
    await deliverer.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
    store.close();
  }
}

/** The one endpoint that settings name: kept over restarts, at the address and with the secret that are named today. */
function configureEndpoint(desk: Desk, url: string, secret: string): void {
  const { store } = desk;
  const known = store.all("endpoints").find(({ object }) => object.description === CONFIGURED);
  if (known) store.put("endpoints", { ...known, secret, object: { ...known.object, url } });
  else createEndpoint(desk, { url, enabled_events: ["*"], description: CONFIGURED }, secret);
  store.commit();
}

const CONFIGURED = "the endpoint of the settings";
