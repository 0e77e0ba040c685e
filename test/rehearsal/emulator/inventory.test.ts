import { describe, expect, test } from '@jest/globals';
import { diffInventory, readInventory } from '../../../src/rehearsal/emulator/inventory.ts';

const place = { account: '123456789012', region: 'eu-west-2' };
const vpc = { service: 'ec2', type: 'VPC', id: 'vpc-1' };
const cluster = { service: 'ecs', type: 'Cluster', id: 'arn:aws:ecs:eu-west-2:123456789012:cluster/c' };
const role = { service: 'iam', type: 'Role', id: 'arn:aws:iam::123456789012:role/r' };

describe('an inventory', () => {
  test('is sorted and free of doubles, without the place', () => {
    const rows = [role, vpc, cluster, vpc].map((resource) => ({ ...place, ...resource }));
    expect(readInventory(rows)).toEqual([vpc, cluster, role]);
  });

  test.each([
    ['no list', { error: 'x' }, 'expected a list of resources, got {"error":"x"}'],
    ['an incomplete row', [{ service: 'ec2', id: 'vpc-1' }], 'expected service, type and id, got {"service":"ec2","id":"vpc-1"}'],
    ['nothing in a row', [null], 'expected service, type and id, got null'],
  ])('is refused: %s', (_what, answer, message) => {
    expect(() => readInventory(answer)).toThrow(message);
  });

  test('is compared with an earlier one', () => {
    expect(diffInventory([vpc, cluster], [cluster, role])).toEqual({ added: [role], removed: [vpc] });
  });
});
