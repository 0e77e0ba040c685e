import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  cutPoints,
  metricKey,
  noPoints,
  pointsOf,
  publicationDelaySeconds
} from "./chunk-HT45RTQD.js";
import {
  CloudWatchClient,
  GetMetricData$,
  _ep0,
  _mw0,
  command
} from "./chunk-ISNOQV6L.js";
import {
  explain,
  persistent
} from "./chunk-XSWGJYED.js";
import {
  AwsSmithyRpcV2CborProtocol,
  cbor,
  dateToTag
} from "./chunk-HBTZUIIR.js";
import {
  failure,
  isFailure
} from "./chunk-BDGJGAS6.js";

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/GetMetricDataCommand.js
var GetMetricDataCommand = class extends command(_ep0, _mw0, "GetMetricData", GetMetricData$) {
};

// src/adapters/aws/shared-instants.ts
var same = "same";
var key = Buffer.from(cbor.serialize("Timestamps"));
var sameInstants = Buffer.concat([key, cbor.serialize(same)]);
function shareInstants(answer) {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.length);
  const first = bytes.indexOf(key);
  const end = first < 0 ? void 0 : endOfInstants(bytes, first + key.length);
  if (end === void 0) return { answer, same, instants: void 0 };
  const instants = cbor.deserialize(bytes.subarray(first + key.length, end));
  return { answer: replaceAll(bytes, bytes.subarray(first, end), sameInstants), same, instants };
}
function replaceAll(bytes, old, by) {
  const parts = [];
  let from = 0;
  for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, from)) {
    parts.push(bytes.subarray(from, at), by);
    from = at + old.length;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}
var argumentSizes = { 24: 1, 25: 2, 26: 4, 27: 8 };
var tagOfInstant = 193;
var list = 128;
function endOfInstants(bytes, at) {
  const head = bytes[at] ?? 0;
  const size = sizeAfter(head);
  if (size === void 0 || (head & 224) !== list || at + 1 + size > bytes.length) return void 0;
  const count = size === 0 ? head & 31 : size <= 4 ? bytes.readUIntBE(at + 1, size) : 0;
  let end = at + 1 + size;
  for (let index = 0; index < count; index += 1) {
    const more = sizeAfter(bytes[end + 1] ?? 255);
    if (bytes[end] !== tagOfInstant || more === void 0) return void 0;
    end += 2 + more;
  }
  return count > 0 && end <= bytes.length ? end : void 0;
}
function sizeAfter(head) {
  const argument = head & 31;
  return argument < 24 ? 0 : argumentSizes[argument];
}

// src/adapters/aws/metric-answer.ts
function readMetricAnswer(bytes) {
  const { answer, same: same2, instants } = decoded(bytes);
  if (!isFields(answer)) throw malformed("it is no map");
  const { MetricDataResults: results = [], NextToken: nextToken } = answer;
  if (!Array.isArray(results) || !isTextOrNothing(nextToken)) throw malformed("it has no list of results");
  const shared = instants === void 0 ? void 0 : instantsIn(instants);
  const instantsOf = (timestamps) => shared && timestamps === same2 ? shared : instantsIn(timestamps);
  return {
    results: results.map((result) => readResult(result, instantsOf)),
    ...typeof nextToken === "string" && { nextToken }
  };
}
function decoded(bytes) {
  try {
    const shared = shareInstants(bytes);
    return { ...shared, answer: cbor.deserialize(shared.answer) };
  } catch (error) {
    throw malformed("it is no CBOR", error);
  }
}
function readResult(result, instantsOf) {
  if (!isFields(result)) throw malformed("a result is no map");
  const { Id: callId, StatusCode: status, Timestamps = [], Values = [] } = result;
  if (typeof callId !== "string" || !isTextOrNothing(status)) throw malformed("a result has no id");
  const [atMs, values] = inPairs(instantsOf(Timestamps), listOfValues(Values));
  return { callId, ...typeof status === "string" && { status }, atMs, values };
}
function inPairs(one, other) {
  if (one.length === other.length) return [one, other];
  const length = Math.min(one.length, other.length);
  return [one.slice(0, length), other.slice(0, length)];
}
function instantsIn(timestamps) {
  if (!Array.isArray(timestamps)) throw malformed("a result has no list of instants");
  return timestamps.map(instantOf);
}
function instantOf(timestamp) {
  const seconds = isFields(timestamp) && timestamp.tag === 1 ? timestamp.value : timestamp;
  if (typeof seconds !== "number") throw malformed("an instant is no number of seconds");
  return Math.round(seconds * 1e3);
}
function listOfValues(values) {
  if (!Array.isArray(values)) throw malformed("a result has no list of values");
  return values;
}
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isTextOrNothing(value) {
  return typeof value === "string" || value === void 0 || value === null;
}
function malformed(why, cause) {
  return failure({
    code: "aws/malformed-answer",
    what: `Could not read metrics: what answers is not CloudWatch; of its answer, ${why}.`,
    next: "Look whether a proxy answers in its place, or AWS_ENDPOINT_URL leads somewhere else, and run again.",
    cause
  });
}

// src/adapters/aws/get-metric-data.ts
function openGetMetricData(config) {
  const client = new CloudWatchClient({ ...config, ...persistent, protocol: AwsSmithyRpcV2CborProtocol });
  return async (request) => {
    const body = bodyOf(request);
    let answer;
    const command2 = new GetMetricDataCommand({ ...request, MetricDataQueries: [] });
    command2.middlewareStack.add((next) => (args) => next({ ...args, request: withBody(args.request, body) }), {
      step: "build",
      priority: "high"
    });
    command2.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const response = result.response;
        if (response.statusCode !== 200) return result;
        const bytes = await bytesOf(response.body);
        if (response.headers["smithy-protocol"] === "rpc-v2-cbor") answer = bytes;
        return { ...result, response: Object.assign(response, { body: nothing }) };
      },
      { step: "deserialize", priority: "low" }
    );
    await client.send(command2);
    if (!answer) throw malformed("it is in another protocol than was asked for");
    return answer;
  };
}
var nothing = new Uint8Array();
function withBody(request, body) {
  request.headers["content-length"] = String(body.length);
  return Object.assign(request, { body });
}
function bodyOf({ StartTime, EndTime, ...rest }) {
  const instant = (date) => date && dateToTag(date);
  return cbor.serialize({ StartTime: instant(StartTime), EndTime: instant(EndTime), ...rest });
}
function bytesOf(body) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    body.on("data", (chunk) => chunks.push(chunk));
    body.on("end", () => resolve(Buffer.concat(chunks)));
    body.on("error", reject);
  });
}

// src/adapters/aws/metric-window.ts
var minute = 60;
var day = 24 * 60 * minute;
var retention = [
  { upToAgeSeconds: 15 * day, stepSeconds: minute },
  { upToAgeSeconds: 63 * day, stepSeconds: 5 * minute },
  { upToAgeSeconds: 455 * day, stepSeconds: 60 * minute }
];
var coarsest = retention[2];
var underWaySeconds = 5 * minute;
function periodFor({ from }, wantedSeconds, now) {
  const ageSeconds = (now.getTime() - from.getTime()) / 1e3 + underWaySeconds;
  const { stepSeconds } = retention.find(({ upToAgeSeconds }) => ageSeconds <= upToAgeSeconds) ?? coarsest;
  return Math.max(1, Math.ceil(wantedSeconds / stepSeconds)) * stepSeconds;
}
function settledWindow({ from, to }, now) {
  const oldestMs = now.getTime() - coarsest.upToAgeSeconds * 1e3;
  const newestMs = now.getTime() - publicationDelaySeconds * 1e3;
  const startMs = roundedDown(Math.max(from.getTime(), oldestMs) + minute * 1e3 - 1, minute);
  const endMs = roundedDown(Math.min(to.getTime(), newestMs), minute);
  return startMs < endMs ? { from: new Date(startMs), to: new Date(endMs) } : void 0;
}
function roundedDown(ms, stepSeconds) {
  return Math.floor(ms / (stepSeconds * 1e3)) * stepSeconds * 1e3;
}

// src/adapters/aws/metric-calls.ts
var limitsOfCall = { queries: 500, datapoints: 100800 };
function planCalls(queries, window, now) {
  const settled = settledWindow(window, now);
  if (!settled) return { window: void 0, calls: [] };
  const reads = distinctReads(queries, (wantedSeconds) => periodFor(settled, wantedSeconds, now));
  const longest = reads.reduce((most, { periodSeconds }) => Math.max(most, periodSeconds), 1);
  const from = new Date(roundedDown(settled.from.getTime(), longest));
  const seconds = (settled.to.getTime() - from.getTime()) / 1e3;
  const batches = inBatches(reads, ({ periodSeconds }) => Math.ceil(seconds / periodSeconds));
  return { window: settled, calls: batches.map((batch) => ({ from, to: settled.to, reads: batch })) };
}
function distinctReads(queries, periodOf) {
  const reads = /* @__PURE__ */ new Map();
  for (const query of queries) {
    const periodSeconds = periodOf(query.periodSeconds);
    const { metric } = query;
    const key2 = `${metricKey(metric)} ${periodSeconds}`;
    const known = reads.get(key2);
    if (known) known.queries.push(query);
    else reads.set(key2, { queries: [query], metric, periodSeconds });
  }
  return [...reads.values()].map((read, index) => ({ callId: `m${index}`, ...read }));
}
function inBatches(reads, datapointsOf) {
  const batches = [];
  let datapoints = 0;
  for (const read of reads) {
    const batch = batches.at(-1);
    const more = datapointsOf(read);
    if (batch && batch.length < limitsOfCall.queries && datapoints + more <= limitsOfCall.datapoints) {
      batch.push(read);
      datapoints += more;
    } else {
      batches.push([read]);
      datapoints = more;
    }
  }
  return batches;
}

// src/adapters/aws/metrics.ts
function openMetrics(config, clock) {
  const getMetricData = openGetMetricData(config);
  return {
    read: async (queries, asked) => {
      const { window, calls } = planCalls(queries, asked, clock.now());
      if (!window) return new Map(queries.map(({ id }) => [id, { kind: "data", points: noPoints }]));
      const found = /* @__PURE__ */ new Map();
      await Promise.all(calls.map((call) => readCall(getMetricData, call, window, found)));
      return found;
    }
  };
}
async function readCall(getMetricData, call, window, found) {
  try {
    const collected = await readPages(getMetricData, call);
    for (const read of call.reads) {
      const series = seriesOf(read, collected.get(read.callId), window);
      for (const query of read.queries) found.set(query.id, marked(series, read, query));
    }
  } catch (error) {
    throw isFailure(error) ? error : explain({ what: "read metrics", permission: "cloudwatch:GetMetricData" }, error);
  }
}
async function readPages(getMetricData, { from, to, reads }) {
  const collected = /* @__PURE__ */ new Map();
  const request = {
    StartTime: from,
    EndTime: to,
    ScanBy: "TimestampAscending",
    MaxDatapoints: limitsOfCall.datapoints,
    MetricDataQueries: reads.map(asQuery)
  };
  let NextToken;
  do {
    const page = readMetricAnswer(await getMetricData({ ...request, ...NextToken && { NextToken } }));
    for (const result of page.results) collect(collected, result);
    NextToken = page.nextToken;
  } while (NextToken);
  return collected;
}
function asQuery({ callId, metric, periodSeconds }) {
  const Dimensions = Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: metric.namespace, MetricName: metric.name, Dimensions };
  return { Id: callId, MetricStat: { Metric, Period: periodSeconds, Stat: metric.statistic } };
}
function collect(all, result) {
  const known = all.get(result.callId) ?? { pages: [], status: void 0 };
  all.set(result.callId, known);
  if (!isTrouble(known.status)) known.status = result.status;
  known.pages.push(result);
}
var troubles = {
  Forbidden: "AWS denied it; allow cloudwatch:GetMetricData to the role",
  InternalError: "CloudWatch had an internal error; run again"
};
function isTrouble(status) {
  return status !== void 0 && Object.hasOwn(troubles, status);
}
function seriesOf({ periodSeconds }, collected, window) {
  if (!collected) return { kind: "unavailable", because: "CloudWatch left it out of its answer" };
  const because = isTrouble(collected.status) && troubles[collected.status ?? ""];
  if (because) return { kind: "unavailable", because };
  return { kind: "data", points: cutPoints(together(collected.pages), window, periodSeconds) };
}
function together(pages) {
  const [first, ...others] = pages;
  if (first && others.length === 0) return pointsOf(first.atMs, first.values);
  return pointsOf(
    pages.flatMap(({ atMs }) => atMs),
    pages.flatMap(({ values }) => values)
  );
}
function marked(series, { periodSeconds }, wanted) {
  if (series.kind !== "data" || periodSeconds <= wanted.periodSeconds) return series;
  return { ...series, coarseSeconds: periodSeconds };
}

export {
  openMetrics
};
