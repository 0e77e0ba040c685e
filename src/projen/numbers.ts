// The newest numbers of the benchmarks, as a table for people.

export interface MeasuredNumber {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
  readonly digits: number;
}

/** As the benchmarks keep them: by subject. */
export type Numbers = Readonly<
  Record<
    string,
    { readonly on: string; readonly node: string; readonly cpus: number; readonly outcomes: readonly MeasuredNumber[] }
  >
>;

/** Markdown: one row a number; what is beyond its bound says so. */
export function renderNumbers(numbers: Numbers): string {
  const rows = Object.entries(numbers).flatMap(([subject, { on, node, cpus, outcomes }]) =>
    outcomes.map((one) => {
      const isHeld = one.measured <= one.most;
      const measured = isHeld ? amount(one, one.measured) : `**${amount(one, one.measured)}**, beyond it`;
      return `| \`${subject}\` | ${one.what} | ${measured} | ${amount(one, one.most)} | ${on}, Node ${node}, ${cpus} CPUs |`;
    }),
  );
  return ['| `npm run bench --` | what | measured | at most | on |', '|---|---|--:|--:|---|', ...rows].join('\n');
}

function amount({ unit, digits }: MeasuredNumber, value: number): string {
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit}`;
}

/** @returns the text with what stands between the two markers of that name in it. @throws when the text has no such markers */
export function fillBlock(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`there is no ${begin} ... ${end} to fill`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
