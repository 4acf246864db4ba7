import type { Request } from "autocannon";
import type { SeedListing } from "~db/seed/catalogue";
import { load } from "./load";
import { makeBeginnings, type Question } from "./questions";
import type { Search, Subject } from "./rounds";
import type { Timing } from "./statistics";

/** As browsers ask; what programs ask is left unpacked, as the engine's own answers are. */
export const BROWSER = { "accept-encoding": "br", accept: "text/html" };
const PROGRAM = { accept: "application/json" };

export const get = (path: string, headers: Record<string, string>): Request => ({ method: "GET", path, headers });

export const searchPath = ({ lang, params }: Question): string => `/${lang}/search?${params}`;
const dataPath = ({ lang, params }: Question): string => `/${lang}/search.data?${params}`;
const apiPath = ({ lang, params }: Question): string => `/api/v1/listings?lang=${lang}&${params}`;

/** What is held against the engine, in the order of a round. */
export function searchSubjects(web: string, loader: string, hasApi: boolean): Subject[] {
  const overHttp = (
    name: string,
    pathOf: (question: Question) => string,
    headers: Record<string, string>,
  ): Subject => ({
    name,
    time: (slice) =>
      load(
        web,
        slice.map(({ question }) => [get(pathOf(question), headers)]),
      ),
  });
  return [
    { name: "search loader", time: (slice) => callLoader(loader, slice) },
    ...(hasApi ? [overHttp("search API", apiPath, PROGRAM)] : []),
    overHttp("search page", searchPath, BROWSER),
    overHttp("search data", dataPath, { "accept-encoding": "br" }),
  ];
}

async function callLoader(loader: string, slice: readonly Search[]): Promise<Timing> {
  const body = JSON.stringify(slice.map(({ question }) => searchPath(question)));
  const answer = await fetch(loader, { method: "POST", body });
  if (!answer.ok) throw new Error(`the loader failed: ${await answer.text()}`);
  return (await answer.json()) as Timing;
}

/** Asks the page's data alone, one search at a time; for what is recorded. */
export async function askOnce(web: string, question: Question): Promise<void> {
  const answer = await fetch(`${web}${dataPath(question)}`);
  if (!answer.ok) throw new Error(`${dataPath(question)} answered ${answer.status}`);
  await answer.arrayBuffer();
}

export async function exists(web: string, path: string): Promise<boolean> {
  const answer = await fetch(`${web}${path}`);
  await answer.arrayBuffer();
  return answer.status === 200;
}

export const SUGGESTIONS = "/api/v1/suggestions";

export type PageKind = { name: string; requests: Request[] };

/** Pages that stand beside no yardstick, with as many different requests as one round asks. */
export function pageKinds(
  listings: readonly SeedListing[],
  { count, hasSuggestions, round }: { count: number; hasSuggestions: boolean; round: number },
): PageKind[] {
  const langs = ["az", "en", "ru"];
  const langOf = (index: number) => langs[index % langs.length] ?? "az";
  const numbers = Array.from({ length: count }, (_, index) => round * count + index);
  // Steps of a number without common divisors with the sizes reach every listing before one comes again.
  const slugOf = (index: number) => listings[(index * 7919) % listings.length]?.slug ?? "";
  const beginnings = hasSuggestions ? makeBeginnings((round + 1) * count).slice(-count) : [];
  return [
    {
      name: "listing page",
      requests: numbers.map((index) => get(`/${langOf(index)}/listings/${slugOf(index)}`, BROWSER)),
    },
    {
      name: "home",
      requests: numbers.map((index) => get(`/${langOf(index)}?to=${HOME_TO[index % HOME_TO.length] ?? "AZ"}`, BROWSER)),
    },
    ...(hasSuggestions
      ? [
          {
            name: "suggestions",
            requests: beginnings.map(({ lang, text }) =>
              get(`${SUGGESTIONS}?${new URLSearchParams({ q: text, lang }).toString()}`, PROGRAM),
            ),
          },
        ]
      : []),
  ];
}

const HOME_TO = ["AZ", "DE", "US", "TR", "FR", "KZ"];
