import { describe, expect, it } from "vitest";
import { makePerson } from "~db/factories";
import { testDb } from "~tests/support/database";
import { tagsOf } from "~tests/support/html";
import { makeRegisteredShop, makeSubmittedShop, shopOf } from "~tests/support/shop";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
const TICK = "I approve it without papers: its listings stay inquiry-only";
const REFUSAL = "Tick that you approve it without one, or send it back.";

async function makeReviewer() {
  const userId = await makePerson(testDb, { role: "reviewer", hasSecondFactor: true });
  return makeSignedInVisitor(testDb, site, userId);
}

async function makeTaken(made: { itemId: string; sellerId: string }, subjectVersion: number) {
  const visitor = await makeReviewer();
  await visitor.post(`/en/staff/reviews/${made.itemId}/claim`);
  const screen = `/en/staff/reviews/${made.itemId}`;
  const approve = (fields: Record<string, string> = {}) =>
    visitor.post(screen, { subjectVersion: String(subjectVersion), decision: "approved", ...fields });
  return { visitor, screen, approve };
}

const ticksOf = (html: string) => tagsOf(html, "input").filter(({ type }) => type === "checkbox");

describe("the screen of a shop without papers", () => {
  it("approves it only with the tick, which the server asks for each time", async () => {
    const made = await makeSubmittedShop(testDb);
    const { visitor, screen, approve } = await makeTaken(made, 4);

    const { html } = await visitor.get(screen);
    expect(html).toContain(TICK);
    for (const answer of [await approve(), await approve({ paperless: "" })]) {
      expect(answer.status).toBe(422);
      expect(answer.html).toMatch(new RegExp(`role="alert".*${REFUSAL}`, "s"));
    }
    expect((await shopOf(testDb, made.sellerId)).status).toBe("submitted");
    const approved = await approve({ paperless: "on" });

    expect(approved.location).toBe(`/en/staff/desk?queue=sellers&decided=${made.itemId}`);
    expect((await shopOf(testDb, made.sellerId)).status).toBe("approved");
  });

  it("has nothing that the key of the approval could tick", async () => {
    const { visitor, screen } = await makeTaken(await makeSubmittedShop(testDb), 4);

    const { html } = await visitor.get(screen);

    const pressed = /<div data-key="a">.*?<\/div>/s.exec(html)?.[0] ?? "";
    expect(pressed).toContain("Approve");
    expect(ticksOf(pressed)).toEqual([]);
    expect(ticksOf(html).map(({ name, checked }) => ({ name, checked }))).toEqual([
      { name: "paperless", checked: undefined },
    ]);
  });
});

it("the screen of a registered shop asks for no tick", async () => {
  const made = await makeRegisteredShop(testDb);
  const { visitor, screen, approve } = await makeTaken(made, made.subjectVersion);

  expect((await visitor.get(screen)).html).not.toContain(TICK);
  expect((await approve()).location).toBe(`/en/staff/desk?queue=sellers&decided=${made.itemId}`);
});

it("approving together says why a shop without papers stays", async () => {
  const { itemId, sellerId } = await makeSubmittedShop(testDb);
  const visitor = await makeReviewer();
  await visitor.post(`/en/staff/reviews/${itemId}/claim`);

  const { html } = await visitor.post("/en/staff/approve?queue=sellers", { items: `${itemId}:4` });

  expect(html).toContain("open it and tick there that you approve it without one.");
  expect((await shopOf(testDb, sellerId)).status).toBe("submitted");
});
