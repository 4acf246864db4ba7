import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import type { Sms } from "~/platform/mail/port";
import { smsGateway } from "~/platform/mail/sms-gateway.server";
import { serve } from "~tests/support/http";

const sms: Sms = { id: "3f0d", to: "+994501234567", text: "123456", locale: "az" };

type Asked = { headers: IncomingMessage["headers"]; body: unknown };
const asked: Asked[] = [];
let status = 200;

const gateway = serve(() => (request, response) => {
  let text = "";
  request.on("data", (piece: Buffer) => (text += piece.toString("utf8")));
  request.on("end", () => {
    asked.push({ headers: request.headers, body: JSON.parse(text) });
    response.statusCode = status;
    response.end("{}");
  });
});

const send = (message: Sms) => smsGateway({ url: gateway.origin, token: "gateway-token", sender: "Karvan" })(message);

describe("an SMS by the gateway", () => {
  it("is posted as JSON with the token, and with its id as idempotency key", async () => {
    status = 202;
    expect(await send(sms)).toEqual({ outcome: "sent" });

    const { headers, body } = asked.at(-1) ?? {};
    expect(body).toEqual({ id: "3f0d", to: "+994501234567", from: "Karvan", text: "123456" });
    expect(headers).toMatchObject({ authorization: "Bearer gateway-token", "idempotency-key": "3f0d" });
  });

  it.each([400, 404, 422])("is refused for good when the gateway answers %i", async (answer) => {
    status = answer;
    expect(await send(sms)).toEqual({ outcome: "refused", reason: `gateway ${answer}` });
  });

  it.each([401, 429, 500, 503])("is to be tried again when the gateway answers %i", async (answer) => {
    status = answer;
    await expect(send(sms)).rejects.toThrow(String(answer));
  });
});
