import { buyingPaths } from "./buying-paths";
import { addressesOf, keptPaths, publicPathsFor } from "./public-paths";
import { workspacePaths } from "./workspace-paths";

/** Every URL of the site. Nothing else writes one. */
export const pathsFor = keptPaths((context) => {
  const at = addressesOf(context);
  return { ...publicPathsFor(context), ...buyingPaths(at, context.lang), ...workspacePaths(at, context.lang) };
});

export type Paths = ReturnType<typeof pathsFor>;
