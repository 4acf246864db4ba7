/** What the next API calls are to suffer. `drop`: the connection ends before or after the work was done. */
export type Fault = {
  /** How many calls, 1 when left out. */
  count?: number;
  /** Only calls whose path begins so, `/v1/refunds`. */
  path?: string;
  method?: string;
} & (
  | { refusal: "rate-limit" | "server-error" }
  | { drop: "before" | "after" }
  /** The work is done at once, the answer goes out this much later. */
  | { lateMs: number }
  /** The answer goes out when `release` is called on the faults. */
  | { hold: true }
);

export type Faults = {
  add: (fault: Fault) => void;
  /** The fault for a call, if one is left. */
  take: (method: string, path: string) => Fault | undefined;
  /** Resolves when held answers may go. */
  released: () => Promise<void>;
  /** How many answers are held. */
  heldCount: () => number;
  release: () => void;
  clear: () => void;
};

export function makeFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  let held: (() => void)[] = [];
  const release = () => {
    for (const go of held) go();
    held = [];
  };
  return {
    add: (fault) => void waiting.push({ fault, left: fault.count ?? 1 }),
    take: (method, path) => {
      const entry = waiting.find(
        ({ fault }) => (fault.method ?? method) === method && path.startsWith(fault.path ?? "/"),
      );
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry);
      return entry.fault;
    },
    released: () => new Promise((resolve) => void held.push(resolve)),
    heldCount: () => held.length,
    release,
    clear: () => {
      waiting = [];
      release();
    },
  };
}
