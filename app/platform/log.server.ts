import pino from "pino";
import { env } from "./env.server";

/** One JSON line per event on standard output. Values under these names never reach it. */
export const log = pino({
  level: env.APP_MODE === "test" ? "silent" : env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "token",
      "secret",
      "*.password",
      "*.token",
      "*.secret",
      "headers.cookie",
      "headers.authorization",
    ],
    censor: "[removed]",
  },
});
