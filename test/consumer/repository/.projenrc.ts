// A small shop that runs its own stack with Opsdeck.
import { Opsdeck } from 'opsdeck/projen';
import { javascript, typescript } from 'projen';
import { own } from './ops/own.ts';

const project = new typescript.TypeScriptAppProject({
  name: 'shop',
  defaultReleaseBranch: 'main',
  minNodeVersion: '20.19.0',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),
  entrypoint: '',
  sampleCode: false,
  eslint: false,
  jest: false,
  github: false,
  deps: [`opsdeck@${process.env.OPSDECK_TARBALL ?? '*'}`, '@cdktf/provider-aws@20.1.0', 'cdktf@0.21.0', 'constructs@^10.8.1'],
  devDeps: ['tsx'],
  disableTsconfigDev: true,
  tsconfig: {
    include: ['.projenrc.ts', 'ops/*.ts', 'stacks/*.ts'],
    compilerOptions: {
      target: 'ES2022',
      lib: ['es2023'],
      module: 'nodenext',
      moduleResolution: javascript.TypeScriptModuleResolution.NODE_NEXT,
      rootDir: '.',
      noEmit: true,
      allowImportingTsExtensions: true,
    },
  },
});

new Opsdeck(project, {
  actions: { owner: 'example', ref: 'v1' },
  layout: 'platform',
  synth: {
    pullRequest: 'npx tsx stacks/main.ts',
    environment: 'npx tsx stacks/main.ts',
  },
  own: { file: 'ops/own.ts', ...own },
  config: { stacks: { prefix: 'shop', tags: { Owner: 'shop' } } },
});

project.package.addField('type', 'module');
project.gitignore.addPatterns('cdktf.out/', '.opsdeck/', 'rehearsal/');
project.synth();
