// The web application firewall in front of the load balancer and the API.
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import { Wafv2IpSet } from '@cdktf/provider-aws/lib/wafv2-ip-set/index.js';
import { Wafv2WebAcl, type Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl/index.js';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association/index.js';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration/index.js';
import { Construct } from 'constructs';
import { logRetentionDays } from '../parts/log-group.ts';
import type { PlatformContext } from './context.ts';

/** Rule groups that AWS keeps: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const managedGroups = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet', 'AWSManagedRulesSQLiRuleSet'];

/**
 * Requests from one address in five minutes. High, because a whole school sits behind one address:
 * an assumption of 1,000 students with 20 requests a minute each.
 */
const requestsPerAddress = 100_000;

export interface FirewallProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  /** ARNs of load balancers and API stages, by name. */
  readonly protects: Readonly<Record<string, string>>;
}

export class Firewall extends Construct {
  readonly aclName: string;

  constructor(scope: Construct, id: string, { context, keyArn, protects }: FirewallProps) {
    super(scope, id);
    const { prefix } = context;
    const blocked = new Wafv2IpSet(this, 'blocked-addresses', {
      name: `${prefix}-blocked`,
      description: 'Filled by the waf-block-ip runbook',
      scope: 'REGIONAL',
      ipAddressVersion: 'IPV4',
      addresses: [],
      // The runbook's entries must survive the next apply, and so must their expiries, which are tags.
      lifecycle: { ignoreChanges: ['addresses', 'tags'] },
    });
    const acl = new Wafv2WebAcl(this, 'acl', {
      name: prefix,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: measured(prefix),
      rule: rules(prefix, blocked.arn),
    });
    this.aclName = acl.name;
    for (const [name, resourceArn] of Object.entries(protects)) {
      new Wafv2WebAclAssociation(this, name, { webAclArn: acl.arn, resourceArn });
    }
    // WAF only accepts log groups whose name begins like this.
    const logs = new CloudwatchLogGroup(this, 'logs', {
      name: `aws-waf-logs-${prefix}`,
      retentionInDays: logRetentionDays,
      kmsKeyId: keyArn,
    });
    new Wafv2WebAclLoggingConfiguration(this, 'logging', {
      resourceArn: acl.arn,
      logDestinationConfigs: [logs.arn],
      redactedFields: [{ singleHeader: { name: 'authorization' } }, { singleHeader: { name: 'cookie' } }],
    });
  }
}

/** `statement` is not typed and not converted by the bindings: it is written in Terraform's own snake_case. */
function rules(prefix: string, blockedSetArn: string): Wafv2WebAclRule[] {
  const managed = managedGroups.map((name, index) => ({
    name,
    priority: 10 + index,
    overrideAction: { none: {} },
    visibilityConfig: measured(`${prefix}-${name}`),
    statement: { managed_rule_group_statement: { vendor_name: 'AWS', name } },
  }));
  return [
    {
      name: 'blocked-addresses',
      priority: 0,
      action: { block: {} },
      visibilityConfig: measured(`${prefix}-blocked`),
      statement: { ip_set_reference_statement: { arn: blockedSetArn } },
    },
    ...managed,
    {
      name: 'rate-by-address',
      priority: 20,
      action: { block: {} },
      visibilityConfig: measured(`${prefix}-rate`),
      statement: { rate_based_statement: { limit: requestsPerAddress, aggregate_key_type: 'IP' } },
    },
  ];
}

function measured(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}
