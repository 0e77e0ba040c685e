// The constructs edge, access-logs, firewall, api and api-routes.
import { describe, expect, test } from '@jest/globals';
import { at, listAt, textAt } from '../support/json.ts';
import { grants, outline, policyOf, readable } from '../support/outline.ts';
import { below, ofType, one } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';

const production = stackNamed('production/platform');
const preview = stackNamed('preview/platform');

describe('edge', () => {
  test('answers only to hosts that a service asks for', () => {
    const https = one(production, 'aws_lb_listener', 'edge/https').body;
    expect(https.default_action).toEqual([
      {
        type: 'fixed-response',
        fixed_response: { content_type: 'text/plain', message_body: 'No such service', status_code: '404' },
      },
    ]);
  });

  test('claims every name below the domain, and of a domain that previews share only its own', () => {
    expect(one(production, 'aws_route53_record').body).toMatchObject({
      name: '*.${var.domain}',
      type: 'A',
      alias: { evaluate_target_health: true },
    });
    expect(one(preview, 'aws_route53_record').body.name).toBe('pr-9.${var.domain}');
  });

  test('stands in public subnets of all zones, and can give one up', () => {
    const balancer = one(production, 'aws_lb').body;
    expect(balancer.enable_zonal_shift).toBe(true);
    const subnets = listAt(balancer, 'subnets').map((id) => readable(production, id));
    expect(subnets).toEqual(['<network/public-0 id>', '<network/public-1 id>', '<network/public-2 id>']);
  });
});

describe('access-logs', () => {
  test('let in who writes them', () => {
    expect(policyOf(production, 'aws_s3_bucket_policy', 'access-logs/policy')).toMatchInlineSnapshot(`
      "Deny *: s3:* on <access-logs/bucket arn>, <access-logs/bucket arn>/*
        if aws:SecureTransport Bool false
      Allow logdelivery.elasticloadbalancing.amazonaws.com: s3:PutObject on <access-logs/bucket arn>/alb/AWSLogs/111122223333/*
      Allow logging.s3.amazonaws.com: s3:PutObject on <access-logs/bucket arn>/s3/*
        if aws:SourceAccount StringEquals 111122223333"
    `);
  });

  test('are written about every other bucket', () => {
    expect(
      outline(production, ofType(production, 'aws_s3_bucket_logging'), 'target_bucket', 'target_prefix'),
    ).toMatchInlineSnapshot(`
      "alarm-forwarding/forwarder/code/access-logs: <access-logs/bucket bucket> s3/
      audit/trail-bucket/access-logs: <access-logs/bucket bucket> s3/
      data-lake/events/access-logs: <access-logs/bucket bucket> s3/
      data-lake/query-results/access-logs: <access-logs/bucket bucket> s3/"
    `);
  });
});

describe('firewall', () => {
  test('asks its rules in this order', () => {
    const rules = listAt(one(production, 'aws_wafv2_web_acl').body, 'rule').map((rule) => {
      const verdict = Object.keys(Object(at(rule, 'action') ?? at(rule, 'override_action')))[0];
      return `${at(rule, 'priority')} ${at(rule, 'name')}: ${verdict}`;
    });
    expect(rules.join('\n')).toMatchInlineSnapshot(`
      "0 blocked-addresses: block
      10 AWSManagedRulesCommonRuleSet: none
      11 AWSManagedRulesKnownBadInputsRuleSet: none
      12 AWSManagedRulesSQLiRuleSet: none
      20 rate-by-address: block"
    `);
  });

  test('leaves the addresses that a runbook blocked alone, and credentials out of its log', () => {
    expect(one(production, 'aws_wafv2_ip_set').body.lifecycle).toEqual({ ignore_changes: ['addresses', 'tags'] });
    expect(one(production, 'aws_wafv2_web_acl_logging_configuration').body.redacted_fields).toEqual([
      { single_header: { name: 'authorization' } },
      { single_header: { name: 'cookie' } },
    ]);
  });

  test('writes to a log group that WAF takes', () => {
    const [logs] = below(production, 'firewall').filter(({ type }) => type === 'aws_cloudwatch_log_group');
    expect(logs?.body.name).toBe('aws-waf-logs-assess-production');
  });
});

describe('api', () => {
  test.each([
    ['production', production, 'https://app.${var.domain}/{proxy}'],
    ['preview', preview, 'https://pr-9.${var.domain}/{proxy}'],
  ])('forwards what is no event to the application of %s', (_profile, stack, uri) => {
    const { body } = one(stack, 'aws_api_gateway_integration', 'api/forward/integration');
    expect(body).toMatchObject({ type: 'HTTP_PROXY', integration_http_method: 'ANY', uri });
  });

  test('has these routes', () => {
    const methods = ofType(production, 'aws_api_gateway_method');
    expect(
      outline(production, methods, 'http_method', 'authorization', 'request_models', 'request_parameters'),
    ).toMatchInlineSnapshot(`
      "api/events/method: POST AWS_IAM {"application/json":"<api/events/model name>"}
      api/forward/method: ANY AWS_IAM {"method.request.path.proxy":true}"
    `);
  });

  test('writes an event into the stream, in the order of its student', () => {
    const { body } = one(production, 'aws_api_gateway_integration', 'api/events/integration');
    expect(body.uri).toBe('arn:aws:apigateway:eu-west-2:kinesis:action/PutRecord');
    expect(readable(production, at(body, 'request_templates.application/json'))).toMatchInlineSnapshot(
      `"{"StreamName":"<event-stream name>","PartitionKey":$input.json('$.student_id'),"Data":"$util.base64Encode($input.body)"}"`,
    );
    expect(grants(production, 'api/events/writer')).toMatchInlineSnapshot(`
      "Allow kinesis:PutRecord on <event-stream arn>
      Allow kms:GenerateDataKey on <encryption/key arn>"
    `);
  });

  test('refuses what is no event before it costs anything', () => {
    const schema = JSON.parse(textAt(one(production, 'aws_api_gateway_model').body, 'schema'));
    expect(schema.required).toEqual(['event_id', 'student_id', 'event_type']);
    expect(one(production, 'aws_api_gateway_request_validator').body.validate_request_body).toBe(true);
  });

  test('is deployed anew when a route changes, and logs no bodies', () => {
    const { triggers, lifecycle } = one(production, 'aws_api_gateway_deployment').body;
    expect(textAt(triggers, 'routes')).toMatch(/^\$\{sha1\(jsonencode\(\[/);
    expect(lifecycle).toEqual({ create_before_destroy: true });
    const format = JSON.parse(textAt(one(production, 'aws_api_gateway_stage').body, 'access_log_settings.format'));
    expect(Object.keys(format)).toEqual(['requestId', 'ip', 'method', 'path', 'status', 'latencyMs', 'trace']);
  });
});
