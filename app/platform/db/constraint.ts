/** Whether the database refused a row for this constraint of its own, by the constraint's name. */
export function breaksConstraint(error: unknown, constraint: string): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === constraint;
}
