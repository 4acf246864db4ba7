/** Options of the message compiler, written once for the build, the tests and the scripts. */
export const paraglideOptions = {
  project: "./project.inlang",
  outdir: "./app/paraglide",
  // The server reads the language of the request, the browser that of the address; both overwrite `getLocale`.
  strategy: ["globalVariable" as const, "baseLocale" as const],
};
