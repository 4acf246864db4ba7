import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type S3StandIn = {
  endpoint: string;
  /** Keys that the bucket holds. */
  keys: () => string[];
  stop: () => Promise<void>;
};

type Settings = { region: string; bucket: string; accessKeyId: string; secretAccessKey: string };
type Kept = { content: Buffer; contentType: string };

/**
 * The part of S3 that `s3Files` uses, in memory: PUT, GET, HEAD and DELETE of an object, path style. Signatures
 * (AWS Signature Version 4) and content digests are verified, and refusals are worded as S3 words them.
 */
export async function startS3StandIn(settings: Settings): Promise<S3StandIn> {
  const objects = new Map<string, Kept>();
  const server = createServer((request, response) => {
    answer(request, response, settings, objects).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    keys: () => [...objects.keys()],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function errorXml(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>Refused: ${code}</Message></Error>`;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Settings,
  objects: Map<string, Kept>,
): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const refuse = (status: number, code: string) => {
    response.writeHead(status, { "content-type": "application/xml" });
    response.end(request.method === "HEAD" ? undefined : errorXml(code));
  };

  const refusal = whyNotSigned(request, body, settings);
  if (refusal) return refuse(refusal === "BadDigest" ? 400 : 403, refusal);
  const [bucket = "", ...rest] = decodeURIComponent(new URL(request.url ?? "/", "http://s3").pathname.slice(1)).split(
    "/",
  );
  if (bucket !== settings.bucket) return refuse(404, "NoSuchBucket");
  const key = rest.join("/");
  const kept = objects.get(key);
  switch (request.method) {
    case "PUT":
      objects.set(key, { content: body, contentType: request.headers["content-type"] ?? "binary/octet-stream" });
      response.writeHead(200, { etag: `"${createHash("md5").update(body).digest("hex")}"` }).end();
      return;
    case "DELETE":
      objects.delete(key);
      response.writeHead(204).end();
      return;
    case "GET":
    case "HEAD":
      if (!kept) return refuse(404, request.method === "GET" ? "NoSuchKey" : "NotFound");
      response.writeHead(200, { "content-type": kept.contentType, "content-length": kept.content.length });
      response.end(request.method === "GET" ? kept.content : undefined);
      return;
    default:
      return refuse(405, "MethodNotAllowed");
  }
}

/** The canonical request of AWS Signature Version 4, rebuilt from what arrived. */
function whyNotSigned(request: IncomingMessage, body: Buffer, settings: Settings): string | undefined {
  const header =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const match = header.exec(request.headers.authorization ?? "");
  if (!match) return "AccessDenied";
  const [, accessKeyId = "", day = "", region = "", signedHeaders = "", signature = ""] = match;
  if (accessKeyId !== settings.accessKeyId) return "InvalidAccessKeyId";
  if (region !== settings.region) return "AuthorizationHeaderMalformed";
  const bodyHash = String(request.headers["x-amz-content-sha256"] ?? "");
  if (bodyHash !== "UNSIGNED-PAYLOAD" && bodyHash !== sha256(body)) return "BadDigest";
  const url = new URL(request.url ?? "/", "http://s3");
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join("&");
  const headers = signedHeaders.split(";").map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`);
  const canonical = [request.method, url.pathname, query, headers.join(""), signedHeaders, bodyHash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (last, part) => createHmac("sha256", last).update(part).digest(),
    `AWS4${settings.secretAccessKey}`,
  );
  const expected = createHmac("sha256", key).update(toSign).digest();
  return timingSafeEqual(expected, Buffer.from(signature, "hex")) ? undefined : "SignatureDoesNotMatch";
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
