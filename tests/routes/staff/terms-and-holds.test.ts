import { describe, expect, it } from "vitest";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { makeApprovedSeller, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter() {
  const { sellerId } = await makeApprovedSeller(testDb, { name: "Lahıc Mis" });
  const visitor = await makeSignedInVisitor(testDb, site, (await makeStaff(testDb, "treasurer")).userId);
  return { visitor, sellerId, page: `/en/staff/payouts/sellers/${sellerId}` };
}

describe("the treasurer's hold on what a seller is paid", () => {
  it("is placed with a reason and a day, shown with both, and lifted", async () => {
    const { visitor, page } = await enter();
    const until = dayAfter(dayInBaku(clock()), 10);
    const placed = await visitor.post(`${page}/hold`, { reason: "The bank asks for a paper.", until });
    expect([placed.status, placed.location]).toEqual([303, `${page}/terms?news=held`]);
    expect((await visitor.get(`${page}/terms?news=held`)).html).toContain("The payouts are on hold.");

    const { html } = await visitor.get(`${page}/terms`);
    expect(html).toContain("The bank asks for a paper.");
    const lift = /action="([^"]*\/lift)"/.exec(html)?.[1] ?? "";
    expect((await visitor.post(lift, {})).location).toBe(`${page}/terms?news=lifted`);
    expect((await visitor.get(`${page}/terms?news=lifted`)).html).toContain("The hold is lifted.");
    expect((await visitor.get(`${page}/terms`)).html).toContain("Nothing is held.");
    // Once more it finds nothing to lift, and is no fault.
    expect((await visitor.post(lift, {})).status).toBe(303);
  });

  it.each([
    ["no reason", { reason: " " }, "Say why in a few words."],
    ["a day that has passed", { reason: "Papers.", until: "2026-01-01" }, "That day has passed: choose a later one."],
    ["a day that is none", { reason: "Papers.", until: "soon" }, "Write the day like 2026-11-27."],
  ])("comes back as it was typed with %s", async (_what, typed, text) => {
    const { visitor, page } = await enter();
    const answered = await visitor.post(`${page}/hold`, typed);
    expect([answered.status, answered.html.includes(text)]).toEqual([422, true]);
  });

  it("is placed once by the Federation, and says so", async () => {
    const { visitor, page } = await enter();
    await visitor.post(`${page}/hold`, { reason: "Papers." });
    const again = await visitor.post(`${page}/hold`, { reason: "Papers again." });
    expect([again.status, again.html.includes("The payouts are held by the Federation already.")]).toEqual([422, true]);
    expect(again.html).toContain("Papers again.");
  });
});

describe("the Federation's own terms", () => {
  it("are listed by level, and changed for those that order from now on", async () => {
    const { visitor } = await enter();
    const list = "/en/staff/payouts/terms";
    expect((await visitor.get(list)).html).toMatch(/8%/);
    const form = await visitor.get(`${list}/exporting`);
    const revision = /name="revision" value="(\d+)"/.exec(form.html)?.[1] ?? "";
    const typed = { revision, commission: "6,5", holdDays: "5", depositShare: "30" };
    const saved = await visitor.post(`${list}/exporting`, typed);
    expect([saved.status, saved.location]).toEqual([303, `${list}?news=terms`]);
    expect((await visitor.get(`${list}?news=terms`)).html).toContain("The terms are saved.");
    expect((await visitor.get(list)).html).toMatch(/6\.5%/);

    const late = await visitor.post(`${list}/exporting`, { ...typed, commission: "7" });
    expect([late.status, late.html.includes("Somebody else has changed the terms")]).toEqual([422, true]);
    expect((await visitor.get(`${list}/nobody`)).status).toBe(404);
  });

  it("say how many shops they concern, and ask whether these are meant before they are saved", async () => {
    const { visitor } = await enter();
    await makeApprovedSeller(testDb, { level: "ready" });
    await makeApprovedSeller(testDb, { level: "ready" });
    const form = "/en/staff/payouts/terms/ready";
    const { html } = await visitor.get(form);
    expect(html).toContain("They concern 2 shops, which have no terms of their own.");
    expect(html).not.toContain('name="isSure"');

    const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? "";
    const typed = { revision, commission: "7,5", holdDays: "4", depositShare: "0" };
    const asked = await visitor.post(form, typed);
    expect([asked.status, asked.html.includes("the next orders of 2 shops")]).toEqual([422, true]);
    expect(asked.html).toContain('name="isSure"');
    expect(asked.html).toMatch(/name="commission"[^>]*value="7,5"/);
    expect((await visitor.get("/en/staff/payouts/terms")).html).not.toContain("7.5%");

    const saved = await visitor.post(form, { ...typed, isSure: "on" });
    expect([saved.status, saved.location]).toEqual([303, "/en/staff/payouts/terms?news=terms"]);
    expect((await visitor.get("/en/staff/payouts/terms")).html).toContain("7.5%");
    expect((await visitor.get("/en/staff/payouts/terms/exporting")).html).toContain("No shop has these terms now.");
  });
});
