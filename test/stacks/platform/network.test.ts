// The constructs network, endpoints, security-groups and flow-logs.
import { describe, expect, test } from '@jest/globals';
import { at, textAt } from '../support/json.ts';
import { grants, outline, readable } from '../support/outline.ts';
import { below, ofType, type Resource } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';

const production = stackNamed('production/platform');
const preview = stackNamed('preview/platform');

describe('network', () => {
  test('has three tiers in every zone', () => {
    expect(outline(production, ofType(production, 'aws_subnet'), 'cidr_block', 'availability_zone')).toMatchInlineSnapshot(`
      "network/app-0: 10.0.16.0/20 eu-west-2a
      network/app-1: 10.0.32.0/20 eu-west-2b
      network/app-2: 10.0.48.0/20 eu-west-2c
      network/data-0: 10.0.8.0/24 eu-west-2a
      network/data-1: 10.0.9.0/24 eu-west-2b
      network/data-2: 10.0.10.0/24 eu-west-2c
      network/public-0: 10.0.0.0/24 eu-west-2a
      network/public-1: 10.0.1.0/24 eu-west-2b
      network/public-2: 10.0.2.0/24 eu-west-2c"
    `);
  });

  test('has no two subnets that overlap', () => {
    const blocks = ofType(production, 'aws_subnet').map(({ body }) => rangeOf(textAt(body, 'cidr_block')));
    const overlapping = blocks.filter(([from, to], index) => {
      return blocks.some(([otherFrom, otherTo], other) => other !== index && from <= otherTo && otherFrom <= to);
    });
    expect(overlapping).toEqual([]);
  });

  test('sends each zone out through its own gateway, and data nowhere', () => {
    expect(
      outline(
        production,
        ofType(production, 'aws_route'),
        'route_table_id',
        'destination_cidr_block',
        'nat_gateway_id',
        'gateway_id',
      ),
    ).toMatchInlineSnapshot(`
      "network/app-0-to-internet: <network/app-0-routes id> 0.0.0.0/0 <network/nat-0 id>
      network/app-1-to-internet: <network/app-1-routes id> 0.0.0.0/0 <network/nat-1 id>
      network/app-2-to-internet: <network/app-2-routes id> 0.0.0.0/0 <network/nat-2 id>
      network/public-to-internet: <network/public-routes id> 0.0.0.0/0 <network/internet-gateway id>"
    `);
    expect(outline(production, ofType(production, 'aws_route_table_association'), 'route_table_id')).toMatchInlineSnapshot(`
      "network/app-0-routing: <network/app-0-routes id>
      network/app-1-routing: <network/app-1-routes id>
      network/app-2-routing: <network/app-2-routes id>
      network/data-0-routing: <network/data-routes id>
      network/data-1-routing: <network/data-routes id>
      network/data-2-routing: <network/data-routes id>
      network/public-0-routing: <network/public-routes id>
      network/public-1-routing: <network/public-routes id>
      network/public-2-routing: <network/public-routes id>"
    `);
  });

  test('of a preview has two zones that share one gateway', () => {
    const gateways = ofType(preview, 'aws_route').map(({ body }) => readable(preview, body.nat_gateway_id ?? body.gateway_id));
    expect(new Set(gateways)).toEqual(new Set(['<network/internet-gateway id>', '<network/nat-0 id>']));
    expect(ofType(preview, 'aws_subnet')).toHaveLength(6);
  });
});

/** First and last address of a block such as 10.0.16.0/20. */
function rangeOf(block: string): readonly [from: number, to: number] {
  const [address = '', bits] = block.split('/');
  const from = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return [from, from + 2 ** (32 - Number(bits)) - 1];
}

describe('endpoints', () => {
  test.each([
    [
      'production',
      production,
      ['ecr.api', 'ecr.dkr', 'kinesis-streams', 'kms', 'logs', 'monitoring', 's3', 'secretsmanager', 'sts', 'xray'],
    ],
    ['preview', preview, ['s3']],
  ])('of %s', (_profile, stack, services) => {
    const offered = ofType(stack, 'aws_vpc_endpoint').map(({ body }) => textAt(body, 'service_name'));
    expect(offered.toSorted()).toEqual(services.map((service) => `com.amazonaws.eu-west-2.${service}`));
  });

  test('let tasks in, by their security group', () => {
    const guarded = ofType(production, 'aws_vpc_endpoint').map(({ body }) =>
      readable(production, at(body, 'security_group_ids.0')),
    );
    expect(new Set(guarded)).toEqual(new Set(['', '<security-groups/endpoints id>']));
  });
});

describe('security-groups', () => {
  const nameOf = (value: unknown) => readable(production, value).replace(/^<security-groups\/(.*) id>$/, '$1');
  const from = ({ body }: Resource) => nameOf(body.referenced_security_group_id ?? body.cidr_ipv4);
  const rules = (type: string) => ofType(production, type).filter(({ path }) => path.startsWith('security-groups/'));
  const incoming = rules('aws_vpc_security_group_ingress_rule').map((rule) => {
    return `${from(rule)} -> ${nameOf(rule.body.security_group_id)} ${rule.body.ip_protocol} ${rule.body.to_port}`;
  });
  const outgoing = rules('aws_vpc_security_group_egress_rule').map((rule) => {
    return `${nameOf(rule.body.security_group_id)} -> ${from(rule)} ${rule.body.ip_protocol} ${rule.body.to_port}`;
  });

  test('connect these, and nothing else', () => {
    expect([...new Set([...incoming, ...outgoing])].toSorted().join('\n')).toMatchInlineSnapshot(`
      "0.0.0.0/0 -> edge tcp 443
      0.0.0.0/0 -> edge tcp 80
      app -> 0.0.0.0/0 tcp 443
      app -> cache tcp 6379
      app -> database-proxy tcp 5432
      app -> endpoints tcp 443
      database-proxy -> database tcp 5432
      edge -> app tcp 8080"
    `);
  });

  test('permit each connection inside the VPC on both ends', () => {
    const inside = (lines: readonly string[]) => lines.filter((each) => !each.includes('0.0.0.0/0')).toSorted();
    expect(inside(incoming)).toEqual(inside(outgoing));
  });
});

describe('flow-logs', () => {
  test('are written by a role that can do nothing else', () => {
    expect(grants(production, 'flow-logs/writer')).toMatchInlineSnapshot(
      `"Allow logs:CreateLogStream, logs:PutLogEvents, logs:DescribeLogGroups, logs:DescribeLogStreams on <flow-logs/logs arn>:*"`,
    );
  });

  test('consist of a log, a role and the log group', () => {
    expect(below(production, 'flow-logs').map(({ type }) => type)).toEqual([
      'aws_cloudwatch_log_group',
      'aws_flow_log',
      'aws_iam_role',
      'aws_iam_role_policy',
    ]);
  });
});
