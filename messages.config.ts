import { fileURLToPath } from "node:url";

/** Options of the message compiler, written once for the build, the tests and the scripts. */
export const paraglideOptions = {
  project: "./project.inlang",
  outdir: "./app/paraglide",
  // The server reads the language of the request, the browser that of the address; both overwrite `getLocale`.
  strategy: ["globalVariable" as const, "baseLocale" as const],
};

/** All messages in one file, in the place of `app/paraglide/messages.js` wherever code runs on the server. */
export const SERVER_MESSAGES = "app/paraglide/server-messages.js";

/** What to resolve there. */
export function serverMessages(): Record<string, string> {
  const file = fileURLToPath(new URL(SERVER_MESSAGES, import.meta.url));
  return { "~/paraglide/messages.js": file, "~/paraglide/runtime.js": file };
}
