import { describe, expect, test } from '@jest/globals';
import { isRegion, regions, zonesOf } from '../../src/stacks/regions.ts';

describe('regions', () => {
  test('are those with three zones that every account sees by the same letters', () => {
    expect(regions).toContain('eu-west-2');
    // Their letters differ from account to account, or are fewer than three: us-east-1 has six, us-west-1 two of three.
    for (const other of ['us-east-1', 'us-west-1', 'ap-northeast-1']) expect(regions).not.toContain(other);
  });

  test.each([
    ['eu-west-2', true],
    ['EU-WEST-2', false],
    ['eu-west-9', false],
    ['', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isRegion(text)).toBe(expected);
  });

  test.each([
    [2, ['eu-west-2a', 'eu-west-2b']],
    [3, ['eu-west-2a', 'eu-west-2b', 'eu-west-2c']],
  ])('%i zones', (count, zones) => {
    expect(zonesOf('eu-west-2', count)).toEqual(zones);
  });

  test.each(regions)('%s has as many zones as the largest profile wants', (region) => {
    expect(zonesOf(region, 3)).toHaveLength(3);
  });
});

test('what every object has is no region', () => {
  expect(isRegion('toString')).toBe(false);
});
