import type { Desk } from "./desk";
import { refuse } from "./refusals";
import type { SavedAnswer } from "./tables";

/** A call as its key knows it. */
export type Asked = {
  key: string | undefined;
  method: string;
  path: string;
  /** The parameters as text, whatever their order was. */
  params: string;
  requestId: string;
};

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/**
 * What was answered to this key before.
 *
 * @throws Refused when the key was first used for something else
 */
export function savedAnswer({ store }: Desk, { key, method, path, params }: Asked): Answer | undefined {
  const saved = store.get("answers", key);
  if (!saved || key === undefined) return undefined;
  if (saved.path !== path || saved.method !== method) refuse("same-key-other-path", { key, path, first: saved.path });
  if (saved.params !== params) refuse("same-key-other-params", { key });
  const headers = { "Idempotent-Replayed": "true", "Original-Request": saved.requestId };
  return { status: saved.status, body: saved.body, headers };
}

/** Keeps an answer with its key, in the commit of what the call did. */
export function keepAnswer({ store }: Desk, asked: Asked, { status, body }: Answer): void {
  const { key, method, path, params, requestId } = asked;
  if (key === undefined) return;
  const saved: SavedAnswer = { id: key, method, path, params, status, body, requestId, at: store.now() };
  store.put("answers", saved);
}
