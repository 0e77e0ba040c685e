// Writes .github/workflows/release.yml: a person starts it, sees what it would release, and reviewers let it happen.
import { Component, type Project } from 'projen';
import { uses } from './pinned-actions.ts';
import { type Job, type Step, writeWorkflow } from './workflow-file.ts';

/**
 * Started by hand, not by each push: workflows of other repositories follow the moving tag at once, so somebody has to want it.
 * The environment `release` should have required reviewers, and only the default branch.
 */
export class ReleaseWorkflow extends Component {
  constructor(project: Project) {
    super(project);
    writeWorkflow(project, {
      name: 'release',
      'run-name': "release ${{ inputs.version || 'the next version' }}${{ inputs.dry-run && ' (dry run)' || '' }}",
      on: { workflow_dispatch: { inputs } },
      permissions: {},
      jobs: { look, publish },
    });
  }
}

const inputs = {
  'dry-run': { description: 'Only say what would be released', type: 'boolean', default: true },
  version: { description: 'In place of the one that follows from the commits, for example 1.0.0', type: 'string', default: '' },
} as const;

const prepared: readonly Step[] = [
  // All of it: the version follows from the tags, the notes from the commits.
  {
    name: 'Check out',
    uses: uses('actions/checkout'),
    with: { 'persist-credentials': false, 'fetch-depth': '0' },
  },
  {
    name: 'Set up Node',
    uses: uses('actions/setup-node'),
    with: { 'node-version-file': '.nvmrc', 'registry-url': 'https://registry.npmjs.org' },
  },
  // A cache could be filled by another workflow: what is published is installed afresh.
  { name: 'Install', run: 'npm ci' },
];

const version = { VERSION: '${{ inputs.version }}', GH_TOKEN: '${{ github.token }}' };

const look: Job = {
  name: 'look',
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 20,
  permissions: { contents: 'read' },
  outputs: { version: '${{ steps.plan.outputs.version }}' },
  steps: [
    ...prepared,
    { name: 'Lint, typecheck and test', run: 'npm test' },
    { name: 'Generated files are untouched', run: 'npx projen\ngit diff --exit-code\n', env: { CI: 'true' } },
    { name: 'No known weakness is bundled', run: 'npm run audit:bundled' },
    { name: 'What would be released', id: 'plan', run: 'npm run release -- --dry-run --version "$VERSION"', env: version },
    {
      name: 'Keep the bill of materials and the notes',
      if: "steps.plan.outputs.version != ''",
      uses: uses('actions/upload-artifact'),
      // The folder's name begins with a dot.
      with: { name: 'release', path: '.opsdeck/release', 'include-hidden-files': true },
    },
  ],
};

const publish: Job = {
  name: 'publish',
  needs: 'look',
  if: "!inputs.dry-run && needs.look.outputs.version != '' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 20,
  // Tags and the release; the identity with which npm is told which workflow has built this.
  permissions: { contents: 'write', 'id-token': 'write' },
  environment: 'release',
  concurrency: { group: 'release', 'cancel-in-progress': false },
  steps: [
    ...prepared,
    {
      name: 'Release',
      run: 'npm run release -- --version "$VERSION"',
      env: { ...version, NODE_AUTH_TOKEN: '${{ secrets.NPM_TOKEN }}' },
    },
  ],
};
