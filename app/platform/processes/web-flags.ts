/**
 * How the site's process is started; `npm start` and the Dockerfile say the same. A page of hits makes some megabytes of
 * short-lived objects: with 64 MB of room for them (16 by default) most are gone before anybody has to collect them, which
 * was a sixth of what an answer costs. It takes up to 100 MB of memory. What was compiled is kept: otherwise a lull of half a
 * minute is long enough for the engine to throw it away, and whoever comes after it waits for its compiler again.
 */
export const WEB_FLAGS = ["--max-semi-space-size=64", "--no-flush-bytecode", "--enable-source-maps"] as const;
