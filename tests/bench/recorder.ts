import http from "node:http";
import { text } from "node:stream/consumers";
import type { Request as LoadRequest } from "autocannon";

export type Recorder = {
  url: string;
  /** What passed since the last call, in order. */
  take: () => LoadRequest[];
  close: () => void;
};

const PASSED_ON = ["content-type", "authorization"] as const;

/** Stands between a web process and its search engine, passes everything on, and keeps the searches. */
export async function startRecorder(engineUrl: string): Promise<Recorder> {
  const kept: LoadRequest[] = [];
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const path = request.url ?? "/";
      const headers = Object.fromEntries(
        PASSED_ON.flatMap((name) => {
          const value = request.headers[name];
          return value === undefined ? [] : [[name, value]];
        }),
      );
      if (path === "/multi-search") kept.push({ method: "POST", path, headers, body });
      const sent = http.request(`${engineUrl}${path}`, { agent, method: request.method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      });
      sent.on("error", () => response.destroy());
      sent.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the recorder has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    take: () => kept.splice(0),
    close: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
