// Names of places, told by what is there.
import { expect, test } from '@jest/globals';
import { computePlaces } from '../../../src/actions/kpi/places.ts';
import { preview, staging } from './support/world.ts';

const scope = { region: 'eu-west-2', apiName: 'assess-staging' };

test('every place of a platform and its service has a name', () => {
  expect(computePlaces(staging, scope)).toEqual({
    'load-balancer': ['app/assess-staging/50dc6c495c0c9188'],
    'target-group': ['targetgroup/assess-staging-app/73e2d6bc24d8a067'],
    cluster: ['assess-staging'],
    service: ['assess-staging-app'],
    zone: ['eu-west-2a', 'eu-west-2b'],
    'api-name': ['assess-staging'],
    'api-stage': ['v1'],
    'database-cluster': ['assess-staging'],
    'cache-node': ['assess-staging-001', 'assess-staging-002'],
    stream: ['assess-staging-events'],
    'delivery-stream': ['assess-staging-events'],
    'web-acl': ['assess-staging'],
    'dead-letter-queue': ['assess-staging-dead-letters'],
    region: ['eu-west-2'],
  });
});

test('what is not there has no name', () => {
  expect(Object.keys(computePlaces(preview, scope)).sort()).toEqual(['cluster', 'region', 'service', 'target-group']);
});

test.each([
  ['no ARN at all', 'anything', {}],
  ['a queue for something else', 'arn:aws:sqs:eu-west-2:1:assess-staging-jobs', {}],
  ['a global firewall', 'arn:aws:wafv2:us-east-1:1:global/webacl/x/1', {}],
  ['a network load balancer', 'arn:aws:elasticloadbalancing:eu-west-2:1:loadbalancer/net/x/1', {}],
  ['an instance of a database', 'arn:aws:rds:eu-west-2:1:db:assess-staging-0', {}],
  ['a subnet in another region', 'arn:aws:ec2:us-east-2:1:subnet/s', { Tier: 'app', Name: 'x-us-east-2a' }],
  ['something in a zone that is no subnet', 'arn:aws:ec2:eu-west-2:1:eip/s', { Name: 'x-eu-west-2a' }],
])('%s names nothing', (_what, arn, tags) => {
  expect(computePlaces([{ arn, tags }], scope)).toEqual({ region: ['eu-west-2'] });
});
