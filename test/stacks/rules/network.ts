// Rows 3, 11 to 13 and 15: the network, and its one open door.
import { at, listAt, textAt } from '../support/json.ts';
import { ofType, type Resource, refersTo, type Stack } from '../support/stack.ts';
import { all, each, has, livingPlatforms, none, platforms, type Rule } from './rule.ts';

export const networkRules: readonly Rule[] = [
  {
    row: 3,
    id: 'words-of-today',
    says: 'addresses, descriptions and switches are spelt as the provider reads them',
    in: platforms,
    check: all(
      has('aws_eip', { domain: 'vpc', vpc: undefined }),
      has('aws_elasticache_replication_group', { description: /./, at_rest_encryption_enabled: 'true' }),
    ),
  },
  {
    row: 11,
    id: 'data-has-no-way-out',
    says: 'data subnets use a route table without any route',
    in: platforms,
    check: (stack) => {
      const tables = tablesOf(stack, 'data');
      const routes = ofType(stack, 'aws_route').filter(({ body }) =>
        tables.some((table) => refersTo(body.route_table_id, table)),
      );
      return [
        ...(tables.length === 0 ? ['data subnets use the main route table'] : []),
        ...tables.filter(({ body }) => body.route !== undefined).map(({ path }) => `${path} has routes`),
        ...routes.map(({ path }) => `${path} leads out of the data subnets`),
      ];
    },
  },
  {
    row: 12,
    id: 'room-for-tasks',
    says: 'app subnets have 4,091 addresses in each of three zones, and nothing in them is public',
    in: livingPlatforms,
    check: all((stack) => problemsOfTier(stack, 'app', 3), has('aws_subnet', { map_public_ip_on_launch: false })),
  },
  {
    row: 12,
    id: 'room-in-previews',
    says: 'previews have app subnets of the same size in two zones',
    in: /^preview\/platform$/,
    check: all((stack) => problemsOfTier(stack, 'app', 2), has('aws_subnet', { map_public_ip_on_launch: false })),
  },
  {
    row: 13,
    id: 's3-endpoint',
    says: 'S3 is reached inside the VPC from app and data subnets',
    in: platforms,
    check: each('aws_vpc_endpoint@endpoints/s3', 'misses a route table', ({ body }, stack) => {
      const listed = listAt(body, 'route_table_ids');
      const tables = [...tablesOf(stack, 'app'), ...tablesOf(stack, 'data')];
      return body.vpc_endpoint_type === 'Gateway' && tables.every((table) => listed.some((id) => refersTo(id, table)));
    }),
  },
  {
    row: 13,
    id: 'interface-endpoints',
    says: 'what tasks call while they start and run is reached inside the VPC',
    in: livingPlatforms,
    check: (stack) => {
      const offered = ofType(stack, 'aws_vpc_endpoint')
        .filter(({ body }) => body.vpc_endpoint_type === 'Interface' && body.private_dns_enabled === true)
        .map(({ body }) => textAt(body, 'service_name').split('.').slice(3).join('.'));
      return calledByTasks.filter((service) => !offered.includes(service)).map((service) => `no endpoint for ${service}`);
    },
  },
  {
    row: 13,
    id: 'flow-logs',
    says: 'all traffic is logged, and the default security group lets nothing through',
    in: platforms,
    check: all(
      has('aws_flow_log', { traffic_type: 'ALL', log_destination: /^\$\{aws_cloudwatch_log_group\./ }),
      has('aws_default_security_group', { ingress: undefined, egress: undefined }),
    ),
  },
  {
    row: 13,
    id: 'groups-talk-to-groups',
    says: 'security groups name each other; only the load balancer is open, and only tasks call out, by HTTPS',
    in: platforms,
    check: all(
      has('aws_security_group', { ingress: undefined, egress: undefined }),
      none('aws_vpc_security_group_ingress_rule', 'is open', (rule) => isOpen(rule) && !isFrontDoor(rule)),
      none('aws_vpc_security_group_egress_rule', 'leads out', (rule) => isOpen(rule) && !isWayOut(rule)),
      none('aws_vpc_security_group_ingress_rule', 'opens all ports', ({ body }) => body.ip_protocol === '-1'),
      none('aws_vpc_security_group_egress_rule', 'opens all ports', ({ body }) => body.ip_protocol === '-1'),
    ),
  },
  {
    row: 15,
    id: 'tls-only',
    says: 'the load balancer speaks TLS 1.3 or 1.2, and sends everybody else there',
    in: platforms,
    check: all(
      has('aws_lb_listener@edge/https', {
        port: 443,
        protocol: 'HTTPS',
        ssl_policy: /^ELBSecurityPolicy-TLS13-1-[23]/,
        certificate_arn: /^\$\{data\.aws_acm_certificate\..*\.arn\}$/,
      }),
      has('aws_lb_listener@edge/http', {
        'default_action.0.type': 'redirect',
        'default_action.0.redirect': { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
      }),
    ),
  },
  {
    row: 15,
    id: 'guarded-balancer',
    says: 'the load balancer logs every request, and cannot be deleted while the environment is protected',
    in: platforms,
    check: all(
      has('aws_lb', {
        enable_deletion_protection: '${var.is_protected}',
        drop_invalid_header_fields: true,
        'access_logs.enabled': true,
      }),
      each('aws_lb', 'does not wait for its log bucket to let it in', ({ body }) =>
        listAt(body, 'depends_on').some((address) => String(address).startsWith('aws_s3_bucket_policy.access-logs')),
      ),
    ),
  },
  {
    row: 15,
    id: 'firewall',
    says: 'the firewall stands before the load balancer and the API, with managed rules, a rate limit and a log',
    in: platforms,
    check: all(
      each('aws_lb', 'has no firewall', (balancer, stack) => isAssociated(stack, balancer)),
      each('aws_api_gateway_stage', 'has no firewall', (stage, stack) => isAssociated(stack, stage)),
      each('aws_wafv2_web_acl', 'lacks managed rules or a rate limit', ({ body }) => {
        const statements = listAt(body, 'rule').map((rule) => at(rule, 'statement'));
        return ['managed_rule_group_statement', 'rate_based_statement', 'ip_set_reference_statement'].every((kind) =>
          statements.some((statement) => at(statement, kind) !== undefined),
        );
      }),
      has('aws_wafv2_web_acl_logging_configuration'),
    ),
  },
];

const calledByTasks = ['ecr.api', 'ecr.dkr', 'kinesis-streams', 'kms', 'logs', 'monitoring', 'secretsmanager', 'sts', 'xray'];

function subnetsOf(stack: Stack, tier: string): readonly Resource[] {
  return ofType(stack, 'aws_subnet').filter(({ body }) => at(body, 'tags.Tier') === tier);
}

function tablesOf(stack: Stack, tier: string): readonly Resource[] {
  const subnets = subnetsOf(stack, tier);
  const associations = ofType(stack, 'aws_route_table_association').filter(({ body }) =>
    subnets.some((subnet) => refersTo(body.subnet_id, subnet)),
  );
  if (associations.length < subnets.length) return [];
  return ofType(stack, 'aws_route_table').filter((table) =>
    associations.some(({ body }) => refersTo(body.route_table_id, table)),
  );
}

function problemsOfTier(stack: Stack, tier: string, zones: number): readonly string[] {
  const subnets = subnetsOf(stack, tier);
  const inZones = new Set(subnets.map(({ body }) => body.availability_zone)).size;
  const small = subnets.filter(({ body }) => !textAt(body, 'cidr_block').endsWith('/20'));
  return [
    ...(inZones === zones ? [] : [`${tier} subnets are in ${inZones} zones, not in ${zones}`]),
    ...small.map(({ path, body }) => `${path} is ${body.cidr_block}`),
  ];
}

function isOpen({ body }: Resource): boolean {
  return body.referenced_security_group_id === undefined;
}

function isFrontDoor({ body }: Resource): boolean {
  return textAt(body, 'security_group_id').includes('security-groups_edge_') && (body.to_port === 443 || body.to_port === 80);
}

function isWayOut({ body }: Resource): boolean {
  return textAt(body, 'security_group_id').includes('security-groups_app_') && body.from_port === 443 && body.to_port === 443;
}

function isAssociated(stack: Stack, resource: Resource): boolean {
  return ofType(stack, 'aws_wafv2_web_acl_association').some(({ body }) => refersTo(body.resource_arn, resource));
}
