// Plays Terraform: a shell script that answers each command of each stack with what a test has written down.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Readonly<Record<string, unknown>>;

/** What Terraform says of one stack. */
export interface StackAnswers {
  /** As `terraform show -json` prints it. */
  readonly plan: Json;
  readonly outputs?: Readonly<Record<string, { readonly value: unknown; readonly sensitive: boolean; readonly type: unknown }>>;
  /** Further lines of `terraform plan -json`. */
  readonly events?: readonly Json[];
  /** On standard error of `terraform plan`. */
  readonly stderr?: string;
  /** The plan ends with these. */
  readonly errors?: readonly Diagnostic[];
  /** The plan goes on until somebody interrupts it. */
  readonly isEndless?: boolean;
}

export interface Diagnostic {
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
}

/** By the stack's folder: `host/stacks/service`. */
export type Answers = Readonly<Record<string, StackAnswers>>;

export interface FakeTerraform {
  readonly path: string;
  /** Other answers from now on, for the stacks that are named. */
  answer(answers: Answers): void;
  /** Every command, in the order they were given: `host/stacks/service plan -json ...`. */
  commands(): readonly string[];
  /** All that it was given to know of the job: `NAME=value`. */
  environment(): readonly string[];
}

/** A shell answers in a few milliseconds; a plan of a pull request asks a dozen times. */
export function writeTerraform(folder: string, answers: Answers): FakeTerraform {
  const answersFolder = join(folder, 'answers');
  const answer = (given: Answers): void => {
    for (const [stack, answers] of Object.entries(given)) writeAnswers(join(answersFolder, stack), answers);
  };
  answer(answers);
  const path = join(folder, 'terraform');
  const log = join(folder, 'terraform.log');
  const environment = join(folder, 'terraform.environment');
  for (const file of [log, environment]) writeFileSync(file, '');
  const script = `#!/bin/sh
if [ "$1" = version ]; then echo '{"terraform_version":"1.11.4","platform":"linux_amd64"}'; exit 0; fi
stack="\${PWD#*/cdktf.out/}"
answers='${answersFolder}'/"$stack"
echo "$stack $*" >> '${log}'
(cat /proc/$$/environ 2>/dev/null || env -0) >> '${environment}'
for argument in "$@"; do
  case "$argument" in -out=*) cp "$answers/show.stdout" "\${argument#-out=}";; esac
done
cd "$answers" || exit 70
cat "$1.stderr" >&2
cat "$1.stdout"
. ./"$1.end"
`;
  writeFileSync(path, script, { mode: 0o755 });
  const read = (file: string, separator: string) => readFileSync(file, 'utf8').split(separator).filter(Boolean);
  return { path, answer, commands: () => read(log, '\n'), environment: () => read(environment, '\0') };
}

function writeAnswers(folder: string, answers: StackAnswers): void {
  const { plan, outputs = {}, events = [], stderr = '', errors = [], isEndless = false } = answers;
  mkdirSync(folder, { recursive: true });
  const write = (command: string, stdout: string, end = 'exit 0', errorOutput = ''): void => {
    writeFileSync(join(folder, `${command}.stdout`), stdout);
    writeFileSync(join(folder, `${command}.stderr`), errorOutput);
    writeFileSync(join(folder, `${command}.end`), `${end}\n`);
  };
  write('init', lines([{ '@level': 'info', '@message': 'Terraform has been successfully initialized!', type: 'init_output' }]));
  write('output', JSON.stringify(outputs));
  write('show', JSON.stringify(plan));
  const end = errors.length > 0 ? errors.map(diagnostic) : [changeSummary(plan)];
  const exit = errors.length > 0 ? 1 : changesAnything(plan) ? 2 : 0;
  write('plan', isEndless ? '' : lines([...events, ...end]), isEndless ? 'exec sleep 60' : `exit ${exit}`, stderr);
}

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
export function warning(facts: Diagnostic): Json {
  return { ...diagnostic(facts), '@level': 'warn', diagnostic: { severity: 'warning', ...facts } };
}

function diagnostic(facts: Diagnostic): Json {
  const message = `Error: ${facts.summary}`;
  return { '@level': 'error', '@message': message, type: 'diagnostic', diagnostic: { severity: 'error', ...facts } };
}

/** What -detailed-exitcode tells. */
function changesAnything({ resource_changes, output_changes }: Json): boolean {
  return resource_changes !== undefined || output_changes !== undefined;
}

function changeSummary({ resource_changes }: Json): Json {
  const add = Array.isArray(resource_changes) ? resource_changes.length : 0;
  const changes = { add, change: 0, remove: 0, import: 0, operation: 'plan' };
  return { '@level': 'info', '@message': `Plan: ${add} to add`, type: 'change_summary', changes };
}

function lines(messages: readonly Json[]): string {
  return messages.map((message) => `${JSON.stringify(message)}\n`).join('');
}
