import { expect, test } from '@jest/globals';
import { refuseLeftovers } from '../../src/rehearsal/leftovers.ts';

test('an emulator without a trace is accepted', () => {
  expect(() => refuseLeftovers({ tagged: [], added: [] })).not.toThrow();
});

test.each([
  ['a tagged resource', { tagged: ['arn:aws:sqs:eu-west-2:1:q'], added: [] }, 'arn:aws:sqs:eu-west-2:1:q'],
  ['anything else', { tagged: [], added: [{ service: 'ec2', type: 'Vpc', id: 'vpc-1' }] }, 'ec2 Vpc vpc-1'],
])('%s that is left fails the rehearsal, by name', (_what, leftovers, name) => {
  expect(() => refuseLeftovers(leftovers)).toThrow(expect.objectContaining({ code: 'rehearsal/leftovers', details: [name] }));
});
