// API Gateway has one role for its logs in a whole account and region, so no environment may own it.
import { ApiGatewayAccount } from '@cdktf/provider-aws/lib/api-gateway-account/index.js';
import { Construct } from 'constructs';
import { fromAccount, ServiceRole } from '../parts/iam.ts';

export class ApiLogging extends Construct {
  constructor(scope: Construct, id: string, accountId: string) {
    super(scope, id);
    const writer = new ServiceRole(this, 'writer', {
      name: 'opsdeck-api-logging',
      accountId,
      service: 'apigateway.amazonaws.com',
      trustCondition: fromAccount(accountId),
      awsPolicies: ['service-role/AmazonAPIGatewayPushToCloudWatchLogs'],
    });
    new ApiGatewayAccount(this, 'account', { cloudwatchRoleArn: writer.arn, dependsOn: [...writer.permissions] });
  }
}
