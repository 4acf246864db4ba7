import { AsyncLocalStorage } from "node:async_hooks";

/** From where a deed is asked for. */
export type Origin = { requestId: string; clientAddress: string };

const current = new AsyncLocalStorage<Origin>();

/** Runs the whole of a request, so that every deed in it is recorded with where it came from. */
export function runWithOrigin<Value>(origin: Origin, work: () => Value): Value {
  return current.run(origin, work);
}

/** Undefined in a job, which nobody asks for. */
export function currentOrigin(): Origin | undefined {
  return current.getStore();
}
