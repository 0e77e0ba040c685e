// What is published to npm: compiled files with their types, the bundles and Python that a rehearsal needs, and the ways in.
import { Component, JsonFile, type typescript } from 'projen';

/** Ways into the package, each an `index.ts` of a folder. */
const entries = ['define', 'kpis', 'projen', 'runbooks', 'stacks'] as const;

/** Only whoever writes stacks needs cdktf, only whoever writes a .projenrc projen. */
export const optionalPeers = [
  '@cdktf/provider-aws@^20.1.0',
  'cdktf@^0.21.0',
  'constructs@^10.8.1',
  'projen@>=0.103.25 <1',
] as const;

/** What makes this repository, and nobody else's. */
const ownTools = [
  'action-bundles',
  'build-workflow',
  'bundle-actions',
  'bundle-functions',
  'code-style',
  'esm-jest',
  'release-workflow',
  'tasks',
  'write-documents',
];

const settings = 'tsconfig.package.json';
const gaps = 'rehearsal/emulator/gaps';

export class PublishedPackage extends Component {
  constructor(project: typescript.TypeScriptProject) {
    super(project);
    const ways = entries.map((name) => [`./${name}`, { types: `./lib/${name}/index.d.ts`, default: `./lib/${name}/index.js` }]);
    project.package.addField('exports', { ...Object.fromEntries(ways), './package.json': './package.json' });
    project.package.addField('files', ['lib', 'bin', 'actions', 'dist']);
    const names = optionalPeers.map((peer) => peer.slice(0, peer.lastIndexOf('@')));
    project.package.addField('peerDependenciesMeta', Object.fromEntries(names.map((name) => [name, { optional: true }])));
    new JsonFile(project, settings, { obj: compilerSettings, marker: true });

    const compile = project.addTask('package:compile', {
      description: 'Compile what is published to lib/',
      steps: [
        { exec: 'rm -rf lib' },
        { exec: `tsc -p ${settings}` },
        { exec: `mkdir -p lib/${gaps}` },
        { exec: `cp src/${gaps}/*.py lib/${gaps}/` },
      ],
    });
    // npm runs it before it packs or publishes; never when somebody installs.
    project.package.setScript('prepack', `projen ${compile.name}`);
    project.packageTask.reset('mkdir -p .opsdeck/package');
    project.packageTask.exec('npm pack --pack-destination .opsdeck/package');
  }
}

const compilerSettings = {
  extends: './tsconfig.json',
  compilerOptions: {
    noEmit: false,
    rootDir: 'src',
    outDir: 'lib',
    declaration: true,
    // Sources import `./x.ts`, which tsx and jest take as it is.
    rewriteRelativeImportExtensions: true,
    inlineSourceMap: false,
    inlineSources: false,
  },
  include: ['src/**/*.ts'],
  exclude: [...ownTools.map((name) => `src/projen/${name}.ts`), 'src/projen/release'],
};
