import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and until the page's scripts run: what only works with them is shown when it is true. */
export function useIsInteractive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
