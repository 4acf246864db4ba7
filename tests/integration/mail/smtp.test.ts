import { createServer, type AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import type { Mail } from "~/platform/mail/port";
import { smtpTransport } from "~/platform/mail/smtp.server";

const mail: Mail = {
  id: "8f8e3c52-6f5f-4c5e-9f7a-1f0f6a2f3b11",
  to: "aynur@example.org",
  subject: "E-poçtunuzu təsdiqləyin",
  text: "Salam, Aynur",
  html: "<p>Salam, Aynur</p>",
  locale: "az",
};

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

/** A real SMTP server; `code` is what it answers to the recipient. */
async function startRelay(code?: number) {
  const received: string[] = [];
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      code === undefined ? done() : done(Object.assign(new Error("no"), { responseCode: code })),
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        received.push(Buffer.concat(pieces).toString("utf8"));
        done();
      });
    },
  };
  const relay = new SMTPServer(options);
  server = relay;
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const { port } = relay.server.address() as AddressInfo;
  const send = smtpTransport({
    url: `smtp://127.0.0.1:${port}`,
    from: "Karvan <no-reply@karvan.example>",
    host: "karvan.example",
  });
  return { received, send };
}

describe("a letter by SMTP", () => {
  it("arrives with both its forms, its language, and its id as Message-ID", async () => {
    const { received, send } = await startRelay();

    expect(await send(mail)).toEqual({ outcome: "sent" });

    const [raw = ""] = received;
    expect(raw).toContain(`Message-ID: <${mail.id}@karvan.example>`);
    expect(raw).toContain("From: Karvan <no-reply@karvan.example>");
    expect(raw).toContain("Content-Language: az");
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain("Content-Type: multipart/alternative");
    expect(raw).toMatch(/Content-Type: text\/plain[\s\S]+Content-Type: text\/html/);
    expect(raw).toMatch(/Subject: =\?UTF-8\?/);
  });

  it.each([550, 553])("is refused for good when the relay says %i", async (code) => {
    const { send } = await startRelay(code);
    expect(await send(mail)).toEqual({ outcome: "refused", reason: `SMTP ${code}` });
  });

  it.each([450, 421])("is to be tried again when the relay says %i", async (code) => {
    const { send } = await startRelay(code);
    await expect(send(mail)).rejects.toThrow(String(code));
  });

  it("is to be tried again when nobody listens", async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const send = smtpTransport({ url: `smtp://127.0.0.1:${port}`, from: "a@b.example", host: "b.example" });

    await expect(send(mail)).rejects.toThrow(/ECONNREFUSED/);
  });
});
