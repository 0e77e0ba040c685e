// What is asked of the action by its inputs: every problem at once, and nothing taken for what it is not.
import { describe, expect, test } from '@jest/globals';
import { runbookContract } from '../../../src/actions/runbook/contract.ts';
import { requestOf } from '../../../src/actions/runbook/request.ts';
import { parseInputs } from '../../../src/define/contract.ts';
import { isFailure } from '../../../src/define/failure.ts';
import { stockUp } from './support/shop.ts';

const now = new Date('2026-01-31T12:00:00.000Z');

function ask(given: Readonly<Record<string, string>>) {
  const inputs = parseInputs(runbookContract, (name) => ({ 'state-bucket': 'state', by: 'octocat', ...given })[name] ?? '');
  try {
    return requestOf(inputs, [stockUp], now);
  } catch (error) {
    if (isFailure(error)) return error.message.split('\n').slice(1);
    throw error;
  }
}

describe('an action that is asked', () => {
  test('to run gets a runbook and its inputs', () => {
    expect(
      ask({ mode: 'run', runbook: 'stock-up', inputs: '{"bread":"6"}', 'approved-risk': 'high', door: 'comment' }),
    ).toMatchObject({
      mode: 'run',
      request: {
        runbook: { id: 'stock-up' },
        inputs: { bread: 6 },
        approvedRisk: 'high',
        door: 'comment',
        environment: 'staging',
        by: 'octocat',
      },
    });
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'an unknown runbook',
      { mode: 'plan', runbook: 'stokc-up' },
      ['- runbook: there is none called "stokc-up"; did you mean stock-up?'],
    ],
    ['no runbook', { mode: 'plan' }, ['- runbook: missing; `runbook list` shows those that there are']],
    [
      'inputs that are no JSON',
      { mode: 'plan', runbook: 'stock-up', inputs: 'bread=6' },
      ['- inputs: expected a JSON object of texts, such as {"desired": "6"}', '- bread: missing; for example 6'],
    ],
    [
      'inputs of any depth',
      { mode: 'plan', runbook: 'stock-up', inputs: '{"bread":{"__proto__":{}}}' },
      ['- inputs: expected a JSON object of texts, such as {"desired": "6"}', '- bread: missing; for example 6'],
    ],
    [
      'an input of the prototype',
      { mode: 'plan', runbook: 'stock-up', inputs: '{"__proto__":"1","constructor":"2","bread":"6"}' },
      ['- "__proto__": is no input of it; there are bread', '- "constructor": is no input of it; there are bread'],
    ],
    [
      'a resume that is everything',
      { mode: 'resume', target: 'x y', undo: 'true', accept: 'true' },
      [
        '- undo, accept: either is asked for, not both',
        '- target: expected what the run said that it works on, such as assess-staging-app, or environment',
      ],
    ],
    ['an acknowledgement of nothing', { mode: 'ack' }, ['- issue: missing; it is the one of the incident']],
  ])('%s', (_what, given, problems) => {
    expect(ask(given)).toEqual(problems);
  });

  test.each([
    [{}, 'continue'],
    [{ undo: 'true' }, 'undo'],
    [{ accept: 'true', reason: 'mended' }, 'accept'],
  ])('to resume with %j: %s', (given, way) => {
    expect(ask({ mode: 'resume', target: 'environment', ...given })).toMatchObject({
      mode: 'resume',
      request: { way, target: 'environment' },
    });
  });

  test('about alarms passes on what an event has told', () => {
    expect(ask({ mode: 'alarms', alarms: '[1]', by: 'schedule' })).toEqual({ mode: 'alarms', alarms: '[1]' });
    expect(ask({ mode: 'ack', issue: '7' })).toEqual({ mode: 'ack', issue: 7, by: 'octocat' });
  });
});
