import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TABLE_OWNERS } from "~db/table-owners";

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function generatedTables(): string[] {
  const source = readFileSync("app/platform/db/types.generated.ts", "utf8");
  const list = /export interface DB \{([^}]*)\}/.exec(source)?.[1] ?? "";
  return [...list.matchAll(/^ {2}(\w+):/gm)].map((match) => snake(match[1] ?? ""));
}

type Write = { file: string; room: string; table: string };

/** Writes by the query builder and by SQL in the code of rooms and platform. */
function findWrites(): Write[] {
  const builder = /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*"(\w+)(?: as \w+)?"/g;
  const statement =
    /\b(?:insert\s+into|update(?!\s+(?:of|skip|set)\b)|delete\s+from)\s+([a-z_]+)\b(?=\s*(?:\(|set|as|where|using|\n))/gi;
  const rooms = readdirSync("app/modules").map((room) => ({ room, folder: join("app/modules", room) }));
  const places = [...rooms, { room: "platform", folder: "app/platform" }];
  return places.flatMap(({ room, folder }) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith("types.generated.ts"))
      .flatMap((name) => {
        const file = join(folder, name);
        const source = readFileSync(file, "utf8");
        const names = [
          ...[...source.matchAll(builder)].map((match) => snake(match[1] ?? "")),
          ...[...source.matchAll(statement)].map((match) => match[1] ?? "").filter((table) => table in TABLE_OWNERS),
        ];
        return names.map((table) => ({ file, room, table }));
      }),
  );
}

describe("tables", () => {
  it("each have one owner, and no owner has a table that is not there", () => {
    expect(Object.keys(TABLE_OWNERS).toSorted()).toEqual(generatedTables().toSorted());
  });

  it("are written by their owner only", () => {
    const writes = findWrites();
    const foreign = writes.filter(({ room, table }) => TABLE_OWNERS[table] !== room);

    expect(writes.length).toBeGreaterThan(5);
    expect(foreign).toEqual([]);
  });
});
