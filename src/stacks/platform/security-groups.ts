// Who may talk to whom inside the VPC: pairs of groups and a port, nothing open but the front door.
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group/index.js';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js';
import { Construct } from 'constructs';
import type { PlatformContext } from './context.ts';

const groups = {
  edge: 'Load balancer',
  app: 'Tasks of the services',
  'database-proxy': 'RDS Proxy',
  database: 'Aurora',
  cache: 'Redis',
  endpoints: 'Interface endpoints of AWS services',
} as const;

type Group = keyof typeof groups;

/** One row a permitted connection; both directions' rules derive from it. */
const connections: readonly (readonly [from: Group, to: Group, port: number])[] = [
  ['edge', 'app', 8080],
  ['app', 'database-proxy', 5432],
  ['database-proxy', 'database', 5432],
  ['app', 'cache', 6379],
  ['app', 'endpoints', 443],
];

export class SecurityGroups extends Construct {
  readonly #groups: ReadonlyMap<Group, SecurityGroup>;

  constructor(scope: Construct, id: string, { prefix }: PlatformContext, vpcId: string) {
    super(scope, id);
    this.#groups = new Map((Object.keys(groups) as Group[]).map((name) => [name, this.#group(name, `${prefix}-${name}`, vpcId)]));
    for (const [from, to, port] of connections) this.#connect(from, to, port);
    for (const port of [80, 443]) {
      new VpcSecurityGroupIngressRule(this, `internet-to-edge-${port}`, {
        securityGroupId: this.idOf('edge'),
        cidrIpv4: '0.0.0.0/0',
        ...tcp(port),
      });
    }
    // Tasks call services of AWS and of third parties; only HTTPS leaves, through NAT.
    new VpcSecurityGroupEgressRule(this, 'app-to-internet', {
      securityGroupId: this.idOf('app'),
      cidrIpv4: '0.0.0.0/0',
      ...tcp(443),
    });
  }

  idOf(name: Group): string {
    const group = this.#groups.get(name);
    if (!group) throw new Error(`no security group is called ${name}`);
    return group.id;
  }

  #group(name: Group, fullName: string, vpcId: string): SecurityGroup {
    return new SecurityGroup(this, name, {
      name: fullName,
      description: groups[name],
      vpcId,
      tags: { Name: fullName },
      lifecycle: { createBeforeDestroy: true },
    });
  }

  #connect(from: Group, to: Group, port: number): void {
    new VpcSecurityGroupEgressRule(this, `${from}-out-to-${to}`, {
      securityGroupId: this.idOf(from),
      referencedSecurityGroupId: this.idOf(to),
      ...tcp(port),
    });
    new VpcSecurityGroupIngressRule(this, `${to}-in-from-${from}`, {
      securityGroupId: this.idOf(to),
      referencedSecurityGroupId: this.idOf(from),
      ...tcp(port),
    });
  }
}

function tcp(port: number) {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port };
}
