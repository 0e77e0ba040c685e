// Redis: encrypted at rest and on the way, users by IAM, the default user shut out.
import { ElasticacheParameterGroup } from '@cdktf/provider-aws/lib/elasticache-parameter-group/index.js';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group/index.js';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group/index.js';
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user/index.js';
import { ElasticacheUserGroup } from '@cdktf/provider-aws/lib/elasticache-user-group/index.js';
import { Construct } from 'constructs';
import { guestKeysOf, guestUserOf, isPreviewName, keyPrefixOf, mainService } from '../names.ts';
import { cacheAccess } from '../parts/cache-access.ts';
import { logGroup } from '../parts/log-group.ts';
import type { PlatformContext } from './context.ts';

export interface CacheProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

export class Cache extends Construct {
  readonly group: ElasticacheReplicationGroup;
  /** The environment's own service acts as this user. */
  readonly user: ElasticacheUser;
  /** ElastiCache names the members itself: `<group>-001`, ... */
  readonly nodeNames: readonly string[];

  constructor(scope: Construct, id: string, props: CacheProps) {
    super(scope, id);
    this.user = this.#user(props.context);
    const users = this.#users(props.context);
    this.group = this.#group(props, users);
    const { prefix, profile } = props.context;
    this.nodeNames = Array.from({ length: profile.cacheNodes }, (_, index) => `${prefix}-00${index + 1}`);
  }

  #user({ prefix, environment }: PlatformContext): ElasticacheUser {
    // Whatever runs in an isolated preview shares its cache: there is nobody else's data in it.
    return this.#iamUser('user', `${prefix}-${mainService}`, isPreviewName(environment) ? '' : keyPrefixOf(mainService));
  }

  /** The users that wait for previews, each of which sees nothing but its own keys. */
  #guests({ environment, profile }: PlatformContext): readonly ElasticacheUser[] {
    const slots = Array.from({ length: profile.guestSlots }, (_, index) => index + 1);
    return slots.map((slot) => this.#iamUser(`guest-${slot}`, guestUserOf(environment, slot), guestKeysOf(slot)));
  }

  #iamUser(id: string, name: string, keyPrefix: string): ElasticacheUser {
    return new ElasticacheUser(this, id, {
      // IAM authentication wants both names to be the same.
      userId: name,
      userName: name,
      engine: 'redis',
      accessString: cacheAccess(keyPrefix),
      authenticationMode: { type: 'iam' },
    });
  }

  #users(context: PlatformContext): ElasticacheUserGroup {
    const { prefix } = context;
    const nobody = new ElasticacheUser(this, 'default-user', {
      userId: `${prefix}-default`,
      userName: 'default',
      engine: 'redis',
      accessString: 'off -@all',
      authenticationMode: { type: 'no-password-required' },
    });
    return new ElasticacheUserGroup(this, 'users', {
      userGroupId: prefix,
      engine: 'redis',
      userIds: [nobody, this.user, ...this.#guests(context)].map(({ userId }) => userId),
    });
  }

  #group(props: CacheProps, users: ElasticacheUserGroup): ElasticacheReplicationGroup {
    const { prefix, capacity, profile } = props.context;
    const subnets = new ElasticacheSubnetGroup(this, 'subnets', { name: prefix, subnetIds: [...props.subnetIds] });
    const parameters = new ElasticacheParameterGroup(this, 'parameters', {
      name: prefix,
      family: 'redis7',
      parameter: [{ name: 'maxmemory-policy', value: 'volatile-lru' }],
    });
    const slowLog = logGroup(this, 'slow-log', { name: `/aws/elasticache/${prefix}`, keyArn: props.keyArn });
    const hasReplica = profile.cacheNodes > 1;
    return new ElasticacheReplicationGroup(this, 'group', {
      replicationGroupId: prefix,
      description: 'Sessions and cached content',
      engine: 'redis',
      engineVersion: '7.1',
      nodeType: capacity.cacheNode,
      numCacheClusters: profile.cacheNodes,
      automaticFailoverEnabled: hasReplica,
      multiAzEnabled: hasReplica,
      port: 6379,
      subnetGroupName: subnets.name,
      securityGroupIds: [props.securityGroupId],
      parameterGroupName: parameters.name,
      atRestEncryptionEnabled: 'true',
      kmsKeyId: props.keyArn,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      userGroupIds: [users.userGroupId],
      snapshotRetentionLimit: profile.isProtected ? 7 : 0,
      snapshotWindow: '01:00-02:00',
      maintenanceWindow: 'sun:02:30-sun:03:30',
      autoMinorVersionUpgrade: 'true',
      logDeliveryConfiguration: [
        { destination: slowLog.name, destinationType: 'cloudwatch-logs', logFormat: 'json', logType: 'slow-log' },
      ],
    });
  }
}
