/**
 * Sets one PDF and ends. It runs in a process of its own, from its text alone (`set-pdf.server.ts` hands it to Node), so
 * that a bundle needs no file beside it: plain JavaScript that imports nothing of ours.
 *
 * One message comes in: { compiler, fontFolders, files: [path, bytes][], main }. One goes out: { pdf } or { problem }.
 */
import { createRequire } from "node:module";

/** Nothing lies there: a template reads only what it was handed. */
const WORKSPACE = "/handed-over";

/** Accessible by ISO 14289 (tags, title, language, alternative texts): what is not is a mistake of the template. */
const STANDARD = "ua-1";
const NO_LETTER = "could not be displayed with";

process.once("message", (order) => process.send(set(order), () => process.disconnect()));

function set({ compiler: place, fontFolders, files, main }) {
  const { NodeCompiler } = createRequire(place)(place);
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: fontFolders }] });
  for (const [path, bytes] of files) compiler.mapShadow(WORKSPACE + path, Buffer.from(bytes));
  const compiled = compiler.compile({ mainFileContent: main });
  if (compiled.hasError() || compiled.result === null) {
    return { problem: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? "nothing was set") };
  }
  try {
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: STANDARD }) };
  } catch (error) {
    // A letter that no font has breaks the standard; the paper is of use without it.
    if (!String(error).includes(NO_LETTER)) return { problem: String(error) };
    return { pdf: compiler.pdf(compiled.result) };
  }
}
