// What every implementation of the ports by which a service is changed keeps to, in memory as in an emulated AWS.
import { describe, expect, test } from '@jest/globals';
import type { RunbookPorts } from '../../src/ports/runbook-ports.ts';
import type { ServiceIdentity } from '../../src/ports/services.ts';

/** Where a service has three tasks, one subnet in each of three zones, limits, and a load balancer. */
export interface ServiceContractWorld {
  readonly ports: Pick<RunbookPorts, 'autoScaling' | 'networks' | 'services' | 'zonalShifts'>;
  readonly service: ServiceIdentity;
  /** The first one is what the service has had, or has. */
  readonly taskDefinitions: readonly [string, string];
  /** Lets so much time pass, or a little more. */
  pass(seconds: number): Promise<void>;
}

/** The tests follow each other: a later one finds what an earlier one left. */
export function describeServiceContract(open: () => ServiceContractWorld): void {
  describe('a service', () => {
    test('has as many tasks as it is told to, by the deployment that it has', async () => {
      const { ports, service, pass } = open();
      const before = await ports.services.rollouts(service);
      await ports.services.scale(service, 5);
      await ports.services.scale(service, 5);
      expect(await ports.services.describe(service)).toMatchObject({ desired: 5 });
      await pass(90);
      expect(await ports.services.describe(service)).toMatchObject({ desired: 5, running: 5, pending: 0 });
      await ports.services.scale(service, 3);
      await pass(90);
      expect(await ports.services.tasks(service)).toHaveLength(3);
      expect(await ports.services.rollouts(service)).toEqual(before);
    });

    test('remembers its deployments, newest first, with what they brought and how they ended', async () => {
      const { ports, service, pass, taskDefinitions } = open();
      const before = await ports.services.rollouts(service);
      await ports.services.deploy(service, taskDefinitions[1]);
      const [latest, ...earlier] = await ports.services.rollouts(service);
      expect(latest).toMatchObject({ status: 'IN_PROGRESS', taskDefinition: taskDefinitions[1] });
      expect(earlier).toEqual(before);
      await pass(150);
      const [done] = await ports.services.rollouts(service);
      expect(done).toMatchObject({ arn: latest?.arn, status: 'SUCCESSFUL' });
      // Of one that has ended, nothing is asked.
      await ports.services.turnBack(done?.arn ?? '');
      expect(await ports.services.describe(service)).toMatchObject({ taskDefinition: taskDefinitions[1] });
    });

    test('is turned back by the deployment itself, which may be asked for twice', async () => {
      const { ports, service, pass, taskDefinitions } = open();
      const count = (await ports.services.rollouts(service)).length;
      await ports.services.deploy(service, taskDefinitions[0]);
      const [rolling] = await ports.services.rollouts(service);
      await ports.services.turnBack(rolling?.arn ?? '');
      await ports.services.turnBack(rolling?.arn ?? '');
      expect((await ports.services.rollouts(service))[0]).toMatchObject({ arn: rolling?.arn, status: 'ROLLBACK_IN_PROGRESS' });
      await pass(150);
      const [turned, ...earlier] = await ports.services.rollouts(service);
      expect(turned).toMatchObject({ arn: rolling?.arn, status: 'ROLLBACK_SUCCESSFUL', taskDefinition: taskDefinitions[0] });
      expect(turned?.reason).not.toBe('');
      expect(earlier).toHaveLength(count);
      expect(await ports.services.describe(service)).toMatchObject({ taskDefinition: taskDefinitions[1], running: 3 });
    });

    test('leaves a subnet by a new deployment, and comes back by another', async () => {
      const { ports, service, pass } = open();
      const all = await ports.networks.subnets(await ports.services.subnets(service));
      expect(new Set(all.map(({ zone }) => zone)).size).toBe(3);
      expect(new Set(all.map(({ zoneId }) => zoneId)).size).toBe(3);
      const [first, ...others] = all;
      await ports.services.moveTo(
        service,
        others.map(({ id }) => id),
      );
      await pass(150);
      const zones = new Set((await ports.services.tasks(service)).map(({ zone }) => zone));
      expect([...zones].sort()).toEqual(others.map(({ zone }) => zone).sort());
      expect(zones).not.toContain(first?.zone);
      await ports.services.moveTo(
        service,
        all.map(({ id }) => id),
      );
      await pass(150);
      expect([...(await ports.services.subnets(service))].sort()).toEqual(all.map(({ id }) => id));
      expect((await ports.services.rollouts(service)).slice(0, 2)).toMatchObject([
        { status: 'SUCCESSFUL' },
        { status: 'SUCCESSFUL' },
      ]);
    });

    test('replaces a task that is stopped; to stop one that is gone is no matter', async () => {
      const { ports, service, pass } = open();
      const [task] = await ports.services.tasks(service);
      await ports.services.stopTask(service, task?.arn ?? '', 'Test');
      await ports.services.stopTask(service, task?.arn ?? '', 'Test');
      expect((await ports.services.tasks(service)).map(({ arn }) => arn)).not.toContain(task?.arn);
      await pass(90);
      expect(await ports.services.tasks(service)).toHaveLength(3);
    });

    test('keeps to the limits that it is given; one without has none', async () => {
      const { ports, service } = open();
      await ports.autoScaling.setLimits(service, { least: 1, most: 9 });
      expect(await ports.autoScaling.describe(service)).toEqual({ least: 1, most: 9, isScaleInSuspended: false });
      expect(await ports.autoScaling.describe({ ...service, service: 'nobody' })).toBeUndefined();
    });

    test('has its traffic shifted once at a time, until that is cancelled', async () => {
      const { zonalShifts } = open().ports;
      const [found] = await zonalShifts.shiftable();
      const [{ zoneId = '' } = {}] = await open().ports.networks.subnets(await open().ports.services.subnets(open().service));
      const request = { resource: found?.arn ?? '', awayFrom: zoneId, seconds: 5400, comment: 'Test' };
      await zonalShifts.start(request);
      const [shift] = await zonalShifts.active();
      expect(shift).toMatchObject({ resource: found?.arn, awayFrom: zoneId, comment: 'Test' });
      expect(Date.parse(shift?.expiresAt ?? '') - Date.parse(shift?.startedAt ?? '')).toBe(5_400_000);
      await expect(zonalShifts.start(request)).rejects.toThrow();
      await zonalShifts.cancel(shift?.id ?? '');
      expect(await zonalShifts.active()).toEqual([]);
    });
  });
}
