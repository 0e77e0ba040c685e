// Performs a `run` step: its script in a file, executed by its shell.
import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { evaluateText } from '../language/expressions.ts';
import { isExpression, type Template } from '../language/template.ts';
import { unsupported } from '../language/unsupported.ts';
import type { RunStep } from '../language/workflow.ts';
import type { StepResult, StepRuntime } from './runtime.ts';
import { runStepCommand } from './step-command.ts';

interface Shell {
  readonly command: string;
  readonly args: string;
  readonly extension: string;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
const shells: Readonly<Record<string, Shell>> = {
  '': { command: 'bash', args: '-e {0}', extension: '.sh' },
  bash: { command: 'bash', args: '--noprofile --norc -e -o pipefail {0}', extension: '.sh' },
  sh: { command: 'sh', args: '-e {0}', extension: '.sh' },
  python: { command: 'python', args: '{0}', extension: '.py' },
};

export async function performScript(step: StepRuntime, { run, shell, workingDirectory }: RunStep): Promise<StepResult> {
  const { job, frame, scope, output } = step;
  // The defaults of a job do not reach into composite actions.
  const defaults = frame.composite ? { shell: undefined, workingDirectory: undefined } : job.defaults;
  const text = (own: Template | undefined, otherwise: Template | undefined): string => evaluateText(own ?? otherwise, scope);
  const { command, args, extension } = chooseShell(text(shell, defaults.shell), run);
  const folder = resolve(job.workspace, text(workingDirectory, defaults.workingDirectory));
  const script = evaluateText(run, scope);
  const file = join(job.temporaryFolder, `script-${job.state.fileNumber}${extension}`);
  await writeFile(file, script);
  const words = args.split(' ').map((word) => word.replaceAll('{0}', file));
  announce(step, script, [command, ...args.split(' ')].join(' '));
  if (!(await isFolder(folder))) {
    output.annotate('error', `An error occurred trying to start process '${command}': no such working directory: ${folder}`);
    return 'failure';
  }
  const { result, exitCode } = await runStepCommand(step, { command, args: words, folder, inputs: {} });
  if (result === 'failure' && exitCode !== 0 && exitCode !== undefined) {
    output.annotate('error', `Process completed with exit code ${exitCode}.`);
  }
  return result;
}

/** @throws a Failure `workflow/unsupported` */
function chooseShell(shell: string, run: Template): Shell {
  const builtIn = shells[shell];
  if (builtIn !== undefined) return builtIn;
  const [command = '', ...args] = shell.split(' ');
  if (!args.join(' ').includes('{0}') || /["'\\]/.test(shell)) {
    throw unsupported(
      isExpression(run) ? run.at : 'a run step',
      `the shell "${shell}" (it knows bash, sh, python and "command {0}" without quotes)`,
    );
  }
  return { command, args: args.join(' '), extension: shells[command]?.extension ?? '' };
}

function announce({ output, job, root }: StepRuntime, script: string, shell: string): void {
  const lines = script.replace(/\n+$/, '').split('\n');
  output.line(`::group::Run ${lines.find((line) => line.trim() !== '') ?? ''}`);
  // Not through the listener for commands: the script is shown, and not obeyed.
  for (const line of lines) job.recorder.line(root, job.masker.mask(line));
  output.line(`shell: ${shell}`);
  output.line('::endgroup::');
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
