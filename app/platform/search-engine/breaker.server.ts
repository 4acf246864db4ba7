/** Waits between two looks at an engine that is down, in milliseconds; the last one repeats. */
const LOOK_AGAIN_MS = [250, 250, 500, 500, 1000, 2000] as const;

export type Breaker = {
  isClosed: () => boolean;
  /** Says that the engine kept somebody waiting too long: it is asked at once whether it is busy or down. */
  suspect: () => void;
  /** Resolves as soon as no such question is open. */
  settled: () => Promise<void>;
  /** Says that the engine failed somebody. From then on nobody waits for it until a probe got an answer. */
  trip: () => void;
  stop: () => void;
};

type Probes = { isAlive: () => Promise<boolean>; isBack: () => Promise<boolean> };

/**
 * Keeps callers from waiting for something that is down. Whether it is back is found out beside the traffic, so that
 * no caller pays for the attempt.
 *
 * @param probes resolve to true when the engine answers (`isAlive`, at once) and when it answers as it should (`isBack`);
 *   must end by themselves
 */
export function makeBreaker({ isAlive, isBack: probe }: Probes): Breaker {
  let attempt = 0;
  let isClosed = true;
  let timer: NodeJS.Timeout | undefined;
  let suspicion: Promise<void> | undefined;

  const ask = async () => {
    const isBack = await probe().catch(() => false);
    if (timer === undefined) return;
    if (!isBack) return look();
    timer = undefined;
    isClosed = true;
  };

  const look = () => {
    timer = setTimeout(
      () => {
        attempt += 1;
        void ask();
      },
      LOOK_AGAIN_MS[Math.min(attempt, LOOK_AGAIN_MS.length - 1)],
    );
    // A process that wants to end does not wait for an engine.
    timer.unref();
  };

  const trip = () => {
    if (!isClosed) return;
    isClosed = false;
    attempt = 0;
    look();
  };

  const findOut = async () => {
    const isThere = await isAlive().catch(() => false);
    suspicion = undefined;
    if (!isThere) trip();
  };

  return {
    isClosed: () => isClosed,
    suspect: () => {
      suspicion ??= findOut();
    },
    settled: () => suspicion ?? Promise.resolve(),
    trip,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
