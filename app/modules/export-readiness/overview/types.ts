import type { LevelName } from "../types";

/** Lists of the overview that are also given as files. */
export const READINESS_LISTS = ["declarations", "papers", "near", "movers"] as const;
export type ReadinessList = (typeof READINESS_LISTS)[number];

/** Which sellers are asked about; everything that is left out means all. */
export type ReadinessQuestion = {
  level: LevelName | undefined;
  regionId: string | undefined;
  /** A kind of goods or services that a seller says she makes, or the field to which it belongs. */
  craftId: string | undefined;
};

/** Days within which a paper ends, as they can be asked for. */
export const ENDING_DAYS = [30, 90] as const;
export type EndingDays = (typeof ENDING_DAYS)[number];

export type LevelCounts = Readonly<Record<LevelName, number>>;
export type LevelBar = { id: string; label: string; counts: LevelCounts; total: number };

export type EndingPaper = {
  evidenceId: string;
  sellerId: string;
  seller: string;
  paper: string;
  /** Calendar day, and as the reader's language writes it. */
  expiresOn: string;
  day: string;
  remindedOn: string | undefined;
  isNewerWaiting: boolean;
};

export type NearReady = {
  sellerId: string;
  seller: string;
  region: string;
  score: number;
  /** What the one criterion is called, or that the score is too low. */
  lacking: string;
};

export type Mover = {
  sellerId: string;
  seller: string;
  from: LevelName;
  to: LevelName;
  isUp: boolean;
};
