import { lowerCase } from "./folding";
import { SYNONYM_GROUPS } from "./synonym-groups";
import { stemOf, type Stem } from "./word-stems";

/**
 * Words of the crafts that different letters tell apart and that the skeleton makes one: Şuşa and şüşə, sərgi and серьги,
 * xətt and hat. Each gets a term of its own. A spelling that is none of theirs ("susa") keeps the bare skeleton, which
 * finds all of them.
 */
type Sense = { spellings: ReadonlySet<string>; groups: ReadonlySet<string> };

/** Ends of terms in letters that no skeleton has, two apart, so that no slip of one letter leads to another sense. */
const MARKS = ["qq", "ww", "xx", "jj", "qw", "xj"] as const;

const senses = gather();

/** The term of a stem: its skeleton, marked where that stands for several words and the letters say for which. */
export function senseOf({ skeleton, letters }: Stem): string {
  const apart = senses.get(skeleton);
  if (!apart) return skeleton;
  const plain = plainLetters(letters);
  const written = apart.findIndex(({ spellings }) => spellings.has(letters));
  const typed = apart.flatMap(({ spellings }, at) =>
    [...spellings].some((own) => plainLetters(own) === plain) ? [at] : [],
  );
  const at = written === -1 && typed.length === 1 ? typed[0] : written;
  return `${skeleton}${MARKS[at ?? -1] ?? ""}`;
}

/** For each skeleton of several words the terms that it stands for. */
export function listHomographs(): [skeleton: string, terms: string[]][] {
  return [...senses].map(([skeleton, found]) => [skeleton, found.map((_, at) => `${skeleton}${MARKS[at] ?? ""}`)]);
}

/** Without accents and with e for ə, as a keyboard without them types. */
function plainLetters(word: string): string {
  return lowerCase(word)
    .replaceAll(/[əǝ]/g, "e")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "");
}

function gather(): Map<string, Sense[]> {
  const bySkeleton = new Map<string, Map<string, Set<string>>>();
  for (const { id, az, en, ru } of SYNONYM_GROUPS) {
    for (const term of [...az, ...en, ...ru].map(lowerCase).filter((word) => !/[^\p{L}\p{M}]/u.test(word))) {
      const { skeleton, letters } = stemOf(term);
      const spellings = bySkeleton.get(skeleton) ?? new Map<string, Set<string>>();
      spellings.set(letters, (spellings.get(letters) ?? new Set()).add(id));
      bySkeleton.set(skeleton, spellings);
    }
  }
  const found = new Map<string, Sense[]>();
  for (const [skeleton, spellings] of bySkeleton) {
    const apart = joined([...spellings].map(([letters, groups]) => ({ spellings: new Set([letters]), groups })));
    if (apart.length > 1) found.set(skeleton, apart.slice(0, MARKS.length));
  }
  return found;
}

/** Spellings that share a group are one sense. */
function joined(spellings: readonly Sense[]): Sense[] {
  const found: Sense[] = [];
  for (const spelling of spellings) {
    const same = found.filter(({ groups }) => [...groups].some((group) => spelling.groups.has(group)));
    for (const other of same) found.splice(found.indexOf(other), 1);
    const all = [...same, spelling];
    found.push({
      spellings: new Set(all.flatMap((sense) => [...sense.spellings])),
      groups: new Set(all.flatMap(({ groups }) => [...groups])),
    });
  }
  return found;
}
