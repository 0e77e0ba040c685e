// src/functions/alarm-forwarder/decide-answer.ts
function decideVerdict(asked, answer, nowSeconds) {
  const { status, headers, message } = answer;
  if (status === void 0) return { kind: "later", why: `GitHub did not answer: ${message}` };
  if (status >= 200 && status < 300) return { kind: "taken" };
  const why = `GitHub answered ${status}: ${message}`;
  if (status >= 500 || status === 408) return { kind: "later", why, ...secondsOf(headers, nowSeconds) };
  if (status === 429 || status === 403 && isLimit(answer)) return { kind: "later", why, ...secondsOf(headers, nowSeconds) };
  return { kind: "mend", why, next: nextOf(asked, status) };
}
function isLimit({ headers, message }) {
  return headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message);
}
function secondsOf(headers, nowSeconds) {
  const after = Number(headers["retry-after"]);
  if (after > 0) return { seconds: Math.ceil(after) };
  const reset = Number(headers["x-ratelimit-reset"]);
  return headers["x-ratelimit-remaining"] === "0" && reset > nowSeconds ? { seconds: reset - nowSeconds } : {};
}
var nextSteps = {
  token: {
    401: "Compare the App id and the private key with the page of the App, and put a key that GitHub still lists.",
    403: "Ask an owner of the organization whether the installation is suspended.",
    404: "Compare the installation id with the address of the installation, and install the App again if it is gone.",
    422: "Give the App the permission Actions: write, accept it in the installation, and let it reach the repository."
  },
  dispatch: {
    401: "Look whether the installation was removed or suspended just now.",
    403: "Give the App the permission Actions: write, and accept it in the installation.",
    404: "Look whether the repository has the workflow on its default branch, and whether the installation reaches it.",
    422: "Look whether the workflow takes workflow_dispatch with the inputs mode, environment and alarms, and whether the branch is there."
  }
};
function nextOf(asked, status) {
  return nextSteps[asked][status] ?? "Read what GitHub says, and docs/alarms-to-github.md.";
}
var firstWaitSeconds = 30;
var longestWaitSeconds = 900;
function decideWaitSeconds(verdict, tries) {
  const patient = firstWaitSeconds * 4 ** Math.max(0, tries - 1);
  const named = verdict.kind === "later" ? verdict.seconds ?? 0 : 0;
  return Math.max(named, Math.min(patient, longestWaitSeconds));
}

// src/functions/alarm-forwarder/decide-changes.ts
var instantForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|\+00:?00)$/;
var nameForm = /^[\x20-\x7e]{1,255}$/;
var longestBody = 262144;
function readBatch(records, alarmArnPrefix) {
  const read = records.map((record) => ({ record, found: readChange(record.body, alarmArnPrefix) }));
  return {
    told: read.flatMap(({ record, found }) => typeof found === "string" ? [] : [{ record, change: found }]),
    dropped: read.flatMap(({ record: { messageId }, found }) => typeof found === "string" ? [{ messageId, why: found }] : [])
  };
}
function readChange(body, alarmArnPrefix) {
  if (body.length > longestBody) return "too long for an event";
  const event = parsed(body);
  if (valueAt(event, "source") !== "aws.cloudwatch" || valueAt(event, "detail-type") !== "CloudWatch Alarm State Change")
    return "no change of an alarm";
  const name = valueAt(event, "detail", "alarmName");
  const arn = valueAt(event, "resources", "0");
  const state = valueAt(event, "detail", "state", "value");
  const at = readInstant(valueAt(event, "detail", "state", "timestamp"));
  if (typeof name !== "string" || !nameForm.test(name) || typeof arn !== "string" || at === void 0)
    return "a change of an alarm that lacks its name, ARN or instant";
  if (!arn.startsWith(alarmArnPrefix)) return "an alarm of another environment, account or region";
  if (!arn.endsWith(`:alarm:${name}`)) return "an alarm whose ARN is that of another one";
  if (isOfPreview(arn.slice(alarmArnPrefix.length))) return "an alarm of a preview";
  if (state !== "ALARM" && state !== "OK") return "a state that nobody has to act on";
  return { name, arn, state, at };
}
function isOfPreview(rest) {
  return /^pr-\d+-/.test(rest);
}
function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}
function valueAt(value, ...path) {
  return path.reduce(
    (inner, key2) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key2) ? Reflect.get(inner, key2) : void 0,
    value
  );
}
function readInstant(text) {
  const [, local] = instantForm.exec(typeof text === "string" ? text : "") ?? [];
  const ms = Date.parse(`${local}Z`);
  return Number.isNaN(ms) ? void 0 : new Date(ms).toISOString();
}
var mostPayloadBytes = 6e4;
function choose(told) {
  const sorted = told.toSorted((one, other) => one.change.at < other.change.at ? -1 : 1);
  const last = new Map(sorted.map((each) => [each.change.arn, each]));
  const newest = sorted.filter((each) => last.get(each.change.arn) === each);
  let bytes = 2;
  const fitting = newest.filter(({ change }) => {
    bytes += Buffer.byteLength(JSON.stringify(change)) + 1;
    return bytes <= mostPayloadBytes;
  });
  return {
    newest: fitting,
    superseded: sorted.filter((each) => last.get(each.change.arn) !== each),
    left: newest.filter((each) => !fitting.includes(each))
  };
}
function renderPayload(told) {
  return JSON.stringify(told.map(({ change: { name, arn, state, at } }) => ({ name, arn, state, at })));
}

// src/functions/alarm-forwarder/forward.ts
var atOnce = 20;
async function forward(world, records, alarmArnPrefix) {
  const { told, dropped } = readBatch(records, alarmArnPrefix);
  for (const { messageId, why } of dropped) world.log({ level: "info", what: "dropped", messageId, why });
  const { newest, superseded, left } = choose(told);
  const owner = world.newId();
  const claims = await claimAll(world, newest, owner);
  const dispatched = await dispatchAll(world, claims.claimed, owner);
  const back = [...claims.back, ...dispatched, ...left.map((each) => ({ told: each, seconds: nextBatchSeconds }))];
  await inPieces(back, ({ told: { record }, seconds }) => hide(world, record, seconds));
  world.log({
    level: "info",
    what: "batch",
    messages: records.length,
    dropped: dropped.length,
    superseded: superseded.length,
    known: newest.length - claims.claimed.length - claims.back.length,
    told: claims.claimed.length - dispatched.length,
    back: back.length
  });
  return back.map(({ told: { record } }) => record);
}
var nextBatchSeconds = 5;
var afterErrorSeconds = 30;
async function claimAll({ memory, log }, newest, owner) {
  const claimed = [];
  const back = [];
  await inPieces(newest, async (told) => {
    try {
      const claim = await memory.claim(told.change, owner);
      if (claim.kind === "claimed") claimed.push(told);
      if (claim.kind === "wait") back.push({ told, seconds: claim.seconds });
    } catch (error) {
      log({ level: "error", what: "claim", alarm: told.change.name, why: wordsOf(error) });
      back.push({ told, seconds: afterErrorSeconds });
    }
  });
  return { claimed, back };
}
async function dispatchAll(world, claimed, owner) {
  if (claimed.length === 0) return [];
  const { memory, log } = world;
  const attempt = await dispatchInTurn(world, claimed);
  const isTaken = attempt.kind === "taken";
  await inPieces(claimed, async ({ change }) => {
    try {
      await (isTaken ? memory.settle(change, owner) : memory.release(change, owner));
    } catch (error) {
      log({ level: "error", what: isTaken ? "settle" : "release", alarm: change.name, why: wordsOf(error) });
    }
  });
  if (isTaken) return [];
  if (attempt.kind === "wait") return claimed.map((told) => ({ told, seconds: attempt.seconds }));
  return claimed.map((told) => ({ told, seconds: decideWaitSeconds(attempt, triesOf(told.record)) }));
}
async function dispatchInTurn({ memory, gitHub, now, log }, claimed) {
  try {
    const turn = await memory.takeTurn();
    if (turn.kind === "wait") return turn;
    const verdict = await gitHub.dispatch(renderPayload(claimed));
    if (verdict.kind !== "taken") log({ level: "error", what: "dispatch", ...verdict });
    if (verdict.kind === "later" && verdict.seconds !== void 0)
      await memory.pause(Math.floor(now().getTime() / 1e3) + verdict.seconds);
    return verdict;
  } catch (error) {
    const { message, next } = error;
    log({ level: "error", what: "dispatch", why: message, next });
    return { kind: "mend", why: message, next: next ?? "Read the log of the function." };
  }
}
async function hide({ hide: hideRecord, log }, record, seconds) {
  try {
    await hideRecord(record, seconds);
  } catch (error) {
    log({ level: "error", what: "hide", messageId: record.messageId, why: wordsOf(error) });
  }
}
function triesOf({ attributes }) {
  return Number(attributes?.ApproximateReceiveCount ?? 1);
}
function wordsOf(error) {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
async function inPieces(all, act) {
  for (let start = 0; start < all.length; start += atOnce) await Promise.all(all.slice(start, start + atOnce).map(act));
}

// src/functions/alarm-forwarder/open.ts
import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { ChangeMessageVisibilityCommand, SQSClient } from "@aws-sdk/client-sqs";

// src/define/failure.ts
function failure({ code, what, next, details = [], cause }) {
  const error = new Error(what, cause === void 0 ? void 0 : { cause });
  return Object.assign(error, { name: "Failure", code, next, details });
}

// src/functions/alarm-forwarder/app-token.ts
import { createPrivateKey, createSign } from "node:crypto";
var backdatedSeconds = 60;
var lifeSeconds = 540;
function parseKey(pem) {
  try {
    const key2 = createPrivateKey(pem);
    if (key2.asymmetricKeyType === "rsa") return key2;
  } catch {
  }
  throw failure({
    code: "forwarder/key",
    what: "The secret holds no RSA private key.",
    next: "Put the PEM file that the App's page gave you as it is: aws secretsmanager put-secret-value --secret-string file://key.pem"
  });
}
function signedJwt(key2, { appId, nowSeconds }) {
  const claims = { iat: nowSeconds - backdatedSeconds, exp: nowSeconds + lifeSeconds, iss: appId };
  const signed = [{ alg: "RS256", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key2, "base64url")}`;
}

// src/functions/alarm-forwarder/github.ts
var callTimeoutMs = 1e4;
var reserveSeconds = 300;
var apiVersion = "2022-11-28";
var longestMessage = 300;
function openGitHub({ settings, now, readKey }) {
  const { apiUrl, appId, installationId, repository, workflow, ref, environment } = settings;
  const nowSeconds = () => Math.floor(now().getTime() / 1e3);
  let kept;
  const mint = async () => {
    const jwt = signedJwt(await readKey(), { appId, nowSeconds: nowSeconds() });
    const body = { repositories: [repository.split("/")[1]], permissions: { actions: "write" } };
    const { answer, json } = await post(`${apiUrl}/app/installations/${installationId}/access_tokens`, jwt, body);
    const verdict = decideVerdict("token", answer, nowSeconds());
    if (verdict.kind !== "taken") return verdict;
    const text = json.token;
    const endsSeconds = Date.parse(String(json.expires_at)) / 1e3;
    if (typeof text !== "string" || Number.isNaN(endsSeconds)) return { kind: "later", why: "GitHub answered without a token" };
    return { kind: "token", token: { text, endsSeconds } };
  };
  const current = async () => {
    if (kept && kept.endsSeconds - reserveSeconds > nowSeconds()) return { kind: "token", token: kept };
    const minted = await mint();
    kept = minted.kind === "token" ? minted.token : void 0;
    return minted;
  };
  const attempt = async (payload) => {
    const minted = await current();
    if (minted.kind !== "token") return { verdict: minted, status: void 0 };
    const url = `${apiUrl}/repos/${repository}/actions/workflows/${workflow}/dispatches`;
    const { answer } = await post(url, minted.token.text, { ref, inputs: { mode: "alarms", environment, alarms: payload } });
    return { verdict: decideVerdict("dispatch", answer, nowSeconds()), status: answer.status };
  };
  return {
    dispatch: async (payload) => {
      const hadToken = kept !== void 0;
      const { verdict, status } = await attempt(payload);
      if (status !== 401) return verdict;
      kept = void 0;
      return hadToken ? (await attempt(payload)).verdict : verdict;
    }
  };
}
async function post(url, token, body) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "user-agent": "opsdeck-alarm-forwarder",
        "x-github-api-version": apiVersion
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(callTimeoutMs)
    });
    const json = objectIn(await response.text());
    const message = oneLine(String(json.message ?? response.statusText));
    return { answer: { status: response.status, headers: Object.fromEntries(response.headers), message }, json };
  } catch (error) {
    const { message, cause } = error;
    const why = oneLine(cause instanceof Error ? `${message}: ${cause.message}` : message);
    return { answer: { status: void 0, headers: {}, message: why }, json: {} };
  }
}
function objectIn(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
function oneLine(text) {
  return text.replace(/\s+/g, " ").slice(0, longestMessage);
}

// src/functions/alarm-forwarder/claims.ts
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";

// src/functions/alarm-forwarder/decide-claim.ts
var claimSeconds = 90;
function decideClaim(record, { change, nowSeconds, cooldownSeconds }) {
  const { toldAt = "", dispatchedSeconds = Number.NEGATIVE_INFINITY, claimedUntilSeconds = Number.NEGATIVE_INFINITY } = record;
  if (toldAt >= change.at) return { kind: "known" };
  if (claimedUntilSeconds > nowSeconds) return { kind: "wait", seconds: claimedUntilSeconds - nowSeconds + 1, why: "claimed" };
  const free = dispatchedSeconds + cooldownSeconds;
  return free > nowSeconds ? { kind: "wait", seconds: free - nowSeconds, why: "cooling" } : { kind: "claimed" };
}

// src/functions/alarm-forwarder/table.ts
function isRefusal(error) {
  return error instanceof Error && error.name === "ConditionalCheckFailedException";
}
async function unlessRefused(sending) {
  try {
    await sending;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
function numberOf(value) {
  return { N: String(value) };
}
function secondsOf2(instant) {
  return Math.floor(instant.getTime() / 1e3);
}

// src/functions/alarm-forwarder/claims.ts
var rememberSeconds = 19 * 24 * 3600;
var isFree = [
  "(attribute_not_exists(told_at) OR told_at < :at)",
  "(attribute_not_exists(claimed_until) OR claimed_until <= :now OR claimed_by = :owner)",
  "(attribute_not_exists(dispatched) OR dispatched <= :cooled)"
].join(" AND ");
function openClaims(world) {
  const { client, tableName: TableName, cooldownSeconds, now } = world;
  const update = ({ arn }, how) => client.send(new UpdateItemCommand({ TableName, Key: { id: { S: arn } }, ...how }));
  const end = async (change, owner, UpdateExpression, values) => {
    const ExpressionAttributeValues = { ":owner": { S: owner }, ...values };
    await unlessRefused(
      update(change, { UpdateExpression, ConditionExpression: "claimed_by = :owner", ExpressionAttributeValues })
    );
  };
  return {
    claim: async (change, owner) => {
      const nowSeconds = secondsOf2(now());
      const ExpressionAttributeValues = {
        ":owner": { S: owner },
        ":until": numberOf(nowSeconds + claimSeconds),
        ":expires": numberOf(nowSeconds + rememberSeconds),
        ":at": { S: change.at },
        ":now": numberOf(nowSeconds),
        ":cooled": numberOf(nowSeconds - cooldownSeconds)
      };
      try {
        await update(change, {
          UpdateExpression: "SET claimed_by = :owner, claimed_until = :until, expires = :expires",
          ConditionExpression: isFree,
          ExpressionAttributeValues,
          ReturnValuesOnConditionCheckFailure: "ALL_OLD"
        });
        return { kind: "claimed" };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const decided = decideClaim(recordOf(error.Item), { change, nowSeconds, cooldownSeconds });
        return decided.kind === "claimed" ? { kind: "wait", seconds: 1, why: "claimed" } : decided;
      }
    },
    settle: (change, owner) => end(change, owner, "SET told_at = :at, dispatched = :now REMOVE claimed_by, claimed_until", {
      ":at": { S: change.at },
      ":now": numberOf(secondsOf2(now()))
    }),
    release: (change, owner) => end(change, owner, "REMOVE claimed_by, claimed_until", {})
  };
}
function recordOf(item = {}) {
  const { told_at, dispatched, claimed_until } = item;
  return {
    ...told_at?.S !== void 0 && { toldAt: told_at.S },
    ...dispatched?.N !== void 0 && { dispatchedSeconds: Number(dispatched.N) },
    ...claimed_until?.N !== void 0 && { claimedUntilSeconds: Number(claimed_until.N) }
  };
}

// src/functions/alarm-forwarder/pace.ts
import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

// src/functions/alarm-forwarder/decide-pace.ts
var mostDispatchesAMinute = 6;
var firstPace = { version: 0, minute: 0, dispatches: 0, pausedUntilSeconds: 0 };
function decideTurn(record, nowSeconds) {
  if (record.pausedUntilSeconds > nowSeconds) return { kind: "wait", seconds: record.pausedUntilSeconds - nowSeconds };
  const minute = Math.floor(nowSeconds / 60);
  const dispatches = record.minute === minute ? record.dispatches : 0;
  if (dispatches >= mostDispatchesAMinute) return { kind: "wait", seconds: (minute + 1) * 60 - nowSeconds };
  return { kind: "go", next: { ...record, version: record.version + 1, minute, dispatches: dispatches + 1 } };
}
function paused(record, untilSeconds) {
  const pausedUntilSeconds = Math.max(record.pausedUntilSeconds, untilSeconds);
  return { ...record, version: record.version + 1, pausedUntilSeconds };
}

// src/functions/alarm-forwarder/pace.ts
var key = { id: { S: "pace" } };
var attempts = 5;
function openPace({ client, tableName: TableName, now }) {
  const write = async (decide) => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }));
      const record = Item?.record?.S === void 0 ? firstPace : JSON.parse(Item.record.S);
      const next = decide(record);
      if ("kind" in next) return next;
      const put = new PutItemCommand({
        TableName,
        Item: { ...key, version: numberOf(next.version), record: { S: JSON.stringify(next) } },
        ConditionExpression: "attribute_not_exists(id) OR version = :seen",
        ExpressionAttributeValues: { ":seen": numberOf(record.version) }
      });
      if (await unlessRefused(client.send(put))) return { kind: "go" };
    }
    return { kind: "wait", seconds: 1 };
  };
  return {
    takeTurn: () => write((record) => {
      const turn = decideTurn(record, secondsOf2(now()));
      return turn.kind === "go" ? turn.next : turn;
    }),
    pause: async (untilSeconds) => {
      await write((record) => paused(record, untilSeconds));
    }
  };
}

// src/functions/alarm-forwarder/memory.ts
function openMemory(world) {
  return { ...openClaims(world), ...openPace(world) };
}

// src/functions/alarm-forwarder/open.ts
var impatient = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2e3, requestTimeout: 4e3, throwOnRequestTimeout: true }
};
var longestHideSeconds = 43200;
function openWorld(settings, { aws, now, log }) {
  const config = { ...aws, ...impatient };
  const secrets = new SecretsManagerClient(config);
  const sqs = new SQSClient(config);
  const { tableName, cooldownSeconds, queueUrl, secretName } = settings;
  const readKey = async () => parseKey(await readSecret(secrets, secretName));
  return {
    memory: openMemory({ client: new DynamoDBClient(config), tableName, cooldownSeconds, now }),
    gitHub: openGitHub({ settings, now, readKey }),
    hide: async ({ receiptHandle }, seconds) => {
      const VisibilityTimeout = Math.min(Math.ceil(seconds), longestHideSeconds);
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }));
    },
    now,
    newId: randomUUID,
    log
  };
}
async function readSecret(secrets, secretName) {
  try {
    return (await secrets.send(new GetSecretValueCommand({ SecretId: secretName }))).SecretString ?? "";
  } catch (error) {
    if (error.name !== "ResourceNotFoundException") throw error;
    throw failure({
      code: "forwarder/key",
      what: `The secret ${secretName} has no value yet.`,
      next: `Put the private key of the App: aws secretsmanager put-secret-value --secret-id ${secretName} --secret-string file://key.pem`,
      cause: error
    });
  }
}

// src/functions/alarm-forwarder/settings.ts
var rows = [
  ["environment", "ENVIRONMENT", /^[a-z][a-z0-9-]*$/, "the name of an environment"],
  ["alarmArnPrefix", "ALARM_ARN_PREFIX", /^arn:aws:cloudwatch:[a-z0-9-]+:\d{12}:alarm:[\w-]+-$/, "how ARNs of alarms begin"],
  ["queueUrl", "QUEUE_URL", /^https?:\/\//, "the address of a queue"],
  ["tableName", "TABLE_NAME", /^[\w.-]{3,255}$/, "the name of a table"],
  ["secretName", "SECRET_NAME", /^[\w/+=.@-]+$/, "the name of a secret"],
  ["appId", "GITHUB_APP_ID", /^\d+$/, "the id of a GitHub App"],
  ["installationId", "GITHUB_INSTALLATION_ID", /^\d+$/, "the id of an installation"],
  ["repository", "GITHUB_REPOSITORY", /^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, "owner/name"],
  ["workflow", "WORKFLOW_FILE", /^[\w.-]+\.ya?ml$/, "the name of a workflow file"],
  ["ref", "WORKFLOW_REF", /^[\w./-]+$/, "a branch"],
  ["apiUrl", "GITHUB_API_URL", /^https?:\/\/[^?#]*[^/?#]$/, "an address without a slash at its end"],
  ["cooldownSeconds", "COOLDOWN_SECONDS", /^\d{1,5}$/, "a number of seconds"]
];
function parseSettings(variables) {
  const wrong = rows.filter(([, variable, form]) => !form.test(variables[variable] ?? ""));
  if (wrong.length > 0) {
    throw failure({
      code: "forwarder/settings",
      what: "The environment of the function is incomplete.",
      next: "Apply the platform with the variables that docs/alarms-to-github.md names.",
      details: wrong.map(([, variable, , expected]) => `${variable}: expected ${expected}`)
    });
  }
  const texts = Object.fromEntries(rows.map(([key2, variable]) => [key2, variables[variable]]));
  return { ...texts, cooldownSeconds: Number(variables.COOLDOWN_SECONDS) };
}

// src/functions/alarm-forwarder/handler.ts
var opened;
function open() {
  const settings = parseSettings(process.env);
  return { settings, world: openWorld(settings, { aws: {}, now: () => /* @__PURE__ */ new Date(), log: writeLine }) };
}
function writeLine(entry) {
  process.stdout.write(`${JSON.stringify(entry)}
`);
}
async function handler({ Records }) {
  opened ??= open();
  const back = await forward(opened.world, Records, opened.settings.alarmArnPrefix);
  return { batchItemFailures: back.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
export {
  handler
};
