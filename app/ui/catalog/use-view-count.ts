import { useEffect } from "react";

/** Tells the site that somebody looks: once the page has been in sight for a second. Nothing is read or kept here. */
export function useViewCount(path: string): void {
  useEffect(() => {
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = window.setTimeout(() => navigator.sendBeacon(path), 1_000);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [path]);
}
