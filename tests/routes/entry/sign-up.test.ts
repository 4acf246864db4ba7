import { describe, expect, it } from "vitest";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { tagsOf } from "~tests/support/html";
import { linkTo, makeVisitor, messagesTo } from "~tests/support/visitor";
import { unique } from "~db/factories";

const site = siteForTests();
const PASSWORD = "kəhrəba dəftərin üstündə";

const newEmail = () => `${unique()}@example.org`;
const fields = (email: string, more: Record<string, string> = {}) => ({
  name: "Səbinə Əliyeva",
  email,
  password: PASSWORD,
  ...more,
});

describe("signing up", () => {
  it("leads from the form over the letter's link to a session", async () => {
    const email = newEmail();
    const visitor = makeVisitor(site);

    const made = await visitor.post("/az/signup", fields(email));
    expect(made).toMatchObject({ status: 303, location: "/az/verify-email" });

    const link = await linkTo(testDb, email);
    expect((await visitor.get(link)).status).toBe(200);
    const token = new URL(link, "http://site").searchParams.get("token") ?? "";
    const confirmed = await visitor.post("/az/verify-email", { token });
    expect(confirmed.location).toBe("/az/login?news=verified");

    const entered = await visitor.post("/az/login", { email, password: PASSWORD });
    expect(entered).toMatchObject({ status: 303, location: "/az/account" });
    expect((await visitor.get("/az/account")).html).toContain("Səbinə Əliyeva");
  });

  it("leads on over the letter to what was asked for before, and to no other site", async () => {
    const [email, other] = [newEmail(), newEmail()];
    const next = "/en/account/saved?add=8f14e45f-ceea-467f-a9f0-111111111111";
    const [visitor, stranger] = [makeVisitor(site), makeVisitor(site)];
    await visitor.post("/en/signup", fields(email, { next }));
    await stranger.post("/en/signup", fields(other, { next: "//evil.example/x" }));

    // Another browser may be the one that opens the letter.
    const reader = makeVisitor(site);
    const { html } = await reader.get(await linkTo(testDb, email));
    const form = Object.fromEntries(
      tagsOf(html, "input").map(({ name = "", value = "" }) => [name, value.replaceAll("&amp;", "&")]),
    );
    expect(form.next).toBe(next);
    const confirmed = await reader.post("/en/verify-email", { token: form.token ?? "", next });
    expect(confirmed.location).toBe(`/en/login?${new URLSearchParams({ news: "verified", next }).toString()}`);
    expect(await linkTo(testDb, other)).not.toContain("evil");
  });

  it("opens nothing before the address is confirmed, and sends another letter to who tries", async () => {
    const email = newEmail();
    const visitor = makeVisitor(site);
    await visitor.post("/en/signup", fields(email));

    const refused = await visitor.post("/en/login", { email, password: PASSWORD });

    expect(refused.status).toBe(422);
    expect(refused.html).toContain("not confirmed yet");
    expect(await messagesTo(testDb, email)).toHaveLength(2);
    expect((await visitor.get("/en/account")).location).toBe("/en/login?next=%2Fen%2Faccount");
  });

  it("does not confirm by opening the link: programs that look through mail do that", async () => {
    const email = newEmail();
    const visitor = makeVisitor(site);
    await visitor.post("/en/signup", fields(email));

    await visitor.get(await linkTo(testDb, email));

    const { emailVerified } = await testDb
      .selectFrom("users")
      .select("emailVerified")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    expect(emailVerified).toBe(false);
  });

  it("answers the same when the address has an account, and tells its owner by letter", async () => {
    const email = newEmail();
    const first = await makeVisitor(site).post("/en/signup", fields(email));
    const second = await makeVisitor(site).post("/en/signup", fields(email, { password: "another sentence of mine" }));

    expect({ ...second, headers: undefined, html: "" }).toEqual({ ...first, headers: undefined, html: "" });
    const [latest] = await messagesTo(testDb, email);
    expect(latest?.subject).toBe("You have an account already");
    const { count } = await testDb
      .selectFrom("users")
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    expect(count).toBe(1n);
  });

  it("makes one account of two posts at the same moment", async () => {
    const email = newEmail();
    const posts = [1, 2, 3].map(() => makeVisitor(site).post("/en/signup", fields(email)));

    const statuses = (await Promise.all(posts)).map(({ status }) => status);

    expect(statuses).toEqual([303, 303, 303]);
    const users = await testDb.selectFrom("users").select("id").where("email", "=", email).execute();
    expect(users).toHaveLength(1);
  });

  it.each([
    ["a short password", { password: "kəhrəba" }, "at least 10 characters"],
    ["a leaked password", { password: "password123" }, "guessed first"],
    ["one's own name", { password: "Əliyeva2026" }, "made of your name"],
    ["no name", { name: " " }, "Write your name"],
    ["no address", { email: "sabina" }, "Write an e-mail address"],
    ["answers without consent", { referredBy: "abad" }, "Tick this if we may count"],
  ])("refuses %s with a sentence at its field and gives back what was typed", async (_what, change, sentence) => {
    const email = newEmail();
    const answer = await makeVisitor(site).post("/en/signup", fields(email, change));

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    expect(answer.html).toContain(`value="${"email" in change ? change.email : email}"`);
    expect(answer.html).not.toContain(PASSWORD);
  });

  it("keeps answers with consent beside the person, and none without an answer", async () => {
    const [withAnswers, without] = [newEmail(), newEmail()];
    await makeVisitor(site).post(
      "/en/signup",
      fields(withAnswers, { referredBy: "kobia", isWomanLed: "on", consents: "on" }),
    );
    await makeVisitor(site).post("/en/signup", fields(without, { consents: "on" }));

    const rows = await testDb
      .selectFrom("signUpAnswers")
      .innerJoin("users", "users.id", "signUpAnswers.userId")
      .select(["email", "referredBy", "isWomanLed", "isUnderThirty"])
      .where("email", "in", [withAnswers, without])
      .execute();
    expect(rows).toEqual([{ email: withAnswers, referredBy: "kobia", isWomanLed: true, isUnderThirty: null }]);
  });

  it("writes to a person in the language in which she signed up", async () => {
    const email = newEmail();
    await makeVisitor(site).post("/ru/signup", fields(email));

    const [letter] = await messagesTo(testDb, email);

    expect(letter?.locale).toBe("ru");
    expect(letter?.html).toContain('<html lang="ru">');
    expect(await linkTo(testDb, email)).toMatch(/^\/ru\/verify-email\?token=/);
  });

  it("refuses a link that was changed, and one that is not there", async () => {
    const email = newEmail();
    const visitor = makeVisitor(site);
    await visitor.post("/en/signup", fields(email));
    const token = new URL(await linkTo(testDb, email), "http://site").searchParams.get("token") ?? "";

    const changed = await visitor.post("/en/verify-email", { token: `${token.slice(0, -2)}xx` });
    const empty = await visitor.post("/en/verify-email", {});

    expect(changed).toMatchObject({ status: 422 });
    expect(changed.html).toContain("not complete");
    expect(empty.status).toBe(422);
  });
});
