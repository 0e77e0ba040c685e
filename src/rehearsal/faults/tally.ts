// Counts what went wrong on the way, as a table and in a sentence.
import type { FaultKind, FaultPlan } from './decide.ts';
import type { FaultProxy } from './proxy.ts';

const titles: Readonly<Record<FaultKind, string>> = {
  error: 'answered with 500, 502 or 503',
  throttled: 'answered with 429',
  reset: 'reset before it arrived',
  lost: 'done, and its answer lost',
  truncated: 'done, and its answer cut off',
  slow: 'answered late',
};

type Counted = Pick<FaultProxy, 'name' | 'requests'>;

/** @returns one line each */
export function renderFaults({ percent, seed }: FaultPlan, proxies: readonly Counted[]): readonly string[] {
  const rows = [
    ['requests of actions', ...proxies.map(({ requests }) => String(requests.length))],
    ...(Object.keys(titles) as FaultKind[]).map((kind) => [
      titles[kind],
      ...proxies.map((proxy) => String(countOf(proxy, kind))),
    ]),
  ];
  const header = [`faults at ${percent} %, seed ${seed}`, ...proxies.map(({ name }) => name)];
  const first = Math.max(...[header, ...rows].map(([title = '']) => title.length));
  return [header, ...rows].map(
    ([title = '', ...cells]) => `${title.padEnd(first)}${cells.map((cell) => cell.padStart(8)).join('')}`,
  );
}

/** The same, of all of them together. */
export function sumUpFaults({ percent, seed }: FaultPlan, proxies: readonly Counted[]): string {
  const requests = proxies.flatMap((proxy) => proxy.requests);
  const kinds = (Object.keys(titles) as FaultKind[]).map((kind) => {
    return `${proxies.reduce((sum, proxy) => sum + countOf(proxy, kind), 0)} ${titles[kind]}`;
  });
  const wrong = requests.filter(({ fault }) => fault !== undefined).length;
  return `${wrong} of ${requests.length} requests went wrong on purpose (${percent} %, seed ${seed}): ${kinds.join(', ')}`;
}

function countOf({ requests }: Counted, kind: FaultKind): number {
  return requests.filter(({ fault }) => fault?.kind === kind).length;
}
