// Says of a command in a document what is wrong with it: it cannot be typed like that, or no test runs it.
import { chatCommandName, chatProblems, isMention } from './chat-commands.ts';
import type { DocumentedCommand } from './collect.ts';
import { evidenceOf } from './evidence.ts';
import { npmProblems, projenProblems } from './npm-commands.ts';
import { opsdeckProblems } from './opsdeck-commands.ts';
import { type SimpleCommand, simpleCommandsOf } from './shell.ts';

const what = 'name the test or CI step that runs it, or why none can, in test/documents/support/evidence.ts';

/** Of the shell itself. */
const builtIn: readonly string[] = ['cd', 'export'];

export function problemsOf({ text, form }: DocumentedCommand): readonly string[] {
  const found = text.startsWith('/') ? ofComment(text, form) : simpleCommandsOf(text).flatMap((one) => ofProgram(one, form));
  return found.map((problem) => `${text}: ${problem}`);
}

function ofComment(text: string, form: DocumentedCommand['form']): readonly string[] {
  if (form === 'span' && isMention(text)) return [];
  const problems = chatProblems(text);
  if (problems === undefined) return [];
  const row = evidenceOf(`/${chatCommandName(text) ?? ''}`.split(' '));
  return [...problems, ...(row === undefined && problems.length === 0 ? [`no test is known to run it: ${what}`] : [])];
}

function ofProgram({ words }: SimpleCommand, form: DocumentedCommand['form']): readonly string[] {
  const problems = argumentProblems(words);
  if (problems.length > 0 || builtIn.includes(words[0] ?? '')) return problems;
  const isNameAlone = form === 'span' && words.includes('...');
  return isNameAlone || evidenceOf(words) !== undefined ? [] : [`no test is known to run it: ${what}`];
}

/** Of other programs the row alone decides. */
function argumentProblems([program, ...words]: readonly string[]): readonly string[] {
  if (program === 'npm') return npmProblems(words);
  if (program === 'opsdeck') return opsdeckProblems(words);
  if (program === 'npx' && words[0] === 'opsdeck') return opsdeckProblems(words.slice(1));
  if (program === 'npx' && words[0] === 'projen') return projenProblems(words.slice(1));
  return [];
}
