import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  everyPage,
  inBatches
} from "./chunk-2TWVQLQY.js";
import {
  CloudWatchClient,
  DescribeAlarmHistory$,
  DescribeAlarms$,
  _ep0,
  _mw0,
  command
} from "./chunk-ISNOQV6L.js";
import {
  asking
} from "./chunk-TDX7Z4V6.js";
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  persistent
} from "./chunk-XSWGJYED.js";
import {
  createPaginator
} from "./chunk-7YUU5ONS.js";

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmHistoryCommand.js
var DescribeAlarmHistoryCommand = class extends command(_ep0, _mw0, "DescribeAlarmHistory", DescribeAlarmHistory$) {
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmsCommand.js
var DescribeAlarmsCommand = class extends command(_ep0, _mw0, "DescribeAlarms", DescribeAlarms$) {
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/pagination/DescribeAlarmHistoryPaginator.js
var paginateDescribeAlarmHistory = createPaginator(CloudWatchClient, DescribeAlarmHistoryCommand, "NextToken", "NextToken", "MaxRecords");

// node_modules/@aws-sdk/client-cloudwatch/dist-es/pagination/DescribeAlarmsPaginator.js
var paginateDescribeAlarms = createPaginator(CloudWatchClient, DescribeAlarmsCommand, "NextToken", "NextToken", "MaxRecords");

// src/adapters/aws/alarms.ts
var mostNamesOfCall = 100;
var historiesAtOnce = 10;
var AlarmTypes = ["MetricAlarm", "CompositeAlarm"];
function openAlarms(config) {
  const client = guarded(new CloudWatchClient({ ...config, ...persistent }), "cloudwatch", config);
  return {
    read: async (names) => {
      const batches = inBatches([...new Set(names)], mostNamesOfCall);
      const found = (await Promise.all(batches.map((batch) => describe(client, { AlarmNames: [...batch] })))).flat();
      const byName = new Map(found.map((alarm) => [alarm.name, alarm]));
      return names.flatMap((name) => byName.get(name) ?? []);
    },
    withPrefix: (prefix) => describe(client, { AlarmNamePrefix: prefix }),
    transitions: async (names, since) => {
      const found = [];
      for (const batch of inBatches([...new Set(names)], historiesAtOnce)) {
        found.push(...(await Promise.all(batch.map((name) => transitionsOf(client, name, since)))).flat());
      }
      return found.sort((one, other) => one.at.localeCompare(other.at));
    }
  };
}
function describe(client, input) {
  return asking({ what: "read alarms", permission: "cloudwatch:DescribeAlarms" }, async () => {
    const pages = paginateDescribeAlarms({ client, pageSize: mostNamesOfCall }, { ...input, AlarmTypes });
    return everyPage(pages, ({ MetricAlarms = [], CompositeAlarms = [] }) => [
      ...MetricAlarms.map((alarm) => alarmOf(alarm, reactionSecondsOf(alarm))),
      ...CompositeAlarms.map((alarm) => alarmOf(alarm, 0))
    ]);
  });
}
function alarmOf(alarm, reactionSeconds) {
  const updatedAt = alarm.StateUpdatedTimestamp ?? /* @__PURE__ */ new Date(0);
  return {
    name: alarm.AlarmName ?? "",
    arn: alarm.AlarmArn ?? "",
    state: alarm.StateValue ?? "INSUFFICIENT_DATA",
    reason: alarm.StateReason ?? "",
    isActionsEnabled: alarm.ActionsEnabled ?? false,
    // An alarm that has only ever been in its first state has no transition.
    transitionedAt: (alarm.StateTransitionedTimestamp ?? updatedAt).toISOString(),
    updatedAt: updatedAt.toISOString(),
    reactionSeconds,
    actionArns: alarm.AlarmActions ?? []
  };
}
function reactionSecondsOf({ Period = 0, EvaluationPeriods = 1, Metrics = [] }) {
  const periods = Metrics.map((metric) => metric.MetricStat?.Period ?? metric.Period ?? 0);
  return Math.max(Period, ...periods) * EvaluationPeriods;
}
function transitionsOf(client, name, since) {
  return asking({ what: `read the history of ${name}`, permission: "cloudwatch:DescribeAlarmHistory" }, async () => {
    const input = { AlarmName: name, AlarmTypes, HistoryItemType: "StateUpdate", StartDate: since };
    const pages = paginateDescribeAlarmHistory({ client, pageSize: 100 }, { ...input, ScanBy: "TimestampAscending" });
    const items = await everyPage(pages, ({ AlarmHistoryItems }) => AlarmHistoryItems);
    return items.flatMap((item) => transitionOf(name, item) ?? []);
  });
}
function transitionOf(name, { Timestamp, HistoryData = "" }) {
  const { oldState, newState } = parsed(HistoryData);
  const [from, to] = [oldState?.stateValue, newState?.stateValue];
  if (!Timestamp || !isState(from) || !isState(to)) return void 0;
  return { name, at: Timestamp.toISOString(), from, to };
}
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
function isState(value) {
  return value === "OK" || value === "ALARM" || value === "INSUFFICIENT_DATA";
}

export {
  openAlarms
};
