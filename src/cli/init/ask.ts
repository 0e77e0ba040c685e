// Asks at the terminal for what was not given, and for a yes before anything is changed.
import { failure } from '../../define/failure.ts';
import { askWord, askYes } from '../runbook/ask-inputs.ts';
import type { InitSettings } from './settings.ts';

/** What cannot be guessed. */
const questions = [
  { name: 'region', message: 'Which AWS region?', example: 'eu-west-2' },
  { name: 'repository', message: 'Which repository on GitHub? Its workflows may take the roles.', example: 'OWNER/NAME' },
  { name: 'domain', message: 'Below which domain do services get their names?', example: 'example.org' },
] as const;

export type Answers = Readonly<Partial<Record<(typeof questions)[number]['name'], string>>>;

/** Only at a terminal. @throws `cli/cancelled` */
export async function askMissing(settings: InitSettings): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const { name, message, example } of questions) {
    if (settings[name] === undefined) answers[name] = await askWord(message, example);
  }
  return answers;
}

export type Confirm = (question: string) => Promise<boolean>;

export interface Asking {
  readonly isInteractive: boolean;
  /** `--yes` */
  readonly isSure: boolean;
  /** `--dry-run` */
  readonly isDry: boolean;
}

/** @returns how to get a yes. It throws `init/not-confirmed` where nobody can be asked */
export function confirming({ isInteractive, isSure, isDry }: Asking): Confirm {
  if (isDry) return async () => false;
  if (isSure) return async () => true;
  if (isInteractive) return askYes;
  return async (question) => {
    throw failure({
      code: 'init/not-confirmed',
      what: `Nothing was changed: nobody can be asked here. (${question})`,
      next: 'Read the plan above, then give --yes.',
    });
  };
}
