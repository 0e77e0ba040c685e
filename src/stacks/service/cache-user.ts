// The Redis user that a service acts as.
import { ElasticacheUser } from '@cdktf/provider-aws/lib/elasticache-user/index.js';
import { ElasticacheUserGroupAssociation } from '@cdktf/provider-aws/lib/elasticache-user-group-association/index.js';
import { Construct } from 'constructs';
import { isPreviewName, keyPrefixOf, mainService } from '../names.ts';
import { cacheAccess } from '../parts/cache-access.ts';
import type { ServiceContext } from './context.ts';

export interface CacheUser {
  readonly arn: string;
  readonly name: string;
}

/** A preview on somebody else's platform gets a user that sees nothing but the preview's own keys. */
export function cacheUser(scope: Construct, id: string, context: ServiceContext): CacheUser {
  const { environment, service, platform } = context;
  const isGuest = service !== mainService && !isPreviewName(environment);
  if (isGuest) return new GuestCacheUser(scope, id, context);
  return { arn: platform.text('cacheUserArn'), name: platform.text('cacheUserName') };
}

class GuestCacheUser extends Construct implements CacheUser {
  readonly arn: string;
  readonly name: string;

  constructor(scope: Construct, id: string, { prefix, service, platform }: ServiceContext) {
    super(scope, id);
    const user = new ElasticacheUser(this, 'user', {
      // IAM authentication wants both names to be the same.
      userId: prefix,
      userName: prefix,
      engine: 'redis',
      accessString: cacheAccess(keyPrefixOf(service)),
      authenticationMode: { type: 'iam' },
    });
    // The provider waits for 30 s here, and again when the user leaves, whatever the answer.
    new ElasticacheUserGroupAssociation(this, 'membership', {
      userGroupId: platform.text('cacheUserGroupId'),
      userId: user.userId,
    });
    this.arn = user.arn;
    this.name = user.userName;
  }
}
