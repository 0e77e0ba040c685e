// The command line's entry: finds the command, runs it, and turns what went wrong into words and an exit code.
import { type ArgsDef, type CommandDef, renderUsage, runCommand } from 'citty';
import { failure } from '../define/failure.ts';
import { checkOptions } from './options.ts';
import { reportFailure } from './report-failure.ts';

// biome-ignore lint/suspicious/noExplicitAny: the library's own type for a command whose arguments differ from the next one's.
type AnyCommand = CommandDef<any>;

/** Loaded only when asked for: synthesis brings cdktf along, and most commands do without. */
const commands: Readonly<Record<string, { readonly about: string; load(): Promise<AnyCommand> }>> = {
  synth: {
    about: 'Write the stacks of a profile as Terraform JSON',
    load: async () => (await import('./commands/synth.ts')).synthCommand,
  },
  gate: {
    about: 'Hold synthesized stacks against the rules for pull requests',
    load: async () => (await import('./commands/gate.ts')).gateCommand,
  },
  'plan-comment': {
    about: "Print a plan's JSON as its pull request would show it",
    load: async () => (await import('./commands/plan-comment.ts')).planCommentCommand,
  },
  runbook: {
    about: 'Plan, run and resume runbooks: what to do about trouble',
    load: async () => (await import('./commands/runbook.ts')).runbookCommand,
  },
  init: {
    about: 'Set up an AWS account and a repository',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  doctor: {
    about: 'Check this machine, the AWS account and the repository',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  rehearse: {
    about: 'Play the real thing on this machine, against an emulated AWS',
    load: async () => (await import('./commands/rehearse.ts')).rehearseCommand,
  },
};

export async function main(argv: readonly string[]): Promise<void> {
  const [name = '--help', ...rest] = argv;
  try {
    if (name === '--help' || name === '-h') return print(overview());
    const command = await commands[name]?.load();
    if (!command) throw unknownCommand(name);
    if (rest.includes('--help') || rest.includes('-h')) return print(await renderUsage(command, { meta: { name: 'opsdeck' } }));
    checkOptions(name, rest, command.args as ArgsDef);
    await runCommand(command, { rawArgs: rest });
  } catch (error) {
    const { text, exitCode } = reportFailure(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
  }
}

function overview(): string {
  const rows = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`);
  return ['Usage: opsdeck <command> [options]', '', ...rows, '', 'Run "opsdeck <command> --help" for its options.'].join('\n');
}

function unknownCommand(name: string) {
  return failure({
    code: 'cli/usage',
    what: `There is no command "${name}".`,
    next: `Use one of: ${Object.keys(commands).join(', ')}.`,
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
