// Starts the workflow of game days on the minute, where GitHub's own schedule may be hours late.
import { CloudwatchEventApiDestination } from '@cdktf/provider-aws/lib/cloudwatch-event-api-destination/index.js';
import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus/index.js';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { SchedulerSchedule } from '@cdktf/provider-aws/lib/scheduler-schedule/index.js';
import { Construct } from 'constructs';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import type { GameDaySchedule } from '../profiles.ts';
import type { PlatformContext } from './context.ts';
import type { Notifications } from './notifications.ts';
import { dispatchVariables } from './stack-variable.ts';

/** What the workflow listens to. */
const eventType = 'game-day';
const source = 'opsdeck.game-days';

/** A game day that starts later is not the one that was planned. */
const latestSeconds = 900;

export interface PunctualGameDaysProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  readonly schedule: GameDaySchedule;
  readonly notifications: Notifications;
}

/**
 * It starts the workflow and not the experiment: nothing is broken without the workflow's preflight, lock and reviewers.
 *
 * The schedule puts an event on a bus of its own; a rule hands it to GitHub. The token lies in a connection of EventBridge that
 * a person makes, because the provider would keep it in the state.
 */
export class PunctualGameDays extends Construct {
  constructor(scope: Construct, id: string, props: PunctualGameDaysProps) {
    super(scope, id);
    const bus = new CloudwatchEventBus(this, 'bus', { name: `${props.context.prefix}-game-days` });
    this.#schedule(props, bus);
    this.#handOn(props, bus, this.#gitHub(props.context));
  }

  #schedule({ context, keyArn, schedule, notifications: { deadLetters } }: PunctualGameDaysProps, bus: CloudwatchEventBus): void {
    const { prefix, accountId, environment } = context;
    const starter = new ServiceRole(this, 'starter', {
      name: `${prefix}-game-day-starter`,
      accountId,
      service: 'scheduler.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [
        allow(['events:PutEvents'], bus.arn),
        allow(['sqs:SendMessage'], deadLetters.arn),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArn),
      ],
    });
    new SchedulerSchedule(this, 'schedule', {
      name: `${prefix}-game-day`,
      description: `Starts the game day ${schedule.drill}`,
      scheduleExpression: schedule.expression,
      scheduleExpressionTimezone: schedule.timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: keyArn,
      target: {
        arn: bus.arn,
        roleArn: starter.arn,
        eventbridgeParameters: { source, detailType: eventType },
        // The scheduler writes the time itself: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
        input: JSON.stringify({ drill: schedule.drill, environment, scheduled_for: '<aws.scheduler.scheduled-time>' }),
        deadLetterConfig: { arn: deadLetters.arn },
        retryPolicy: { maximumEventAgeInSeconds: latestSeconds, maximumRetryAttempts: 5 },
      },
      dependsOn: [...starter.permissions],
    });
  }

  #gitHub({ prefix }: PlatformContext): CloudwatchEventApiDestination {
    const { connectionArn, repository } = dispatchVariables(this);
    return new CloudwatchEventApiDestination(this, 'github', {
      name: `${prefix}-game-days`,
      description: 'Starts the workflow of game days',
      connectionArn,
      // https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event
      invocationEndpoint: `https://api.github.com/repos/${repository}/dispatches`,
      httpMethod: 'POST',
      invocationRateLimitPerSecond: 1,
    });
  }

  #handOn(
    { context, notifications }: PunctualGameDaysProps,
    bus: CloudwatchEventBus,
    gitHub: CloudwatchEventApiDestination,
  ): void {
    const { prefix, accountId } = context;
    const caller = new ServiceRole(this, 'caller', {
      name: `${prefix}-game-day-caller`,
      accountId,
      service: 'events.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [allow(['events:InvokeApiDestination'], gitHub.arn)],
    });
    const rule = new CloudwatchEventRule(this, 'due', {
      name: `${prefix}-game-day`,
      description: 'A game day is due',
      eventBusName: bus.name,
      eventPattern: JSON.stringify({ source: [source], 'detail-type': [eventType] }),
    });
    const { deadLetters } = notifications;
    new CloudwatchEventTarget(this, 'start', {
      rule: rule.name,
      eventBusName: bus.name,
      targetId: 'github',
      arn: gitHub.arn,
      roleArn: caller.arn,
      inputTransformer: {
        inputPaths: { payload: '$.detail' },
        inputTemplate: `{"event_type":"${eventType}","client_payload":<payload>}`,
      },
      deadLetterConfig: { arn: deadLetters.arn },
      retryPolicy: { maximumEventAgeInSeconds: latestSeconds, maximumRetryAttempts: 5 },
      dependsOn: [...caller.permissions, notifications.acceptFromRules()],
    });
  }
}
