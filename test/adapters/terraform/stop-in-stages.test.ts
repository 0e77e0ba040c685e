import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { killGroup, stopInStages } from '../../../src/adapters/terraform/stop-in-stages.ts';

const patient = { askAgainAfterSeconds: 60, killAfterSeconds: 60 };

describe('a person who presses Ctrl-C', () => {
  let child: ChildProcess;

  afterEach(() => killGroup(child));

  function started() {
    child = spawn('sleep', ['30'], { detached: true, stdio: 'ignore' });
    child.kill = () => true;
    return stopInStages(child, patient);
  }

  test('asks once, though the request comes as a signal and as an AbortSignal', () => {
    const stopper = started();
    stopper.begin();
    stopper.hurry();
    expect(stopper.stage()).toBe('asked');
    stopper.end();
  });

  test('insists by pressing it again', async () => {
    const stopper = started();
    stopper.hurry();
    await sleep(150);
    stopper.hurry();
    expect(stopper.stage()).toBe('insisted');
    stopper.end();
  });
});
