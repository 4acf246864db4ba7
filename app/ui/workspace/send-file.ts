import { UPLOAD_OFFSET, UPLOAD_PART_BYTES } from "~/modules/catalog";

export type Sending = {
  /** Where uploads begin. */
  beginAt: string;
  /** What the file is for, and its name. */
  fields: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** @param bytes that the server has */
  onProgress: (bytes: number) => void;
  /** The connection is gone, and is waited for; or it is back. */
  onWaiting: (isWaiting: boolean) => void;
  /** Keeps the address of an upload, so that the same file goes on where a reload broke it off. */
  memory: { read: () => string | null; keep: (address: string) => void; forget: () => void };
  /** How requests are made, whether there is a connection, milliseconds between tries, and how many there are. */
  line?: (address: string, init: RequestInit) => Promise<Response>;
  isOnline?: () => boolean;
  pauses?: readonly number[];
  mostTries?: number;
};

export type Sent = { ok: true } | { ok: false; status: number; sentence: string | undefined };

/**
 * Sends a file in parts. A request that gets no answer, or a fault for one, is sent again after a while that grows; the
 * server says where to go on.
 *
 * @throws when it is cancelled, or when too many tries in a row were in vain
 */
export async function sendFile(file: Blob, { beginAt, fields, memory, onProgress, ...asking }: Sending): Promise<Sent> {
  const known = memory.read();
  const resumed = known === null ? undefined : await ask(known, { method: "GET" }, asking);
  let address = known ?? "";
  let offset = resumed?.status === 204 ? offsetOf(resumed) : undefined;
  if (offset === undefined) {
    const body = new URLSearchParams({ ...fields, byteCount: String(file.size), formKey: crypto.randomUUID() });
    const begun = await ask(beginAt, { method: "POST", body }, asking);
    if (begun.status !== 201) return refusalOf(begun);
    address = begun.headers.get("Location") ?? "";
    offset = 0;
    memory.keep(address);
  }
  while (offset < file.size) {
    onProgress(offset);
    const headers = { [UPLOAD_OFFSET]: String(offset), "Content-Type": "application/octet-stream" };
    const body = file.slice(offset, offset + UPLOAD_PART_BYTES);
    const taken = await ask(address, { method: "PUT", headers, body }, asking);
    const next = taken.status === 204 || taken.status === 409 ? offsetOf(taken) : undefined;
    if (next === undefined) {
      memory.forget();
      return refusalOf(taken);
    }
    offset = next;
  }
  onProgress(file.size);
  const finished = await ask(address, { method: "POST" }, asking);
  memory.forget();
  return finished.status === 204 ? { ok: true } : refusalOf(finished);
}

function offsetOf(answer: Response): number | undefined {
  const text = answer.headers.get(UPLOAD_OFFSET) ?? "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Only an answer that was written for a person is shown to one; any other with 200 asks to sign in. */
async function refusalOf(answer: Response): Promise<Sent> {
  const isPlain = (answer.headers.get("Content-Type") ?? "").startsWith("text/plain");
  const text = isPlain ? await answer.text().catch(() => "") : "";
  return { ok: false, status: answer.status === 200 ? 401 : answer.status, sentence: text || undefined };
}

/** Tells when the connection goes and comes; where there is no browser, nobody does. */
const browser = typeof window === "undefined" ? undefined : window;

/** Between tries, in milliseconds; the last one is repeated. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const MOST_TRIES = 15;
/** A request without an answer for so long is given up and sent again: the smallest line sends a part in less. */
const ANSWER_MS = 90_000;

/** A browser that says it is offline says, too, when it is not any more. */
const isBrowserOnline = () => navigator.onLine;

type Asking = Pick<Sending, "signal" | "onWaiting" | "line" | "isOnline" | "pauses" | "mostTries">;

async function ask(
  address: string,
  init: RequestInit,
  { signal, onWaiting, line = fetch, isOnline = isBrowserOnline, pauses = PAUSES, mostTries = MOST_TRIES }: Asking,
): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await tryOnce(line, address, init, signal);
    if (answer && answer.status < 500 && answer.status !== 429) {
      if (tries > 1) onWaiting(false);
      return answer;
    }
    signal.throwIfAborted();
    if (tries >= mostTries) throw new Error("there is no connection");
    onWaiting(true);
    await pause(isOnline() ? (pauses[Math.min(tries, pauses.length) - 1] ?? 0) : undefined, signal);
  }
}

async function tryOnce(
  line: NonNullable<Sending["line"]>,
  address: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Response | undefined> {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  const timer = setTimeout(stop, ANSWER_MS);
  signal.addEventListener("abort", stop);
  // A request that was under way when the connection went may otherwise wait for its answer for long.
  browser?.addEventListener("offline", stop);
  try {
    return await line(address, { ...init, signal: giveUp.signal });
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    browser?.removeEventListener("offline", stop);
  }
}

/** Ends early when the connection comes back or the person gives up; without a time it lasts until then. */
function pause(ms: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      browser?.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(end, ms);
    browser?.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}
