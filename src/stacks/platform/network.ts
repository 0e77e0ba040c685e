// The VPC: public, app and data subnets in every zone; data subnets have no way out of the VPC but to S3.
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group/index.js';
import { Eip } from '@cdktf/provider-aws/lib/eip/index.js';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway/index.js';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway/index.js';
import { Route } from '@cdktf/provider-aws/lib/route/index.js';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table/index.js';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association/index.js';
import { Subnet } from '@cdktf/provider-aws/lib/subnet/index.js';
import { Vpc } from '@cdktf/provider-aws/lib/vpc/index.js';
import { Construct } from 'constructs';
import type { PlatformContext } from './context.ts';

/**
 * Address blocks by tier and zone in 10.0.0.0/16. An app subnet has 4,091 usable addresses: room for 200 tasks, twice
 * that during a rollout, and all of them in two zones after the loss of the third.
 */
const tiers = {
  public: (zone: number) => `10.0.${zone}.0/24`,
  data: (zone: number) => `10.0.${8 + zone}.0/24`,
  app: (zone: number) => `10.0.${16 + 16 * zone}.0/20`,
} as const;

type Tier = keyof typeof tiers;

export class Network extends Construct {
  readonly vpc: Vpc;
  readonly subnets: Readonly<Record<Tier, readonly Subnet[]>>;
  /** Route tables of the subnets that are not public. */
  readonly privateRouteTables: readonly RouteTable[];

  constructor(scope: Construct, id: string, context: PlatformContext) {
    super(scope, id);
    const { prefix } = context;
    this.vpc = new Vpc(this, 'vpc', {
      cidrBlock: '10.0.0.0/16',
      // The private names of interface endpoints need it; nothing else here does.
      enableDnsHostnames: context.profile.interfaceEndpoints,
      enableDnsSupport: true,
      tags: { Name: prefix },
    });
    // Takes every rule away from the group that resources fall into when nobody names one.
    new DefaultSecurityGroup(this, 'default-security-group', { vpcId: this.vpc.id, tags: { Name: `${prefix}-unused` } });
    const tier = (name: Tier) => context.zones.map((zone, index) => this.#subnet(context, name, zone, index));
    this.subnets = { public: tier('public'), app: tier('app'), data: tier('data') };
    const gateways = this.#publicRoutes(context);
    this.privateRouteTables = [...this.#appRoutes(context, gateways), this.#dataRoutes(context)];
  }

  #subnet({ prefix }: PlatformContext, tier: Tier, zone: string, index: number): Subnet {
    return new Subnet(this, `${tier}-${index}`, {
      vpcId: this.vpc.id,
      availabilityZone: zone,
      cidrBlock: tiers[tier](index),
      // Only load balancers and NAT gateways live in public subnets, and they bring their own addresses.
      mapPublicIpOnLaunch: false,
      tags: { Name: `${prefix}-${tier}-${zone}`, Tier: tier },
    });
  }

  #publicRoutes({ prefix, profile }: PlatformContext): readonly NatGateway[] {
    const internet = new InternetGateway(this, 'internet-gateway', { vpcId: this.vpc.id, tags: { Name: prefix } });
    const table = this.#routeTable('public', prefix);
    new Route(this, 'public-to-internet', {
      routeTableId: table.id,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: internet.id,
    });
    this.#associate('public', () => table);
    const zonesWithGateway = profile.natGateways === 'one' ? this.subnets.public.slice(0, 1) : this.subnets.public;
    return zonesWithGateway.map((subnet, index) => {
      const address = new Eip(this, `nat-address-${index}`, { domain: 'vpc', tags: { Name: `${prefix}-nat-${index}` } });
      return new NatGateway(this, `nat-${index}`, {
        allocationId: address.id,
        subnetId: subnet.id,
        tags: { Name: `${prefix}-${index}` },
        dependsOn: [internet],
      });
    });
  }

  /** One table a zone, so that a zone's traffic leaves through its own gateway and dies with nobody else's. */
  #appRoutes({ prefix }: PlatformContext, gateways: readonly NatGateway[]): readonly RouteTable[] {
    const tables = this.subnets.app.map((_subnet, index) => {
      const table = this.#routeTable(`app-${index}`, prefix);
      const gateway = gateways[index] ?? gateways[0];
      if (!gateway) throw new Error('a network needs at least one NAT gateway');
      new Route(this, `app-${index}-to-internet`, {
        routeTableId: table.id,
        destinationCidrBlock: '0.0.0.0/0',
        natGatewayId: gateway.id,
      });
      return table;
    });
    this.#associate('app', (index) => tables[index]);
    return tables;
  }

  /** No default route: what holds student records cannot reach the internet. */
  #dataRoutes({ prefix }: PlatformContext): RouteTable {
    const table = this.#routeTable('data', prefix);
    this.#associate('data', () => table);
    return table;
  }

  #routeTable(name: string, prefix: string): RouteTable {
    return new RouteTable(this, `${name}-routes`, { vpcId: this.vpc.id, tags: { Name: `${prefix}-${name}` } });
  }

  #associate(tier: Tier, tableOf: (index: number) => RouteTable | undefined): void {
    this.subnets[tier].forEach((subnet, index) => {
      const table = tableOf(index);
      if (table) new RouteTableAssociation(this, `${tier}-${index}-routing`, { subnetId: subnet.id, routeTableId: table.id });
    });
  }
}
