// What came of the acts of an operation, in a table for a terminal.

export interface Row {
  readonly act: string;
  readonly verdict: string;
  /** In the time of the rehearsal; nothing where nothing was to be done. */
  readonly seconds: Readonly<Record<string, number | undefined>>;
  readonly because: string;
}

/** @param columns of `seconds`, in their order */
export function renderRows(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  const cells = [
    ['', 'verdict', ...columns, ''],
    ...rows.map(({ act, verdict, seconds, because }) => [
      act,
      verdict,
      ...columns.map((name) => inSeconds(seconds[name])),
      shortened(because),
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function inSeconds(value: number | undefined): string {
  return value === undefined ? '–' : `${Math.round(value)} s`;
}

const longest = 100;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
