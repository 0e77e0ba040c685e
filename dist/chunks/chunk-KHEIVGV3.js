import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  constructOf
} from "./chunk-7QHSQBGH.js";
import {
  sumSummaries,
  summarise
} from "./chunk-5AANYACB.js";
import {
  canonical,
  isSame,
  maskAt,
  masksAnything
} from "./chunk-HQZ43T45.js";
import {
  planDigest,
  shownDigestLength
} from "./chunk-LQ2E7PBK.js";
import {
  createRedactor,
  isRecord,
  redactedMarker,
  sensitiveMarker
} from "./chunk-7WE5OENK.js";
import {
  renderTree,
  smallestBudget
} from "./chunk-R2VGQB5B.js";
import {
  escapeText,
  fence,
  htmlCode,
  inlineCode,
  link,
  visible,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  cutMiddle
} from "./chunk-HJYFICUU.js";

// src/actions/plan/resource-kinds.ts
var stateful = [
  {
    holds: "a database",
    types: `aws_db_instance aws_rds_cluster aws_rds_cluster_instance aws_rds_global_cluster aws_docdb_cluster aws_neptune_cluster
      aws_redshift_cluster aws_redshiftserverless_namespace aws_dsql_cluster aws_timestreamwrite_database aws_timestreamwrite_table
      aws_keyspaces_keyspace aws_keyspaces_table aws_memorydb_cluster aws_opensearch_domain aws_elasticsearch_domain
      aws_opensearchserverless_collection aws_lightsail_database
      azurerm_mssql_database azurerm_mssql_server azurerm_postgresql_server azurerm_postgresql_flexible_server
      azurerm_mysql_flexible_server azurerm_cosmosdb_account azurerm_cosmosdb_sql_database azurerm_kusto_cluster
      google_sql_database_instance google_sql_database google_spanner_instance google_spanner_database google_bigtable_instance
      google_firestore_database google_alloydb_cluster google_alloydb_instance`
  },
  {
    holds: "a table",
    types: `aws_dynamodb_table aws_dynamodb_global_table aws_glue_catalog_table aws_glue_catalog_database aws_s3tables_table
      azurerm_storage_table google_bigquery_table google_bigquery_dataset google_bigtable_table`
  },
  {
    holds: "stored objects",
    types: `aws_s3_bucket aws_s3_directory_bucket aws_s3tables_table_bucket aws_glacier_vault aws_ecr_repository aws_ecrpublic_repository
      aws_codeartifact_repository aws_backup_vault aws_cloudtrail_event_data_store aws_lightsail_bucket
      azurerm_storage_account azurerm_storage_container azurerm_storage_blob azurerm_container_registry azurerm_recovery_services_vault
      google_storage_bucket google_artifact_registry_repository google_container_registry`
  },
  {
    holds: "a file system or volume",
    types: `aws_efs_file_system aws_ebs_volume aws_ebs_snapshot aws_fsx_lustre_file_system aws_fsx_windows_file_system
      aws_fsx_ontap_file_system aws_fsx_openzfs_file_system azurerm_managed_disk azurerm_storage_share azurerm_netapp_volume
      google_compute_disk google_compute_region_disk google_filestore_instance`
  },
  {
    holds: "a cache",
    types: `aws_elasticache_cluster aws_elasticache_replication_group aws_elasticache_serverless_cache aws_elasticache_global_replication_group
      aws_dax_cluster azurerm_redis_cache azurerm_managed_redis google_redis_instance google_redis_cluster google_memcache_instance`
  },
  {
    holds: "queued messages",
    types: `aws_sqs_queue aws_mq_broker aws_msk_cluster aws_msk_serverless_cluster aws_kinesis_stream aws_kinesis_firehose_delivery_stream
      azurerm_servicebus_queue azurerm_servicebus_topic azurerm_servicebus_namespace azurerm_eventhub azurerm_eventhub_namespace
      azurerm_storage_queue google_pubsub_topic google_pubsub_subscription google_cloud_tasks_queue`
  },
  {
    holds: "keys: without them, what they encrypted is lost",
    types: `aws_kms_key aws_kms_replica_key aws_kms_external_key aws_cloudhsm_v2_cluster aws_acmpca_certificate_authority
      azurerm_key_vault azurerm_key_vault_key google_kms_crypto_key google_kms_key_ring`
  },
  {
    holds: "secrets",
    types: `aws_secretsmanager_secret aws_secretsmanager_secret_version aws_ssm_parameter random_password tls_private_key
      azurerm_key_vault_secret azurerm_key_vault_certificate google_secret_manager_secret google_secret_manager_secret_version`
  },
  {
    holds: "logs",
    types: `aws_cloudwatch_log_group aws_cloudtrail aws_prometheus_workspace azurerm_log_analytics_workspace
      google_logging_project_bucket_config`
  },
  {
    holds: "names: others may take them, and resolvers remember",
    types: `aws_route53_zone aws_route53domains_registered_domain azurerm_dns_zone azurerm_private_dns_zone google_dns_managed_zone`
  },
  {
    holds: "user accounts",
    types: `aws_cognito_user_pool aws_cognito_identity_pool aws_directory_service_directory aws_identitystore_user
      google_identity_platform_tenant`
  },
  {
    holds: "an address that others have written down",
    types: `aws_eip azurerm_public_ip google_compute_address google_compute_global_address`
  },
  {
    holds: "a machine and its disks",
    types: `aws_instance aws_spot_instance_request aws_lightsail_instance azurerm_linux_virtual_machine azurerm_windows_virtual_machine
      google_compute_instance`
  }
];
var heldBy = new Map(
  stateful.flatMap(({ holds, types }) => types.split(/\s+/).map((type) => [type, holds]))
);
function heldByType(type) {
  return heldBy.get(type);
}
var revisions = /* @__PURE__ */ new Set([
  "aws_ecs_task_definition",
  "aws_batch_job_definition",
  "aws_lambda_layer_version"
]);
function isRevision(type) {
  return revisions.has(type);
}
var access = /^(?:aws_iam_|aws_kms_(?:grant|key_policy)|aws_security_group|aws_vpc_security_group_|aws_network_acl|aws_s3_bucket_(?:policy|acl|public_access_block|ownership_controls)|aws_lambda_permission|aws_\w+_policy$|aws_wafv2_|aws_ram_|aws_ssoadmin_|aws_organizations_policy|azurerm_role_|azurerm_network_security_|azurerm_firewall|google_\w+_iam_|google_compute_firewall)/;
function governsAccess(type) {
  return access.test(type);
}

// src/actions/plan/risk.ts
var base = {
  delete: 70,
  replace: 65,
  unrecognized: 60,
  forget: 50,
  update: 40,
  create: 30,
  "no-op": 10
};
var forStateful = 25;
var forAccess = 12;
function riskOf({ type, action, deposed }) {
  if (action === "no-op") return base[action];
  const kind = heldByType(type) !== void 0 && action !== "create" ? forStateful : governsAccess(type) ? forAccess : 0;
  return base[action] + kind - (deposed === void 0 ? 0 : 10);
}
var outputRisk = 20;
function isDangerous({ type, action, replaceOrder }) {
  if (action === "replace") return replaceOrder !== "create-forget" && !isRevision(type);
  return action === "delete" || action === "unrecognized";
}

// src/actions/plan/diff/json-text.ts
var deepest = 64;
function parseJsonText(value) {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return void 0;
  try {
    const parsed = JSON.parse(value);
    return depthOf(parsed, deepest) >= deepest ? void 0 : parsed;
  } catch {
    return void 0;
  }
}
function depthOf(value, limit) {
  if (typeof value !== "object" || value === null || limit === 0) return 0;
  let deepestPart = 0;
  for (const part2 of Object.values(value)) deepestPart = Math.max(deepestPart, depthOf(part2, limit - 1));
  return 1 + deepestPart;
}

// src/actions/plan/diff/lists.ts
var identities = ["name", "Name", "key", "Key", "id", "Id", "Sid", "sid", "rule_id", "container_name", "title"];
function pairElements(before, after) {
  const [removed, added] = withoutEqual(toElements(before), toElements(after));
  const partners = new Map(added.map((element) => [identityOf(element), element]));
  const pairs = [];
  const alone = [];
  for (const element of removed) {
    const partner = partners.get(identityOf(element));
    if (partner === void 0 || identityOf(element) === void 0) alone.push(element);
    else {
      pairs.push(pair(element, partner));
      partners.delete(identityOf(element));
    }
  }
  const paired = new Set(pairs.map(({ other }) => other));
  return [
    ...pairs,
    ...inOrder(
      alone,
      added.filter(({ side: side2 }) => !paired.has(side2))
    )
  ];
}
function hasSameElements(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  const spell = (list) => canonical(list.map((element) => canonical(element)).sort());
  return spell(one) === spell(other);
}
function toElements(sides) {
  return sides.map((side2, index) => ({ side: side2, index }));
}
function withoutEqual(before, after) {
  const open = /* @__PURE__ */ new Map();
  for (const element of after) {
    const text = spelled(element);
    if (text !== void 0) open.set(text, [...open.get(text) ?? [], element]);
  }
  const matched = /* @__PURE__ */ new Set();
  const removed = before.filter((element) => {
    const match = open.get(spelled(element) ?? "")?.shift();
    if (match !== void 0) matched.add(match);
    return match === void 0;
  });
  return [removed, after.filter((element) => !matched.has(element))];
}
function spelled({ side: side2 }) {
  return masksAnything(side2.unknown) ? void 0 : canonical(side2.value ?? null);
}
function identityOf({ side: { value, sensitive } }) {
  if (!isRecord(value) || sensitive === true) return void 0;
  const key = identities.find((name) => typeof value[name] === "string" && !masksAnything(maskAt(sensitive, name)));
  return key === void 0 ? void 0 : `${key}=${value[key]}`;
}
function inOrder(removed, added) {
  const [oneByOne, other] = [removed.filter(isContainer), added.filter(isContainer)];
  const paired = oneByOne.slice(0, other.length).map((element, index) => pair(element, other[index]));
  const rest = [...removed.filter((element) => !isContainer(element)), ...oneByOne.slice(other.length)];
  const more2 = [...added.filter((element) => !isContainer(element)), ...other.slice(oneByOne.length)];
  return [
    ...paired,
    ...rest.map((element) => ({ one: element.side, other: void 0, step: stepOf(element) })),
    ...more2.map((element) => ({ one: void 0, other: element.side, step: stepOf(element) }))
  ];
}
function isContainer({ side: { value } }) {
  return typeof value === "object" && value !== null;
}
function pair(one, other) {
  return { one: one.side, other: other.side, step: stepOf(other) };
}
function stepOf(element) {
  const label = identityOf(element)?.replace(/^[^=]*=/, "");
  return label === void 0 ? { step: element.index } : { step: element.index, label };
}

// src/actions/plan/diff/shown.ts
var nothing = { value: void 0, sensitive: void 0, unknown: void 0 };

// src/actions/plan/diff/diff.ts
function diffAttribute(attribute) {
  const { key, before, after, afterUnknown, beforeSensitive, afterSensitive } = attribute;
  const found = [];
  walk(
    { path: [{ step: key }], names: [key] },
    { value: before, sensitive: beforeSensitive, unknown: void 0 },
    { value: after, sensitive: afterSensitive, unknown: afterUnknown },
    found
  );
  return found;
}
function walk(place, before, after, found) {
  const isKnown = !masksAnything(after.unknown);
  if (isKnown && (before.value ?? null) === (after.value ?? null)) return;
  if (before.sensitive === true || after.sensitive === true) {
    if (isKnown && isSame(before.value, after.value)) return;
    found.push(leaf(place, "hidden", before, after));
  } else if (after.unknown === true) found.push(leaf(place, "value", before, after));
  else walkContents(place, before, after, found);
}
function walkContents(place, before, after, found) {
  if (isEmpty(before.value) && isEmpty(after.value) && !masksAnything(after.unknown)) return;
  const lists = [before.value, after.value].map((value) => Array.isArray(value) ? value : void 0);
  const records = [before.value, after.value].map((value) => isRecord(value) ? value : void 0);
  if (canBeWalked(before.value, after.value, records)) walkMembers(place, before, after, found);
  else if (canBeWalked(before.value, after.value, lists)) walkElements(place, before, after, found);
  else if (!walkJsonText(place, before, after, found)) found.push(leaf(place, "value", before, after));
}
function canBeWalked(before, after, [one, other]) {
  if (one === void 0 && !isMissing(before)) return false;
  if (other === void 0 && !isMissing(after)) return false;
  return Object.keys(one ?? {}).length + Object.keys(other ?? {}).length > 0;
}
function walkMembers(place, before, after, found) {
  const keys = new Set([before.value, after.value, after.unknown].flatMap((side2) => isRecord(side2) ? Object.keys(side2) : []));
  for (const key of keys) {
    const names = [...place.names, ...siblingNames(key, before.value, after.value), key];
    walk({ path: [...place.path, { step: key }], names }, part(before, key), part(after, key), found);
  }
}
var valueKeys = /^(?:value|default|content|parameter_?value|string_?value)$/i;
var nameKeys = ["name", "Name", "key", "Key", "parameter_name", "ParameterName"];
function siblingNames(key, ...sides) {
  if (!valueKeys.test(key)) return [];
  return sides.flatMap(
    (side2) => isRecord(side2) ? nameKeys.flatMap((name) => typeof side2[name] === "string" ? [side2[name]] : []) : []
  );
}
function walkElements(place, before, after, found) {
  const isPlain = isPlainList(before) && isPlainList(after);
  const added = isMissing(before.value) || isMissing(after.value);
  if (isPlain && added) found.push(leaf(place, "value", before, after));
  else if (isPlain && hasSameElements(before.value, after.value)) {
    if (!isSame(before.value, after.value)) found.push(leaf(place, "order", before, after));
  } else {
    for (const { one, other, step } of pairElements(elements(before), elements(after))) {
      walk({ path: [...place.path, step], names: place.names }, one ?? nothing, other ?? nothing, found);
    }
  }
}
function isPlainList({ value, sensitive, unknown }) {
  const hasParts = Array.isArray(value) && value.some((element) => typeof element === "object" && element !== null);
  return !hasParts && !masksAnything(sensitive) && !masksAnything(unknown);
}
function isMissing(value) {
  return value === void 0 || value === null;
}
function isEmpty(value) {
  return isMissing(value) || typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
function elements(side2) {
  const fromUnknown = Array.isArray(side2.unknown) ? side2.unknown.length : 0;
  const length = Math.max(Array.isArray(side2.value) ? side2.value.length : 0, fromUnknown);
  return Array.from({ length }, (_, index) => part(side2, index));
}
function walkJsonText(place, before, after, found) {
  const [one, other] = [parseJsonText(before.value), parseJsonText(after.value)];
  const isOnBothSides = one !== void 0 && other !== void 0;
  const isAlone = one !== void 0 && isMissing(after.value) || other !== void 0 && isMissing(before.value);
  if (!isOnBothSides && !isAlone) return false;
  if (isOnBothSides && isSame(one, other)) found.push(leaf(place, "spelling", before, after));
  else walk(place, { ...nothing, value: one }, { ...nothing, value: other }, found);
  return true;
}
function part({ value, sensitive, unknown }, step) {
  const parts = value;
  const inner = typeof parts === "object" && parts !== null && Object.hasOwn(parts, step) ? parts[step] : void 0;
  return { value: inner, sensitive: maskAt(sensitive, step), unknown: maskAt(unknown, step) };
}
function leaf({ path, names }, difference, before, after) {
  return { path, names, difference, before: shown(before), after: shown(after) };
}
function shown({ value, sensitive, unknown }) {
  if (sensitive === true && (value !== void 0 || unknown === true)) return { kind: "sensitive" };
  if (unknown === true || (value ?? null) === null && masksAnything(unknown)) return { kind: "unknown" };
  if (value === void 0 || value === null) return { kind: "absent" };
  return { kind: "value", value };
}

// src/actions/plan/render/changed-lines.ts
var mostLines = 20;
function changedLines(before, after, limits) {
  const [removed, added] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(removed.length, added.length) && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(removed.length, added.length) - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  const lines = [
    ...removed.slice(head, removed.length - tail).map((line) => `-   ${line}`),
    ...added.slice(head, added.length - tail).map((line) => `+   ${line}`)
  ].map((line) => cutMiddle(visible(line), limits.value));
  const context = `    (from line ${head + 1})`;
  if (lines.length <= mostLines) return [context, ...lines];
  return [context, ...lines.slice(0, mostLines), `    ... ${lines.length - mostLines} more lines`];
}

// src/actions/plan/render/attributes.ts
var longestValue = 64 * 1024;
var oneLine = 100;
function renderAttributes(change, redactor, limits) {
  const changes = change.attributes().flatMap(diffAttribute);
  const isNew = change.action === "create" || change.action === "replace";
  const isAside = ({ path }) => isNew && !isForced(path, change.forcedBy);
  const isLater = (one) => isAside(one) && one.after.kind === "unknown";
  const isNothing = (one) => isAside(one) && one.after.kind === "absent" && one.before.kind === "value" && one.before.value === "";
  const lines = changes.filter((one) => !isLater(one) && !isNothing(one)).flatMap((one) => renderChange(one, change, redactor, limits));
  const later = changes.filter(isLater).map(({ path }) => renderPath(path, redactor));
  if (later.length > 0) lines.push(cutMiddle(`  known after apply: ${later.join(", ")}`, limits.value * 2));
  if (lines.length <= limits.lines) return lines.join("\n");
  return [...lines.slice(0, limits.lines), `  ... ${lines.length - limits.lines} more lines`].join("\n");
}
function renderChange(one, change, redactor, limits) {
  const path = renderPath(one.path, redactor);
  const forced = isForced(one.path, change.forcedBy) ? "  # forces replacement" : "";
  if (change.action === "delete" || change.action === "forget") return [`  ${path}: ${side(one.before, one, redactor, limits)}`];
  switch (one.difference) {
    case "order":
      return [`! ${path}: same elements, other order${forced}`];
    case "spelling":
      return [`! ${path}: same JSON, written differently${forced}`];
    case "hidden":
    case "value":
      return renderSides(one, path, forced, redactor, limits);
    default:
      one.difference;
      return [];
  }
}
function renderSides(one, path, forced, redactor, limits) {
  if (one.before.kind === "absent") return [`+ ${path}: ${side(one.after, one, redactor, limits)}${forced}`];
  if (one.after.kind === "absent") return [`- ${path}: ${side(one.before, one, redactor, limits)}${forced}`];
  const texts = multiLine(one, redactor);
  if (texts !== void 0) return [`! ${path}:${forced}`, ...changedLines(texts.before, texts.after, limits)];
  const before = side(one.before, one, redactor, limits);
  const after = side(one.after, one, redactor, limits);
  if (before === after) return [`! ${path}: ${before}, changed${forced}`];
  if (before.length + after.length <= oneLine) return [`! ${path}: ${before} -> ${after}${forced}`];
  return [`- ${path}: ${before}${forced}`, `+ ${path}: ${after}`];
}
function multiLine({ before, after, names }, redactor) {
  if (before.kind !== "value" || after.kind !== "value") return void 0;
  const [one, other] = [redacted(before.value, names, redactor), redacted(after.value, names, redactor)];
  if (typeof one !== "string" || typeof other !== "string" || !(one + other).includes("\n")) return void 0;
  return one === other ? void 0 : { before: one, after: other };
}
function side(shown2, { names }, redactor, limits) {
  switch (shown2.kind) {
    case "absent":
      return "null";
    case "sensitive":
      return sensitiveMarker;
    case "unknown":
      return "(known after apply)";
    case "value":
      return renderValue(redacted(shown2.value, names, redactor), limits);
    default:
      shown2;
      return "";
  }
}
function redacted(value, names, redactor) {
  if (typeof value === "string" && value.length > longestValue) return `(${value.length} characters, too long to show)`;
  return redactor.value(value, names);
}
function renderValue(value, limits) {
  if (value === sensitiveMarker || value === redactedMarker) return value;
  return cutMiddle(visibleLine(JSON.stringify(value)), limits.value);
}
function renderPath(path, redactor) {
  const parts = path.map(({ step, label }, index) => {
    if (typeof step === "number") return `[${label === void 0 ? step : visibleLine(redactor.text(label))}]`;
    const name = visibleLine(redactor.text(step));
    if (!/^[\w-]+$/.test(step) && index > 0) return `["${name}"]`;
    return index === 0 ? name : `.${name}`;
  });
  return cutMiddle(parts.join(""), 200);
}
function isForced(path, forcedBy) {
  return forcedBy.some((forced) => forced.slice(0, path.length).every((step, index) => path[index]?.step === step));
}

// src/actions/plan/render/words.ts
var actionWords = {
  delete: { sign: "-", verb: "destroy" },
  replace: { sign: "-/+", verb: "replace" },
  unrecognized: { sign: "?", verb: "do something this version of opsdeck does not know" },
  forget: { sign: ".", verb: "forget (it stays, Terraform no longer manages it)" },
  update: { sign: "~", verb: "change" },
  create: { sign: "+", verb: "add" },
  "no-op": { sign: "=", verb: "only move or import" }
};
var actionOrder = Object.keys(actionWords);
var orderWords = {
  "delete-create": "destroyed before the new one is there",
  "create-delete": "the new one is there before it is destroyed",
  "create-forget": "the old one stays, unmanaged"
};
var reasons = /* @__PURE__ */ new Map([
  ["replace_because_cannot_update", "cannot be updated in place"],
  ["replace_because_tainted", "tainted: its creation did not finish"],
  ["replace_by_request", "asked for with -replace"],
  ["replace_by_triggers", "by replace_triggered_by"],
  ["delete_because_no_resource_config", "no longer in the configuration"],
  ["delete_because_wrong_repetition", "count or for_each was added or taken away"],
  ["delete_because_count_index", "its index is beyond the count"],
  ["delete_because_each_key", "its key is no longer in for_each"],
  ["delete_because_no_module", "its module is no longer in the configuration"],
  ["delete_because_no_move_target", "moved to an address that is not in the configuration"],
  ["unknown", "for a reason Terraform does not give"],
  ["instance_count_unknown", "how many there will be is not known yet"],
  ["resource_config_unknown", "its configuration is not known yet"],
  ["provider_config_unknown", "its provider's configuration is not known yet"],
  ["absent_prereq", "what it needs does not exist yet"],
  ["deferred_prereq", "what it needs is deferred, too"],
  ["excluded", "left out of this plan"],
  ["not_included", "left out of this plan"]
]);
function reasonWords(reason) {
  return reason === void 0 ? void 0 : reasons.get(reason);
}
function plural(count, one, more2 = `${one}s`) {
  return `${count} ${count === 1 ? one : more2}`;
}

// src/actions/plan/render/resource.ts
function resourceNode(change, redactor, limits) {
  return {
    risk: riskOf(change),
    text: () => resourceLine(change, redactor),
    body: () => {
      const lines = renderAttributes(change, redactor, limits);
      return lines === "" ? "" : fence(lines, "diff");
    }
  };
}
function resourceLine(change, redactor) {
  const { address, forcedBy, reason, movedFrom, importId, deposed } = change;
  const paths = forcedBy.map(
    (path) => inlineCode(
      renderPath(
        path.map((step) => ({ step })),
        redactor
      )
    )
  );
  const facts = [
    paths.length > 0 ? `forced by ${paths.join(", ")}` : void 0,
    paths.length > 0 && reason === "replace_because_cannot_update" ? void 0 : reasonWords(reason),
    change.action === "replace" && change.replaceOrder !== void 0 ? orderWords[change.replaceOrder] : void 0,
    movedFrom === void 0 ? void 0 : `moved from ${code(movedFrom, redactor)}`,
    importId === void 0 ? void 0 : `imported${importId === "" ? "" : ` from ${code(importId, redactor)}`}`,
    deposed === void 0 ? void 0 : `an old object left behind (deposed ${code(deposed, redactor)})`
  ];
  return [code(address, redactor), ...facts.filter((fact) => fact !== void 0)].join(" · ");
}
function dangerLine(change, verb, redactor) {
  const holds = heldByType(change.type);
  return `**${verb}** ${resourceLine(change, redactor)}${holds === void 0 ? "" : ` · **holds ${holds}**`}`;
}
function code(text, redactor) {
  return inlineCode(redactor.text(text));
}

// src/actions/plan/render/changes.ts
var unfoldedUpTo = 6;
function changeNodes(plans, limits) {
  const total = plans.reduce((sum, { plan }) => sum + plan.resources.length + plan.outputs.length, 0);
  const fold = total <= unfoldedUpTo ? "open" : "closed";
  const stacks = plans.map((one) => ({ title: one.title, nodes: stackNodes(one, limits, fold) })).filter(({ nodes }) => nodes.length > 0);
  if (plans.length === 1) return stacks.flatMap(({ nodes }) => nodes);
  return stacks.map(({ title, nodes }) => ({ risk: 0, text: () => `#### ${escapeText(title)}`, children: nodes }));
}
function stackNodes(one, limits, fold) {
  return [
    ...groupNodes(one, limits, fold),
    ...group(
      "Outputs",
      one.plan.outputs.map((output) => outputNode(output, one, limits)),
      fold
    ),
    ...group(
      "Actions to run",
      one.plan.invocations.map((invocation) => invocationNode(invocation, one)),
      fold
    ),
    ...group(
      "Put off to a later plan",
      one.plan.deferred.map((deferred) => deferredNode(deferred, one)),
      fold
    )
  ];
}
function groupNodes(one, limits, fold) {
  const groups = /* @__PURE__ */ new Map();
  for (const change of one.plan.resources) {
    const name = groupOf(change, one);
    const group2 = groups.get(name);
    if (group2 === void 0) groups.set(name, [change]);
    else group2.push(change);
  }
  return [...groups].map(([name, changes]) => groupNode(name, changes, one, limits, fold)).sort((a, b) => b.risk - a.risk || (a.name < b.name ? -1 : 1)).map(({ node }) => node);
}
function groupNode(name, changes, one, limits, fold) {
  const actions = byAction(changes);
  const children = actionNodes(actions, one, limits);
  const risk = children.reduce(
    (most, { children: nodes = [] }) => nodes.reduce((max, node) => Math.max(max, node.risk), most),
    0
  );
  const text = () => `${htmlCode(one.redactor.text(name))}: ${countWords(actions)}`;
  return { name, risk, node: { risk, fold, text, children } };
}
function groupOf(change, { constructPaths }) {
  const construct = constructPaths === void 0 ? void 0 : constructOf(change.address, constructPaths);
  return construct || change.moduleAddress || change.type || "other";
}
function byAction(changes) {
  const found = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const ofAction = found.get(change.action);
    if (ofAction === void 0) found.set(change.action, [change]);
    else ofAction.push(change);
  }
  return actionOrder.flatMap((action) => {
    const ofAction = found.get(action);
    return ofAction === void 0 ? [] : [[action, ofAction]];
  });
}
function countWords(actions) {
  return actions.map(([action, { length }]) => `${length} to ${shortVerb[action] ?? actionWords[action].verb}`).join(", ");
}
var shortVerb = {
  forget: "forget",
  "no-op": "move or import",
  unrecognized: "?"
};
function actionNodes(actions, one, limits) {
  return actions.map(([action, changes]) => {
    const { sign, verb } = actionWords[action];
    const children = changes.map((change) => resourceNode(change, one.redactor, limits));
    return { risk: 0, text: () => `**\`${sign}\` ${verb}**`, children };
  });
}
function group(title, children, fold) {
  return children.length === 0 ? [] : [{ risk: outputRisk, fold, text: () => `${title}: ${children.length}`, children }];
}
function outputNode({ name, action, attribute }, { redactor }, limits) {
  const verb = { create: "add", update: "change", delete: "remove" }[action];
  const change = { ...noResource, address: name, attributes: () => [attribute] };
  return {
    risk: outputRisk,
    text: () => `${verb} ${code(name, redactor)}`,
    body: () => fence(renderAttributes(change, redactor, limits), "diff")
  };
}
var noResource = {
  address: "",
  moduleAddress: "",
  type: "",
  action: "update",
  replaceOrder: void 0,
  forcedBy: [],
  reason: void 0,
  movedFrom: void 0,
  importId: void 0,
  deposed: void 0,
  attributes: () => []
};
function invocationNode({ address, triggeredBy }, { redactor }) {
  const trigger = triggeredBy === "" ? "" : ` · triggered by ${code(triggeredBy, redactor)}`;
  return { risk: outputRisk + 15, text: () => code(address, redactor) + trigger };
}
function deferredNode({ reason, change }, { redactor }) {
  const why = reasonWords(reason);
  return { risk: outputRisk + 5, text: () => `${resourceLine(change, redactor)}${why === void 0 ? "" : ` · ${why}`}` };
}
function driftNodes(plans, limits) {
  const children = plans.flatMap(
    ({ plan, redactor, title }) => plan.drift.map((change) => driftNode(change, plans.length > 1 ? `${escapeText(title)}: ` : "", redactor, limits))
  );
  if (children.length === 0) return [];
  return [
    { risk: 0, fold: "closed", text: () => `${plural(children.length, "resource")} changed outside of Terraform`, children }
  ];
}
var driftVerbs = {
  delete: "deleted",
  update: "changed",
  "no-op": "moved"
};
function driftNode(change, prefix, redactor, limits) {
  const node = resourceNode(change, redactor, limits);
  return { ...node, text: () => `${prefix}${driftVerbs[change.action] ?? "changed"} ${node.text()}` };
}

// src/actions/plan/render/danger.ts
var mostLines2 = 25;
var mostChecks = 10;
var longestMessage = 300;
function renderDanger(plans, budget) {
  const blocks = [renderLosses(plans), renderChecks(plans)].filter((lines) => lines.length > 0);
  return blocks.map((lines) => alert(lines, Math.floor(budget / blocks.length) - 2)).join("\n\n");
}
function renderLosses(plans) {
  const changes = plans.flatMap(({ plan, redactor, title }) => {
    const prefix = plans.length > 1 ? `${escapeText(title)}: ` : "";
    return plan.resources.filter(isDangerous).map((change) => ({ change, redactor, prefix, risk: riskOf(change) }));
  });
  if (changes.length === 0) return [];
  const sorted = changes.sort((one, other) => other.risk - one.risk);
  return [
    "> [!CAUTION]",
    `> **${lossWords(sorted.map(({ change }) => change))}**`,
    ...sorted.slice(0, mostLines2).map(({ change, redactor, prefix }) => `> - ${prefix}${dangerLine(change, verbOf(change), redactor)}`),
    ...more(sorted.length - mostLines2)
  ];
}
function verbOf({ action }) {
  return action === "delete" ? "destroy" : action === "replace" ? "replace" : "unknown action";
}
function lossWords(changes) {
  const stateful2 = changes.filter(({ type }) => heldByType(type) !== void 0).length;
  const all = `${plural(changes.length, "resource")} destroyed or replaced`;
  if (stateful2 === 0) return `${all}, none of a type known to hold data`;
  return stateful2 === changes.length ? `${all}, holding what cannot be made again` : `${all}, ${stateful2} of them holding what cannot be made again`;
}
var failed = /* @__PURE__ */ new Set(["fail", "error"]);
function renderChecks(plans) {
  const checks = plans.flatMap(({ plan, redactor }) => checksOf(plan).map((check) => ({ check, redactor })));
  if (checks.length === 0) return [];
  return [
    "> [!WARNING]",
    `> **${plural(checks.length, "check")} failed**`,
    ...checks.slice(0, mostChecks).map(({ check, redactor }) => `> - ${renderCheck(check, redactor)}`),
    ...more(checks.length - mostChecks)
  ];
}
function checksOf({ checks }) {
  return checks.filter(({ status }) => failed.has(status));
}
function renderCheck({ address, status, problems }, redactor) {
  const told = problems.map((problem) => escapeText(cutMiddle(redactor.text(problem), longestMessage))).join("; ");
  const state = status === "error" ? " could not be evaluated" : "";
  return `${code(address, redactor)}${state}${told === "" ? "" : `: ${told}`}`;
}
function more(count) {
  return count > 0 ? [`> - and ${count} more`] : [];
}
function alert(lines, budget) {
  const [kind = "", title = "", ...items] = lines;
  const room = budget - kind.length - title.length - "\n> - and 9999999 more".length - 2;
  let used = 0;
  const kept = items.filter((item) => {
    used += item.length + 1;
    return used <= room;
  });
  const omitted = items.length - kept.length;
  return [kind, title, ...kept, ...omitted > 0 ? ["> - and more: the room is used up"] : []].join("\n");
}

// src/actions/plan/render/verdict.ts
var shownShaLength = 7;
function renderVerdict(plans, context) {
  const sum = sumSummaries(plans.map(({ plan }) => summarise(plan)));
  const facts = [
    `**${headline(sum)}**`,
    plans.length > 1 ? plural(plans.length, "stack") : void 0,
    `digest ${inlineCode((context.digest ?? planDigest(plans)).slice(0, shownDigestLength))}`,
    context.commitSha === void 0 ? void 0 : `commit ${inlineCode(context.commitSha.slice(0, shownShaLength))}`,
    context.runUrl === void 0 ? void 0 : link("run", context.runUrl)
  ];
  const lines = [facts.filter((fact) => fact !== void 0).join(" · "), beside(sum), ...warnings(plans)];
  return lines.filter((line) => line !== "").join("\n\n");
}
function headline({ add, change, replace, destroy, hasChanges, errored }) {
  if (errored) return "Planning failed part-way: this is not all that would change";
  if (!hasChanges) return "No changes";
  return `Plan: ${add} to add, ${change} to change, ${replace} to replace, ${destroy} to destroy`;
}
function beside(sum) {
  const counts = [
    [sum.import, `${sum.import} to import`],
    [sum.move, `${sum.move} to move`],
    [sum.forget, `${sum.forget} to forget`],
    [sum.unrecognized, `${sum.unrecognized} with an action this version of opsdeck does not know`],
    [sum.outputs, `${plural(sum.outputs, "output")} to change`],
    [sum.invocations, `${plural(sum.invocations, "action")} to run`],
    [sum.deferred, `${sum.deferred} put off to a later plan`],
    [sum.drifted, `${sum.drifted} changed outside of Terraform`],
    [sum.failedChecks, `${plural(sum.failedChecks, "check")} failed`]
  ];
  const told = counts.filter(([count]) => count > 0).map(([, words]) => words);
  return told.length === 0 ? "" : `Also: ${told.join(", ")}.`;
}
function warnings(plans) {
  const named = (title) => plans.length > 1 ? ` of ${escapeText(title)}` : "";
  return plans.flatMap(({ title, plan }) => [
    ...plan.errored ? [`The plan${named(title)} ended with an error; applying it is not possible.`] : [],
    ...!plan.complete && !plan.errored ? [`The plan${named(title)} is partial: another one will be needed after it.`] : []
  ]);
}

// src/actions/plan/render/comment.ts
var commentBudget = 6e4;
var summaryBudgetBytes = 1024 * 1024;
var commentLimits = { value: 240, lines: 40 };
var summaryLimits = { value: 4e3, lines: 1e3 };
var separator = "\n\n";
var dangerShare = 0.4;
var driftShare = 0.15;
function renderPlanComment(plans, context = {}, budget = commentBudget) {
  return renderParts(withRedactors(plans), context, budget, commentLimits, (text) => text.length);
}
function joinParts({ verdict, danger, changes, drift }) {
  return [verdict, danger, changes, drift].filter((part2) => part2 !== "").join(separator);
}
function renderSummary(plans, context = {}, budgetBytes = summaryBudgetBytes) {
  return joinParts(renderParts(withRedactors(plans), context, budgetBytes, summaryLimits, Buffer.byteLength));
}
function withRedactors(plans) {
  const redactor = createRedactor([...new Set(plans.flatMap(({ plan }) => plan.sensitiveTexts))]);
  return plans.map((one) => ({ ...one, title: redactor.text(one.title), redactor }));
}
function renderParts(plans, context, budget, limits, measure) {
  const verdict = renderVerdict(plans, context);
  const room = budget - measure(verdict) - 3 * separator.length;
  const danger = renderDanger(plans, room * dangerShare);
  const forTrees = Math.max(smallestBudget, room - measure(danger));
  const driftTree = driftNodes(plans, limits);
  const reserved = renderTree(driftTree, { budget: forTrees * driftShare, measure });
  const changes = renderTree(changeNodes(plans, limits), { budget: forTrees - measure(reserved), measure });
  const drift = driftTree.length === 0 ? "" : renderTree(driftTree, { budget: forTrees - measure(changes), measure });
  return { verdict, danger, changes, drift };
}

export {
  commentBudget,
  summaryBudgetBytes,
  renderPlanComment,
  joinParts,
  renderSummary
};
