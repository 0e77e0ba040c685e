// Who is asked what before something is changed.
import { expect, test } from '@jest/globals';
import { confirmRun, decideConfirmation, type Needed } from '../../../src/cli/runbook/confirm.ts';
import type { RunbookRisk } from '../../../src/define/runbook.ts';
import type { Runbook } from '../../../src/runbooks/asking.ts';

const ofRisk = (risk: RunbookRisk) => ({ id: 'some', risk }) as Runbook;
const on = { environment: 'staging' };

test.each<[RunbookRisk, { isInteractive: boolean; isSure: boolean }, Needed]>([
  ['none', { isInteractive: false, isSure: false }, 'nothing'],
  ['low', { isInteractive: true, isSure: false }, 'yes'],
  ['low', { isInteractive: false, isSure: false }, 'impossible'],
  ['medium', { isInteractive: false, isSure: true }, 'nothing'],
  ['high', { isInteractive: true, isSure: false }, 'name'],
  ['high', { isInteractive: true, isSure: true }, 'name'],
  ['high', { isInteractive: false, isSure: true }, 'impossible'],
])('%s risk, %j: %s', (risk, how, needed) => {
  expect(decideConfirmation({ runbook: ofRisk(risk), ...on, ...how })).toBe(needed);
});

test('what is of high risk is not run where nobody can be asked, however sure a script is', async () => {
  const confirmation = { runbook: ofRisk('high'), ...on, isInteractive: false, isSure: true };
  await expect(confirmRun(confirmation)).rejects.toMatchObject({
    code: 'runbook/not-confirmed',
    next: expect.stringContaining('--yes is not enough'),
  });
});
