import autocannon, { type Client, type Request } from "autocannon";
import { CONNECTIONS } from "./options";
import { timingOf, type Timing } from "./statistics";

/** One thing that is asked for: the requests that belong together, made one after another on one connection. */
export type Operation = readonly Request[];

const TIMEOUT_SECONDS = 30;

/**
 * Carries out each operation once, sixteen at a time unless it is said otherwise, each connection taking its own share; an
 * operation lasts as long as its requests together.
 *
 * @throws when an answer is not a success: a failure is quick, and would pass for speed
 */
export async function load(
  origin: string,
  operations: readonly Operation[],
  connections = CONNECTIONS,
): Promise<Timing> {
  const shares = deal(operations, connections);
  const flat = shares.map((share) => share.flat());
  // Every connection makes as many requests: those with fewer begin again, and what they repeat is not counted.
  const longest = Math.max(...flat.map((requests) => requests.length));
  const answered = new Map<Client, number[]>();
  const clients: Client[] = [];
  const started = performance.now();
  const ends: number[] = [];
  await new Promise<void>((resolve, reject) => {
    const running = autocannon(
      {
        url: origin,
        connections: shares.length,
        amount: longest * shares.length,
        sampleInt: 50,
        timeout: TIMEOUT_SECONDS,
        setupClient: (client) => {
          client.setRequests(flat[clients.length] ?? []);
          clients.push(client);
          answered.set(client, []);
        },
      },
      (error, { errors, non2xx }) => {
        if (error) reject(error);
        else if (errors + non2xx > 0) reject(new Error(`${errors} errors and ${non2xx} failures from ${origin}`));
        else resolve();
      },
    );
    running.on("response", (client: Client, status: number, _bytes: number, milliseconds: number) => {
      const times = answered.get(client);
      const requests = flat[clients.indexOf(client)];
      times?.push(milliseconds);
      if (times?.length === requests?.length) ends.push(performance.now());
    });
  });
  const latencies = clients.flatMap((client, index) => sums(shares[index] ?? [], answered.get(client) ?? []));
  return timingOf(latencies, Math.max(...ends) - started);
}

function deal(operations: readonly Operation[], connections: number): Operation[][] {
  const shares: Operation[][] = Array.from({ length: Math.min(connections, operations.length) }, () => []);
  for (const [index, operation] of operations.entries()) shares[index % shares.length]?.push(operation);
  return shares;
}

function sums(share: readonly Operation[], times: readonly number[]): number[] {
  let at = 0;
  return share.map((operation) => {
    const end = at + operation.length;
    const sum = times.slice(at, end).reduce((total, milliseconds) => total + milliseconds, 0);
    at = end;
    return sum;
  });
}
