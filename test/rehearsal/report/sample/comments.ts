// What our comment said at each point of the sample's first pull request.

const marker = '<!-- opsdeck:pull-request -->';

const verdict = `**Plan: 3 to add, 1 to change, 1 to replace, 0 to destroy** · 2 stacks · digest \`ab12cd34ef56\` · commit \`9f2c1e7\``;

const danger = `> [!CAUTION]
> **1 resource is replaced, and it holds data**
>
> - \`aws_elasticache_replication_group.sessions\` (\`platform/Cache/Sessions\`) is **deleted first, then created**: \`node_type\` forces it
`;

const changes = `<details><summary><b>service</b>: 3 to add, 1 to change</summary>

<details open><summary>service/Service/Task</summary>

\`\`\`diff
@@ aws_ecs_task_definition.service @@
- cpu    = "512"
+ cpu    = "1024"
  memory = "2048"
! image  = (known after apply)
\`\`\`

</details>

| resource | action | attributes |
| :--- | :---: | ---: |
| \`aws_cloudwatch_log_group.service\` | add | 4 |
| \`aws_cloudwatch_metric_alarm.p95_latency\` | add | 11 |
| \`aws_appautoscaling_policy.cpu\` | add | 6 |

</details>
`;

const pipeline = `<details><summary>How the deploy goes</summary>

\`\`\`mermaid
flowchart LR
  plan --> approve --> apply --> bake --> done
  bake -- alarm --> rollback
\`\`\`

</details>
`;

const commands = `#### Commands

- [x] plan is up to date
- [ ] preview is extended

\`/preview extend 24h\` · \`/preview destroy\` · \`/plan\` ([all commands](https://github.com/octo-school/assessment/blob/main/docs/chatops.md))
`;

function comment(...sections: readonly string[]): string {
  return [marker, ...sections].join('\n\n');
}

const kpis = `#### KPIs

| KPI | preview | main | limit | |
| --- | ---: | ---: | ---: | --- |
| p95 latency | 212 ms | 205 ms | 300 ms | ✅ |
| error rate | 0.0 % | 0.1 % | 1.0 % | ✅ |
| queue age | | 1.2 s | 5.0 s | insufficient data (n = 3) |
`;

const live = `#### Preview

**Live** at <https://pr-7.preview.assessment.example> · shared · expires 2026-03-05 09:14 UTC (in 3 d) · about $1.32 a day
`;

export const planning = comment('**Planning** commit `9f2c1e7` …');
export const planned = comment(verdict, danger, '#### Preview\n\n**Deploying**: step 3 of 8, apply', changes, pipeline, commands);
export const previewIsLive = comment(verdict, danger, live, kpis, changes, pipeline, commands);
export const updated = comment(
  verdict.replace('1 to replace', '0 to replace').replace('9f2c1e7', '41d09ab').replace('ab12cd34ef56', '77aa01bc9d2e'),
  live.replace('03-05', '03-06'),
  kpis,
  changes.replace('"1024"', '"768"'),
  pipeline,
  commands,
);
export const destroyed = comment(
  '**Merged.** The preview was destroyed: 31 resources in 9 s, nothing is left.',
  changes.replace('"1024"', '"768"'),
);

export const refused = comment(
  '**Refused by the synth gate**: 2 constructs may not be planned with credentials',
  `> [!WARNING]
> | construct | rule | what to do |
> | --- | --- | --- |
> | \`service/Init/null_resource\` | \`no-provisioner\`: a provisioner runs commands on the runner | Remove the \`local-exec\` provisioner. |
> | \`service/Init/data.external\` | \`no-external-data\` | Compute it in the construct. |
`,
  'Nothing was planned, nothing was deployed. This is what was in the way: <script>alert(1)</script><img src=x onerror=alert(1)>',
);

export const forkPlan = comment(
  '**Plan: 0 to add, 1 to change, 0 to destroy** · 1 stack · commit `c0ffee1`',
  '#### Preview\n\nNone: this pull request comes from a fork. A maintainer may ask for one: `/preview deploy c0ffee1`.',
);
