// The platform layer of an environment: all that changes rarely and holds data. A table of contents.
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { StackDefinitions } from '../define/own-definitions.ts';
import { AwsStack } from './aws-stack.ts';
import { planCapacity } from './capacity.ts';
import { hostLabelOf, mainService, prefixOf, stateKeyOf, taskRoleNameOf } from './names.ts';
import { outputs } from './parts/outputs.ts';
import { accessLogBucket } from './platform/access-logs.ts';
import { forwardAlarms } from './platform/alarm-forwarding.ts';
import { Api } from './platform/api.ts';
import { Audit } from './platform/audit.ts';
import { Cache } from './platform/cache.ts';
import { Cluster } from './platform/cluster.ts';
import type { PlatformContext } from './platform/context.ts';
import { DataLake } from './platform/data-lake.ts';
import { Database } from './platform/database.ts';
import { DatabaseProxy } from './platform/database-proxy.ts';
import { Edge } from './platform/edge.ts';
import { Encryption } from './platform/encryption.ts';
import { Endpoints } from './platform/endpoints.ts';
import { eventStream } from './platform/event-stream.ts';
import { Firewall } from './platform/firewall.ts';
import { FlowLogs } from './platform/flow-logs.ts';
import { Network } from './platform/network.ts';
import { Notifications } from './platform/notifications.ts';
import { Observability } from './platform/observability.ts';
import { PunctualGameDays } from './platform/punctual-game-days.ts';
import { Resilience } from './platform/resilience.ts';
import { SecurityGroups } from './platform/security-groups.ts';
import { PublishedParameters } from './platform-parameters.ts';
import type { Profile } from './profiles.ts';
import { type Region, zonesOf } from './regions.ts';

export interface PlatformSettings {
  readonly environment: string;
  readonly region: Region;
  readonly profile: Profile;
  /** Drills and KPIs of the repository's own: they get experiments, alarms and dashboards beside those of Opsdeck. */
  readonly own?: StackDefinitions;
}

export class PlatformStack extends AwsStack {
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of contents, whose parts are constructs in files of their own.
  constructor(scope: Construct, id: string, settings: PlatformSettings) {
    const { environment, region, profile } = settings;
    super(scope, id, {
      region,
      tags: { Environment: environment, Layer: 'platform' },
      stateKey: stateKeyOf('platform', environment),
    });
    const domain = new TerraformVariable(this, 'domain', {
      type: 'string',
      description: 'Domain of the environment; a hosted zone of that name and an issued certificate for *.<domain> exist',
    }).stringValue;
    const context = this.#context(settings);

    const encryption = new Encryption(this, 'encryption', context);
    const { keyArn } = encryption;
    const accessLogs = accessLogBucket(this, 'access-logs', context);
    const notifications = new Notifications(this, 'notifications', context, keyArn);

    const network = new Network(this, 'network', context);
    const { vpc, subnets } = network;
    const groups = new SecurityGroups(this, 'security-groups', context, vpc.id);
    new FlowLogs(this, 'flow-logs', { context, vpcId: vpc.id, keyArn });
    new Endpoints(this, 'endpoints', { context, network, securityGroupId: groups.idOf('endpoints') });

    const publicSubnetIds = subnets.public.map((subnet) => subnet.id);
    const dataSubnetIds = subnets.data.map((subnet) => subnet.id);
    const edge = new Edge(this, 'edge', {
      context,
      domain,
      accessLogs,
      subnetIds: publicSubnetIds,
      securityGroupId: groups.idOf('edge'),
    });
    const cluster = new Cluster(this, 'cluster', context, keyArn);

    const database = new Database(this, 'database', {
      context,
      encryption,
      subnetIds: dataSubnetIds,
      securityGroupId: groups.idOf('database'),
    });
    const databaseProxy = new DatabaseProxy(this, 'database-proxy', {
      context,
      keyArn,
      database,
      subnetIds: dataSubnetIds,
      securityGroupId: groups.idOf('database-proxy'),
    });
    const cache = new Cache(this, 'cache', { context, keyArn, subnetIds: dataSubnetIds, securityGroupId: groups.idOf('cache') });

    const stream = eventStream(this, 'event-stream', context, keyArn);
    const lake = new DataLake(this, 'data-lake', { context, keyArn, stream, accessLogs });
    const api = new Api(this, 'api', {
      context,
      keyArn,
      stream,
      applicationHost: `${hostLabelOf(environment, mainService)}.${domain}`,
    });
    const firewall = new Firewall(this, 'firewall', {
      context,
      keyArn,
      protects: { 'load-balancer': edge.loadBalancer.arn, api: api.stage.arn },
    });

    const observability = new Observability(this, 'observability', {
      context,
      topicArn: notifications.topic.arn,
      names: {
        'load-balancer': [edge.loadBalancer.arnSuffix],
        'api-name': [api.name],
        'api-stage': [api.stage.stageName],
        'database-cluster': [database.cluster.clusterIdentifier],
        'cache-node': cache.nodeNames,
        stream: [stream.name],
        'delivery-stream': [lake.deliveryStreamName],
        'web-acl': [firewall.aclName],
        region: [region],
        'dead-letter-queue': [notifications.deadLetters.name],
      },
    });
    if (profile.auditTrail) new Audit(this, 'audit', { context, keyArn, watches: [lake.bucket], accessLogs });
    if (profile.gameDays) {
      new Resilience(this, 'resilience', {
        context,
        keyArn,
        vpcArn: vpc.arn,
        subnetArns: { app: subnets.app.map(({ arn }) => arn), data: subnets.data.map(({ arn }) => arn) },
        clusterName: cluster.name,
        databaseArn: database.cluster.arn,
        cacheArn: cache.group.arn,
        loadBalancerArn: edge.loadBalancer.arn,
        serviceRoleArn: `arn:aws:iam::${this.accountId}:role/${taskRoleNameOf(environment, mainService)}`,
        stopAlarmArns: observability.abortingAlarms['game-day'].map(({ arn }) => arn),
      });
    }
    if (profile.gameDaySchedule !== 'off') {
      new PunctualGameDays(this, 'punctual-game-days', {
        context,
        keyArn,
        schedule: profile.gameDaySchedule,
        notifications,
      });
    }
    forwardAlarms(this, 'alarm-forwarding', { context, keyArn, notifications, accessLogs });

    new PublishedParameters(this, 'parameters', environment, {
      alertsTopicArn: notifications.topic.arn,
      appSecurityGroupId: groups.idOf('app'),
      appSubnetIds: subnets.app.map((subnet) => subnet.id).join(','),
      cacheArn: cache.group.arn,
      cacheHost: cache.group.primaryEndpointAddress,
      cacheUserArn: cache.user.arn,
      cacheUserName: cache.user.userName,
      clusterArn: cluster.arn,
      clusterName: cluster.name,
      databaseConnectArn: databaseProxy.connectArn,
      databaseHost: databaseProxy.host,
      deadLetterQueueArn: notifications.deadLetters.arn,
      domain,
      eventStreamArn: stream.arn,
      eventStreamName: stream.name,
      httpsListenerArn: edge.httpsListener.arn,
      keyArn,
      loadBalancerArnSuffix: edge.loadBalancer.arnSuffix,
      vpcId: vpc.id,
    });
    outputs(this, {
      vpc_id: vpc.id,
      alb_dns_name: edge.loadBalancer.dnsName,
      ecs_cluster_name: cluster.name,
      rds_endpoint: databaseProxy.host,
      redis_endpoint: cache.group.primaryEndpointAddress,
      kinesis_stream_name: stream.name,
      api_gateway_url: api.stage.invokeUrl,
      database_cluster: database.cluster.clusterIdentifier,
      database_master_secret_arn: database.cluster.masterUserSecret.get(0).secretArn,
      analytics_bucket: lake.bucket.name,
      alerts_topic_arn: notifications.topic.arn,
    });
  }

  #context({ environment, region, profile, own = {} }: PlatformSettings): PlatformContext {
    const isProtected = new TerraformVariable(this, 'is_protected', {
      type: 'bool',
      description: 'Set to false, apply, then destroy: the only way to take the environment down',
      default: profile.isProtected,
    });
    return {
      prefix: prefixOf(environment),
      environment,
      region,
      zones: zonesOf(region, profile.zones),
      accountId: this.accountId,
      profile,
      capacity: planCapacity(profile.concurrentStudents, profile.zones),
      isProtected: isProtected.booleanValue,
      own,
    };
  }
}
