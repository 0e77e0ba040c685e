// What a killed run may have left in the account.
import { expect, test } from '@jest/globals';
import type { Json, Plan, ResourceChange } from '../../../src/actions/plan/model.ts';
import { possibleLeftovers } from '../../../src/cli/init/adopt.ts';

function change(type: string, action: ResourceChange['action'], after: Readonly<Record<string, Json>>): ResourceChange {
  const masks = { before: undefined, afterUnknown: undefined, beforeSensitive: undefined, afterSensitive: undefined };
  const attributes = () => Object.entries(after).map(([key, value]) => ({ key, after: value, ...masks }));
  return { address: `${type}.x`, type, action, attributes } as unknown as ResourceChange;
}

test('is what cannot be made twice, by the id that Terraform imports it with', () => {
  const plan: Pick<Plan, 'resources'> = {
    resources: [
      change('aws_iam_role', 'create', { name: 'opsdeck-plan' }),
      change('aws_iam_role', 'update', { name: 'opsdeck-deploy' }),
      change('aws_iam_policy', 'create', { name: 'boundary' }),
      change('aws_iam_openid_connect_provider', 'create', { url: 'https://token.example' }),
      change('aws_s3_bucket', 'create', { bucket: 'states' }),
      change('aws_s3_bucket', 'create', {}),
      change('aws_iam_role_policy', 'create', { name: 'plan-1' }),
      change('constructor', 'create', { name: 'x' }),
    ],
  };
  expect(possibleLeftovers(plan, '123456789012').map(({ address, id }) => `${address} ${id}`)).toEqual([
    'aws_iam_role.x opsdeck-plan',
    'aws_iam_policy.x arn:aws:iam::123456789012:policy/boundary',
    'aws_iam_openid_connect_provider.x arn:aws:iam::123456789012:oidc-provider/token.example',
    'aws_s3_bucket.x states',
  ]);
});
