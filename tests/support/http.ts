import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

/** Serves what `make` makes on a free port, from before the first to after the last test of a file. */
export function serve(make: () => RequestListener): { origin: string } {
  const site = { origin: "" };
  let server: Server;
  beforeAll(async () => {
    server = createServer(make());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return site;
}
