// Writes .github/workflows/build.yml: what must hold before a change is merged.
import { Component, type Project } from 'projen';
import { uses } from './pinned-actions.ts';
import { type Job, type Step, writeWorkflow } from './workflow-file.ts';

export class BuildWorkflow extends Component {
  constructor(project: Project) {
    super(project);
    writeWorkflow(project, {
      name: 'build',
      on: { pull_request: {}, push: { branches: ['main'] }, workflow_dispatch: {} },
      permissions: {},
      jobs: { build, platform, 'pull-requests': pullRequests, operations },
    });
  }
}

const prepared: Step[] = [
  { name: 'Check out', uses: uses('actions/checkout'), with: { 'persist-credentials': false } },
  { name: 'Set up Node', uses: uses('actions/setup-node'), with: { 'node-version-file': '.nvmrc', cache: 'npm' } },
  { name: 'Set up Python', uses: uses('actions/setup-python'), with: { 'python-version': '3.12' } },
  {
    name: 'Set up Terraform',
    uses: uses('hashicorp/setup-terraform'),
    with: { terraform_version: '1.11.4', terraform_wrapper: false },
  },
  { name: 'Install the AWS emulator', run: "pip install 'moto[server]==5.2.1'" },
  { name: 'Install', run: 'npm ci' },
];

const build: Job = {
  name: 'lint, typecheck, test, synth',
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 20,
  permissions: { contents: 'read' },
  steps: [
    ...prepared,
    { name: 'Lint, typecheck and test', run: 'npm test' },
    { name: 'Test against real programs', run: 'npm run test:integration' },
    { name: 'Synthesize and validate every stack', run: 'npm run synth' },
    { name: 'Generated files are untouched', run: 'npx projen\ngit diff --exit-code\n', env: { CI: 'true' } },
  ],
};

const platform: Job = {
  name: 'rehearse ${{ matrix.profile }}',
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 30,
  permissions: { contents: 'read' },
  strategy: { 'fail-fast': false, matrix: { profile: ['production', 'preview'] } },
  steps: [
    ...prepared,
    {
      name: 'Rehearse',
      run: 'npm run rehearse -- platform --profile "$PROFILE"',
      env: { PROFILE: '${{ matrix.profile }}' },
    },
  ],
};

const pullRequests: Job = {
  name: 'rehearse pull requests',
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 30,
  permissions: { contents: 'read' },
  steps: [
    ...prepared,
    { name: 'Rehearse', run: 'npm run rehearse' },
    {
      name: 'Keep the report',
      uses: uses('actions/upload-artifact'),
      with: { name: 'rehearsal', path: 'rehearsal/report.html', 'if-no-files-found': 'error' },
    },
  ],
};

const operations: Job = {
  name: 'rehearse ${{ matrix.scenario }}',
  'runs-on': 'ubuntu-latest',
  'timeout-minutes': 30,
  permissions: { contents: 'read' },
  strategy: { 'fail-fast': false, matrix: { scenario: ['game-day', 'deploy', 'runbooks'] } },
  steps: [...prepared, { name: 'Rehearse', run: 'npm run rehearse -- "$SCENARIO"', env: { SCENARIO: '${{ matrix.scenario }}' } }],
};
