// How the issue of a game day reads: one of each verdict, and one in the middle.
import { describe, expect, test } from '@jest/globals';
import type { GameDay } from '../../../../src/actions/game-day/game-day.ts';
import { renderIssue, renderMessage, renderSummary } from '../../../../src/actions/game-day/report/index.ts';
import { throttling, zoneLoss } from './support/drill.ts';
import { at, begun, failed, history, inconclusive, passed, refused, takenOver, watching } from './support/game-days.ts';

describe('the issue', () => {
  test('of one that passed', () => {
    expect(renderIssue(passed, [], zoneLoss)).toMatchInlineSnapshot(`
{
  "body": "## ✅ PASS

All 2 KPIs held, and all was well again 2 min after the experiment.

### What to do next

- Nothing else: play it again as usual, every week.

### Timeline

\`\`\`mermaid
gantt
  title az-failure in eu-west-2a on staging, UTC
  dateFormat YYYY-MM-DD HH:mm:ss
  axisFormat %H:%M
  todayMarker off
  section Phases
    ▪ preflight :2026-01-31 10:00:00, 2026-01-31 10:00:30
    ▪ experiment :2026-01-31 10:00:32, 2026-01-31 10:10:40
    ▪ rollback :2026-01-31 10:10:40, 2026-01-31 10:10:44
    ▪ recovery :2026-01-31 10:10:44, 2026-01-31 10:12:50
  section Experiment
    ✅ fence-subnets - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:10:36
    ✅ wait - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:01:34
    ✅ stop-tasks - completed :done, 2026-01-31 10:01:35, 2026-01-31 10:01:39
  section Rollback
    ➖ Give the subnets their network ACLs back - nothing to do :2026-01-31 10:10:40, 2026-01-31 10:10:42
    ➖ Bring the service back to its good task definition - nothing to do :2026-01-31 10:10:42, 2026-01-31 10:10:43
    ✅ Bring traffic back into the zone - done :done, 2026-01-31 10:10:43, 2026-01-31 10:10:44
  section Recovery
    ✅ The experiment has ended - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:10:45
    ✅ All alarms are OK - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:10:50
    ✅ No network ACL of FIS is left - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:10:50
    ✅ Tasks are spread over the zones - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:12:50
\`\`\`

### Did it hold for users?

The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.

| KPI | tolerated | before | worst during | other zones \\(control\\) | eu\\-west\\-2a \\(hit\\) | held? |
| --- | --- | --- | --- | --- | --- | --- |
| Errors of the load balancer | ≤ 1 % over 5 min | 0.02 % | 0.42 % | – | – | ✅ held |
| Healthy tasks | ≥ 2 over 1 min | 6 | 4 | 4 | 0 | ✅ held |

### Times

| time to | took | budget | in time? | from ... to; what the budget is made of |
| --- | --- | --- | --- | --- |
| Detect | – | 8 min | ➖ no alarm rang | first fault to first alarm; the slowest alarm, and the delay of metrics |
| Abort | – | 10 s | ➖ no alarm rang | alarm to the request to stop; one poll and one request |
| Stop | – | 1 min | ➖ no alarm rang | alarm to the end of the experiment; what AWS takes, twice |
| Recover | 2 min 10 s | 15 min | ✅ in time | end of the experiment to all well; the drill says so |

### Rollback

| what | outcome | what was done | at \\(UTC\\) |
| --- | --- | --- | --- |
| Give the subnets their network ACLs back | ➖ nothing to do | FIS had given both back | 10:10:42 |
| Bring the service back to its good task definition | ➖ nothing to do | it has its good task definition | 10:10:43 |
| Bring traffic back into the zone | ✅ done | ended 1 | 10:10:44 |

### Recovery

All of it is to be true within 15 min of the end of the experiment.

| what | outcome | what was seen | at \\(UTC\\) | after |
| --- | --- | --- | --- | --- |
| The experiment has ended | ✅ recovered | completed | 10:10:45 | 5 s |
| All alarms are OK | ✅ recovered | all 9 | 10:10:50 | 10 s |
| No network ACL of FIS is left | ✅ recovered | none | 10:10:50 | 10 s |
| Tasks are spread over the zones | ✅ recovered | 2 in each of 3 zones | 10:12:50 | 2 min 10 s |

### What was done

Experiment EXPabc of the template EXTabc: completed: Experiment completed.

Cost of the experiment: \\$1.20, at \\$0.10 for each minute of an action.

| action | what it does | status | from | to |
| --- | --- | --- | --- | --- |
| fence\\-subnets | Cut the subnets of the zone off | ✅ completed | 10:00:34 | 10:10:36 |
| wait | Wait until the fence stands | ✅ completed | 10:00:34 | 10:01:34 |
| stop\\-tasks | End the tasks of the zone | ✅ completed | 10:01:35 | 10:01:39 |

### What was hit

| target | what | expected | hit | as expected? |
| --- | --- | --- | --- | --- |
| subnets | subnets | 2 | 2 | ✅ yes |
| tasks | tasks of the service | 2 | 2 | ✅ yes |
| database | database cluster | 0 | 0 | ➖ nothing: The writer may be in another zone. |

<details><summary>All 4 resources</summary>

| resource | target | expected and hit? |
| --- | --- | --- |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-a | subnets | ✅ hit |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-data\\-a | subnets | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/1 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/2 | tasks | ✅ hit |

</details>

### Before it began

All 3 checks were good.

<details><summary>3 checks that were good</summary>

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Alarms | ✅ ok | all 9 that end game days are OK, and were for 3 hours | 10:00:20 |
| Hypothesis | ✅ ok | true now | 10:00:20 |
| Capacity without the zone | ✅ ok | 4 of 6 tasks are left, at 41 % CPU | 10:00:20 |

</details>

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711).<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>",
  "title": "Game day: az-failure in eu-west-2a on staging, 2026-01-31: PASS",
}
`);
  });

  test('of one that failed, in a rehearsal', () => {
    expect(renderIssue(failed, history, zoneLoss)).toMatchInlineSnapshot(`
{
  "body": "## ❌ FAIL

> [!IMPORTANT]
> **Rehearsed: time ran 30 times as fast as on a wall clock.**

Errors of the load balancer went to 37.5 %, 1 % was tolerated.

Ended early because an alarm rang \\(assess\\-staging\\-edge\\-5xx\\-rate\\): it rang 4 min 26 s after the first fault. AWS was asked to stop 4.2 s after that.

### What to do next

- Do this by hand, now: Bring the service back to its good task definition. It failed: AccessDeniedException: not authorized to perform ecs:UpdateService
- Still not true, see to it: Tasks are spread over the zones \\(all 6 are in eu\\-west\\-2a\\).
- Do something about the findings below.
- Then play the drill again: only that shows that it helped.

### Findings

- [ ] All 6 tasks of app were in eu\\-west\\-2a: losing it lost the service. Spread them over the zones.
- [ ] The role of the game day may not bring the service back: it lacks ecs:UpdateService.

*A finding is closed only by playing the drill again: a tick by hand proves nothing.*

### Timeline

\`\`\`mermaid
gantt
  title az-failure in eu-west-2a on staging, UTC
  dateFormat YYYY-MM-DD HH:mm:ss
  axisFormat %H:%M
  todayMarker off
  section Phases
    ▪ preflight :2026-01-31 10:00:00, 2026-01-31 10:00:30
    ▪ experiment :2026-01-31 10:00:32, 2026-01-31 10:05:30
    ▪ rollback :2026-01-31 10:05:30, 2026-01-31 10:05:36
    ▪ recovery :2026-01-31 10:05:36, 2026-01-31 10:21:40
  section Experiment
    ■ fence-subnets - stopped :2026-01-31 10:00:34, 2026-01-31 10:05:28
    ✅ wait - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:01:34
    ✅ stop-tasks - completed :done, 2026-01-31 10:01:35, 2026-01-31 10:01:39
    🛑 stop - asked for :milestone, crit, 2026-01-31 10:05:04, 2026-01-31 10:05:04
  section Alarms
    ❗ edge-5xx-rate - ALARM :crit, 2026-01-31 10:05:00, 2026-01-31 10:10:00
    ❔ app-latency - no data :active, 2026-01-31 10:05:10, 2026-01-31 10:21:50
  section Rollback
    ✅ Give the subnets their network ACLs back - done :done, 2026-01-31 10:05:30, 2026-01-31 10:05:33
    ❌ Bring the service back to its good task definition - failed :crit, 2026-01-31 10:05:33, 2026-01-31 10:05:35
    ➖ Bring traffic back into the zone - nothing to do :2026-01-31 10:05:35, 2026-01-31 10:05:36
  section Recovery
    ✅ The experiment has ended - recovered :done, 2026-01-31 10:05:30, 2026-01-31 10:10:45
    ❌ All alarms are OK - late :crit, 2026-01-31 10:05:30, 2026-01-31 10:21:40
    ✅ No network ACL of FIS is left - recovered :done, 2026-01-31 10:05:30, 2026-01-31 10:10:50
    ❌ Tasks are spread over the zones - not recovered :crit, 2026-01-31 10:05:30, 2026-01-31 10:21:50
\`\`\`

### Did it hold for users?

The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.

| KPI | tolerated | before | worst during | other zones \\(control\\) | eu\\-west\\-2a \\(hit\\) | held? |
| --- | --- | --- | --- | --- | --- | --- |
| Errors of the load balancer | ≤ 1 % over 5 min | 0.02 % | 37.5 % | 36.9 % | 38.2 % | ❌ broken |
| Healthy tasks | ≥ 2 over 1 min | 6 | – | – | – | ❔ no data |

### Times

| time to | took | budget | in time? | from ... to; what the budget is made of |
| --- | --- | --- | --- | --- |
| Detect | 4 min 26 s | 8 min | ✅ in time | first fault to first alarm; the slowest alarm, and the delay of metrics |
| Abort | 4.2 s | 10 s | ✅ in time | alarm to the request to stop; one poll and one request |
| Stop | 30 s | 1 min | ✅ in time | alarm to the end of the experiment; what AWS takes, twice |
| Recover | 16 min 10 s | 15 min | ❌ late | end of the experiment to all well; the drill says so |

### Rollback

| what | outcome | what was done | at \\(UTC\\) |
| --- | --- | --- | --- |
| Give the subnets their network ACLs back | ✅ done | 2 subnets have their ACL again | 10:05:33 |
| Bring the service back to its good task definition | ❌ failed | AccessDeniedException: not authorized to perform ecs:UpdateService | 10:05:35 |
| Bring traffic back into the zone | ➖ nothing to do | there was none | 10:05:36 |

### Recovery

All of it is to be true within 15 min of the end of the experiment.

| what | outcome | what was seen | at \\(UTC\\) | after |
| --- | --- | --- | --- | --- |
| The experiment has ended | ✅ recovered | completed | 10:10:45 | 5 min 15 s |
| All alarms are OK | ❌ late | edge\\-5xx\\-rate rang for long | 10:21:40 | 16 min 10 s |
| No network ACL of FIS is left | ✅ recovered | none | 10:10:50 | 5 min 20 s |
| Tasks are spread over the zones | ❌ not recovered | all 6 are in eu\\-west\\-2a | – | – |

### What was done

Experiment EXPabc of the template EXTabc: stopped: Experiment halted by stop condition.

Cost of the experiment: \\$0.90, at \\$0.10 for each minute of an action.

| action | what it does | status | from | to |
| --- | --- | --- | --- | --- |
| fence\\-subnets | Cut the subnets of the zone off | ■ stopped | 10:00:34 | 10:05:28 |
| wait | Wait until the fence stands | ✅ completed | 10:00:34 | 10:01:34 |
| stop\\-tasks | End the tasks of the zone | ✅ completed | 10:01:35 | 10:01:39 |

<details><summary>3 changes of alarms</summary>

| alarm | at \\(UTC\\) | from | to |
| --- | --- | --- | --- |
| edge\\-5xx\\-rate | 10:05:00 | OK | ❗ ALARM |
| app\\-latency | 10:05:10 | OK | ❔ INSUFFICIENT\\_DATA |
| edge\\-5xx\\-rate | 10:10:00 | ALARM | ✅ OK |

</details>

### What was hit

| target | what | expected | hit | as expected? |
| --- | --- | --- | --- | --- |
| subnets | subnets | 2 | 2 | ❌ 1 not hit, 1 not expected |
| tasks | tasks of the service | 6 | 6 | ✅ yes |
| database | database cluster | 0 | 0 | ➖ nothing: The writer may be in another zone. |

<details><summary>All 9 resources</summary>

| resource | target | expected and hit? |
| --- | --- | --- |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-data\\-a | subnets | ❌ expected, but not hit |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-b | subnets | ❌ hit, but not expected |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-a | subnets | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/1 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/2 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/3 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/4 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/5 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/6 | tasks | ✅ hit |

</details>

### Before it began

All 3 checks were good.

<details><summary>3 checks that were good</summary>

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Alarms | ✅ ok | all 9 that end game days are OK, and were for 3 hours | 10:00:20 |
| Hypothesis | ✅ ok | true now | 10:00:20 |
| Capacity without the zone | ✅ ok | 4 of 6 tasks are left, at 41 % CPU | 10:00:20 |

</details>

### Earlier runs of this drill

| run | zone | verdict | detect | abort | recover | why |
| --- | --- | --- | --- | --- | --- | --- |
| [2026\\-01\\-24 10:00 UTC](https://github.com/acme/platform/issues/31) | eu\\-west\\-2c | ❌ FAIL | 4 min 26 s | 3.1 s | 22 min | Recovery took 22 min, 15 min were allowed. |
| 2026\\-01\\-17 10:00 UTC | eu\\-west\\-2b | ✅ PASS | – | – | 1 min 35 s | All held. |

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711).<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>",
  "title": "Game day: az-failure in eu-west-2a on staging, 2026-01-31: FAIL",
}
`);
  });

  test('of one that was aborted: its run died, another took it up', () => {
    expect(renderIssue(takenOver, [], zoneLoss).body).toMatchInlineSnapshot(`
"## 🛑 ABORTED

Its run ended in the middle.

Taken over from run 4711, attempt 1: it ended in the middle, and this one finished its work.

Ended early because its run, or the sight of the experiment, was lost: run 4711 ended in the middle.

### What to do next

- Nothing was left broken.
- Play it again: an aborted game day has shown nothing.

### Timeline

\`\`\`mermaid
gantt
  title az-failure in eu-west-2a on staging, UTC
  dateFormat YYYY-MM-DD HH:mm:ss
  axisFormat %H:%M
  todayMarker off
  section Phases
    ▪ preflight :2026-01-31 10:00:00, 2026-01-31 10:00:30
    ▪ experiment :2026-01-31 10:00:32, 2026-01-31 10:05:00
    ▪ rollback :2026-01-31 10:05:00, 2026-01-31 10:10:44
    ▪ recovery :2026-01-31 10:10:44, 2026-01-31 10:12:50
  section Experiment
    ✅ fence-subnets - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:10:36
    ✅ wait - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:01:34
    ✅ stop-tasks - completed :done, 2026-01-31 10:01:35, 2026-01-31 10:01:39
    🛑 stop - asked for :milestone, crit, 2026-01-31 10:04:51, 2026-01-31 10:04:51
  section Rollback
    ➖ Give the subnets their network ACLs back - nothing to do :2026-01-31 10:05:00, 2026-01-31 10:10:42
    ➖ Bring the service back to its good task definition - nothing to do :2026-01-31 10:10:42, 2026-01-31 10:10:43
    ✅ Bring traffic back into the zone - done :done, 2026-01-31 10:10:43, 2026-01-31 10:10:44
  section Recovery
    ✅ The experiment has ended - recovered :done, 2026-01-31 10:05:00, 2026-01-31 10:10:45
    ✅ All alarms are OK - recovered :done, 2026-01-31 10:05:00, 2026-01-31 10:10:50
    ✅ No network ACL of FIS is left - recovered :done, 2026-01-31 10:05:00, 2026-01-31 10:10:50
    ✅ Tasks are spread over the zones - recovered :done, 2026-01-31 10:05:00, 2026-01-31 10:12:50
\`\`\`

### Did it hold for users?

The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.

| KPI | tolerated | before | worst during | other zones \\(control\\) | eu\\-west\\-2a \\(hit\\) | held? |
| --- | --- | --- | --- | --- | --- | --- |
| Errors of the load balancer | ≤ 1 % over 5 min | – | – | – | – | ➖ not measured |
| Healthy tasks | ≥ 2 over 1 min | – | – | – | – | ➖ not measured |

### Times

| time to | took | budget | in time? | from ... to; what the budget is made of |
| --- | --- | --- | --- | --- |
| Detect | – | 8 min | ➖ no alarm rang | first fault to first alarm; the slowest alarm, and the delay of metrics |
| Abort | – | 10 s | ➖ no alarm rang | alarm to the request to stop; one poll and one request |
| Stop | – | 1 min | ➖ no alarm rang | alarm to the end of the experiment; what AWS takes, twice |
| Recover | – | 15 min | ➖ | end of the experiment to all well; the drill says so |

### Rollback

| what | outcome | what was done | at \\(UTC\\) |
| --- | --- | --- | --- |
| Give the subnets their network ACLs back | ➖ nothing to do | FIS had given both back | 10:10:42 |
| Bring the service back to its good task definition | ➖ nothing to do | it has its good task definition | 10:10:43 |
| Bring traffic back into the zone | ✅ done | ended 1 | 10:10:44 |

### Recovery

All of it is to be true within 15 min of the end of the experiment.

| what | outcome | what was seen | at \\(UTC\\) | after |
| --- | --- | --- | --- | --- |
| The experiment has ended | ✅ recovered | completed | 10:10:45 | 5 min 45 s |
| All alarms are OK | ✅ recovered | all 9 | 10:10:50 | 5 min 50 s |
| No network ACL of FIS is left | ✅ recovered | none | 10:10:50 | 5 min 50 s |
| Tasks are spread over the zones | ✅ recovered | 2 in each of 3 zones | 10:12:50 | 7 min 50 s |

### What was done

Experiment EXPabc of the template EXTabc: stopped: Experiment stopped.

Cost of the experiment: \\$1.20, at \\$0.10 for each minute of an action.

| action | what it does | status | from | to |
| --- | --- | --- | --- | --- |
| fence\\-subnets | Cut the subnets of the zone off | ✅ completed | 10:00:34 | 10:10:36 |
| wait | Wait until the fence stands | ✅ completed | 10:00:34 | 10:01:34 |
| stop\\-tasks | End the tasks of the zone | ✅ completed | 10:01:35 | 10:01:39 |

### What was hit

| target | what | expected | hit | as expected? |
| --- | --- | --- | --- | --- |
| subnets | subnets | 2 | 2 | ✅ yes |
| tasks | tasks of the service | 2 | 2 | ✅ yes |
| database | database cluster | 0 | 0 | ➖ nothing: The writer may be in another zone. |

<details><summary>All 4 resources</summary>

| resource | target | expected and hit? |
| --- | --- | --- |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-a | subnets | ✅ hit |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-data\\-a | subnets | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/1 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/2 | tasks | ✅ hit |

</details>

### Before it began

All 3 checks were good.

<details><summary>3 checks that were good</summary>

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Alarms | ✅ ok | all 9 that end game days are OK, and were for 3 hours | 10:00:20 |
| Hypothesis | ✅ ok | true now | 10:00:20 |
| Capacity without the zone | ✅ ok | 4 of 6 tasks are left, at 41 % CPU | 10:00:20 |

</details>

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711).<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>"
`);
  });

  test('of one that nobody can judge', () => {
    expect(renderIssue(inconclusive, [], zoneLoss).body).toMatchInlineSnapshot(`
"## ❔ INCONCLUSIVE

AWS skipped stop\\-tasks, and Healthy tasks had no data.

### What to do next

- Find out why AWS skipped stop\\-tasks: what is skipped is not tested.
- Make measurable what had no data: Healthy tasks.
- Then play it again: this one is no pass.

### Timeline

\`\`\`mermaid
gantt
  title az-failure in eu-west-2a on staging, UTC
  dateFormat YYYY-MM-DD HH:mm:ss
  axisFormat %H:%M
  todayMarker off
  section Phases
    ▪ preflight :2026-01-31 10:00:00, 2026-01-31 10:00:30
    ▪ experiment :2026-01-31 10:00:32, 2026-01-31 10:10:40
    ▪ rollback :2026-01-31 10:10:40, 2026-01-31 10:10:44
    ▪ recovery :2026-01-31 10:10:44, 2026-01-31 10:12:50
  section Experiment
    ✅ fence-subnets - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:10:36
    ✅ wait - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:01:34
    ❔ stop-tasks - skipped :milestone, active, 2026-01-31 10:00:32, 2026-01-31 10:00:32
  section Rollback
    ➖ Give the subnets their network ACLs back - nothing to do :2026-01-31 10:10:40, 2026-01-31 10:10:42
    ➖ Bring the service back to its good task definition - nothing to do :2026-01-31 10:10:42, 2026-01-31 10:10:43
    ✅ Bring traffic back into the zone - done :done, 2026-01-31 10:10:43, 2026-01-31 10:10:44
  section Recovery
    ✅ The experiment has ended - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:10:45
    ✅ All alarms are OK - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:10:50
    ✅ No network ACL of FIS is left - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:10:50
    ✅ Tasks are spread over the zones - recovered :done, 2026-01-31 10:10:40, 2026-01-31 10:12:50
\`\`\`

### Did it hold for users?

The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.

| KPI | tolerated | before | worst during | other zones \\(control\\) | eu\\-west\\-2a \\(hit\\) | held? |
| --- | --- | --- | --- | --- | --- | --- |
| Errors of the load balancer | ≤ 1 % over 5 min | 0.02 % | 0.42 % | – | – | ✅ held |
| Healthy tasks | ≥ 2 over 1 min | 6 | 4 | 4 | 0 | ❔ no data |

### Times

| time to | took | budget | in time? | from ... to; what the budget is made of |
| --- | --- | --- | --- | --- |
| Detect | – | 8 min | ➖ no alarm rang | first fault to first alarm; the slowest alarm, and the delay of metrics |
| Abort | – | 10 s | ➖ no alarm rang | alarm to the request to stop; one poll and one request |
| Stop | – | 1 min | ➖ no alarm rang | alarm to the end of the experiment; what AWS takes, twice |
| Recover | 2 min 10 s | 15 min | ✅ in time | end of the experiment to all well; the drill says so |

### Rollback

| what | outcome | what was done | at \\(UTC\\) |
| --- | --- | --- | --- |
| Give the subnets their network ACLs back | ➖ nothing to do | FIS had given both back | 10:10:42 |
| Bring the service back to its good task definition | ➖ nothing to do | it has its good task definition | 10:10:43 |
| Bring traffic back into the zone | ✅ done | ended 1 | 10:10:44 |

### Recovery

All of it is to be true within 15 min of the end of the experiment.

| what | outcome | what was seen | at \\(UTC\\) | after |
| --- | --- | --- | --- | --- |
| The experiment has ended | ✅ recovered | completed | 10:10:45 | 5 s |
| All alarms are OK | ✅ recovered | all 9 | 10:10:50 | 10 s |
| No network ACL of FIS is left | ✅ recovered | none | 10:10:50 | 10 s |
| Tasks are spread over the zones | ✅ recovered | 2 in each of 3 zones | 10:12:50 | 2 min 10 s |

### What was done

Experiment EXPabc of the template EXTabc: completed: Experiment completed.

Cost of the experiment: \\$1.20, at \\$0.10 for each minute of an action.

| action | what it does | status | from | to |
| --- | --- | --- | --- | --- |
| fence\\-subnets | Cut the subnets of the zone off | ✅ completed | 10:00:34 | 10:10:36 |
| wait | Wait until the fence stands | ✅ completed | 10:00:34 | 10:01:34 |
| stop\\-tasks | End the tasks of the zone | ❔ skipped: Target resolution returned empty set | – | – |

### What was hit

| target | what | expected | hit | as expected? |
| --- | --- | --- | --- | --- |
| subnets | subnets | 2 | 2 | ✅ yes |
| tasks | tasks of the service | 2 | 0 | ❌ 2 not hit |
| database | database cluster | 0 | 0 | ➖ nothing: The writer may be in another zone. |

<details><summary>All 4 resources</summary>

| resource | target | expected and hit? |
| --- | --- | --- |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-a | subnets | ✅ hit |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-data\\-a | subnets | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/1 | tasks | ❌ expected, but not hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/2 | tasks | ❌ expected, but not hit |

</details>

### Before it began

All 3 checks were good.

<details><summary>3 checks that were good</summary>

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Alarms | ✅ ok | all 9 that end game days are OK, and were for 3 hours | 10:00:20 |
| Hypothesis | ✅ ok | true now | 10:00:20 |
| Capacity without the zone | ✅ ok | 4 of 6 tasks are left, at 41 % CPU | 10:00:20 |

</details>

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711).<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>"
`);
  });

  test('of one that was refused', () => {
    expect(renderIssue(refused, [], zoneLoss)).toMatchInlineSnapshot(`
{
  "body": "## 🚫 REFUSED

An alarm that ends game days is ringing already.

### What to do next

- Alarms: edge\\-5xx\\-rate has been ringing since 09:41
- Error budget: CloudWatch did not answer
- Then start it again: nothing was injected.

### Before it began

2 of 4 checks were not good.

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Alarms | ❌ bad | edge\\-5xx\\-rate has been ringing since 09:41 | 10:00:20 |
| Error budget | ❔ unknown | CloudWatch did not answer | 10:00:20 |

<details><summary>2 checks that were good</summary>

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Hypothesis | ✅ ok | true now | 10:00:20 |
| Capacity without the zone | ✅ ok | 4 of 6 tasks are left, at 41 % CPU | 10:00:20 |

</details>

### What is meant to be hit

| target | what | expected | hit | as expected? |
| --- | --- | --- | --- | --- |
| subnets | subnets | 2 | – | ➖ |
| tasks | tasks of the service | 2 | – | ➖ |
| database | database cluster | 0 | – | ➖ |

<details><summary>All 4 resources</summary>

| resource | target | expected and hit? |
| --- | --- | --- |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-a | subnets | ➖ expected |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-data\\-a | subnets | ➖ expected |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/1 | tasks | ➖ expected |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/2 | tasks | ➖ expected |

</details>

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711).<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>",
  "title": "Game day: az-failure in eu-west-2a on staging, 2026-01-31: REFUSED",
}
`);
  });

  test('while it runs', () => {
    expect(renderIssue(watching, [], zoneLoss, new Date(at(290)))).toMatchInlineSnapshot(`
{
  "body": "## ⏳ running: watching, 4 of 10 min

Cuts one zone off for ten minutes; when all goes well, users notice nothing but a moment of errors.

### What to do next

- Nothing: it looks after itself. To end it early: /game\\-day abort, or its workflow with the mode abort.

### Timeline

\`\`\`mermaid
gantt
  title az-failure in eu-west-2a on staging, UTC
  dateFormat YYYY-MM-DD HH:mm:ss
  axisFormat %H:%M
  todayMarker off
  section Phases
    ▪ preflight :2026-01-31 10:00:00, 2026-01-31 10:00:30
    ▸ experiment - going on :2026-01-31 10:00:32, 2026-01-31 10:04:50
  section Experiment
    ▸ fence-subnets - running :2026-01-31 10:00:34, 2026-01-31 10:04:50
    ✅ wait - completed :done, 2026-01-31 10:00:34, 2026-01-31 10:01:34
\`\`\`

### Did it hold for users?

The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.

| KPI | tolerated | before | worst during | other zones \\(control\\) | eu\\-west\\-2a \\(hit\\) | held? |
| --- | --- | --- | --- | --- | --- | --- |
| Errors of the load balancer | ≤ 1 % over 5 min | – | – | – | – | ➖ not measured yet |
| Healthy tasks | ≥ 2 over 1 min | – | – | – | – | ➖ not measured yet |

### What was done

Experiment EXPabc of the template EXTabc: running

| action | what it does | status | from | to |
| --- | --- | --- | --- | --- |
| fence\\-subnets | Cut the subnets of the zone off | ▸ running | 10:00:34 | – |
| wait | Wait until the fence stands | ✅ completed | 10:00:34 | 10:01:34 |
| stop\\-tasks | End the tasks of the zone | ⏳ pending | – | – |

### What was hit

| target | what | expected | hit | as expected? |
| --- | --- | --- | --- | --- |
| subnets | subnets | 2 | 2 | ✅ yes |
| tasks | tasks of the service | 2 | 2 | ✅ yes |
| database | database cluster | 0 | 0 | ➖ nothing: The writer may be in another zone. |

<details><summary>All 4 resources</summary>

| resource | target | expected and hit? |
| --- | --- | --- |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-app\\-a | subnets | ✅ hit |
| arn:aws:ec2:eu\\-west\\-2:111122223333:subnet/subnet\\-data\\-a | subnets | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/1 | tasks | ✅ hit |
| arn:aws:ecs:eu\\-west\\-2:111122223333:task/assess\\-staging/2 | tasks | ✅ hit |

</details>

### Before it began

All 3 checks were good.

<details><summary>3 checks that were good</summary>

| check | outcome | what was seen | at \\(UTC\\) |
| --- | --- | --- | --- |
| Alarms | ✅ ok | all 9 that end game days are OK, and were for 3 hours | 10:00:20 |
| Hypothesis | ✅ ok | true now | 10:00:20 |
| Capacity without the zone | ✅ ok | 4 of 6 tasks are left, at 41 % CPU | 10:00:20 |

</details>

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711). As of 10:04:50.<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>",
  "title": "Game day: az-failure in eu-west-2a on staging, 2026-01-31: running",
}
`);
  });

  test('before anything was looked at', () => {
    expect(renderIssue(begun, [], zoneLoss).body).toMatchInlineSnapshot(`
"## ⏳ running: looking whether it may begin

Nothing has been injected yet.

### What to do next

- Nothing: it looks after itself. To end it early: /game\\-day abort, or its workflow with the mode abort.

### Did it hold for users?

The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.

| KPI | tolerated | before | worst during | other zones \\(control\\) | eu\\-west\\-2a \\(hit\\) | held? |
| --- | --- | --- | --- | --- | --- | --- |
| Errors of the load balancer | ≤ 1 % over 5 min | – | – | – | – | ➖ not measured yet |
| Healthy tasks | ≥ 2 over 1 min | – | – | – | – | ➖ not measured yet |

<sub>Started 2026\\-01\\-31 10:00 UTC by schedule: [run and its report](https://github.com/acme/platform/actions/runs/4711). As of 10:00:00.<br>Drill: Loss of an availability zone, 10 min of faults, to be played every week.<br>All times are UTC. 2026\\-01\\-31\\-az\\-failure\\-4711</sub>"
`);
  });
});

describe('its title', () => {
  test.each([
    ['of a drill that hits a zone', passed, zoneLoss, 'Game day: az-failure in eu-west-2a on staging, 2026-01-31: PASS'],
    ['of one that hits none', withoutZone(), throttling, 'Game day: kinesis-throttle on staging, 2026-01-31: PASS'],
    ['while it runs', watching, zoneLoss, 'Game day: az-failure in eu-west-2a on staging, 2026-01-31: running'],
  ] as const)('%s', (_what, gameDay, drill, title) => {
    expect(renderIssue(gameDay, [], drill).title).toBe(title);
  });
});

function withoutZone() {
  const { zone: _, ...rest } = passed;
  return { ...rest, drill: 'kinesis-throttle' };
}

/** Without what is known only at the end. */
function open({ verdict: _, because: __, endedAt: ___, ...rest }: GameDay, phase: GameDay['phase']): GameDay {
  return { ...rest, phase };
}

describe('how far it is', () => {
  test.each([
    ['⏳ running: looking whether it may begin', begun],
    ['⏳ running: starting the experiment', { ...watching, phase: 'inject' }],
    ['⏳ running: watching, 4 of 10 min', watching],
    ['⏳ running: stopping the experiment', { ...watching, phase: 'stop' }],
    ['⏳ running: putting right what was broken', open(passed, 'rollback')],
    ['⏳ running: waiting for recovery, 1 of 15 min', open(passed, 'verify')],
    ['⏳ running: measuring', open(passed, 'measure')],
    ['❔ ended without a verdict', { ...watching, phase: 'ended' }],
  ] as const)('%s', (words, gameDay) => {
    const now = new Date(at(gameDay.phase === 'verify' ? 720 : 290));
    expect(renderIssue(gameDay, [], zoneLoss, now).body.split('\n')[0]).toBe(`## ${words}`);
  });

  test('as of the latest instant that is known, when nobody says what time it is', () => {
    const transitions = [{ name: 'a', at: at(400), from: 'OK', to: 'INSUFFICIENT_DATA' }] as const;
    const { body } = renderIssue({ ...watching, transitions }, [], zoneLoss);
    expect(body).toContain('watching, 6 of 10 min');
    expect(body).toContain('As of 10:06:40.');
  });
});

describe('the summary', () => {
  test('has neither history nor what is folded away', () => {
    const summary = renderSummary(failed, history, zoneLoss);
    expect(summary).toContain('## ❌ FAIL: az\\-failure in eu\\-west\\-2a on staging');
    expect(summary).not.toMatch(/<details>|Earlier runs/);
    expect(summary).toContain('Rehearsed: time ran 30 times as fast');
  });
});

describe('the line for a reply', () => {
  test.each([
    [
      'at its end',
      passed,
      '✅ PASS: az\\-failure in eu\\-west\\-2a on staging. All 2 KPIs held, and all was well again 2 min after the experiment.',
    ],
    [
      'of a rehearsal',
      failed,
      '❌ FAIL: az\\-failure in eu\\-west\\-2a on staging. Errors of the load balancer went to 37.5 %, 1 % was tolerated. (Rehearsed: time ran 30 times as fast as on a wall clock.)',
    ],
    [
      'while it runs',
      begun,
      '⏳ running: looking whether it may begin: az\\-failure in eu\\-west\\-2a on staging. Nothing has been injected yet.',
    ],
  ] as const)('%s', (_when, gameDay, line) => {
    expect(renderMessage(gameDay)).toBe(line);
  });
});
