import type { SmsTransport } from "./port";

type GatewayOptions = {
  /** Address that takes `POST {id, to, from, text}` as JSON. */
  url: string;
  token: string;
  /** Name or number that the phone shows, at most 11 letters. */
  sender: string;
};

const TIMEOUT_MS = 10_000;
const NUMBER_IS_WRONG = new Set([400, 404, 410, 422]);

/**
 * Sends by an HTTP gateway. Local providers differ in names of fields only, so a small bridge speaks to any of them;
 * `Idempotency-Key` lets it recognise a repeat.
 */
export function smsGateway({ url, token, sender }: GatewayOptions): SmsTransport {
  return async ({ id, to, text }) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": id },
      body: JSON.stringify({ id, to, from: sender, text }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (response.ok) return { outcome: "sent" };
    if (NUMBER_IS_WRONG.has(response.status)) return { outcome: "refused", reason: `gateway ${response.status}` };
    throw new Error(`the SMS gateway answered ${response.status}`);
  };
}
