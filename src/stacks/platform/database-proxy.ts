// RDS Proxy: pools the connections of 200 tasks, and lets them in by IAM alone, as a user that owns nothing.
import { DbProxy } from '@cdktf/provider-aws/lib/db-proxy/index.js';
import { DbProxyDefaultTargetGroup } from '@cdktf/provider-aws/lib/db-proxy-default-target-group/index.js';
import { DbProxyTarget } from '@cdktf/provider-aws/lib/db-proxy-target/index.js';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version/index.js';
import { Fn, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { databaseUser } from '../names.ts';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import type { PlatformContext } from './context.ts';
import type { Database } from './database.ts';

export interface DatabaseProxyProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  readonly database: Database;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

export class DatabaseProxy extends Construct {
  readonly host: string;
  /** What a task's role must be allowed to `rds-db:connect` to. */
  readonly connectArn: string;

  constructor(scope: Construct, id: string, props: DatabaseProxyProps) {
    super(scope, id);
    const { region, accountId } = props.context;
    const secret = this.#userSecret(props);
    const proxy = this.#proxy(props, secret);
    const targets = new DbProxyDefaultTargetGroup(this, 'targets', {
      dbProxyName: proxy.name,
      connectionPoolConfig: { maxConnectionsPercent: 90, maxIdleConnectionsPercent: 50, connectionBorrowTimeout: 30 },
    });
    new DbProxyTarget(this, 'cluster', {
      dbProxyName: proxy.name,
      targetGroupName: targets.name,
      dbClusterIdentifier: props.database.cluster.clusterIdentifier,
      dependsOn: [...props.database.instances],
    });
    this.host = proxy.endpoint;
    const proxyId = Fn.element(Fn.split(':', proxy.arn), 6) as string;
    this.connectArn = `arn:aws:rds-db:${region}:${accountId}:dbuser:${proxyId}/${databaseUser}`;
  }

  /** The password passes from AWS to AWS: an ephemeral value into a write-only argument is in no plan and no state. */
  #userSecret({ context, keyArn }: DatabaseProxyProps): SecretsmanagerSecret {
    const name = 'application_user_password';
    TerraformStack.of(this).addOverride(`ephemeral.aws_secretsmanager_random_password.${name}`, {
      password_length: 40,
      exclude_punctuation: true,
    });
    const password = `ephemeral.aws_secretsmanager_random_password.${name}.random_password`;
    const secret = new SecretsmanagerSecret(this, 'user', {
      name: `${context.prefix}/database/${databaseUser}`,
      description: 'Of the database user that the services act as; known to RDS Proxy only',
      kmsKeyId: keyArn,
      // A preview's name must be free again at once.
      recoveryWindowInDays: context.profile.isProtected ? 30 : 0,
    });
    new SecretsmanagerSecretVersion(this, 'user-password', {
      secretId: secret.id,
      secretStringWo: `\${jsonencode({ username = "${databaseUser}", password = ${password} })}`,
      // Raise it to have a new password written.
      secretStringWoVersion: 1,
    });
    return secret;
  }

  #proxy({ context, keyArn, subnetIds, securityGroupId }: DatabaseProxyProps, secret: SecretsmanagerSecret): DbProxy {
    const { prefix, region, accountId } = context;
    const reader = new ServiceRole(this, 'secret-reader', {
      name: `${prefix}-database-proxy`,
      accountId,
      service: 'rds.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [
        allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], secret.arn),
        allow(['kms:Decrypt'], keyArn, { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } }),
      ],
    });
    return new DbProxy(this, 'proxy', {
      name: prefix,
      engineFamily: 'POSTGRESQL',
      requireTls: true,
      idleClientTimeout: 1800,
      roleArn: reader.arn,
      vpcSubnetIds: [...subnetIds],
      vpcSecurityGroupIds: [securityGroupId],
      auth: [{ authScheme: 'SECRETS', iamAuth: 'REQUIRED', secretArn: secret.arn }],
      dependsOn: [...reader.permissions],
    });
  }
}
