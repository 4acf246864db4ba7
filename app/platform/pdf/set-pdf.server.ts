import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { askProgram } from "~/platform/processes/ask-program.server";
import { done, refused, type Result } from "~/platform/result";

const TYPESETTER = "@myriaddreamin/typst-ts-node-compiler";

/** The site's two faces in the weights that papers use; the letters of `az`, `en` and `ru` and the manat sign are in each. */
const FONTS = {
  "@expo-google-fonts/inter": ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold"],
  "@expo-google-fonts/literata": ["400Regular", "400Regular_Italic", "500Medium", "600SemiBold"],
} as const;

export type PdfOrder = {
  /**
   * Source in Typst, of the module that owns it: `(await import("./invoice.typ?raw")).default`. It begins with
   * `#import "/karvan.typ": *` (colours, faces, `paper`) and reads `json("/data.json")`. What people typed is only in
   * the data, never in the source. It has to set a title, and `alt` of every picture.
   */
  template: string;
  /** What `JSON.stringify` can write. */
  data: unknown;
  /** Bytes by name; the template finds them as `/pictures/<name>`. The name's ending tells the format: png, jpg, svg. */
  pictures?: ReadonlyMap<string, Uint8Array> | undefined;
};

export type PdfLimits = {
  /** Ends the work at once; the promise rejects with its reason. */
  signal?: AbortSignal | undefined;
  patienceMs?: number;
  /** Memory that the typesetter may hold, in bytes. */
  mostMemory?: number;
};

type Answer = { pdf: Uint8Array } | { problem: string };

/**
 * Sets a PDF with Typst in a process of its own, which cannot take ours down: it is killed when it takes too long, holds
 * too much memory, or nobody waits for it any more. The result is tagged (PDF/UA-1) and, but for `data`, always the same.
 *
 * @returns the bytes, or `pdf-unavailable` where the optional typesetter is not installed
 * @throws when the template is wrong, a limit is passed, or `signal` ends the work
 */
export async function setPdf(
  { template, data, pictures }: PdfOrder,
  { signal, patienceMs = 60_000, mostMemory = 1_500_000_000 }: PdfLimits = {},
  typesetter = TYPESETTER,
): Promise<Result<Buffer, "pdf-unavailable">> {
  const compiler = findPackage(typesetter);
  if (compiler === undefined) return refused("pdf-unavailable");
  const { default: base } = await import("./karvan.typ?raw");
  const files: [string, Uint8Array][] = [
    ["/karvan.typ", Buffer.from(base)],
    ["/data.json", Buffer.from(JSON.stringify(data))],
    ...[...(pictures ?? [])].map(([name, bytes]): [string, Uint8Array] => [`/pictures/${name}`, bytes]),
  ];
  const patience = AbortSignal.timeout(patienceMs);
  const ends = signal === undefined ? patience : AbortSignal.any([signal, patience]);
  const { default: program } = await import("./typesetter.js?raw");
  const order = { compiler, fontFolders: fontFolders(), files, main: template };
  const answer = await askProgram<Answer>(program, order, { ends, mostMemory });
  if ("problem" in answer) throw new Error(`a PDF could not be set: ${answer.problem}`);
  return done(Buffer.from(answer.pdf));
}

const { resolve } = createRequire(import.meta.url);

function findPackage(name: string): string | undefined {
  try {
    return resolve(name);
  } catch {
    return undefined;
  }
}

function fontFolders(): string[] {
  return Object.entries(FONTS).flatMap(([name, weights]) => {
    const folder = dirname(resolve(`${name}/package.json`));
    return weights.map((weight) => join(folder, weight));
  });
}
