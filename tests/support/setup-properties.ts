/** `npm run soak` asks for more tries than an ordinary run; the library is not loaded for files that ask for none. */
if (process.env.PROPERTY_RUNS) {
  const { configureGlobal } = await import("fast-check");
  configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS), endOnFailure: true });
}

// Only a module may await at its top level.
// oxlint-disable-next-line unicorn/require-module-specifiers
export {};
