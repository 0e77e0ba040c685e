// The commands of package.json that people and workflows type.
import type { typescript } from 'projen';
import { integrationSuites, killSuites } from './esm-jest.ts';

/** What jest needs to run native ES modules: https://jestjs.io/docs/ecmascript-modules */
const esm = { NODE_OPTIONS: '--experimental-vm-modules --no-warnings=ExperimentalWarning' };

export function defineTasks(project: typescript.TypeScriptProject): void {
  project.compileTask.reset('tsc --noEmit');

  project.testTask.reset('tsc --noEmit');
  project.testTask.exec('biome ci --error-on-warnings');
  project.testTask.exec('jest --ci', { receiveArgs: true, env: esm });
  // Patterns of whoever calls it choose among these suites; the last option must be one that takes no value, or it would take them.
  const suites = (paths: readonly string[], last: string) =>
    ['jest --testPathIgnorePatterns=/node_modules/', ...paths.map((path) => `--testMatch='${filesOf(path)}'`), last].join(' ');
  project.addTask('test:integration', {
    description: 'Test against real programs: the AWS emulator, the committed bundles, a browser, the AWS provider',
    steps: [{ exec: suites(integrationSuites, '--ci'), receiveArgs: true, env: esm }],
  });
  project.addTask('test:kill', {
    description: 'End rehearsals and previews in the middle, and look for anything they leave',
    steps: [{ exec: suites(killSuites, '--runInBand --ci'), receiveArgs: true, env: esm }],
  });

  const bundle = project.addTask('bundle', {
    description: 'Bundle the actions into dist/, which is committed',
    steps: [
      { exec: 'tsx src/projen/bundle-actions.ts' },
      { exec: 'tsx src/projen/bundle-functions.ts' },
      { exec: 'tsx src/projen/release/write-licences.ts' },
    ],
  });
  const documents = project.addTask('documents', {
    description: 'Write the documentation that derives from definitions',
    steps: [{ exec: 'tsx src/projen/write-documents.ts' }],
  });
  // Before everything that reads the lists of definitions, this project's own code among it.
  project.defaultTask?.prependExec('tsx src/projen/write-indexes.ts');
  // After everything that projen itself writes: they read it.
  project.defaultTask?.spawn(bundle);
  project.defaultTask?.spawn(documents);

  project.addTask('bench', {
    description: 'Measure: npm run bench -- plan | preview | cold | chatops | kpi | game-day',
    steps: [{ exec: 'tsx bench/main.ts', receiveArgs: true }],
  });
  project.addTask('rehearse', {
    description: 'Play the real thing on this machine: npm run rehearse -- platform --profile preview',
    steps: [{ exec: 'node bin/opsdeck.js rehearse', receiveArgs: true }],
  });
  project.addTask('pictures', {
    description: 'Take the pictures of the documents from the report of the last rehearsal',
    steps: [{ exec: 'tsx docs/images/take.ts' }],
  });
  project.addTask('release', {
    description: 'Tag and publish what was committed since the last release: npm run release -- --dry-run',
    steps: [{ exec: 'tsx src/projen/release/main.ts', receiveArgs: true }],
  });
  project.addTask('audit:bundled', {
    description: 'Fail on known weaknesses, high or critical, of what is in the bundles',
    steps: [{ exec: 'tsx src/projen/release/audit.ts' }],
  });
  project.addTask('synth', {
    description: 'Write the Terraform JSON of every profile to cdktf.out',
    steps: [{ exec: 'node bin/opsdeck.js synth --all' }],
  });
}

/** A folder's, or those that begin so. */
function filesOf(path: string): string {
  return `<rootDir>/${path}${path.endsWith('/') ? '**/' : ''}*.test.ts`;
}
