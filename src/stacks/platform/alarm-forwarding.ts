// Tells GitHub of every alarm of the environment that begins or ends to ring, in the way that the profile asks for.
import type { Construct } from 'constructs';
import type { PrivateBucket } from '../parts/private-bucket.ts';
import { AlarmForwardingByDestination } from './alarm-forwarding-by-destination.ts';
import { AlarmForwardingByLambda } from './alarm-forwarding-by-lambda.ts';
import type { PlatformContext } from './context.ts';
import type { Notifications } from './notifications.ts';

export interface AlarmForwardingProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  readonly notifications: Notifications;
  readonly accessLogs: PrivateBucket;
}

export function forwardAlarms(scope: Construct, id: string, props: AlarmForwardingProps): void {
  const { alarmForwarding } = props.context.profile;
  switch (alarmForwarding) {
    case 'off':
      return;
    case 'lambda':
      new AlarmForwardingByLambda(scope, id, props);
      return;
    case 'api-destination':
      new AlarmForwardingByDestination(scope, id, props);
      return;
    default:
      alarmForwarding satisfies never;
  }
}
