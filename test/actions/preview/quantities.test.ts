// What a preview runs all day, as its stacks say.
import { expect, test } from '@jest/globals';
import { isolatedQuantitiesOf, sharedQuantitiesOf } from '../../../src/actions/preview/quantities.ts';
import { stackNamed } from '../../stacks/support/synthesized.ts';

const labels = (quantities: readonly { readonly label: string }[]) => quantities.map(({ label }) => label);

test('a shared preview runs its tasks', () => {
  const [tasks] = sharedQuantitiesOf(stackNamed('staging/service-pr-7').json);
  expect(tasks).toEqual({ label: '2 Fargate tasks', uses: { 'fargate-vcpu': 1, 'fargate-gb': 2 } });
});

test('an isolated preview runs a platform besides', () => {
  const quantities = isolatedQuantitiesOf(stackNamed('preview/platform').json, stackNamed('preview/service').json);
  expect(quantities.slice(0, 6)).toEqual([
    { label: '2 Fargate tasks', uses: { 'fargate-vcpu': 1, 'fargate-gb': 2 } },
    { label: 'logs and metrics', uses: {} },
    { label: 'data transfer', uses: {} },
    { label: 'a load balancer', uses: { 'load-balancer': 1, 'public-ipv4': 2 } },
    { label: 'a NAT gateway', uses: { 'nat-gateway': 1, 'public-ipv4': 1 } },
    { label: '0.5 Aurora capacity units', uses: { 'aurora-acu': 0.5 } },
  ]);
});

test('of stacks without any of that nothing is counted', () => {
  expect(labels(sharedQuantitiesOf({ resource: {} }))).toEqual(['0 Fargate tasks', 'logs and metrics', 'data transfer']);
});
