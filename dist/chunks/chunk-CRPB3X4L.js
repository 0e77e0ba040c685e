import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/kpis/measure.ts
var several = {
  "cache-node": (_name, index) => String(index + 1),
  zone: (name) => name.slice(-1)
};
function isPerZone({ measure }) {
  return placesOf(measure).includes("zone");
}
function placesOf(measure) {
  const dimensions = metricsOf(measure).flatMap((metric) => Object.values(metric.dimensions));
  return [...new Set(dimensions.flatMap((dimension) => typeof dimension === "string" ? dimension : []))];
}
function metricsOf(measure) {
  return Object.values(inputsOf(measure));
}
function resolveInstances(measure, names) {
  const place = placesOf(measure).find((each) => each in several);
  const labelOf = place && several[place];
  if (!place || !labelOf) return [{ measure: resolve(measure, names) }];
  return (names[place] ?? []).map((name, index) => ({
    label: labelOf(name, index),
    measure: resolve(measure, { ...names, [place]: [name] })
  }));
}
function resolveMetric(metric, names) {
  const dimensions = Object.entries(metric.dimensions).map(([key, dimension]) => [key, nameOf(dimension, names)]);
  return { ...metric, dimensions: Object.fromEntries(dimensions) };
}
function nameOf(dimension, names) {
  if (typeof dimension !== "string") return dimension.is;
  const [name] = names[dimension] ?? [];
  if (name === void 0) throw new Error(`nobody said what ${dimension} is called`);
  return name;
}
function resolve(measure, names) {
  const of = (metric) => resolveMetric(metric, names);
  switch (measure.kind) {
    case "metric":
      return { ...measure, metric: of(measure.metric) };
    case "percentage":
      return { ...measure, part: of(measure.part), whole: of(measure.whole) };
    case "share":
      return { ...measure, part: of(measure.part), rest: of(measure.rest) };
    case "difference":
      return { ...measure, minuend: of(measure.minuend), subtrahend: of(measure.subtrahend) };
    default:
      throw new Error(`no such measure: ${measure}`);
  }
}
function inputsOf(measure) {
  switch (measure.kind) {
    case "metric":
      return { value: measure.metric };
    case "percentage":
      return { part: measure.part, whole: measure.whole };
    case "share":
      return { part: measure.part, rest: measure.rest };
    case "difference":
      return { minuend: measure.minuend, subtrahend: measure.subtrahend };
    default:
      throw new Error(`no such measure: ${measure}`);
  }
}
function levelAt(level, limits) {
  if (typeof level === "number") return level;
  const limit = limits[level.of];
  if (limit === void 0) throw new Error(`nobody said what the limit of ${level.of} is`);
  return Math.floor(level.share * limit);
}

// src/actions/kpi/places.ts
var rows = [
  { place: "load-balancer", service: "elasticloadbalancing", resource: /^loadbalancer\/(app\/[^/]+\/[^/]+)$/ },
  { place: "target-group", service: "elasticloadbalancing", resource: /^(targetgroup\/[^/]+\/[^/]+)$/ },
  { place: "cluster", service: "ecs", resource: /^service\/([^/]+)\/[^/]+$/ },
  { place: "service", service: "ecs", resource: /^service\/[^/]+\/([^/]+)$/ },
  { place: "api-stage", service: "apigateway", resource: /^\/restapis\/[^/]+\/stages\/([^/]+)$/ },
  { place: "database-cluster", service: "rds", resource: /^cluster:([^:]+)$/ },
  { place: "cache-node", service: "elasticache", resource: /^cluster:([^:]+)$/ },
  { place: "stream", service: "kinesis", resource: /^stream\/([^/]+)$/ },
  { place: "delivery-stream", service: "firehose", resource: /^deliverystream\/([^/]+)$/ },
  { place: "web-acl", service: "wafv2", resource: /^regional\/webacl\/([^/]+)\/[^/]+$/ },
  { place: "dead-letter-queue", service: "sqs", resource: /^([^:]+-dead-letters)$/ }
];
function computePlaces(resources, { region, apiName }) {
  const found = /* @__PURE__ */ new Map([["region", /* @__PURE__ */ new Set([region])]]);
  const add = (place, name) => found.set(place, (found.get(place) ?? /* @__PURE__ */ new Set()).add(name));
  for (const { arn, tags } of resources) {
    for (const [place, name] of placesOfArn(arn)) add(place, name);
    const zone = zoneOf(tags, region);
    if (zone !== void 0) add("zone", zone);
  }
  if (found.has("api-stage")) add("api-name", apiName);
  return Object.fromEntries([...found].map(([place, names]) => [place, [...names].sort()]));
}
function placesOfArn(arn) {
  const [, , service, , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  return rows.flatMap((row) => {
    const name = row.service === service ? row.resource.exec(resource)?.[1] : void 0;
    return name === void 0 ? [] : [[row.place, name]];
  });
}
function zoneOf({ Tier, Name = "" }, region) {
  const zone = Name.slice(-region.length - 1);
  return Tier !== void 0 && zone.startsWith(region) && /[a-z]$/.test(zone) ? zone : void 0;
}

export {
  isPerZone,
  placesOf,
  metricsOf,
  resolveInstances,
  resolveMetric,
  inputsOf,
  levelAt,
  computePlaces
};
