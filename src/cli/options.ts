// Holds a command line against the command's definition: a misspelt option is an error, not silence.
import type { ArgsDef } from 'citty';
import { failure } from '../define/failure.ts';

/** @throws a Failure `cli/usage` that names every unknown option and superfluous argument */
export function checkOptions(command: string, rawArgs: readonly string[], definitions: ArgsDef): void {
  const names = Object.entries(definitions);
  const positionals = names.filter(([, { type }]) => type === 'positional').length;
  const takesValue = new Map(names.map(([name, { type }]) => [`--${name}`, type === 'string' || type === 'enum']));
  const problems: string[] = [];
  let words = 0;
  for (let index = 0; index < rawArgs.length; index += 1) {
    const argument = rawArgs[index] as string;
    const [option, inlineValue] = argument.split('=', 2) as [string, string?];
    // A dash alone stands for standard input.
    if (argument === '-' || !argument.startsWith('-')) words += 1;
    else if (!takesValue.has(option.replace(/^--no-/, '--'))) problems.push(`unknown option ${option}`);
    else if (takesValue.get(option) && inlineValue === undefined) index += 1;
  }
  // The last one may stand for several: `inputs`.
  if (words > positionals && !Object.hasOwn(definitions, 'inputs'))
    problems.push(`${words} arguments, but at most ${positionals} ${positionals === 1 ? 'is' : 'are'} taken`);
  if (problems.length === 0) return;
  throw failure({
    code: 'cli/usage',
    what: `opsdeck ${command}: ${problems.join('; ')}.`,
    next: `Run "opsdeck ${command} --help" for what it takes.`,
  });
}
