// What a reviewer reads: a rich plan as a whole, small ones line by line, and what happens when there is too much.
import { describe, expect, test } from '@jest/globals';
import { readConstructPaths } from '../../../src/actions/plan/construct-paths.ts';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import { joinParts, renderPlanComment, renderSummary } from '../../../src/actions/plan/render/comment.ts';
import { bytesOf, failedCheck, outputChange, planJson, planOf, resourceChange, stackPlan } from './support/plan-json.ts';

const policy = (action: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject', action], Resource: '*' }],
  });

const platform = readPlan(
  bytesOf(
    planJson({
      resource_changes: [
        resourceChange({
          address: 'aws_rds_cluster.database',
          actions: ['delete', 'create'],
          before: { id: 'students', engine_version: '15.4', storage_encrypted: false, master_password: 'old-password-1' },
          after: { engine_version: '16.4', storage_encrypted: true, master_password: 'new-password-2' },
          unknown: { id: true, endpoint: true },
          beforeSensitive: { master_password: true },
          afterSensitive: { master_password: true },
          replacePaths: [['storage_encrypted']],
          around: { action_reason: 'replace_because_cannot_update' },
        }),
        resourceChange({
          address: 'aws_s3_bucket.exports',
          before: { id: 'exports-production' },
          around: { action_reason: 'delete_because_no_resource_config' },
        }),
        resourceChange({
          address: 'aws_iam_policy.reader',
          before: { policy: policy('s3:ListBucket') },
          after: { policy: policy('s3:*') },
        }),
        resourceChange({
          address: 'aws_sns_topic.alerts',
          actions: ['no-op'],
          before: {},
          after: {},
          around: { previous_address: 'aws_sns_topic.old' },
        }),
        resourceChange({ address: 'aws_sqs_queue.later["a"]', actions: ['forget'], before: { id: 'https://sqs/later' } }),
        resourceChange({ address: 'aws_subnet.same', actions: ['no-op'], before: {}, after: {} }),
      ],
      resource_drift: [
        resourceChange({ address: 'aws_security_group.web', before: { description: 'a' }, after: { description: 'b' } }),
      ],
      relevant_attributes: [{ resource: 'aws_security_group.web', attribute: ['description'] }],
      output_changes: { url: outputChange('https://a.example.com', 'https://b.example.com'), token: outputChange(null, 'abc') },
      checks: [failedCheck('endpoint', 'answers 503, ask @platform-team')],
      deferred_changes: [
        { reason: 'provider_config_unknown', resource_change: resourceChange({ address: 'aws_x.later', after: {} }) },
      ],
    }),
  ),
);

const constructPaths = readConstructPaths({
  resource: {
    aws_rds_cluster: { database: { '//': { metadata: { path: 'platform/data/database', uniqueId: 'database' } } } },
    aws_s3_bucket: { exports: { '//': { metadata: { path: 'platform/data/exports' } } } },
    aws_iam_policy: { reader: {} },
  },
});

const service = planOf({
  address: 'module.web.aws_ecs_service.app',
  type: 'aws_ecs_service',
  before: { desired_count: 2, task_definition: 'app:7' },
  after: { desired_count: 4 },
  unknown: { task_definition: true },
  around: { module_address: 'module.web' },
});

const plans = [{ ...stackPlan(platform, 'platform'), constructPaths }, stackPlan(service, 'service')];
const context = { commitSha: '0123456789abcdef', runUrl: 'https://github.com/example/app/actions/runs/7' };

test('a rich plan of two stacks', () => {
  expect(joinParts(renderPlanComment(plans, context))).toMatchInlineSnapshot(`
"**Plan: 0 to add, 2 to change, 1 to replace, 1 to destroy** · 2 stacks · digest \`47fd2449b22c\` · commit \`0123456\` · [run](https://github.com/example/app/actions/runs/7)

Also: 1 to move, 1 to forget, 2 outputs to change, 1 put off to a later plan, 1 changed outside of Terraform, 1 check failed.

> [!CAUTION]
> **2 resources destroyed or replaced, holding what cannot be made again**
> - platform: **destroy** \`aws_s3_bucket.exports\` · no longer in the configuration · **holds stored objects**
> - platform: **replace** \`aws_rds_cluster.database\` · forced by \`storage_encrypted\` · destroyed before the new one is there · **holds a database**

> [!WARNING]
> **1 check failed**
> - \`check.endpoint\`: answers 503, ask \`@\`platform\\-team

#### platform

<details><summary><code>data</code>: 1 to destroy, 1 to replace</summary>

**\`-\` destroy**

\`aws_s3_bucket.exports\` · no longer in the configuration

\`\`\`diff
  id: "exports-production"
\`\`\`

**\`-/+\` replace**

\`aws_rds_cluster.database\` · forced by \`storage_encrypted\` · destroyed before the new one is there

\`\`\`diff
! engine_version: "15.4" -> "16.4"
! storage_encrypted: false -> true  # forces replacement
! master_password: (sensitive), changed
  known after apply: id, endpoint
\`\`\`

</details>

<details><summary><code>aws_sqs_queue</code>: 1 to forget</summary>

**\`.\` forget (it stays, Terraform no longer manages it)**

\`aws_sqs_queue.later["a"]\`

\`\`\`diff
  id: "https://sqs/later"
\`\`\`

</details>

<details><summary><code>aws_iam_policy</code>: 1 to change</summary>

**\`~\` change**

\`aws_iam_policy.reader\`

\`\`\`diff
- policy.Statement[Read].Action[1]: "s3:ListBucket"
+ policy.Statement[Read].Action[1]: "s3:*"
\`\`\`

</details>

<details><summary><code>aws_sns_topic</code>: 1 to move or import</summary>

**\`=\` only move or import**

\`aws_sns_topic.alerts\` · moved from \`aws_sns_topic.old\`

</details>

<details><summary>Outputs: 2</summary>

change \`url\`

\`\`\`diff
! url: "https://a.example.com" -> "https://b.example.com"
\`\`\`

add \`token\`

\`\`\`diff
+ token: (redacted)
\`\`\`

</details>

<details><summary>Put off to a later plan: 1</summary>

\`aws_x.later\` · its provider's configuration is not known yet

</details>

#### service

<details><summary><code>module.web</code>: 1 to change</summary>

**\`~\` change**

\`module.web.aws_ecs_service.app\`

\`\`\`diff
! desired_count: 2 -> 4
! task_definition: "app:7" -> (known after apply)
\`\`\`

</details>

<details><summary>1 resource changed outside of Terraform</summary>

platform: changed \`aws_security_group.web\`

\`\`\`diff
! description: "a" -> "b"
\`\`\`

</details>"
`);
});

describe('a verdict', () => {
  const verdict = (plan = planOf(), more = {}) =>
    renderPlanComment([stackPlan(plan)], more).verdict.replace(/digest `\w+`/, 'digest');
  const read = (members: Parameters<typeof planJson>[0]) => readPlan(bytesOf(planJson(members)));

  test.each([
    ['without changes', verdict(), '**No changes** · digest'],
    [
      'with a hostile commit and address',
      verdict(planOf(), { commitSha: '`@me`', runUrl: 'javascript:x' }),
      '**No changes** · digest · commit `` `@me` `` · run',
    ],
    [
      'of one new resource',
      verdict(planOf({ after: {} })),
      '**Plan: 1 to add, 0 to change, 0 to replace, 0 to destroy** · digest',
    ],
    [
      'of outputs only',
      verdict(read({ output_changes: { a: outputChange(1, 2) } })),
      '**Plan: 0 to add, 0 to change, 0 to replace, 0 to destroy** · digest\n\nAlso: 1 output to change.',
    ],
    [
      'of a plan that failed',
      verdict(read({ errored: true })),
      '**Planning failed part-way: this is not all that would change** · digest\n\nThe plan ended with an error; applying it is not possible.',
    ],
    [
      'of a partial plan',
      verdict(read({ complete: false })),
      '**No changes** · digest\n\nThe plan is partial: another one will be needed after it.',
    ],
  ])('%s', (_what, actual, expected) => {
    expect(actual).toBe(expected);
  });
});

describe('too much for a comment', () => {
  const many = planOf(
    ...Array.from({ length: 400 }, (_, index) => ({ address: `aws_dynamodb_table.gone${index}`, before: { id: 'x' } })),
    ...Array.from({ length: 2000 }, (_, index) => ({
      address: `aws_sns_topic.new${index}`,
      after: { name: `topic ${index} `.repeat(30) },
    })),
  );

  test.each([60_000, 20_000, 4_000])('fits into %i characters: verdict and danger stay, what is riskiest is kept', (budget) => {
    const parts = renderPlanComment([stackPlan(many)], context, budget);
    expect(joinParts(parts).length).toBeLessThanOrEqual(budget);
    expect(parts.verdict).toContain('2000 to add');
    expect(parts.danger).toContain('400 resources destroyed or replaced');
    expect(parts.changes).toMatch(/\d+ omitted/);
    const isAnyTopicShown = parts.changes.includes('aws_sns_topic.new');
    expect(!isAnyTopicShown || parts.changes.includes('aws_dynamodb_table.gone399')).toBe(true);
  });

  test('nor for a step summary: 1,024 kB at most, whole blocks only', () => {
    const large = planOf(
      ...Array.from({ length: 1500 }, (_, index) => ({ address: `x.y${index}`, after: { text: 'ä b '.repeat(500) } })),
    );
    const summary = renderSummary([stackPlan(large)]);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(1000 * 1024);
    expect(summary).toMatch(/\d+ omitted/);
    expect(summary.match(/^```/gm)?.length).toBe(2 * (summary.match(/^```diff$/gm)?.length ?? 0));
  });
});
