import { describe, expect, it } from "vitest";
import { letterHtml, letterText, type Letter } from "~/platform/mail/letter";

const letter: Letter = {
  subject: "Confirm <your> e-mail",
  greeting: 'Hello "Ann" & co,',
  paragraphs: ["First.", "Second."],
  action: { label: "Confirm", url: "https://karvan.example/en/verify-email?token=a&b=<c>" },
  notes: ["Valid for an hour."],
  signature: "Karvan",
};

describe("a letter", () => {
  it("says the same as plain text, in the same order", () => {
    expect(letterText(letter)).toBe(
      [
        'Hello "Ann" & co,',
        "First.",
        "Second.",
        "Confirm:\nhttps://karvan.example/en/verify-email?token=a&b=<c>",
        "Valid for an hour.",
        "-- \nKarvan\n",
      ].join("\n\n"),
    );
  });

  it("escapes what people wrote, in texts and in the link", () => {
    const html = letterHtml(letter, "en");

    expect(html).toContain("<title>Confirm &lt;your&gt; e-mail</title>");
    expect(html).toContain("Hello &quot;Ann&quot; &amp; co,");
    expect(html).toContain('href="https://karvan.example/en/verify-email?token=a&amp;b=&lt;c&gt;"');
  });

  it("says its language and loads nothing from anywhere", () => {
    const html = letterHtml(letter, "az");

    expect(html).toContain('<html lang="az">');
    expect(html).not.toMatch(/<(?:img|link|script|iframe)\b|url\(/i);
  });

  it("leads from each of several things to it, before the button", () => {
    const links = [
      { text: "Anna <Berg>: 2 messages", url: "https://karvan.example/a?b=1&c=2" },
      { text: "and 3 more", url: "https://karvan.example/all" },
    ];

    expect(letterText({ ...letter, links })).toContain(
      "Second.\n\nAnna <Berg>: 2 messages\nhttps://karvan.example/a?b=1&c=2\n\nand 3 more\nhttps://karvan.example/all\n\nConfirm:",
    );
    expect(letterHtml({ ...letter, links }, "en")).toMatch(
      /href="https:\/\/karvan\.example\/a\?b=1&amp;c=2"[^>]*>Anna &lt;Berg&gt;: 2 messages<\/a>/,
    );
  });

  it("has no button when there is nothing to do", () => {
    const { action: _action, ...plain } = letter;
    expect(letterHtml(plain, "en")).not.toContain("<a ");
  });
});
