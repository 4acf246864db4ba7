/** Kinds of wood by the catalogue's short names, as a maker writes them down and as customs read them. */
const WOOD_NAMES: ReadonlyMap<string, string> = new Map([
  ["apricot_wood", "ərik (Prunus armeniaca)"],
  ["ash_wood", "göyrüş (Fraxinus excelsior)"],
  ["beech", "fıstıq (Fagus orientalis)"],
  ["maple", "ağcaqayın (Acer velutinum)"],
  ["mulberry", "tut (Morus alba)"],
  ["plane_wood", "çinar (Platanus orientalis)"],
  ["spruce", "küknar (Picea abies)"],
  ["walnut", "qoz (Juglans regia)"],
]);

/** @throws for a kind without a name */
export function woodName(kind: string): string {
  const name = WOOD_NAMES.get(kind);
  if (name === undefined) throw new Error(`the wood ${kind} has no name`);
  return name;
}
