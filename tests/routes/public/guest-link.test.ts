import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { makeGuestInquiry } from "~tests/support/inquiry";
import { siteForTests } from "~tests/support/site";
import { makeVisitor } from "~tests/support/visitor";

const site = siteForTests();

const pressOf = (html: string) => /name="press" value="(\w+)"/.exec(html)?.[1] ?? "";

describe("the page behind the link of a guest's letter", () => {
  it("says that the inquiry is sent after each of two clicks on the button that sends it", async () => {
    const { token, inquiryId } = await makeGuestInquiry({}, { now: clock() });
    const visitor = makeVisitor(site);
    const press = pressOf((await visitor.get(`/en/links/${token}`)).html);
    expect(press).toBe("send");

    const first = await visitor.post(`/en/links/${token}`, { press });
    const second = await visitor.post(`/en/links/${token}`, { press });

    const sent = `/en/inquiries/${inquiryId}?news=sent`;
    expect([first.location, second.location]).toEqual([sent, sent]);
    expect((await visitor.get(sent)).html).toContain("Your inquiry has been sent");
  });

  it("only opens the thread when it comes back later", async () => {
    const { token, inquiryId } = await makeGuestInquiry({}, { now: clock() });
    const visitor = makeVisitor(site);
    await visitor.post(`/en/links/${token}`, { press: "send" });

    const press = pressOf((await visitor.get(`/en/links/${token}`)).html);

    expect(press).toBe("open");
    expect((await visitor.post(`/en/links/${token}`, { press })).location).toBe(`/en/inquiries/${inquiryId}`);
  });
});
