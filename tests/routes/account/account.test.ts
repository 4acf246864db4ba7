import { describe, expect, it } from "vitest";
import { unique } from "~db/factories";
import { addSecondFactor, makeAccount, PASSWORD } from "~tests/support/account";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { linkTo, makeVisitor, messagesTo, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(email: string, password = PASSWORD): Promise<Visitor> {
  const visitor = makeVisitor(site);
  const { status } = await visitor.post("/en/login", { email, password });
  expect(status).toBe(303);
  return visitor;
}

const tokenOf = (link: string) => new URL(link, "http://site").searchParams.get("token") ?? "";
const isIn = async (visitor: Visitor) => (await visitor.get("/en/account")).status === 200;

describe("changing the password", () => {
  it("ends every other session, keeps this one, and tells by letter", async () => {
    const { email } = await makeAccount(testDb);
    const [here, elsewhere] = [await enter(email), await enter(email)];

    const changed = await here.post("/en/account/password", {
      password: PASSWORD,
      newPassword: "a sentence of my own",
    });

    expect(changed.location).toBe("/en/account/security?news=password");
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await messagesTo(testDb, email))[0]?.subject).toBe("Your Karvan account was changed");
    await enter(email, "a sentence of my own");
  });

  it.each([
    ["the wrong current one", { password: "not mine at all", newPassword: "a sentence of my own" }, "not right"],
    ["a leaked new one", { password: PASSWORD, newPassword: "password123" }, "guessed first"],
  ])("refuses %s", async (_what, fields, sentence) => {
    const { email } = await makeAccount(testDb);
    const visitor = await enter(email);

    const answer = await visitor.post("/en/account/password", fields);

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    await enter(email);
  });
});

describe("changing the e-mail", () => {
  it("asks at the old mailbox, then at the new one, and only then changes it", async () => {
    const { email } = await makeAccount(testDb);
    const fresh = `${unique()}@example.org`;
    const visitor = await enter(email);

    await visitor.post("/en/account/email", { email: fresh });
    const asked = await linkTo(testDb, email);
    expect((await visitor.get(asked)).html).toContain("Change your e-mail?");
    expect(await messagesTo(testDb, fresh)).toEqual([]);

    await visitor.post("/en/verify-email", { token: tokenOf(asked) });
    await enter(email);
    const changed = await visitor.post("/en/verify-email", { token: tokenOf(await linkTo(testDb, fresh)) });

    expect(changed.location).toBe("/en/login?news=changed");
    await enter(fresh);
    const old = await makeVisitor(site).post("/en/login", { email, password: PASSWORD });
    expect(old.status).toBe(422);
  });

  it("answers the same when the new address has an account, and changes nothing", async () => {
    const [mine, other] = [await makeAccount(testDb), await makeAccount(testDb)];
    const visitor = await enter(mine.email);

    const answer = await visitor.post("/en/account/email", { email: other.email });

    expect(answer.location).toBe("/en/account/security?news=email");
    expect(await messagesTo(testDb, other.email)).toEqual([]);
    await enter(mine.email);
  });
});

describe("changing the phone", () => {
  it("takes the code that was sent to the new number, which then signs in", async () => {
    const { email, userId } = await makeAccount(testDb);
    const phone = "+994503334455";
    const visitor = await enter(email);
    await visitor.post("/en/account/phone", { phone });
    const code = /\d{6}/.exec((await messagesTo(testDb, phone))[0]?.text ?? "")?.[0] ?? "";

    const changed = await visitor.post("/en/account/phone/code", { phone, code });

    expect(changed.location).toBe("/en/account/security?news=phone");
    const user = await testDb
      .selectFrom("users")
      .select(["phoneNumber", "phoneNumberVerified"])
      .where("id", "=", userId)
      .executeTakeFirstOrThrow();
    expect(user).toEqual({ phoneNumber: phone, phoneNumberVerified: true });
  });

  it("refuses a number of another account", async () => {
    const [mine, other] = [await makeAccount(testDb), await makeAccount(testDb)];
    const phone = "+994503334466";
    await testDb
      .updateTable("users")
      .set({ phoneNumber: phone, phoneNumberVerified: true })
      .where("id", "=", other.userId)
      .execute();
    const visitor = await enter(mine.email);
    await visitor.post("/en/account/phone", { phone });
    const code = /\d{6}/.exec((await messagesTo(testDb, phone))[0]?.text ?? "")?.[0] ?? "";

    const answer = await visitor.post("/en/account/phone/code", { phone, code });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("belongs to another account");
  });
});

describe("the second factor", () => {
  it("is set up by scanning, keeping the codes, and a first code; then it is asked for", async () => {
    const { email, userId } = await makeAccount(testDb);
    const visitor = await enter(email);

    const begun = await visitor.post("/en/account/second-factor", { password: PASSWORD });
    expect(begun.location).toBe("/en/account/second-factor/confirm");
    const page = await visitor.get("/en/account/second-factor/confirm");
    expect(page.html).toContain("<svg");
    expect(page.html.match(/<li>[\w]{5}-[\w]{5}<\/li>/g)).toHaveLength(10);

    const { secret } = await testDb
      .selectFrom("twoFactors")
      .select("secret")
      .where("userId", "=", userId)
      .executeTakeFirstOrThrow();
    const { currentCode } = await import("~/modules/accounts/second-factor.server");
    const code = await currentCode(secret);
    const finished = await visitor.post("/en/account/second-factor/confirm", { code });

    expect(finished.location).toBe("/en/account/security?news=factor");
    const again = await makeVisitor(site).post("/en/login", { email, password: PASSWORD });
    expect(again.location).toBe("/en/login/second-factor");
  });

  it("is not begun with a wrong password, and shows a stranger of the session no secret", async () => {
    const { email } = await makeAccount(testDb);
    const visitor = await enter(email);

    const answer = await visitor.post("/en/account/second-factor", { password: "not mine at all" });

    expect(answer.status).toBe(422);
    expect((await visitor.get("/en/account/second-factor/confirm")).location).toBe("/en/account/second-factor");
  });

  it("can be taken away by everybody but staff", async () => {
    const [buyer, staff] = [await makeAccount(testDb), await makeAccount(testDb, { role: "reviewer" })];
    const remove = async ({ email, userId }: typeof buyer) => {
      const code = await addSecondFactor(testDb, userId);
      const visitor = makeVisitor(site);
      await visitor.post("/en/login", { email, password: PASSWORD });
      await visitor.post("/en/login/second-factor", { code: await code() });
      return visitor.post("/en/account/second-factor/remove", { password: PASSWORD });
    };

    expect((await remove(buyer)).location).toBe("/en/account/security?news=noFactor");
    const refused = await remove(staff);

    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Federation staff cannot switch");
  });
});

describe("sessions", () => {
  it("are listed, and each can be ended, or all others at once", async () => {
    const { email, userId } = await makeAccount(testDb);
    const [here, second, third] = [await enter(email), await enter(email), await enter(email)];
    const sessions = await testDb
      .selectFrom("sessions")
      .select("id")
      .where("userId", "=", userId)
      .orderBy("createdAt")
      .execute();

    await here.post("/en/account/sessions", { sessionId: sessions[1]?.id ?? "" });
    expect([await isIn(here), await isIn(second), await isIn(third)]).toEqual([true, false, true]);

    await here.post("/en/account/sessions");
    expect([await isIn(here), await isIn(third)]).toEqual([true, false]);
  });

  it("of somebody else stay as they are", async () => {
    const [mine, other] = [await makeAccount(testDb), await makeAccount(testDb)];
    const [here, there] = [await enter(mine.email), await enter(other.email)];
    const { id } = await testDb
      .selectFrom("sessions")
      .select("id")
      .where("userId", "=", other.userId)
      .executeTakeFirstOrThrow();

    await here.post("/en/account/sessions", { sessionId: id });

    expect(await isIn(there)).toBe(true);
  });
});
