import { expect, it } from "vitest";
import type { StaffRole } from "~/platform/session/roles";
import { makeApprovedSeller, makePerson } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(role: StaffRole): Promise<{ visitor: Visitor; userId: string }> {
  const userId = await makePerson(testDb, { role, hasSecondFactor: true, name: "Könül İsmayılova" });
  const visitor = await makeSignedInVisitor(testDb, site, userId);
  return { visitor, userId };
}

async function suspend(visitor: Visitor, name: string): Promise<string> {
  const { sellerId } = await makeApprovedSeller(testDb, { name });
  const fields = { reason: "other", words: "For this test of the log." };
  await visitor.post(`/en/staff/sellers/${sellerId}/suspend`, fields);
  return sellerId;
}

/** The entries of a page without the form above them. */
const entriesOf = (html: string) => /<ol[^>]*>.*<\/ol>/s.exec(html)?.[0] ?? "";
const optionsOf = (html: string, name: string) => {
  const menu = new RegExp(`<select[^>]*name="${name}".*?</select>`, "s").exec(html)?.[0] ?? "";
  return [...menu.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].map(([, value = "", label = ""]) => [
    value,
    label,
  ]);
};

it("is an admin's, filters by the address, and is itself written down once a view", async () => {
  const { visitor, userId } = await enter("admin");
  const sellerId = await suspend(visitor, "Lahıc Mis Evi");

  const page = await visitor.get(`/en/staff/audit?subject=${sellerId}`);

  expect(page.html).toContain("For this test of the log.");
  expect(page.html).not.toContain("reinstate-seller</code>");
  const views = await testDb
    .selectFrom("auditEntries")
    .select("id")
    .where("action", "=", "view-audit-log")
    .where("actorId", "=", userId)
    .execute();
  expect(views).toHaveLength(1);
  const reviewer = await enter("reviewer");
  expect((await reviewer.visitor.get("/en/staff/audit")).status).toBe(404);
  expect((await reviewer.visitor.get("/en/staff")).html).not.toContain("/staff/audit");
});

it.each([
  ["az", "Mağazanın fəaliyyəti dayandırıldı", "Mağaza", "Dayandırılıb", "Başqa səbəb"],
  ["en", "Shop suspended", "Shop", "Suspended", "Another reason"],
  ["ru", "Работа магазина приостановлена", "Магазин", "Приостановлен", "Другая причина"],
])("speaks plainly in %s: what, to what, by whom, and with which values", async (lang, action, kind, state, reason) => {
  const { visitor, userId } = await enter("admin");
  const name = `Şəbəkə ${lang}`;
  const sellerId = await suspend(visitor, name);

  const { html } = await visitor.get(`/${lang}/staff/audit?subject=${sellerId}`);
  const entries = entriesOf(html);

  for (const words of [action, kind, state, reason, "Könül İsmayılova"]) expect(entries).toContain(words);
  // The name in the code and the id are there for who needs them, the id as a way to everything else about the same.
  expect(entries).toContain("<code>suspend-seller</code>");
  expect(entries).toMatch(new RegExp(`href="/${lang}/staff/audit\\?subject=${sellerId}"[^>]*>${name}<`));
  expect(entries).toMatch(new RegExp(`href="/${lang}/staff/audit\\?person=${userId}"[^>]*>Könül`));
});

it("is searched by parts of names, and says when there is nothing of the kind", async () => {
  const { visitor } = await enter("admin");
  await suspend(visitor, "Qobustan Keramika");
  const ask = (query: Record<string, string>) =>
    visitor.get(`/en/staff/audit?${new URLSearchParams({ action: "suspend-seller", ...query }).toString()}`);

  const found = await ask({ subject: "qobustan", person: "ismayilova", kind: "seller" });
  const nothing = await ask({ subject: "Naftalan" });

  expect(entriesOf(found.html)).toContain("Qobustan Keramika");
  expect(found.html).toContain('value="qobustan"');
  expect(nothing.html).toContain("No such entry");
  expect(entriesOf(nothing.html)).toBe("");
});

it("offers what was done and what about in words, in the order of the reader's alphabet", async () => {
  const { visitor } = await enter("admin");
  await suspend(visitor, "Şamaxı Emalatxanası");
  await visitor.get("/az/staff/audit");

  const { html } = await visitor.get("/az/staff/audit?action=view-audit-log");
  const [all, ...actions] = optionsOf(html, "action");
  const kinds = optionsOf(html, "kind").slice(1);

  expect(all).toEqual(["", "hamısı"]);
  expect(actions).toContainEqual(["suspend-seller", "Mağazanın fəaliyyəti dayandırıldı"]);
  expect(kinds).toContainEqual(["seller", "Mağaza"]);
  const { compare } = new Intl.Collator("az");
  for (const menu of [actions, kinds]) {
    const labels = menu.map(([, label = ""]) => label);
    expect(labels.length).toBeGreaterThan(1);
    expect(labels).toEqual(labels.toSorted(compare));
  }
});

it("says which days are the wrong way round instead of showing nothing", async () => {
  const { visitor } = await enter("admin");
  const { html } = await visitor.get("/en/staff/audit?from=2026-11-27&until=2026-11-20");
  expect(html).toContain("20 November 2026 is before 27 November 2026, so no day lies between them.");
});
