import synonyms from "~db/reference/synonyms.json" with { type: "json" };

/**
 * What the words of a group name. A `thing` is what somebody looks for: of "silver earrings" it is the earrings. All
 * else says which one.
 */
export const GROUP_KINDS = ["thing", "material", "trait", "place"] as const;
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
};

export const SYNONYM_GROUPS: readonly SynonymGroup[] = synonyms.groups.map((group) => ({
  loose: [],
  ...group,
  kind: GROUP_KINDS.find((kind) => "kind" in group && group.kind === kind) ?? "thing",
}));
