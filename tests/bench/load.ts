import autocannon, { type Client, type Request } from "autocannon";
import { CONNECTIONS } from "./options";
import { timingOf, type Timing } from "./statistics";

/** One thing that is asked for: the requests that belong together, made one after another on one connection. */
export type Operation = readonly Request[];

const TIMEOUT_SECONDS = 30;

/** Long enough for any slice: the last answer ends it, not the clock. */
const LONGEST_SECONDS = 3_600;

/** A connection: what is left of the operation that it carries out, and how long that has lasted. */
type Turn = { request: Request; rest: Request[]; milliseconds: number };

/**
 * Carries out each operation once, sixteen at a time unless it is said otherwise: a connection that is free takes the next
 * one, so that nearly all are at work to the end. An operation lasts as long as its requests together.
 *
 * @throws when an answer is not a success: a failure is quick, and would pass for speed
 */
export async function load(
  origin: string,
  operations: readonly Operation[],
  connections = CONNECTIONS,
): Promise<Timing> {
  const waiting = operations.toReversed();
  const turns = new Map<Client, Turn>();
  const latencies: number[] = [];
  const started = performance.now();
  let ended = started;
  await new Promise<void>((resolve, reject) => {
    const running = autocannon(
      {
        url: origin,
        connections: Math.min(connections, operations.length),
        duration: LONGEST_SECONDS,
        sampleInt: 50,
        timeout: TIMEOUT_SECONDS,
        bailout: 1,
        setupClient: (client) => {
          const turn: Turn = { request: { method: "GET", path: "/" }, rest: [], milliseconds: 0 };
          turns.set(client, turn);
          client.setRequests([{ setupRequest: () => nextRequest(turn, waiting) }]);
        },
      },
      (error, { errors, non2xx }) => {
        if (error) reject(error);
        else if (errors + non2xx > 0) reject(new Error(`${errors} errors and ${non2xx} failures from ${origin}`));
        else resolve();
      },
    );
    running.on("response", (client: Client, _status: number, _bytes: number, milliseconds: number) => {
      const turn = turns.get(client);
      if (!turn) return;
      turn.milliseconds += milliseconds;
      if (turn.rest.length > 0) return;
      latencies.push(turn.milliseconds);
      ended = performance.now();
      // Nothing is left for it: it ends, and with the last of them the whole.
      if (waiting.length === 0) client.responseMax = client.reqsMade;
    });
  });
  return timingOf(latencies, ended - started);
}

function nextRequest(turn: Turn, waiting: Operation[]): Request {
  if (turn.rest.length === 0) Object.assign(turn, { rest: [...(waiting.pop() ?? [])], milliseconds: 0 });
  // After an error a connection asks again, before the failure ends it.
  turn.request = turn.rest.shift() ?? turn.request;
  return { headers: {}, ...turn.request };
}
