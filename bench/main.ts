// Measures what the design promises, all of it or one subject at a time: `npm run bench`, `npm run bench -- plan`.
import { isHeld, type Outcome, type Result, renderTable } from './outcomes.ts';
import { keepResults } from './results.ts';

/** Each measures, prints its details, and returns its numbers. */
const subjects: Readonly<Record<string, () => Promise<readonly Outcome[]>>> = {
  plan: async () => (await import('./plan/bench.ts')).benchPlan(),
  cold: async () => (await import('./cold/bench.ts')).benchCold(),
  preview: async () => (await import('./preview/bench.ts')).benchPreview(),
  kpi: async () => (await import('./kpi/bench.ts')).benchKpi(),
  chatops: async () => (await import('./chatops/bench.ts')).benchChatOps(),
  'game-day': async () => (await import('./game-day/bench.ts')).benchGameDay(),
};

async function measure(names: readonly string[]): Promise<void> {
  const results: Result[] = [];
  for (const subject of names) {
    process.stdout.write(`=== ${subject}\n`);
    results.push({ subject, outcomes: (await subjects[subject]?.()) ?? [] });
  }
  keepResults(results, new Date());
  process.stdout.write(`${renderTable(results).join('\n')}\n`);
  if (!results.flatMap(({ outcomes }) => outcomes).every(isHeld)) process.exitCode = 1;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(subjects, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: use ${Object.keys(subjects).join(', ')}.`);
  process.exitCode = 2;
} else {
  await measure(wanted.length > 0 ? wanted : Object.keys(subjects));
}
