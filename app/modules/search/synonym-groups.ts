import synonyms from "~db/reference/synonyms.json" with { type: "json" };

/**
 * What the words of a group name. A `thing` is what somebody looks for: of "silver earrings" it is the earrings. All
 * else says which one, the `vague` least of all: anything may be a gift.
 */
export const GROUP_KINDS = ["thing", "material", "trait", "place", "vague"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

export type SynonymGroup = {
  id: string;
  kind: GroupKind;
  /** Terms that find each other, in their base forms. */
  az: readonly string[];
  en: readonly string[];
  ru: readonly string[];
  /** Terms that find the group but are not found by it, since they mean other things as well. */
  loose: readonly string[];
  /** Ids of groups of a wider meaning, whose terms find this one too: a bag is looked for, a saddlebag is one. */
  broader: readonly string[];
  /** Ids of groups that say what a thing is for, whose terms find it too: a mortar is for spices. */
  uses: readonly string[];
};

export const SYNONYM_GROUPS: readonly SynonymGroup[] = synonyms.groups.map((group) => ({
  loose: [],
  broader: [],
  uses: [],
  ...group,
  kind: GROUP_KINDS.find((kind) => "kind" in group && group.kind === kind) ?? "thing",
}));
