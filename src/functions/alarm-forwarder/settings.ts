// What the function is told by its environment; every problem is told at once.
import { failure } from '../../define/failure.ts';

export interface Settings {
  /** `staging` */
  readonly environment: string;
  /** `arn:aws:cloudwatch:<region>:<account>:alarm:assess-<environment>-`: any other alarm is none of ours. */
  readonly alarmArnPrefix: string;
  readonly queueUrl: string;
  readonly tableName: string;
  /** Holds the App's private key as PEM, and nothing else. */
  readonly secretName: string;
  readonly appId: string;
  readonly installationId: string;
  /** `owner/name` */
  readonly repository: string;
  /** `runbook.yml` */
  readonly workflow: string;
  /** A branch. */
  readonly ref: string;
  readonly apiUrl: string;
  /** One alarm is told of at most once in so long. */
  readonly cooldownSeconds: number;
}

type Row = readonly [key: keyof Settings, variable: string, form: RegExp, expected: string];

const rows: readonly Row[] = [
  ['environment', 'ENVIRONMENT', /^[a-z][a-z0-9-]*$/, 'the name of an environment'],
  ['alarmArnPrefix', 'ALARM_ARN_PREFIX', /^arn:aws:cloudwatch:[a-z0-9-]+:\d{12}:alarm:[\w-]+-$/, 'how ARNs of alarms begin'],
  ['queueUrl', 'QUEUE_URL', /^https?:\/\//, 'the address of a queue'],
  ['tableName', 'TABLE_NAME', /^[\w.-]{3,255}$/, 'the name of a table'],
  ['secretName', 'SECRET_NAME', /^[\w/+=.@-]+$/, 'the name of a secret'],
  ['appId', 'GITHUB_APP_ID', /^\d+$/, 'the id of a GitHub App'],
  ['installationId', 'GITHUB_INSTALLATION_ID', /^\d+$/, 'the id of an installation'],
  ['repository', 'GITHUB_REPOSITORY', /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, 'owner/name'],
  ['workflow', 'WORKFLOW_FILE', /^[\w.-]+\.ya?ml$/, 'the name of a workflow file'],
  ['ref', 'WORKFLOW_REF', /^[\w./-]+$/, 'a branch'],
  ['apiUrl', 'GITHUB_API_URL', /^https?:\/\/[^?#]*[^/?#]$/, 'an address without a slash at its end'],
  ['cooldownSeconds', 'COOLDOWN_SECONDS', /^\d{1,5}$/, 'a number of seconds'],
];

/** @throws a Failure `forwarder/settings` that names every problem */
export function parseSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const wrong = rows.filter(([, variable, form]) => !form.test(variables[variable] ?? ''));
  if (wrong.length > 0) {
    throw failure({
      code: 'forwarder/settings',
      what: 'The environment of the function is incomplete.',
      next: 'Apply the platform with the variables that docs/alarms-to-github.md names.',
      details: wrong.map(([, variable, , expected]) => `${variable}: expected ${expected}`),
    });
  }
  const texts = Object.fromEntries(rows.map(([key, variable]) => [key, variables[variable]]));
  return { ...texts, cooldownSeconds: Number(variables.COOLDOWN_SECONDS) } as unknown as Settings;
}
