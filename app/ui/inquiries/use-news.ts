import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** From two seconds, when something has just happened, to a minute when nothing has for long; in milliseconds. */
const SHORTEST_MS = 2_000;
const LONGEST_MS = 60_000;
const SLOWER = 1.5;

type News = { messageCount: number; otherRead: number };

/**
 * Asks now and then whether a thread has something new, and loads the page anew when it has. It asks more seldom the longer
 * nothing comes, not at all while the tab is hidden, and at once when it is looked at again. Without scripts one reloads.
 */
export function useNews(path: string, known: News): void {
  const { revalidate } = useRevalidator();
  const { messageCount, otherRead } = known;
  // What was found is known from here on, and is asked for often again.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = SHORTEST_MS;
    let isOver = false;
    const plan = () => {
      if (!isOver && !document.hidden) timer = setTimeout(() => void ask(), wait);
    };
    const ask = async () => {
      const news = await findNews(path);
      if (isOver) return;
      if (news === "gone") return;
      if (news && (news.messageCount !== messageCount || news.otherRead !== otherRead)) revalidate();
      wait = Math.min(wait * SLOWER, LONGEST_MS);
      plan();
    };
    const look = () => {
      clearTimeout(timer);
      wait = SHORTEST_MS;
      if (!document.hidden) void ask();
    };
    plan();
    document.addEventListener("visibilitychange", look);
    globalThis.addEventListener("online", look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      globalThis.removeEventListener("online", look);
    };
  }, [path, revalidate, messageCount, otherRead]);
}

/** @returns "gone" when the thread is nobody's here any more; undefined when it could not be asked for just now */
async function findNews(path: string): Promise<News | "gone" | undefined> {
  try {
    const answer = await fetch(path, { headers: { accept: "application/json" } });
    if (answer.status === 404 || answer.redirected) return "gone";
    return answer.ok ? ((await answer.json()) as News) : undefined;
  } catch {
    // The connection is gone; the next round asks again.
    return undefined;
  }
}
