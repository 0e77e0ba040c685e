// The front door: a load balancer that only speaks TLS, and the names that lead to it.
import { DataAwsAcmCertificate } from '@cdktf/provider-aws/lib/data-aws-acm-certificate/index.js';
import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone/index.js';
import { Lb } from '@cdktf/provider-aws/lib/lb/index.js';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener/index.js';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record/index.js';
import { Construct } from 'constructs';
import { hostLabelOf, isPreviewName, mainService } from '../names.ts';
import type { PrivateBucket } from '../parts/private-bucket.ts';
import { loadBalancerLogPrefix } from './access-logs.ts';
import type { PlatformContext } from './context.ts';

export interface EdgeProps {
  readonly context: PlatformContext;
  /** A hosted zone of that name and an issued wildcard certificate exist. */
  readonly domain: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly accessLogs: PrivateBucket;
}

export class Edge extends Construct {
  readonly loadBalancer: Lb;
  readonly httpsListener: LbListener;

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id);
    this.loadBalancer = this.#balancer(props);
    this.httpsListener = this.#listeners(props.domain);
    this.#names(props);
  }

  #balancer({ context, subnetIds, securityGroupId, accessLogs }: EdgeProps): Lb {
    return new Lb(this, 'load-balancer', {
      name: context.prefix,
      internal: false,
      loadBalancerType: 'application',
      securityGroups: [securityGroupId],
      subnets: [...subnetIds],
      enableDeletionProtection: context.isProtected,
      dropInvalidHeaderFields: true,
      // Lets a game day, or an operator, move traffic out of one zone.
      enableZonalShift: true,
      idleTimeout: 60,
      accessLogs: { bucket: accessLogs.name, prefix: loadBalancerLogPrefix, enabled: true },
      dependsOn: [accessLogs.policy],
    });
  }

  #listeners(domain: string): LbListener {
    // Looked up while planning, so that a missing certificate stops the run before anything is created.
    const certificate = new DataAwsAcmCertificate(this, 'certificate', {
      domain: `*.${domain}`,
      statuses: ['ISSUED'],
      mostRecent: true,
    });
    new LbListener(this, 'http', {
      loadBalancerArn: this.loadBalancer.arn,
      port: 80,
      protocol: 'HTTP',
      defaultAction: [{ type: 'redirect', redirect: { port: '443', protocol: 'HTTPS', statusCode: 'HTTP_301' } }],
    });
    return new LbListener(this, 'https', {
      loadBalancerArn: this.loadBalancer.arn,
      port: 443,
      protocol: 'HTTPS',
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      certificateArn: certificate.arn,
      // Each service adds a rule for its own host; nothing answers to any other.
      defaultAction: [
        {
          type: 'fixed-response',
          fixedResponse: { contentType: 'text/plain', messageBody: 'No such service', statusCode: '404' },
        },
      ],
    });
  }

  /** An isolated preview shares its domain with others: it may only claim its own name. */
  #names({ context: { environment }, domain }: EdgeProps): void {
    const label = isPreviewName(environment) ? hostLabelOf(environment, mainService) : '*';
    const zone = new DataAwsRoute53Zone(this, 'zone', { name: domain });
    const { dnsName, zoneId } = this.loadBalancer;
    new Route53Record(this, 'name', {
      zoneId: zone.zoneId,
      name: `${label}.${domain}`,
      type: 'A',
      alias: { name: dnsName, zoneId, evaluateTargetHealth: true },
    });
  }
}
