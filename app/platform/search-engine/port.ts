/** One question to an index. Text and filters are in the words of the index; nothing is folded here. */
export type EngineQuery = {
  index: string;
  text: string;
  /** Conditions that must all hold, in the engine's filter language. */
  filter?: readonly string[];
  facets?: readonly string[];
  sort?: readonly string[];
  /** From 1. With `hitsPerPage` 0 only counts are asked for. */
  page: number;
  hitsPerPage: number;
  /** Fields of a hit that are wanted besides its id. */
  retrieve?: readonly string[];
  /** Fields that the text is looked for in; all searchable ones when undefined. */
  searchOn?: readonly string[];
  /** `all`: every word must be there. `last`: the first word must, the others may be missing from the end on. */
  matching: "all" | "last";
};

export type EngineAnswer = {
  hits: ({ id: string } & Record<string, unknown>)[];
  total: number;
  /** Facet: value: count. */
  counts: Record<string, Record<string, number>>;
};

/** How an index is made: fields in the order of their weight, and what text means to it. */
export type IndexSettings = {
  searchable: readonly string[];
  filterable: readonly string[];
  sortable: readonly string[];
  ranking: readonly string[];
  synonyms: Readonly<Record<string, readonly string[]>>;
  /** Words that are right as they are: they never stand for another word with a slip. */
  exactWords: readonly string[];
};

/** A document of an index; `id` is its key. */
export type EngineDocument = { id: string } & Record<string, unknown>;

/**
 * A search engine beside PostgreSQL. Every call but `ask` is for indexing and waits until the engine has done it.
 *
 * @throws EngineDown from every call when the engine does not answer, or not in time
 */
export type SearchEngine = {
  /** First part of the names of its indexes. */
  prefix: string;
  /** False while the engine is known to be down: then nobody should wait for it. */
  isUp: () => boolean;
  /** Answers several questions in one request. */
  ask: (queries: readonly EngineQuery[]) => Promise<EngineAnswer[]>;
  /** Names of the indexes that begin with the prefix. */
  listIndexes: () => Promise<string[]>;
  makeIndex: (index: string, settings: IndexSettings) => Promise<void>;
  write: (index: string, documents: readonly EngineDocument[]) => Promise<void>;
  remove: (index: string, ids: readonly string[]) => Promise<void>;
  find: (index: string, id: string) => Promise<EngineDocument | undefined>;
  /**
   * Puts indexes in the place of others, all at one moment: the two exchange contents, or, where the place is empty,
   * the new one takes its name.
   */
  replace: (pairs: readonly { place: string; by: string; isEmpty: boolean }[]) => Promise<void>;
  drop: (index: string) => Promise<void>;
  close: () => void;
};

const MARK = Symbol("engine down");

export type EngineDown = Error & { [MARK]: true };

export function engineDown(message: string, cause?: unknown): EngineDown {
  return Object.assign(new Error(message, { cause }), { [MARK]: true as const });
}

export function isEngineDown(error: unknown): error is EngineDown {
  return error instanceof Error && MARK in error;
}
