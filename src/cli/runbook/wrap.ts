// Fits words into the width of a terminal.

/** @param indent of every line but the first, which stands after something already */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

export interface ColumnOptions {
  readonly width: number;
  readonly indent?: number;
  readonly paint?: (cell: string, column: number) => string;
}

/** Columns as wide as their widest cell; the last one is wrapped. Cells have no colours yet: `paint` gives them. */
export function renderColumns(
  rows: readonly (readonly string[])[],
  { width, indent: margin = 2, paint = (cell) => cell }: ColumnOptions,
): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const last = row.length - 1;
    const indent = widths.slice(0, last).reduce((sum, each) => sum + each + 2, margin);
    const cells = row.map((cell, column) => {
      return column === last ? paint(wrap(cell, width, indent), column) : paint(cell.padEnd(widths[column] ?? 0), column);
    });
    return `${' '.repeat(margin)}${cells.join('  ')}`.trimEnd();
  });
}
