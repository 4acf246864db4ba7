type DiffPart = { kind: "same" | "gone" | "new"; text: string };

/** Pairs of words that are compared at most; beyond that a text is shown whole, before and after. */
const MOST_PAIRS = 1_000_000;

/**
 * What became of a text, word by word: the fewest words gone and new. Its beginning and its end stay readable as they are,
 * however much changed between them.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const head = sameAtStart(from, to);
  const tail = sameAtStart(from.slice(head).toReversed(), to.slice(head).toReversed());
  const [start, end] = [from.slice(0, head), from.slice(from.length - tail)];
  const between = diffOf(from.slice(head, from.length - tail), to.slice(head, to.length - tail));
  const kept = countWords([...start, ...end]);
  const isOther = between.every(({ kind }) => kind !== "same") && kept < LEAST_KEPT;
  if (isOther && countWords(between.flatMap(({ text }) => wordsOf(text))) > kept) {
    return joined([part("gone", before), part("new", after)]);
  }
  return joined([part("same", start.join("")), ...between, part("same", end.join(""))]);
}

/** A word or two with which two other texts begin or end by chance do not say what became of them. */
const LEAST_KEPT = 3;

const countWords = (words: readonly string[]) => words.filter((word) => word.trim() !== "").length;

const wordsOf = (text: string): readonly string[] => text.match(/\s+|\S+/g) ?? [];

function sameAtStart(from: readonly string[], to: readonly string[]): number {
  const first = from.findIndex((word, at) => word !== to[at]);
  return first === -1 ? from.length : first;
}

function diffOf(from: readonly string[], to: readonly string[]): DiffPart[] {
  const whole = [part("gone", from.join("")), part("new", to.join(""))];
  if (from.length * to.length > MOST_PAIRS) return whole;
  const kept = longestCommon(from, to);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]];
    if (left !== undefined && left === right) {
      parts.push(part("same", left));
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || kept(i + 1, j) >= kept(i, j + 1))) {
      parts.push(part("gone", left));
      i += 1;
    } else if (right !== undefined) {
      parts.push(part("new", right));
      j += 1;
    }
  }
  return isMostlyOther(parts) ? whole : parts;
}

/** Where most words are others, those that stayed by chance between them make neither of the two texts readable. */
function isMostlyOther(parts: readonly DiffPart[]): boolean {
  const words = (kinds: readonly DiffPart["kind"][]) =>
    parts.filter(({ kind, text }) => kinds.includes(kind) && text.trim() !== "").length;
  return words(["gone", "new"]) > words(["same"]);
}

function part(kind: DiffPart["kind"], text: string): DiffPart {
  return { kind, text };
}

/** How many words two texts have in common from these places on, in their order. */
function longestCommon(from: readonly string[], to: readonly string[]): (i: number, j: number) => number {
  const width = to.length + 1;
  const table = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/** Neighbours of one kind are one part; parts without text are none. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const next of parts) {
    const last = all.at(-1);
    if (next.text === "") continue;
    if (last?.kind === next.kind) last.text += next.text;
    else all.push({ ...next });
  }
  return all;
}
