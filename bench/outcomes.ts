// What a benchmark comes to: numbers beside the most that they may be.

export interface Outcome {
  /** `a plan of 10,000 resources, against JSON.parse of it` */
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  /** Written after both numbers: ` ms`, ` x`. */
  readonly unit: string;
  readonly digits: number;
}

export function isHeld({ measured, most }: Outcome): boolean {
  return measured <= most;
}

/** Prints the details of one subject, and below them how each number stands. */
export function tell(lines: readonly string[], outcomes: readonly Outcome[]): readonly Outcome[] {
  process.stdout.write(`${[...lines, '', ...outcomes.map(renderOutcome), ''].join('\n')}\n`);
  return outcomes;
}

export function renderOutcome(outcome: Outcome): string {
  const { what } = outcome;
  return `${isHeld(outcome) ? 'held  ' : 'BROKEN'} ${what}: ${amount(outcome, outcome.measured)}, at most ${amount(outcome, outcome.most)}`;
}

export interface Result {
  readonly subject: string;
  readonly outcomes: readonly Outcome[];
}

/** All of them as one table for a terminal. */
export function renderTable(results: readonly Result[]): readonly string[] {
  const cells = results.flatMap(({ subject, outcomes }) =>
    outcomes.map((one) => [subject, one.what, amount(one, one.measured), amount(one, one.most), isHeld(one) ? 'held' : 'BROKEN']),
  );
  const rows = [['', 'what', 'measured', 'at most', ''], ...cells];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export function amount({ unit, digits }: Pick<Outcome, 'unit' | 'digits'>, value: number): string {
  const rounded = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${rounded}${unit}`;
}
