/** Form-encoded parameters as they came: texts, and what brackets make of them. */
export type Sent = string | Sent[] | { [name: string]: Sent };

/**
 * Reads `a[b][0][c]=1` into nested lists and objects, as Stripe does: numbers in brackets and empty brackets make lists.
 * The values stay texts; what they should be is said by the endpoint.
 */
export function parseForm(text: string): { [name: string]: Sent } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    const path = [name.split("[")[0] ?? "", ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, part = ""]) => part)];
    plant(root, path, value);
  }
  const read = harvest(root);
  return typeof read === "string" || Array.isArray(read) ? {} : read;
}

type Branch = Map<string, Branch | string>;

function plant(branch: Branch, [head = "", ...rest]: readonly string[], value: string): void {
  const key = head === "" ? String(branch.size) : head;
  if (rest.length === 0) return void branch.set(key, value);
  const next = branch.get(key);
  const grown: Branch = next instanceof Map ? next : new Map();
  branch.set(key, grown);
  plant(grown, rest, value);
}

function harvest(branch: Branch): Sent {
  const entries = [...branch].map(([key, value]) => [key, typeof value === "string" ? value : harvest(value)] as const);
  const isList = entries.length > 0 && entries.every(([key], at) => key === String(at));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
