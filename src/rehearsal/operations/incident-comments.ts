// What people write on issues while something is wrong, and the answers that they have to get.
import { type Answer, expectAnswer } from '../pull-requests/expectations.ts';
import type { Operation } from './operation.ts';

export const done = ['eyes', 'rocket', '+1'] as const;
export const refused = ['eyes', 'confused'] as const;

export interface Said {
  readonly by: string;
  readonly issue: number;
  readonly body: string;
}

/** Waits until all that it started has ended, and looks at the answer. */
export async function say({ stage }: Operation, { by, issue, body }: Said, answer: Answer): Promise<void> {
  const { github, recorder } = stage;
  const id = github.comment({ by, number: issue, body });
  await stage.settled();
  const comment = github.state.comments.get(id);
  if (!comment) throw new Error(`the comment ${id} is there`);
  expectAnswer(github, comment, answer, recorder);
}
