// Private ways to AWS: traffic to these services neither leaves the VPC nor passes a NAT gateway.
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint/index.js';
import { Construct } from 'constructs';
import type { PlatformContext } from './context.ts';
import type { Network } from './network.ts';

/** What tasks call while they start and run. */
const interfaceServices = ['ecr.api', 'ecr.dkr', 'kinesis-streams', 'kms', 'logs', 'monitoring', 'secretsmanager', 'sts', 'xray'];

export interface EndpointsProps {
  readonly context: PlatformContext;
  readonly network: Network;
  readonly securityGroupId: string;
}

export class Endpoints extends Construct {
  constructor(scope: Construct, id: string, { context, network, securityGroupId }: EndpointsProps) {
    super(scope, id);
    const { prefix, region, profile } = context;
    new VpcEndpoint(this, 's3', {
      vpcId: network.vpc.id,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: network.privateRouteTables.map((table) => table.id),
      tags: { Name: `${prefix}-s3` },
    });
    if (!profile.interfaceEndpoints) return;
    for (const service of interfaceServices) {
      new VpcEndpoint(this, service.replace('.', '-'), {
        vpcId: network.vpc.id,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: 'Interface',
        privateDnsEnabled: true,
        subnetIds: network.subnets.app.map((subnet) => subnet.id),
        securityGroupIds: [securityGroupId],
        tags: { Name: `${prefix}-${service}` },
      });
    }
  }
}
