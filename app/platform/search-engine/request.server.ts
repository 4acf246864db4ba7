import http from "node:http";
import https from "node:https";
import { engineDown } from "./port";

export type EngineRequest = { method: "GET" | "POST" | "PATCH" | "DELETE"; path: string; body?: string };
export type EngineReply = { status: number; body: unknown };

export type Requester = {
  send: (request: EngineRequest, timeoutMs: number) => Promise<EngineReply>;
  close: () => void;
};

class OutOfTime extends Error {}

/** Did a request fail because its time was over, rather than because nobody was there? */
export function isOutOfTime(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof OutOfTime;
}

const TICKS = 6;

/**
 * Waits in small steps. Of a step that this process was too busy to end in time only its own length counts: while it
 * draws pages one after the other, it is we who are late with reading, not the engine with its answer.
 *
 * @returns what ends the waiting
 */
function afterFreeTime(milliseconds: number, act: () => void): () => void {
  let left = TICKS;
  const tick = () => {
    left -= 1;
    if (left > 0) timer = setTimeout(tick, milliseconds / TICKS);
    else act();
  };
  let timer = setTimeout(tick, milliseconds / TICKS);
  return () => clearTimeout(timer);
}

/** JSON over connections that are kept open. */
export function makeRequester(url: string, masterKey: string | undefined): Requester {
  const base = new URL(url);
  const prefix = base.pathname.replace(/\/+$/, "");
  const isSecure = base.protocol === "https:";
  const agent = new (isSecure ? https : http).Agent({ keepAlive: true, maxSockets: 64, keepAliveMsecs: 10_000 });
  const headers = masterKey ? { authorization: `Bearer ${masterKey}` } : {};

  const once = (request: EngineRequest, timeoutMs: number) =>
    new Promise<EngineReply>((resolve, reject) => {
      let isRead = false;
      const payload = request.body === undefined ? undefined : Buffer.from(request.body);
      const sent = (isSecure ? https : http).request(
        {
          agent,
          method: request.method,
          protocol: base.protocol,
          hostname: base.hostname,
          port: base.port,
          path: `${prefix}${request.path}`,
          headers: payload
            ? { ...headers, "content-type": "application/json", "content-length": payload.length }
            : headers,
        },
        (reply) => {
          const pieces: Buffer[] = [];
          reply.on("data", (piece: Buffer) => pieces.push(piece));
          reply.on("error", fail);
          reply.on("end", () => {
            isRead = true;
            stopTimer();
            try {
              const text = Buffer.concat(pieces).toString("utf8");
              resolve({ status: reply.statusCode ?? 0, body: text === "" ? undefined : JSON.parse(text) });
            } catch (error) {
              fail(error);
            }
          });
        },
      );
      const fail = (error: unknown) => {
        stopTimer();
        const wasKept = sent.reusedSocket && error instanceof Error && "code" in error && error.code === "ECONNRESET";
        reject(wasKept ? STALE : engineDown("the search engine does not answer", error));
      };
      // An answer that lies there already is read before that.
      const giveUp = () =>
        setImmediate(() => isRead || sent.destroy(new OutOfTime(`no answer within ${timeoutMs} ms`)));
      // The whole exchange is timed, not only silence on the wire: a frozen engine keeps its connections open.
      const stopTimer = afterFreeTime(timeoutMs, giveUp);
      sent.on("error", fail);
      sent.end(payload);
    });

  return {
    send: async (request, timeoutMs) => {
      try {
        return await once(request, timeoutMs);
      } catch (error) {
        // The engine closed a kept connection just as it was used again: that says nothing about the engine.
        if (error !== STALE) throw error;
        return once(request, timeoutMs).catch((second: unknown) => {
          throw second === STALE ? engineDown("the search engine closes its connections") : second;
        });
      }
    },
    close: () => agent.destroy(),
  };
}

const STALE = Symbol("a kept connection was closed");
