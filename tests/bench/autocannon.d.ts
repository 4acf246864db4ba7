/** What the bench uses of autocannon, which brings no types of its own. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  export type Client = { setRequests: (requests: readonly Request[]) => void };

  export type Request = {
    method: "GET" | "POST";
    path: string;
    headers?: Record<string, string>;
    body?: string;
  };

  export type Options = {
    url: string;
    connections: number;
    /** Requests of all connections together. */
    amount: number;
    /** Milliseconds between two looks at whether everything is done. */
    sampleInt: number;
    /** Seconds. */
    timeout: number;
    headers?: Record<string, string>;
    setupClient: (client: Client) => void;
  };

  export type Result = { errors: number; timeouts: number; non2xx: number };

  /** Emits `response` with the client, the status, the bytes and the milliseconds of each answer. */
  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
