import type { ListingSearch, ListingSearchResult } from "~/modules/search";
import { searchListings } from "~/modules/search/index.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import type { SearchEngine } from "~/platform/search-engine/port";
import { testDb } from "~tests/support/database";

export const SEARCH: ListingSearch = {
  ...{ text: "sini", locale: "az", destination: "AZ", currency: "AZN", chosen: {}, onlyShipsHere: false },
  ...{ sort: "relevance", page: 1, pageSize: 24 },
};

/** People who search at the same time. */
export const READERS = 4;

export type Answer = Pick<ListingSearchResult, "total" | "isSimplified"> & {
  /** Whether the engine counted as up when the search began. */
  wasUp: boolean;
  milliseconds: number;
};

/** Searches without a pause until it is ended. A search that throws fails the test at its end. */
export function startTraffic(engine: SearchEngine): {
  answers: readonly Answer[];
  /** Waits for an answer that is still to come. */
  next: (fits: (answer: Answer) => boolean) => Promise<Answer>;
  end: () => Promise<void>;
} {
  const answers: Answer[] = [];
  const state = { isEnding: false };
  const read = async () => {
    while (!state.isEnding) {
      const wasUp = engine.isUp();
      const started = performance.now();
      const { total, isSimplified } = await searchListings(testDb, SEARCH, undefined, { engine });
      answers.push({ total, isSimplified, wasUp, milliseconds: performance.now() - started });
      // Lets timers and other work of this process have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const readers = Promise.all(Array.from({ length: READERS }, read));
  return {
    answers,
    next: async (fits) => {
      const from = answers.length;
      const found = await waitUntil(() => answers.slice(from).find(fits), { timeoutMs: 60_000 });
      if (!found) throw new Error("no such answer came within a minute");
      return found;
    },
    end: async () => {
      state.isEnding = true;
      await readers;
    },
  };
}
