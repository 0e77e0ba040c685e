// Evidence, experiments and previews against the emulated AWS: what the runbooks do there, undo, and that every call is declared.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { redactContent } from '../../../src/actions/plan/redact/redact-content.ts';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { openEvidence } from '../../../src/adapters/aws/evidence.ts';
import { openClock, type PacedClock } from '../../../src/adapters/process/system-clock.ts';
import { openRunbookPorts } from '../../../src/adapters/runner/runbooks-in-job.ts';
import type { Call } from '../../../src/define/runbook.ts';
import type { CallGuard } from '../../../src/ports/runbook-ports.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { collectDiagnostics } from '../../../src/runbooks/collect-diagnostics.ts';
import { previewCleanup } from '../../../src/runbooks/preview-cleanup.ts';
import { stopAllExperiments } from '../../../src/runbooks/stop-all-experiments.ts';
import { withEmulator } from '../../adapters/aws/support.ts';
import { buildData } from '../../support/emulated-data.ts';
import { bucket, buildEvidence, type EvidencePlace, stopOneTask } from '../../support/emulated-evidence.ts';
import { describeWith } from '../../support/needs.ts';
import { declaredAgainst, planOf, play, playAndUndo, type RunbookStage } from '../support/play.ts';

/** A minute takes a second. */
const rate = 60;
const prefix = 'assess-staging';

describeWith(['moto_server'], 'in the emulated AWS', () => {
  let clock: PacedClock;
  let place: EvidencePlace;
  let folder: string;
  const config = withEmulator(async (client) => {
    await buildData(client, prefix);
    place = await buildEvidence(client, prefix);
    const originMs = Date.now();
    await startSimulation(client.endpoint ?? '', { rate, originMs });
    clock = openClock({ OPSDECK_TIME: `${rate}@${originMs}` });
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opsdeck-evidence-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const portsOf = (guard: CallGuard) => {
    const client: AwsClientConfig = config();
    return openRunbookPorts({ client, bucket, clock, folder, redact: redactContent }, guard);
  };
  const stage = (): RunbookStage => ({ clock, ports: portsOf, pollSeconds: 10 });
  const look = () => portsOf(() => undefined);

  const startExperiment = async (clientToken: string) => {
    const tags = { Environment: 'staging', Drill: 'az-failure' };
    await look().experiments.start({ templateId: place.templateId, clientToken, isPreview: false, tags });
    await sleep(1000);
  };

  test('preview-cleanup ends a lease, gives it back, and makes the calls that it declares', async () => {
    const inputs = { 'pull-request': '7' };
    const before = await look().previews.find(7);
    const plan = await planOf(previewCleanup, stage(), inputs);
    expect(plan).toMatchObject({ obstacles: [], calls: ['s3:GetObject'] });
    const undone = await playAndUndo(previewCleanup, stage(), inputs);
    expect(undone.journal?.state).toBe('compensated');
    expect(await look().previews.find(7)).toMatchObject({ expiresAt: before?.expiresAt, status: 'live' });
    const done = await play(previewCleanup, stage(), inputs);
    expect(done.journal?.state).toBe('done');
    expect(Date.parse((await look().previews.find(7))?.expiresAt ?? '')).toBeLessThanOrEqual(clock.now().getTime());
    expect(declaredAgainst(previewCleanup, [...plan.calls, ...undone.calls, ...done.calls])).toEqual({
      unused: [],
      undeclared: [],
    });
  });

  test('stop-all-experiments ends what runs, and only its own lever is disengaged', async () => {
    await startExperiment('first');
    const plan = await planOf(stopAllExperiments, stage());
    expect(plan.calls.filter((call) => !stopAllExperiments.calls.reads.includes(call))).toEqual([]);
    const undone = await playAndUndo(stopAllExperiments, stage());
    expect(undone.journal?.because).toContain('planted');
    expect(await look().experiments.safetyLever()).toBe('disengaged');
    expect(await look().experiments.active()).toEqual([]);

    await startExperiment('second');
    const done = await play(stopAllExperiments, stage());
    expect(done.journal?.state).toBe('done');
    expect(await look().experiments.safetyLever()).toBe('engaged');
    expect(await look().experiments.active()).toEqual([]);
    expect(declaredAgainst(stopAllExperiments, [...plan.calls, ...undone.calls, ...done.calls])).toEqual({
      unused: [],
      undeclared: [],
    });
  }, 20_000);

  test('collect-diagnostics leaves a bundle, and makes the calls that it declares', async () => {
    await stopOneTask(config(), prefix);
    await look().experiments.disengageSafetyLever('The test goes on');
    await startExperiment('third');
    const plan = await planOf(collectDiagnostics, stage());
    expect(plan.calls).toEqual([]);
    const { journal, calls } = await play(collectDiagnostics, stage());
    expect(journal?.state).toBe('done');
    expect((await readdir(folder)).sort()).toEqual(
      ['alarms', 'cache', 'changes', 'database', 'experiments', 'logs', 'service', 'targets']
        .map((id) => `${id}.json`)
        .concat('summary.md')
        .sort(),
    );
    const summary = await readFile(join(folder, 'summary.md'), 'utf8');
    expect(summary).not.toContain('What could not be read');
    expect(summary).toContain('assess-staging-app-errors rings since');
    expect(summary).toContain('a task stopped: Somebody has stopped it');
    expect(summary).toContain('/aws/ecs/assess-staging-app has a line of trouble, the newest: ERROR connect ECONNREFUSED');
    expect(summary).toMatch(/- the experiment EXP\w+ is (?:initiating|running) since /);
    expect(summary).toMatch(/test called ecs:StopTask on what is named assess-staging/);
    for (const name of await readdir(folder)) {
      const content = await readFile(join(folder, name), 'utf8');
      expect(content).not.toMatch(/hunter2|ada@example\.org/);
      if (name.endsWith('.json')) JSON.parse(content);
    }
    // A query is stopped only where nobody waits for it any more: the next test does not.
    expect(declaredAgainst(collectDiagnostics, calls)).toEqual({ unused: ['logs:StopQuery'], undeclared: [] });
  });

  test('what nobody waits for any more is stopped', async () => {
    const calls: Call[] = [];
    const cancelled = new AbortController();
    const onCall: CallGuard = (call) => {
      calls.push(call);
      if (call === 'logs:GetQueryResults') cancelled.abort();
    };
    const evidence = openEvidence({ ...config(), onCall }, { clock, signal: cancelled.signal });
    const query = { pattern: 'ERROR', since: new Date(0), most: 10 };
    await expect(evidence.logs([`/aws/ecs/${prefix}-app`], query)).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toEqual(['logs:DescribeLogGroups', 'logs:StartQuery', 'logs:GetQueryResults', 'logs:StopQuery']);
  });
});
