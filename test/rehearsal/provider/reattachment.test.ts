// What a provider in debug mode prints, and what Terraform is told of it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseReattachment, reattachVariables } from '../../../src/rehearsal/provider/reattachment.ts';

/** As printed by the AWS provider 5.100.0. */
const printed = `\tTF_REATTACH_PROVIDERS='{"registry.terraform.io/hashicorp/aws":{"Protocol":"grpc","ProtocolVersion":5,"Pid":21196,"Test":true,"Addr":{"Network":"unix","String":"/tmp/plugin3687091546"}}}'`;

const reattachment = {
  Protocol: 'grpc',
  ProtocolVersion: 5,
  Pid: 21_196,
  Test: true,
  Addr: { Network: 'unix', String: '/tmp/plugin3687091546' },
};

describe('the line of a provider', () => {
  test('tells how to reach it', () => {
    expect(parseReattachment(printed)).toEqual(reattachment);
  });

  test.each([
    ['the line before it', 'Provider started. To attach Terraform CLI, set the TF_REATTACH_PROVIDERS environment variable'],
    ['an empty line', ''],
    ['another variable', `\tTF_LOG='{"a":{"Protocol":"grpc","Pid":1,"Addr":{"String":"s"}}}'`],
    ['half of it', printed.slice(0, -40)],
    ['no JSON', `TF_REATTACH_PROVIDERS='{nothing}'`],
    ['no provider', `TF_REATTACH_PROVIDERS='{}'`],
    ['two providers', printed.replace('{"registry', '{"b":{},"registry')],
    ['no process', printed.replace('"Pid":21196,', '')],
    ['no socket', printed.replace('"String"', '"Text"')],
    ['another protocol', printed.replace('grpc', 'netrpc')],
    ['a list in place of the provider', `TF_REATTACH_PROVIDERS='{"a":[]}'`],
  ])('is not %s', (_what, line) => {
    expect(parseReattachment(line)).toBeUndefined();
  });

  test('may be anything, and is never taken for what it is not', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, value) => {
        const lines = [text, `TF_REATTACH_PROVIDERS='${text}'`, `TF_REATTACH_PROVIDERS='{"a":${JSON.stringify(value)}}'`];
        expect(lines.map(parseReattachment)).toEqual([undefined, undefined, undefined]);
      }),
    );
  });
});

test('Terraform is told the same, under the address that the stack has it by', () => {
  const { TF_REATTACH_PROVIDERS = '' } = reattachVariables('registry.opentofu.org/hashicorp/aws', reattachment);
  expect(JSON.parse(TF_REATTACH_PROVIDERS)).toEqual({ 'registry.opentofu.org/hashicorp/aws': reattachment });
});
