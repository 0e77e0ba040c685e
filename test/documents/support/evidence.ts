// Which test or CI step runs each command that the documents tell people to type; one row each, and why where none can.

/** `...` at the end of a command stands for whatever follows, also nothing; the row with the most words holds. */
export type Evidence = { readonly command: string } & (
  | {
      /** Of the test or script that runs it. */
      readonly file: string;
      /** What stands there. */
      readonly says: string;
    }
  | {
      /** Beginning of what it prints: test/documents/run.test.ts runs it as it is written. */
      readonly prints: RegExp;
    }
  | { readonly never: string }
);

const ci = '.ci/run';
const onAccounts = 'test/cli/on-accounts/init.test.ts';
const chatOpsActs = 'src/rehearsal/pull-requests/chatops-acts.ts';
const incidentActs = 'src/rehearsal/operations/incident-acts.ts';
const chatGate = 'test/actions/chatops/gate.test.ts';
const platformLife = 'src/rehearsal/scenarios/platform.ts';
const terraformArguments = 'test/adapters/terraform/arguments.test.ts';
const terminal = 'test/documents/runbook-in-a-terminal.test.ts';
const gameDayAction = 'test/actions/game-day/action.test.ts';
const needsAccount = 'It is for an account of AWS, and its answer is an ARN of that.';

/** Typed in a shell; `npx opsdeck` and `opsdeck` are the same. */
const shell: readonly Evidence[] = [
  { command: 'npm ci', file: ci, says: 'npm ci' },
  { command: 'npm test', file: ci, says: 'npm test' },
  { command: 'npm run test:integration', file: ci, says: 'npm run test:integration' },
  { command: 'npm run test:kill ...', file: ci, says: 'npm run test:kill -- ' },
  { command: 'npm run synth', file: ci, says: 'npm run synth' },
  {
    command: 'npm run bench ...',
    never: 'It measures, and a busy machine is no failure; bench/results.json has what it measured.',
  },
  { command: 'npm run rehearse', file: ci, says: 'npm run rehearse\n' },
  {
    command: 'npm run rehearse -- --faults ...',
    never: 'It is a whole rehearsal once more; what goes wrong in it is tested by itself, in test/rehearsal/faults.',
  },
  { command: 'npm run rehearse -- platform ...', file: ci, says: 'npm run rehearse -- platform --profile preview' },
  { command: 'npm run rehearse -- game-day', file: ci, says: 'npm run rehearse -- game-day' },
  { command: 'npm run rehearse -- runbooks', file: ci, says: 'npm run rehearse -- runbooks' },
  { command: 'npm run rehearse -- deploy', file: ci, says: 'npm run rehearse -- deploy' },
  { command: 'npm run release -- --dry-run ...', file: '.github/workflows/release.yml', says: 'npm run release -- --dry-run' },
  { command: 'npm run audit:bundled', file: '.github/workflows/release.yml', says: 'npm run audit:bundled' },
  { command: 'git ...', never: 'Git does for us what it does for everybody.' },
  { command: 'npx projen gate', file: 'test/consumer/consumer.test.ts', says: "['projen', 'gate']" },
  { command: 'npx projen', file: ci, says: 'npx projen' },
  { command: 'bash .ci/run', never: 'It is what runs everything else.' },
  { command: 'opsdeck init', file: onAccounts, says: "['init', '--yes', '--json', ...options]" },
  { command: 'opsdeck init --dry-run', file: onAccounts, says: "accounts.run('init', '--dry-run'" },
  { command: 'opsdeck doctor', file: onAccounts, says: "accounts.run('doctor'" },
  { command: 'opsdeck rehearse own', file: 'test/consumer/consumer.test.ts', says: "['rehearse', 'own', '--json']" },
  { command: 'opsdeck synth ...', prints: /^platform: |^bootstrap: |^service/ },
  { command: 'opsdeck gate ...', prints: /^✔ .*: accepted, \d+ resources$/ },
  { command: 'opsdeck plan-comment ...', prints: /^\*\*Plan: \d+ to add, / },
  { command: 'opsdeck runbook list', prints: /^none reads only$/ },
  { command: 'opsdeck runbook explain ...', prints: /\(([a-z-]+)\)$/ },
  { command: 'opsdeck runbook plan ...', file: terminal, says: "'runbook', 'plan'" },
  { command: 'opsdeck runbook run ...', file: terminal, says: "'runbook', 'run'" },
  { command: 'opsdeck runbook resume ...', file: terminal, says: "'runbook', 'resume'" },
  { command: 'python server.py --list', file: 'test/rehearsal/emulator/gaps.test.ts', says: "'--list'" },
  { command: 'python server.py ...', file: 'src/rehearsal/emulator/emulator.ts', says: "serverScript, '--host'" },
  { command: 'terraform plan ...', file: terraformArguments, says: "['plan', ...json, '-detailed-exitcode'" },
  { command: 'terraform show ...', file: 'src/adapters/terraform/terraform.ts', says: "args: ['show', '-json'" },
  { command: 'terraform apply ...', file: platformLife, says: 'const unprotected = { is_protected: false };' },
  { command: 'terraform destroy ...', file: platformLife, says: 'destroy(' },
  { command: 'terraform init ...', file: terraformArguments, says: "'-backend-config=bucket=b'" },
  { command: 'terraform validate', file: 'test/stacks/validate.test.ts', says: 'terraform.validate()' },
  { command: 'aws events create-connection ...', never: needsAccount },
  { command: 'aws events update-connection', never: needsAccount },
  {
    command: 'aws secretsmanager put-secret-value ...',
    file: 'test/functions/alarm-forwarder/emulated.test.ts',
    says: 'new PutSecretValueCommand(',
  },
];

/** Written into comments; the language itself holds their arguments. */
const chat: readonly Evidence[] = [
  { command: '/ack', file: incidentActs, says: "body: '/ack'" },
  { command: '/apply', file: chatOpsActs, says: "'/apply plan=000000000000'" },
  { command: '/cancel', file: 'test/actions/chatops/cancel.test.ts', says: '/cancel' },
  { command: '/game-day abort', file: gameDayAction, says: "{ mode: 'abort', by: 'octocat', isAll: true }" },
  { command: '/game-day plan', file: gameDayAction, says: "mode: 'plan'" },
  { command: '/game-day run', file: gameDayAction, says: "mode: 'run'" },
  { command: '/help', file: chatOpsActs, says: "'/help'" },
  { command: '/kpi', file: 'src/rehearsal/pull-requests/kpi-acts.ts', says: "'/kpi window=1h'" },
  { command: '/lock', file: chatOpsActs, says: '\'/lock staging reason="load test" for=2h\'' },
  { command: '/plan', file: chatOpsActs, says: "'/plan'" },
  { command: '/preview deploy', file: chatOpsActs, says: "'/preview deploy'" },
  { command: '/preview destroy', file: chatOpsActs, says: "'/preview destroy'" },
  { command: '/preview extend', file: chatOpsActs, says: '/preview extend 24h' },
  { command: '/preview status', file: chatOpsActs, says: '/preview status' },
  { command: '/rollback', file: 'test/kill/support/deploy-job.ts', says: "case '/rollback':" },
  { command: '/runbook list', file: chatGate, says: "'/runbook list'" },
  { command: '/runbook plan', file: incidentActs, says: '`/runbook plan ' },
  { command: '/runbook resume', file: incidentActs, says: '`/runbook resume ' },
  { command: '/runbook run', file: incidentActs, says: '`/runbook run ' },
  { command: '/status', file: chatGate, says: "'/status'" },
  { command: '/unlock', file: chatOpsActs, says: "'/unlock staging'" },
];

export const evidence: readonly Evidence[] = [...shell, ...chat];

/** @param words of one command, without what is set before it */
export function evidenceOf(words: readonly string[]): Evidence | undefined {
  const [first, second] = words;
  const typed = (first === 'npx' && second === 'opsdeck' ? words.slice(1) : words).filter((word) => !word.startsWith('-chdir='));
  return evidence
    .filter(({ command }) => fits(command.split(' '), typed))
    .sort((one, other) => other.command.length - one.command.length)[0];
}

function fits(row: readonly string[], typed: readonly string[]): boolean {
  const isOpen = row.at(-1) === '...';
  const fixed = isOpen ? row.slice(0, -1) : row;
  return fixed.every((word, index) => word === typed[index]) && (isOpen || typed.length === fixed.length);
}
