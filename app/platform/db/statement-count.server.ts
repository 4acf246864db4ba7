import { AsyncLocalStorage } from "node:async_hooks";

const counting = new AsyncLocalStorage<string[]>();

/** Called for every statement that Kysely runs. */
export function noteStatement(statement: string): void {
  counting.getStore()?.push(statement);
}

/** Runs `work` and returns its value with the SQL of every statement it caused. */
export async function countStatements<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; statements: string[] }> {
  const statements: string[] = [];
  const value = await counting.run(statements, work);
  return { value, statements };
}
