// Jest for native ES modules: SWC strips the types, Node links the modules.
import { Component, type typescript } from 'projen';

export class EsmJest extends Component {
  constructor(project: typescript.TypeScriptProject) {
    super(project);
    for (const dependency of ['ts-jest', '@types/jest']) project.deps.removeDependency(dependency);
    project.addDevDeps('@swc/core@1.16.18', '@swc/jest@0.2.39');
    // The newest resolver lacks binaries in some registries, which breaks `npm ci`.
    project.package.addPackageResolutions('unrs-resolver@1.12.2');

    const config = project.jest?.config;
    if (!config) throw new Error('EsmJest needs a project with jest: true');
    for (const key of Object.keys(config)) delete config[key];
    Object.assign(config, {
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...slowSuites.map((path) => `<rootDir>/${path}`)],
      extensionsToTreatAsEsm: ['.ts'],
      transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
      clearMocks: true,
      // Machines are shared: how long something takes is measured by `npm run bench`, not by a test.
      testTimeout: 60_000,
      // Many suites wait for processes that they started, so one more than the cores of GitHub's smaller runners;
      // with two more, each loads so much of its own that all is slower.
      maxWorkers: 3,
      // A suite that synthesizes a stack grows the heap by tens of megabytes; recycle the worker before it hurts.
      workerIdleMemoryLimit: '600MB',
      // What is the same for all suites is made by the first that needs it, in a folder that goes with the run.
      globalSetup: '<rootDir>/test/support/run-folder-setup.mjs',
      globalTeardown: '<rootDir>/test/support/run-folder-teardown.mjs',
      reporters: ['default', '<rootDir>/test/support/left-out-reporter.mjs'],
    });
  }
}

/** Emulators, browsers, bundles, real providers, and what takes many seconds: `npm run test:integration`. */
export const integrationSuites = [
  'test/actions/deploy/crash',
  'test/actions/deploy/histories',
  'test/actions/game-day/crash',
  'test/actions/game-day/report/any-game-day',
  'test/actions/game-day/report/browser',
  'test/actions/game-day/report/in-jsdom',
  'test/actions/kpi/browser',
  'test/actions/kpi/render',
  'test/actions/preview/crash',
  'test/actions/runbook/crash',
  'test/adapters/aws/',
  'test/bundles/',
  'test/cli/gate',
  'test/cli/plan-comment',
  'test/cli/on-accounts/',
  'test/cli/rehearse',
  'test/consumer/',
  'test/documents/run',
  'test/functions/alarm-forwarder/emulated',
  'test/hardening/',
  'test/projen/release/bundled',
  'test/projen/release/plan',
  'test/projen/shellcheck',
  'test/rehearsal/emulator/',
  'test/rehearsal/operations/runbook-cases',
  'test/rehearsal/provider/',
  'test/rehearsal/report/browser',
  'test/runbooks/emulated/',
  'test/stacks/validate',
] as const;

/** What kills, and looks for what is left: `npm run test:kill`. */
export const killSuites = ['test/kill/'] as const;

const slowSuites = [...integrationSuites, ...killSuites];

const swcOptions = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'es6' },
};
