import { sql } from "kysely";
import type { ListingStatus } from "~/modules/catalog";
import { clock } from "~/platform/clock.server";
import { openDatabase, type Db } from "~/platform/db/db.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import { writeRows } from "~db/bulk";
import { makeSellerActor } from "~db/factories";
import type { SeedListing } from "~db/seed/catalogue";
import { seedUuid } from "~db/seed/ids";
import { signIn } from "~tests/support/sign-in";
import { wordsOfTitle } from "./catalogue";
import { writeListings } from "./fill";
import { BENCH_INQUIRIES, BENCH_WORDS, fillInquiries } from "./inquiries";
import { load } from "./load";
import type { Measurements } from "./measurements";
import type { Prepared } from "./prepare";
import type { Stand } from "./stand";
import { serverTimes } from "./server-times";
import { timingOf } from "./statistics";
import { BROWSER, get, type PageKind } from "./subjects";

/** Listings of the measured shop: more than any workshop of the catalogue has. */
export const WORKSPACE_LISTINGS = 2_000;
/** Requests of sellers that are under way at a time. */
export const WORKSPACE_CONNECTIONS = 8;

export const WORKSPACE_PAGES = [
  "workspace list",
  "workspace list, searched",
  "workspace list, later pages",
  "inbox",
  "inbox, searched",
  "inbox, later pages",
  "long thread",
] as const;

/** What the server's own clock says of a page, beside what the asking side says. */
export const serverName = (page: string) => `${page}, server`;

const LIST = "/az/seller/listings";
const INBOX = "/az/seller/inquiries";
/** Threads on one page of the inbox. */
const THREADS = 30;
/** Rows on one page, as the workspace's table has them; archived listings are on none of these. */
const ROWS = 24;

/** A shop of the catalogue with listings in every state, and its owner, signed in. */
export type Workspace = { cookie: string; listings: SeedListing[]; longThread: string };

/** Of twenty listings, those that the public does not see; in these states they stand. */
const STATES: ReadonlyMap<number, ListingStatus> = new Map([
  [0, "draft"],
  [1, "draft"],
  [2, "in_review"],
  [3, "changes_requested"],
  [4, "paused"],
  [5, "archived"],
]);
const NEVER_PUBLISHED: ReadonlySet<ListingStatus> = new Set(["draft", "in_review", "changes_requested"]);
const statusOf = (index: number): ListingStatus => STATES.get(index % 20) ?? "published";

/** Gives the catalogue's first shop so many listings, and signs its owner in. */
export async function prepareWorkspace(stand: Stand, prepared: Prepared): Promise<Workspace> {
  const db = openDatabase(stand.databaseUrl, 2);
  try {
    const { shopId, listings } = await fillShop(db, prepared);
    const sellerId = seedUuid("seller", shopId);
    const { ids } = await db
      .selectFrom("listingPublications")
      .innerJoin("listings", "listings.id", "listingPublications.listingId")
      .select(sql<string[]>`array_agg(listings.id order by listings.id)`.as("ids"))
      .where("listings.sellerId", "=", sellerId)
      .where("listingPublications.version", "=", 1)
      .executeTakeFirstOrThrow();
    const longThread = await fillInquiries(db, { sellerId, listingIds: ids, now: clock() });
    await sql`vacuum analyze`.execute(db);
    const { userId } = await makeSellerActor(db, sellerId);
    return { listings, longThread, cookie: await signIn(db, userId) };
  } finally {
    await db.destroy();
  }
}

async function fillShop(db: Db, { catalogue, pictures }: Prepared) {
  const now = clock();
  const [shop] = catalogue.sellers;
  if (!shop) throw new Error("the catalogue has no shop");
  const own = catalogue.listings.filter(({ seller }) => seller === shop.id);
  const listings = Array.from({ length: WORKSPACE_LISTINGS - own.length }, (_, index): SeedListing => {
    const model = catalogue.listings[index % catalogue.listings.length];
    if (!model) throw new Error("the catalogue has no listings");
    return { ...model, id: `w${index}`, slug: `${model.slug}-w${index}`, sku: `W-${index}`, seller: shop.id };
  });
  await writeListings(db, listings, new Map([[shop.id, shop]]), pictures, now);
  for (const status of new Set(STATES.values())) {
    const ids = listings.filter((_, index) => statusOf(index) === status).map(({ id }) => seedUuid("listing", id));
    const submittedAt = status === "in_review" ? now : null;
    await db.updateTable("listings").set({ status, submittedAt }).where("id", "in", ids).execute();
    if (!NEVER_PUBLISHED.has(status)) continue;
    await db.deleteFrom("listingPublications").where("listingId", "in", ids).execute();
  }
  const sizes = listings.filter((_, index) => index % 4 === 0).flatMap(({ id }) => [1, 2].map((at) => ({ id, at })));
  await writeRows(
    db,
    "listing_variants",
    sizes.map(({ id, at }) => ({
      id: seedUuid("variant", `${id}/${at}`),
      listing_id: seedUuid("listing", id),
      position: at,
      sku: `${id.toUpperCase()}-${at}`,
      stock_quantity: at,
    })),
  );
  return { shopId: shop.id, listings };
}

/** The list as it is opened, with a filter and words, and on its later pages. */
function pagesOf(
  { cookie, listings, longThread }: Workspace,
  { count, round }: { count: number; round: number },
): PageKind[] {
  const numbers = Array.from({ length: count }, (_, index) => round * count + index);
  const pageCount = Math.floor(listings.filter((_, index) => statusOf(index) !== "archived").length / ROWS);
  const wordOf = (index: number) => {
    const listing = listings[(index * 7919) % listings.length];
    return (listing && wordsOfTitle(listing, "az")[0]) ?? "";
  };
  const [list, searched, later, inbox, inboxSearched, inboxLater, thread] = WORKSPACE_PAGES;
  const ask = (query: Record<string, string>, path = LIST) => {
    const search = new URLSearchParams(query).toString();
    return get(search === "" ? path : `${path}?${search}`, { ...BROWSER, cookie });
  };
  const wordIn = (index: number) => BENCH_WORDS[index % BENCH_WORDS.length] ?? "";
  const inboxPages = Math.floor(BENCH_INQUIRIES / THREADS);
  return [
    { name: list, requests: numbers.map(() => ask({})) },
    { name: searched, requests: numbers.map((index) => ask({ status: "published", q: wordOf(index) })) },
    { name: inbox, requests: numbers.map(() => ask({}, INBOX)) },
    { name: inboxSearched, requests: numbers.map((index) => ask({ q: wordIn(index) }, INBOX)) },
    { name: inboxLater, requests: numbers.map((index) => ask({ page: String(2 + (index % inboxPages)) }, INBOX)) },
    { name: thread, requests: numbers.map(() => ask({}, `${INBOX}/${longThread}`)) },
    { name: later, requests: numbers.map((index) => ask({ page: String(2 + (index % (pageCount - 1))) })) },
  ];
}

type Round = { web: string; logFile: string; measurements: Measurements; count: number; round: number };

/** One round of every page, by the asking side's clock and by the server's. */
export async function measureWorkspace(
  workspace: Workspace,
  { web, logFile, measurements, count, round }: Round,
): Promise<void> {
  for (const { name, requests } of pagesOf(workspace, { count, round })) {
    // What is asked for is one address, whatever its question.
    const path = requests[0]?.path.split("?")[0] ?? LIST;
    const timesNow = () => serverTimes(logFile, path);
    const before = timesNow().length;
    const started = performance.now();
    const operations = requests.map((request) => [request]);
    measurements.add(name, await load(web, operations, WORKSPACE_CONNECTIONS));
    const elapsedMs = performance.now() - started;
    // The last lines may still be on their way into the log.
    const isThere = await waitUntil(() => timesNow().length >= before + count, { timeoutMs: 5_000, everyMs: 50 });
    if (!isThere) throw new Error(`the web process has not logged every request for ${path}`);
    measurements.add(serverName(name), timingOf(timesNow().slice(before), elapsedMs));
  }
}
