import { describe, expect, test } from '@jest/globals';
import type { PlannedChange } from '../../src/ports/terraform.ts';
import { countsText, rehearsedStack } from '../../src/rehearsal/stack.ts';
import type { World, WorldTerraform } from '../../src/rehearsal/world.ts';

const counts = { add: 0, change: 1, remove: 0, import: 0 };
const report = { onTerraform: () => undefined, note: () => undefined };
const service: PlannedChange = { address: 'aws_ecs_service.a', resourceType: 'aws_ecs_service', action: 'update' };
const database: PlannedChange = { address: 'aws_rds_cluster.b', resourceType: 'aws_rds_cluster', action: 'replace' };

/** A Terraform that plans these changes, and leaves these addresses in its state. */
function stackWith({ changes = [], left = [] }: { changes?: readonly PlannedChange[]; left?: readonly string[] }) {
  const applied: unknown[] = [];
  const released: string[] = [];
  const terraform: Partial<WorldTerraform> = {
    plan: async () => ({ hasChanges: changes.length > 0, counts, changes, drift: [], diagnostics: [] }),
    apply: async (options) => {
      applied.push(options?.planFile);
      return { counts, diagnostics: [] };
    },
    destroy: async () => ({ counts: { ...counts, remove: 7 }, diagnostics: [] }),
    stateList: async () => left,
    release: async () => void released.push('released'),
  };
  const world = { signal: new AbortController().signal, terraformIn: () => terraform } as unknown as World;
  return { stack: rehearsedStack(world, 'service', 'folder'), applied, released };
}

describe('a second plan', () => {
  test('is fine when there is nothing to change', async () => {
    await expect(stackWith({}).stack.expectNoChanges(report)).resolves.toBe('No changes');
  });

  test('fails the rehearsal otherwise, and names what it would change', async () => {
    const failure = stackWith({ changes: [database] }).stack.expectNoChanges(report);
    await expect(failure).rejects.toMatchObject({ code: 'rehearsal/unexpected-plan', details: ['replace aws_rds_cluster.b'] });
  });
});

describe('a change that may touch only some types', () => {
  test('applies exactly the plan that was looked at', async () => {
    const { stack, applied } = stackWith({ changes: [service] });
    await expect(stack.applyOnly(['aws_ecs_service'], report)).resolves.toBe('only aws_ecs_service (update)');
    expect(applied).toEqual(['rehearsal.tfplan']);
  });

  test.each([
    ['something else would change', [service, database]],
    ['nothing would change', []],
  ])('is not applied when %s', async (_when, changes) => {
    const { stack, applied } = stackWith({ changes });
    await expect(stack.applyOnly(['aws_ecs_service'], report)).rejects.toMatchObject({ code: 'rehearsal/unexpected-plan' });
    expect(applied).toEqual([]);
  });
});

describe('a destruction', () => {
  test('says what was destroyed, and releases what Terraform kept running', async () => {
    const { stack, released } = stackWith({});
    await expect(stack.destroy(report)).resolves.toBe('1 changed, 7 destroyed, 0 left in the state');
    expect(released).toEqual(['released']);
  });

  test('fails the rehearsal when something stays in the state', async () => {
    const failure = stackWith({ left: ['aws_vpc.a'] }).stack.destroy(report);
    await expect(failure).rejects.toMatchObject({ code: 'rehearsal/state-not-empty', details: ['aws_vpc.a'] });
  });
});

test.each([
  [{ add: 215, change: 0, remove: 0, import: 0 }, '215 added'],
  [{ add: 1, change: 2, remove: 3, import: 0 }, '1 added, 2 changed, 3 destroyed'],
  [{ add: 0, change: 0, remove: 0, import: 0 }, 'nothing to do'],
])('%j reads as "%s"', (given, text) => {
  expect(countsText(given)).toBe(text);
});
