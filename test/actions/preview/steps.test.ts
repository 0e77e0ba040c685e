// The steps of a preview, as its log shows them and as people hear of them.
import { expect, test } from '@jest/globals';
import { deploySteps, positionOf, tellingSteps, walk } from '../../../src/actions/preview/steps.ts';

test('each step that begins is told, once, and every line goes to the log', async () => {
  const [log, told]: [string[], string[]] = [[], []];
  const progress = {
    info: (line: string) => log.push(line),
    warning: () => undefined,
    group: <T>(_: string, body: () => Promise<T>) => body(),
  };
  const telling = tellingSteps(progress, (step) => told.push(step));
  await walk(telling, 'lock', async () => telling.info('The preview is locked by run 7; waiting.'));
  telling.info('  created aws_sqs_queue.jobs (1 s) ▸ no step');
  expect(told).toEqual(['lock']);
  expect(log).toHaveLength(4);
});

test('a shared preview has no steps of a platform of its own', () => {
  const isolated = positionOf('announce', 'isolated');
  expect(isolated).toEqual({ number: deploySteps.indexOf('announce') + 1, of: deploySteps.length });
  expect(positionOf('announce', 'shared').of).toBe(deploySteps.filter((step) => !step.endsWith('-platform')).length);
});

test('one stack alone has no steps of a service', () => {
  const steps = deploySteps.filter((step) => !step.endsWith('-service'));
  expect(positionOf('announce', 'isolated', 'platform')).toEqual({ number: steps.indexOf('announce') + 1, of: steps.length });
});
