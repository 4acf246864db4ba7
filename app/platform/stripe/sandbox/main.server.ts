/**
 * The sandbox as a program: `node --import tsx …/main.server.ts --port 4242 --state file --webhook-url http://…`, the
 * secret of the webhook in SANDBOX_WEBHOOK_SECRET. Ends with SIGTERM; what it knows is in the state file.
 */
import { parseArgs } from "node:util";
import { clock, setClockOffset } from "~/platform/clock.server";
import { startSandbox } from "./sandbox.server";

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    state: { type: "string" },
    "webhook-url": { type: "string" },
    merchant: { type: "string" },
    country: { type: "string" },
    "ahead-ms": { type: "string" },
  },
});

setClockOffset(Number(values["ahead-ms"] ?? 0));
const sandbox = await startSandbox({
  ...(values.port ? { port: Number(values.port) } : {}),
  ...(values.state ? { stateFile: values.state } : {}),
  ...(values["webhook-url"] ? { webhookUrl: values["webhook-url"] } : {}),
  ...(process.env.SANDBOX_WEBHOOK_SECRET ? { webhookSecret: process.env.SANDBOX_WEBHOOK_SECRET } : {}),
  account: {
    ...(values.merchant ? { merchantName: values.merchant } : {}),
    ...(values.country ? { country: values.country } : {}),
  },
  now: clock,
});
process.stdout.write(`${sandbox.url}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
