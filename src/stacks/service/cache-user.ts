// The service's own Redis user, confined to the keys and channels that begin with the service's name.
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user/index.js';
import { ElasticacheUserGroupAssociation } from '@cdktf/provider-aws/lib/elasticache-user-group-association/index.js';
import { Construct } from 'constructs';
import type { ServiceContext } from './context.ts';

export class CacheUser extends Construct {
  readonly arn: string;
  readonly name: string;
  readonly keyPrefix: string;

  constructor(scope: Construct, id: string, { prefix, service, platform }: ServiceContext) {
    super(scope, id);
    this.keyPrefix = `${service}:`;
    const user = new ElasticacheUser(this, 'user', {
      // IAM authentication wants both names to be the same.
      userId: prefix,
      userName: prefix,
      engine: 'redis',
      accessString: `on resetchannels ~${this.keyPrefix}* &${this.keyPrefix}* +@all -@admin -@dangerous`,
      authenticationMode: { type: 'iam' },
    });
    new ElasticacheUserGroupAssociation(this, 'membership', {
      userGroupId: platform.text('cacheUserGroupId'),
      userId: user.userId,
    });
    this.arn = user.arn;
    this.name = user.userName;
  }
}
