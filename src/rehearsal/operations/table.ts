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
  return renderCells(cells);
}

/** @param cells a head and rows, each as long as the others. @returns a line each, with columns as wide as what is in them */
export function renderCells(cells: readonly (readonly string[])[]): readonly string[] {
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export function inSeconds(value: number | undefined): string {
  return value === undefined ? '–' : `${Math.round(value)} s`;
}

const longest = 100;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
