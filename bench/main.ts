// Measures what the design promises, one subject at a time: `npm run bench -- plan`.

/** Each measures, prints a table, and tells whether every bound held. */
const subjects: Readonly<Record<string, () => Promise<boolean>>> = {
  plan: async () => (await import('./plan/bench.ts')).benchPlan(),
  cold: async () => (await import('./cold/bench.ts')).benchCold(),
  preview: async () => (await import('./preview/bench.ts')).benchPreview(),
  kpi: async () => (await import('./kpi/bench.ts')).benchKpi(),
  chatops: async () => (await import('./chatops/bench.ts')).benchChatOps(),
  'game-day': async () => (await import('./game-day/bench.ts')).benchGameDay(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(subjects, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}: use ${Object.keys(subjects).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : Object.keys(subjects)) {
    if (!(await subjects[name]?.())) process.exitCode = 1;
  }
}
