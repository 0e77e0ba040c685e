// The runbooks of the service against the emulated AWS: what they do there, what is undone, and that every call is declared.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openAutoScaling } from '../../../src/adapters/aws/auto-scaling.ts';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { openEvidence } from '../../../src/adapters/aws/evidence.ts';
import { openExperiments } from '../../../src/adapters/aws/experiments.ts';
import { openNetworks } from '../../../src/adapters/aws/networks.ts';
import { openServices } from '../../../src/adapters/aws/services.ts';
import { openZonalShifts } from '../../../src/adapters/aws/zonal-shifts.ts';
import { openClock, type PacedClock } from '../../../src/adapters/process/system-clock.ts';
import type { RunbookPlace } from '../../../src/define/runbook.ts';
import type { CallGuard, RunbookPorts } from '../../../src/ports/runbook-ports.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import type { Runbook } from '../../../src/runbooks/asking.ts';
import { azEvacuation } from '../../../src/runbooks/az-evacuation.ts';
import { ecsRedeploy } from '../../../src/runbooks/ecs-redeploy.ts';
import { ecsRollback } from '../../../src/runbooks/ecs-rollback.ts';
import { ecsScale } from '../../../src/runbooks/ecs-scale.ts';
import { withEmulator } from '../../adapters/aws/support.ts';
import { buildService } from '../../support/emulated-service.ts';
import { describeWith } from '../../support/needs.ts';
import { obstaclesOf, planOf, play } from '../../support/play-steps.ts';
import { describeServiceContract } from '../../support/service-contract.ts';

/** A minute takes a second. */
const rate = 60;

const place: RunbookPlace = { environment: 'test', region: 'eu-west-2', prefix: 'assess-test' };
const app = { cluster: 'assess-test', service: 'assess-test-app' };

const definition = (revision: number) => `arn:aws:ecs:eu-west-2:123456789012:task-definition/${app.service}:${revision}`;

describeWith(['moto_server'], 'in the emulated AWS', () => {
  let clock: PacedClock;
  const config = withEmulator(async (client) => {
    await buildService(client, place.prefix);
    const originMs = Date.now();
    await startSimulation(client.endpoint ?? '', { rate, originMs });
    clock = openClock({ OPSDECK_TIME: `${rate}@${originMs}` });
  });
  /** Plans, runs and undoes it, and holds what it called against what it declares. */
  const playAll = async (runbook: Runbook, given: Readonly<Record<string, string>>) => {
    const asked = new Set<string>();
    const ports = portsOf(config(), clock, (call) => void asked.add(call));
    const stage = { ports, place, clock };
    expect(await obstaclesOf(runbook, stage, given)).toEqual([]);
    const plan = await planOf(runbook, stage, given);
    expect([...asked].filter((call) => !runbook.calls.reads.some((read) => read === call))).toEqual([]);
    const { said, undo } = await play(runbook, stage, given);
    const undone = await undo();
    return { plan, said, undone, asked, ports };
  };
  const declared = ({ calls }: Runbook): readonly string[] => [...calls.reads, ...Object.keys(calls.writes)].sort();

  test('ecs-scale', async () => {
    const { said, undone, asked, ports } = await playAll(ecsScale, { desired: '9', least: '5' });
    expect(said.scale).toBe('9 of 9 tasks run, 9 are healthy');
    expect(undone.scale).toBe('3 of 3 tasks run, 3 are healthy');
    expect(await ports.autoScaling.describe(app)).toEqual({ least: 2, most: 6, isScaleInSuspended: false });
    expect([...asked].sort()).toEqual(declared(ecsScale));
  }, 20_000);

  test('ecs-redeploy', async () => {
    const { said, undone, asked, ports } = await playAll(ecsRedeploy, {});
    expect(said).toEqual({ redeploy: '3 of 3 tasks run, 3 are healthy' });
    expect(undone).toEqual({ redeploy: '3 of 3 tasks run, 3 are healthy' });
    const [latest, ...earlier] = await ports.services.rollouts(app);
    expect([latest?.status, earlier.length]).toEqual(['SUCCESSFUL', 1]);
    // Only while a deployment is in progress is one turned back.
    expect([...asked, 'ecs:StopServiceDeployment'].sort()).toEqual(declared(ecsRedeploy));
  }, 20_000);

  test('ecs-rollback', async () => {
    const asked = new Set<string>();
    const ports = portsOf(config(), clock, (call) => void asked.add(call));
    const stage = { ports, place, clock };
    const running = async () => (await ports.services.describe(app))?.taskDefinition.split('/').at(-1);
    await ports.services.deploy(app, 'assess-test-app:2');
    const [inProgress] = await ports.services.rollouts(app);
    expect(inProgress).toMatchObject({ status: 'IN_PROGRESS', taskDefinition: expect.stringMatching(/assess-test-app:2$/) });
    const turned = await play(ecsRollback, stage);
    expect([turned.said, await running()]).toEqual([{ 'roll-back': '3 of 3 tasks run, 3 are healthy' }, 'assess-test-app:1']);
    await turned.undo();
    expect(await running()).toBe('assess-test-app:2');

    expect(await obstaclesOf(ecsRollback, stage, { to: '3' })).toHaveLength(1);
    expect(await obstaclesOf(ecsRollback, stage, {})).toEqual([]);
    const back = await play(ecsRollback, stage);
    expect([back.said, await running()]).toEqual([{ 'roll-back': '3 of 3 tasks run, 3 are healthy' }, 'assess-test-app:1']);
    await back.undo();
    expect(await running()).toBe('assess-test-app:2');
    expect([...asked].sort()).toEqual(declared(ecsRollback));
  }, 30_000);

  test('az-evacuation', async () => {
    const { plan, said, undone, asked, ports } = await playAll(azEvacuation, { zone: 'b' });
    expect(plan['shift-traffic']).toEqual([
      'traffic of the load balancer assess-test: all zones -> all zones but eu-west-2b (euw2-az3), for 4 hours',
    ]);
    expect(said).toMatchObject({ 'pre-scale': '5 of 5 tasks run, 5 are healthy', 'clear-zone': 'no task is in eu-west-2b' });
    expect(said['shift-traffic']).toMatch(/^traffic is shifted away from euw2-az3 until /);
    expect(said['move-tasks']).toBe('the deployment of assess-test-app:2 is complete');
    expect(undone).toEqual({
      'move-tasks': '5 of 5 tasks run, 5 are healthy',
      'shift-traffic': 'traffic goes to all zones',
      'pre-scale': '3 of 3 tasks run, 3 are healthy',
    });
    expect(await ports.services.subnets(app)).toHaveLength(3);
    // No task had to be stopped, and no experiment was there to be read.
    expect([...asked, 'ecs:StopTask', 'fis:GetExperiment'].sort()).toEqual(declared(azEvacuation));
  }, 30_000);

  test('a task definition that is not there is not usable', async () => {
    const { services } = portsOf(config(), clock, () => {});
    expect([await services.isUsable('assess-test-app:2'), await services.isUsable('assess-test-app:99')]).toEqual([true, false]);
  });

  describeServiceContract(() => ({
    ports: portsOf(config(), clock, () => {}),
    service: app,
    taskDefinitions: [definition(1), definition(2)],
    // Things happen at the emulator's next tick only.
    pass: async (seconds) => void (await Promise.all([clock.sleep(seconds * 1000), sleep(600)])),
  }));
});

function portsOf(config: AwsClientConfig, clock: PacedClock, onCall: CallGuard): RunbookPorts {
  const client = { ...config, onCall };
  const ports: Partial<RunbookPorts> = {
    autoScaling: openAutoScaling(client),
    evidence: openEvidence(client, { clock }),
    experiments: openExperiments(client),
    networks: openNetworks(client),
    services: openServices(client),
    zonalShifts: openZonalShifts(client),
  };
  return ports as RunbookPorts;
}
