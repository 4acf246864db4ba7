/** What the bench uses of autocannon, which brings no types of its own. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  export type Client = {
    setRequests: (requests: readonly { setupRequest: () => Request }[]) => void;
    reqsMade: number;
    /** It ends when it has made so many. */
    responseMax: number;
  };

  export type Request = {
    method: "GET" | "POST";
    path: string;
    headers?: Record<string, string>;
    body?: string;
  };

  export type Options = {
    url: string;
    connections: number;
    /** Seconds, unless it is stopped before. */
    duration: number;
    /** Milliseconds between two looks at whether everything is done. */
    sampleInt: number;
    /** Errors after which it gives up. */
    bailout: number;
    /** Seconds. */
    timeout: number;
    setupClient: (client: Client) => void;
  };

  export type Result = { errors: number; timeouts: number; non2xx: number };

  /** Emits `response` with the client, the status, the bytes and the milliseconds of each answer. */
  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
