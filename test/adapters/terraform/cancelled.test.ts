// What a cancelled run says about the state.
import { expect, test } from '@jest/globals';
import { type CancelledRun, cancelled, decideStateAfterStop } from '../../../src/adapters/terraform/cancelled.ts';
import { recorded } from './recorded-errors.ts';

const asked: CancelledRun = {
  command: 'apply',
  tool: 'terraform',
  exitCode: 1,
  killedBy: undefined,
  diagnostics: [],
  stderr: '',
  stopStage: 'asked',
  changesStarted: true,
};

test.each<[string, Partial<CancelledRun>, ReturnType<typeof decideStateAfterStop>]>([
  ['an apply that ended by itself', {}, 'saved'],
  ['a destroy that ended by itself', { command: 'destroy' }, 'saved'],
  ['an apply that had not begun to change anything', { changesStarted: false }, 'untouched'],
  ['a plan', { command: 'plan' }, 'untouched'],
  ['a plan that had to be killed', { command: 'plan', stopStage: 'killed', exitCode: undefined }, 'untouched'],
  ['an apply that needed a second interrupt', { stopStage: 'insisted' }, 'unknown'],
  ['an apply that had to be killed', { stopStage: 'killed', exitCode: undefined, killedBy: 'SIGKILL' }, 'unknown'],
  ['an apply that was killed by others while it stopped', { exitCode: undefined, killedBy: 'SIGKILL' }, 'unknown'],
  ['an apply that could not write the state', { diagnostics: [recorded.notSaved] }, 'not-saved'],
])('%s', (_what, facts, state) => {
  expect(decideStateAfterStop({ ...asked, ...facts })).toBe(state);
});

test('the words', () => {
  const runs: readonly Partial<CancelledRun>[] = [
    {},
    { command: 'plan' },
    { command: 'plan', stopStage: 'killed' },
    { stopStage: 'killed' },
    { diagnostics: [recorded.notSaved], tool: 'tofu' },
  ];
  expect(
    runs.map((facts) => cancelled({ ...asked, ...facts })).map(({ message, next }) => `${message} ${next}`),
  ).toMatchInlineSnapshot(`
[
  "terraform apply was cancelled: it stopped in good order, and the state was saved. Run it again to do the rest (what was being made may be made anew), or destroy what it made.",
  "terraform plan was cancelled: nothing had been changed, and the state is as it was. Run it again whenever you like.",
  "terraform plan was cancelled: nothing had been changed, and the state is as it was. Run it again; if the state is still locked then, \`terraform force-unlock\` it.",
  "terraform apply was cancelled: it did not stop in time, so the state may lack what was in flight. Plan before anything else and compare with the cloud; if the state is still locked, \`terraform force-unlock\` it.",
  "tofu apply was cancelled: changes were made, but the state could not be saved. Keep errored.tfstate, and run \`tofu state push errored.tfstate\` in the same folder before anything else.",
]
`);
});
