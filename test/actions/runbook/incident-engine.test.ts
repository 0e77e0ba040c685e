// The engine as alarms use it: what people read in an incident, and what may be started without any of them.
import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../../src/actions/runbook/incident/incident.ts';
import { openIncidentEngine } from '../../../src/actions/runbook/incident-engine.ts';
import { reportOfAck } from '../../../src/actions/runbook/report-of-incidents.ts';
import { denied } from '../../support/troubles.ts';
import { changed, stockUp, untouched } from './support/shop.ts';
import { openStage, type Stage } from './support/stage.ts';

const inputs = { bread: '6' };
const incident = { id: 'errors-1' } as Incident;
const engineOf = (stage: Stage) => openIncidentEngine(stage.world(), 'staging');
const ask = (stage: Stage) => ({ runbook: stage.runbook, inputs, incident, reason: 'the alarm errors rings' });

describe('an incident', () => {
  test('shows a plan that a comment can run', async () => {
    expect(await engineOf(openStage()).plan({ runbook: stockUp, inputs })).toContain(
      '**To run it:** `/runbook run stock-up environment=staging bread=6`.',
    );
  });

  test('may run what is of no high risk, by the door of alarms', async () => {
    const stage = openStage();
    expect(await engineOf(stage).run(ask(stage))).toEqual({
      status: 'done',
      words: 'every step came true, and 2 alarms kept silent for 60 s',
    });
    expect(stage.journal()).toMatchObject({ door: 'alarm', by: 'alarm', reason: 'the alarm errors rings' });
  });

  test.each<[string, () => Stage, object]>([
    ['never runs what is of high risk', () => openStage({ runbook: changed({ risk: 'high' }) }), { status: 'refused' }],
    [
      'is told what was undone',
      () => {
        const stage = openStage();
        stage.shop.failNext('book', denied());
        return stage;
      },
      { status: 'compensated', words: expect.stringMatching(/was undone: Could not ask AWS/) },
    ],
    [
      'is told what is stuck',
      () => {
        const stage = openStage();
        stage.shop.book = () => Promise.reject(denied());
        return stage;
      },
      { status: 'stuck', words: expect.stringMatching(/is stuck: book could not be undone/) },
    ],
  ])('%s', async (_what, open, result) => {
    const stage = open();
    expect(await engineOf(stage).run(ask(stage))).toMatchObject(result);
  });

  test('starts nothing whose inputs are configured wrongly', async () => {
    const stage = openStage();
    await expect(engineOf(stage).run({ ...ask(stage), inputs: { bread: 'all' } })).rejects.toMatchObject({
      code: 'runbook/request',
      message: expect.stringMatching(/bread: expected a whole number/),
    });
    expect(stage.shop.state()).toEqual(untouched);
  });
});

test('whoever acknowledges is told what became of it', () => {
  const at = '2026-01-31T12:00:00.000Z';
  const told = [
    reportOfAck({ kind: 'acknowledged', environment: 'staging', alarm: 'assess-staging-app-errors', seconds: 300 }),
    reportOfAck({ kind: 'already', by: 'hubot', at }),
    reportOfAck({ kind: 'closed' }),
    reportOfAck({ kind: 'none' }),
  ];
  expect(told.map(({ outputs, failure }) => [outputs.status, failure?.code])).toEqual([
    ['acknowledged', undefined],
    ['already', undefined],
    ['closed', undefined],
    ['none', 'incident/none'],
  ]);
});
