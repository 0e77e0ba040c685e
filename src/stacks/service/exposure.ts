// How requests reach the service: a target group, and a rule for its own host on the platform's listener.
import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule/index.js';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group/index.js';
import { Construct } from 'constructs';
import { containerPort, healthPath, type ServiceContext } from './context.ts';

export class Exposure extends Construct {
  readonly targetGroup: LbTargetGroup;
  /** ECS refuses a target group that no listener knows yet. */
  readonly rule: LbListenerRule;

  constructor(scope: Construct, id: string, { prefix, platform, host }: ServiceContext) {
    super(scope, id);
    this.targetGroup = new LbTargetGroup(this, 'target-group', {
      name: prefix,
      port: containerPort,
      protocol: 'HTTP',
      targetType: 'ip',
      vpcId: platform.text('vpcId'),
      deregistrationDelay: '30',
      loadBalancingAlgorithmType: 'least_outstanding_requests',
      healthCheck: {
        enabled: true,
        path: healthPath,
        protocol: 'HTTP',
        port: 'traffic-port',
        matcher: '200',
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
    });
    this.rule = new LbListenerRule(this, 'rule', {
      listenerArn: platform.text('httpsListenerArn'),
      condition: [{ hostHeader: { values: [host] } }],
      action: [{ type: 'forward', targetGroupArn: this.targetGroup.arn }],
    });
  }
}
