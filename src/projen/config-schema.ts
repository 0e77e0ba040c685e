// The JSON schema of `.github/opsdeck.json`, so that an editor tells what may stand in it; the actions read it more strictly still.
import { repositoryRoles } from '../define/command.ts';
import { stackLayouts } from '../define/synth-layout.ts';

const name = { type: 'string', pattern: '^(?!\\.+$)[\\w .-]{1,100}$' };
const environment = { type: 'string', pattern: '^[a-z][a-z\\d-]{1,11}$' };
const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const service = { type: 'string', pattern: '^[a-z0-9.<>-]{1,60}\\.amazonaws\\.com$' };

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []): object {
  return { type: 'object', additionalProperties: false, properties, required };
}

function listOf(items: object): object {
  return { type: 'array', items };
}

function about(description: string, schema: object): object {
  return { description, ...schema };
}

const commands = {
  type: 'object',
  additionalProperties: about(
    'A command, `preview deploy`, or a command and what it is about, `runbook run aurora-failover`',
    object({
      permission: about('The least role in the repository', { enum: repositoryRoles.filter((role) => role !== 'none') }),
      users: about('Logins', listOf(name)),
      teams: about('Slugs of teams of the organization', listOf(name)),
      roles: about("The organization's own repository roles", listOf(name)),
    }),
  ),
};

const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const gameDays = object({
  environments: about('Where they may be played', listOf(environment)),
  exams: about('Days without, both of them included', {
    type: 'array',
    items: object(
      {
        from: about('First day, in the time zone of the window', day),
        to: about('Last day', day),
        about: about('What is examined: who is refused gets to read it', { type: 'string' }),
      },
      ['from', 'to', 'about'],
    ),
  }),
  window: about(
    'Hours with',
    object(
      {
        days: about('Days with', listOf({ enum: weekdays })),
        from: about('Beginning of each of these days', time),
        to: about('End, later than the beginning', time),
        timeZone: about('IANA time zone of hours and exams', { type: 'string' }),
      },
      ['days', 'from', 'to'],
    ),
  ),
  latestStartMinutes: about("How long after its time a scheduled one may still begin: GitHub's schedules can be hours late", {
    type: 'number',
    minimum: 1,
    maximum: 1440,
    default: 60,
  }),
  leastBudgetPercent: about("Of every objective's error budget: below that the environment has had enough", {
    type: 'number',
    minimum: 0,
    maximum: 100,
    default: 20,
  }),
  quietHours: about('For how long no alarm that aborts game days may have rung', {
    type: 'number',
    minimum: 0,
    maximum: 168,
    default: 3,
  }),
});

const automatic = object(
  {
    runbook: about('Which one', { type: 'string' }),
    environments: about('Where', listOf(environment)),
    inputs: about('What the runbook asks for, as texts', { type: 'object', additionalProperties: { type: 'string' } }),
    mostPerDay: about('So many times in an environment within 24 hours', { type: 'integer', minimum: 1, maximum: 24 }),
    cooldownMinutes: about('Between two of them in an environment', { type: 'integer', minimum: 0, default: 30 }),
  },
  ['runbook', 'environments', 'mostPerDay'],
);
const runbooks = object({
  quietSeconds: about('For how long an alarm has to be OK before its incident is over', {
    type: 'integer',
    minimum: 60,
    maximum: 86_400,
    default: 600,
  }),
  automatic: about('What an alarm may start by itself; never a runbook of high risk', listOf(automatic)),
});

const stacks = object({
  layout: about('One stack alone is called `platform`', { enum: [...stackLayouts], default: stackLayouts[0] }),
  prefix: about('How every name begins, where there is one stack alone', { type: 'string', pattern: '^[a-z][a-z0-9]{1,9}$' }),
  tags: about('Default tags of the provider', { type: 'object', additionalProperties: { type: 'string', maxLength: 256 } }),
  allow: about(
    "What the stacks may have beside what the gate's own lists allow",
    object({
      resourceTypes: about('Types of resources', listOf({ type: 'string', pattern: '^aws_[a-z0-9_]{1,80}$' })),
      roleTakers: about('Services that may take a role of a stack', listOf(service)),
      resourceUsers: about('Services that a key, a bucket or a topic may be open to', listOf(service)),
      managedPolicies: about(
        'Policies of AWS that may be attached to a role',
        listOf({ type: 'string', pattern: '^arn:aws:iam::aws:policy/[\\w/+=,.@-]{1,200}$' }),
      ),
      actionServices: about('Services whose actions a role may have', listOf({ type: 'string', pattern: '^[a-z0-9-]{1,60}$' })),
    }),
  ),
});

export const configSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Opsdeck: .github/opsdeck.json',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    '//': { type: 'string' },
    commands: about('Who may give which command, where that differs from its own definition', commands),
    gameDays: about('Where, when and at which risk game days may be played', gameDays),
    runbooks: about('How long an alarm has to be quiet, and what one may start by itself', runbooks),
    stacks: about('Which stacks there are, what they are called, and what they may consist of', stacks),
  },
};
