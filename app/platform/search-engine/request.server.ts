import http from "node:http";
import https from "node:https";
import { engineDown } from "./port";

export type EngineRequest = { method: "GET" | "POST" | "PATCH" | "DELETE"; path: string; body?: string };
export type EngineReply = { status: number; body: unknown };

export type Requester = {
  send: (request: EngineRequest, timeoutMs: number) => Promise<EngineReply>;
  close: () => void;
};

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
            clearTimeout(timer);
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
        clearTimeout(timer);
        const wasKept = sent.reusedSocket && error instanceof Error && "code" in error && error.code === "ECONNRESET";
        reject(wasKept ? STALE : engineDown("the search engine does not answer", error));
      };
      // The whole exchange is timed, not only silence on the wire: a frozen engine keeps its connections open.
      const giveUp = () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`));
      // An answer that lies there already, while this process was busy, is read before that.
      const timer = setTimeout(() => setImmediate(() => isRead || giveUp()), timeoutMs);
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
