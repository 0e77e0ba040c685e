// Asks at the terminal for what was not given on the command line; every answer is checked before the next question.
import { confirm, isCancel, select, text } from '@clack/prompts';
import { failure } from '../../define/failure.ts';
import { parseRunbookInputs, type RunbookInput, type RunbookInputs } from '../../define/runbook-inputs.ts';

type Texts = Readonly<Record<string, string>>;

/** Those that have to be given and are not. */
export function missingInputs(inputs: RunbookInputs, given: Texts): readonly string[] {
  return Object.entries(inputs)
    .filter(([name, input]) => !given[name] && input.default === undefined && !input.optional)
    .map(([name]) => name);
}

/** @throws `cli/cancelled` when somebody leaves the questions */
export async function askInputs(inputs: RunbookInputs, given: Texts): Promise<Texts> {
  const answers: Record<string, string> = { ...given };
  for (const name of missingInputs(inputs, given)) {
    const input = inputs[name];
    if (input) answers[name] = await askInput(name, input);
  }
  return answers;
}

async function askInput(name: string, input: RunbookInput): Promise<string> {
  const message = `${name}: ${input.about}`;
  switch (input.kind) {
    case 'choice':
      return answered<string>(await select({ message, options: input.choices.map((value) => ({ value, label: value })) }));
    case 'flag':
      return String(answered<boolean>(await confirm({ message })));
    default:
      return answered<string>(
        await text({ message, placeholder: input.example, validate: (value) => problemOf(name, input, value) }),
      );
  }
}

/** In the words that the engine would use. */
export function problemOf(name: string, input: RunbookInput, value: string | undefined): string | undefined {
  const parsed = parseRunbookInputs({ [name]: input }, { [name]: value ?? '' });
  return parsed.kind === 'bad' ? parsed.problems.join('; ').replace(`${name}: `, '') : undefined;
}

export async function askWord(message: string, placeholder: string): Promise<string> {
  return answered<string>(
    await text({ message, placeholder, validate: (value) => (value?.trim() ? undefined : 'Something has to be given') }),
  );
}

/** The id of one of them, with what it is. */
export async function askOne(
  message: string,
  options: readonly { readonly id: string; readonly title: string }[],
): Promise<string> {
  return answered<string>(
    await select({ message, options: options.map(({ id, title }) => ({ value: id, label: id, hint: title })) }),
  );
}

export async function askYes(message: string): Promise<boolean> {
  return answered<boolean>(await confirm({ message, initialValue: false }));
}

function answered<T>(answer: T | symbol): T {
  if (!isCancel(answer)) return answer as T;
  throw failure({
    code: 'cli/cancelled',
    what: 'Nothing was run: you left the questions.',
    next: 'Run it again when you are ready.',
  });
}
