import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { minuteInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import {
  makeApprovedSeller,
  makeCollection,
  makeFeature,
  makePerson,
  makePublishedListing,
  makeSeller,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const DAY = 86_400_000;
const minute = (days: number) => minuteInBaku(new Date(clock().getTime() + days * DAY));
let cookie: string;

beforeAll(async () => {
  cookie = await signIn(testDb, await makePerson(testDb, { role: "curator", hasSecondFactor: true }));
});

const get = async (path: string) => {
  const answer = await site.get(path, { cookie });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams({ formKey: randomUUID(), ...fields });
  const answer = await site.ask(path, { method: "POST", body, headers: { cookie } });
  return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
};

describe("featuring without scripts", () => {
  it("goes from a search over a button to the desk", async () => {
    const { sellerId } = await makeApprovedSeller(testDb, { name: "Lahıc Misgərləri" });

    const found = await get("/en/staff/curation/pick?slot=home_seller&q=lahic");
    const place = `/en/staff/curation/place?slot=home_seller&subject=${sellerId}`;
    expect(found.html).toContain(place.replaceAll("&", "&amp;"));
    expect((await get(place)).html).toContain("Lahıc Misgərləri");
    const fields = { startsAt: minute(0), endsAt: minute(3), reason: "A week of copper" };
    const placed = await post(place, fields);

    expect(placed.location).toMatch(/^\/en\/staff\/curation\?placed=[0-9a-f-]{36}$/);
    const desk = await get("/en/staff/curation");
    expect(desk.html).toContain("Lahıc Misgərləri");
    expect(desk.html).toContain("A week of copper");
    expect((await post(place, fields)).html).toContain("It is in this place already during that time.");
  });

  it("gives the form back as it was typed, each mistake at its field", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { status, html } = await post(`/en/staff/curation/place?slot=home_seller&subject=${sellerId}`, {
      startsAt: "soon",
      endsAt: minute(3),
      reason: "",
    });

    expect(status).toBe(422);
    expect(html).toContain("Give a day and a time.");
    expect(html).toContain("Say why, in a sentence.");
    expect(html).toContain(`value="${minute(3)}"`);
  });

  it("is missing for what is not public, and for a place that is none", async () => {
    const { sellerId } = await makeSeller(testDb);
    const paths = [
      `/en/staff/curation/place?slot=home_seller&subject=${sellerId}`,
      "/en/staff/curation/place?slot=home_seller&subject=nonsense",
      "/en/staff/curation/pick?slot=cellar",
      `/en/staff/curation/features/${randomUUID()}`,
    ];
    for (const path of paths) expect((await get(path)).status).toBe(404);
  });
});

describe("the curator's desk", () => {
  const pages = [
    "/en/staff/curation",
    "/en/staff/curation/pick?slot=home_seller",
    "/en/staff/curation/collections",
    `/en/staff/curation/collections/${randomUUID()}`,
  ];

  it.each(["reviewer", "broker", "treasurer"])("is missing for a %s, and takes no deed of hers", async (role) => {
    const other = await signIn(testDb, await makePerson(testDb, { role, hasSecondFactor: true }));
    const { sellerId } = await makeApprovedSeller(testDb);
    const { featureId } = await makeFeature(testDb, { sellerId, endsAt: new Date(clock().getTime() + DAY) });
    const { collectionId } = await makeCollection(testDb);
    for (const path of pages) expect((await site.get(path, { cookie: other })).status).toBe(404);
    const deeds: [string, Record<string, string>][] = [
      [`features/${featureId}/end`, {}],
      [`features/${featureId}/move`, { by: "1" }],
      [`collections/${collectionId}/step`, { step: "archive", version: "1" }],
      ["collections", { title: "Oğurluq", slug: `taken-by-${role}` }],
    ];
    for (const [path, fields] of deeds) {
      const body = new URLSearchParams({ formKey: randomUUID(), ...fields });
      const headers = { cookie: other };
      expect((await site.ask(`/en/staff/curation/${path}`, { method: "POST", body, headers })).status).toBe(404);
    }

    const { endsAt } = await testDb
      .selectFrom("features")
      .select("endsAt")
      .where("id", "=", featureId)
      .executeTakeFirstOrThrow();
    expect(endsAt > clock()).toBe(true);
  });

  it("is an administrator's, too", async () => {
    const admin = await signIn(testDb, await makePerson(testDb, { role: "admin", hasSecondFactor: true }));
    expect((await site.get("/en/staff/curation", { cookie: admin })).status).toBe(200);
  });
});

/** The ways of the staff's menu on a page, by where they lead. */
const placesOf = (html: string) =>
  [...(html.split('aria-label="Pages of the desk"')[1]?.split("</nav>")[0] ?? "").matchAll(/href="([^"?]*)/g)].map(
    ([, href]) => href,
  );
const OF_REVIEWER = ["/en/staff/desk", "/en/staff/sellers", "/en/staff/shops", "/en/staff/readiness"];
const RATINGS = "/en/staff/ratings";
const OF_TREASURER = [
  "/en/staff/orders",
  "/en/staff/disputes",
  "/en/staff/payouts",
  "/en/staff/refunds",
  "/en/staff/ledger",
];
const OF_CURATOR = ["/en/staff/curation", "/en/staff/curation/collections"];

describe("the staff's menu", () => {
  it("leads a curator to her pages from each of them, and to nobody else's", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { collectionId } = await makeCollection(testDb);
    const coming = { startsAt: new Date(clock().getTime() + DAY), endsAt: new Date(clock().getTime() + 2 * DAY) };
    const { featureId } = await makeFeature(testDb, { sellerId, ...coming });
    const pages = [
      ...OF_CURATOR,
      "/en/staff/curation/pick?slot=home_seller",
      `/en/staff/curation/place?slot=home_seller&subject=${sellerId}`,
      `/en/staff/curation/features/${featureId}`,
      `/en/staff/curation/collections/${collectionId}`,
      `/en/staff/curation/collections/${collectionId}/text?text=az`,
    ];

    for (const page of pages) expect(placesOf((await get(page)).html)).toEqual(OF_CURATOR);
    for (const place of OF_CURATOR) expect((await get(place)).status).toBe(200);
  });

  it("leads an administrator everywhere", async () => {
    const admin = await signIn(testDb, await makePerson(testDb, { role: "admin", hasSecondFactor: true }));
    const places = placesOf(await (await site.get("/en/staff/curation", { cookie: admin })).text());

    expect(places).toEqual([...OF_REVIEWER, ...OF_CURATOR, ...OF_TREASURER, RATINGS, "/en/staff/audit"]);
    for (const place of places) expect((await site.get(place ?? "", { cookie: admin })).status).toBe(200);
  });

  it("leads a reviewer to no page of the curators", async () => {
    const reviewer = await signIn(testDb, await makePerson(testDb, { role: "reviewer", hasSecondFactor: true }));
    const places = placesOf(await (await site.get("/en/staff/desk", { cookie: reviewer })).text());
    expect(places).toEqual([...OF_REVIEWER, RATINGS]);
  });
});

describe("a feature on the desk", () => {
  it("waits beyond what the home page has room for, and is not called running", async () => {
    await testDb.deleteFrom("features").execute();
    const running = { startsAt: new Date(clock().getTime() - DAY), endsAt: new Date(clock().getTime() + DAY) };
    for (let position = 0; position < 7; position += 1) {
      const { sellerId } = await makeApprovedSeller(testDb, { name: `Dulusçu ${position}` });
      await makeFeature(testDb, { sellerId, position, ...running });
    }

    const { html } = await get("/en/staff/curation");

    const rowOf = (name: string) => html.slice(html.indexOf(name)).split("</th>")[0] ?? "";
    expect(rowOf("Dulusçu 5")).toContain(">running<");
    expect(rowOf("Dulusçu 6")).toContain("waiting: the home page shows 6, and 6 stand before it");
    expect(rowOf("Dulusçu 6")).not.toContain(">running<");
  });

  it("is said not to be seen before and after it is placed where there is no room, and is drawn hollow", async () => {
    await testDb.deleteFrom("features").execute();
    const running = { startsAt: new Date(clock().getTime() - DAY), endsAt: new Date(clock().getTime() + DAY) };
    for (let position = 0; position < 6; position += 1) {
      const { sellerId } = await makeApprovedSeller(testDb);
      await makeFeature(testDb, { sellerId, position, ...running });
    }
    const { sellerId } = await makeApprovedSeller(testDb, { name: "Yersiz Atelye" });
    const place = `/en/staff/curation/place?slot=home_seller&subject=${sellerId}`;

    expect((await get(place)).html).toContain("It will not be seen yet: all 6 places are taken.");
    const placed = await post(place, { startsAt: minute(0), endsAt: minute(3), reason: "No room" });
    const { html } = await get(placed.location ?? "");

    expect(html).toContain("“Yersiz Atelye” is placed but not seen yet: all 6 places are taken.");
    expect(html.match(/class="fill-none stroke-saffron/g)).toHaveLength(1);
    expect((await get("/en/staff/curation/pick?slot=home_seller&q=yersiz")).html).toContain("already there");
  });

  it("is changed before it begins, moved, and taken away", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const coming = { startsAt: new Date(clock().getTime() + DAY), endsAt: new Date(clock().getTime() + 2 * DAY) };
    const { featureId } = await makeFeature(testDb, { sellerId, ...coming });
    const path = `/en/staff/curation/features/${featureId}`;

    expect((await get(path)).status).toBe(200);
    const changed = await post(path, { version: "1", startsAt: minute(5), endsAt: minute(6), reason: "Later" });
    const moved = await post(`${path}/move`, { by: "-1" });
    const ended = await post(`${path}/end`, {});

    expect([changed.location, moved.location, ended.location]).toEqual(Array(3).fill("/en/staff/curation"));
    expect((await post(`${path}/end`, {})).location).toBe("/en/staff/curation?refused=feature-missing");
    expect((await get("/en/staff/curation?refused=feature-missing")).html).toContain("Somebody has withdrawn this");
  });
});

describe("a collection", () => {
  it("is begun, written, filled, published and seen by buyers", async () => {
    const { listingId } = await makePublishedListing(testDb, { title: "Pomegranate bowl" });
    const begun = await post("/en/staff/curation/collections", { title: "Nar fəsli", slug: "nar-fesli" });
    const path = new URL(begun.location ?? "", "http://site").pathname;
    expect((await get(path)).html).toContain("Nar fəsli");

    const texts = { title: "Nar fəsli", introduction: "Payızın rəngləri." };
    await post(`${path}/text?text=az`, { version: "1", locale: "az", ...texts });
    expect((await get(`${path}?kind=listing&q=pomegranate`)).html).toContain("Pomegranate bowl");
    const added = await post(`${path}/step`, { step: "add", version: "2", kind: "listing", subject: listingId });
    expect(added.location).toBe(`${path}#entries`);
    const published = await post(`${path}/step`, { step: "publish", version: "3" });

    expect(published.location).toBe(path);
    const page = await site.get("/az/collections/nar-fesli");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Payızın rəngləri.");
  });

  it("says why a step did nothing", async () => {
    const { collectionId } = await makeCollection(testDb);
    const path = `/en/staff/curation/collections/${collectionId}`;

    const stale = await post(`${path}/step`, { step: "archive", version: "9" });

    expect(stale.location).toBe(`${path}?refused=changed-elsewhere#refused`);
    expect((await get(stale.location ?? "")).html).toContain('role="status"');
  });

  it("says who has changed it meanwhile, in a box that takes the focus", async () => {
    const { collectionId } = await makeCollection(testDb);
    const path = `/en/staff/curation/collections/${collectionId}`;
    const colleague = await signIn(
      testDb,
      await makePerson(testDb, { role: "curator", hasSecondFactor: true, name: "Nigar Kurator" }),
    );
    const body = new URLSearchParams({ formKey: randomUUID(), step: "archive", version: "1" });
    await site.ask(`${path}/step`, { method: "POST", body, headers: { cookie: colleague } });

    const stale = await post(`${path}/step`, { step: "archive", version: "1" });
    const { html } = await get(stale.location ?? "");

    expect(html).toMatch(
      /<div id="refused" tabindex="-1"[^>]*>.*has been changed meanwhile.*Changed by Nigar Kurator\./s,
    );
  });

  it("shows the original beside a translation", async () => {
    const { collectionId } = await makeCollection(testDb, { title: "Lahıcın misi" });
    const { html } = await get(`/en/staff/curation/collections/${collectionId}/text?text=ru`);
    expect(html).toContain("Lahıcın misi");
    expect((await get(`/en/staff/curation/collections/${collectionId}/text?text=de`)).status).toBe(404);
  });
});
