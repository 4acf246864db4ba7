import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 2_000;

/** Loads the page anew while something is under way and the tab is looked at. */
export function useProgress(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return undefined;
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate();
    }, EVERY_MS);
    const look = () => {
      if (!document.hidden) revalidate();
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isUnderWay, revalidate, state]);
}
