import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/ports/points.ts
var noPoints = trustPoints([], []);
function trustPoints(atMs, values) {
  return { atMs, values };
}
function pointsOf(atMs, values) {
  if (areClean(atMs, values)) return trustPoints(atMs, values);
  const valueByMs = /* @__PURE__ */ new Map();
  for (const [index, at] of atMs.entries()) {
    const value = values[index];
    if (Number.isFinite(at) && typeof value === "number" && Number.isFinite(value)) valueByMs.set(at, value);
  }
  const sorted = [...valueByMs].sort(([one], [other]) => one - other);
  return trustPoints(
    sorted.map(([at]) => at),
    sorted.map(([, value]) => value)
  );
}
function areClean(atMs, values) {
  if (atMs.length !== values.length) return false;
  let before = Number.NEGATIVE_INFINITY;
  for (const at of atMs) {
    if (!(at > before && at < Number.POSITIVE_INFINITY)) return false;
    before = at;
  }
  for (const value of values) if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return true;
}
function cutPoints(points, window, periodSeconds) {
  const { atMs, values } = points;
  const [firstMs, lastMs] = [window.from.getTime(), window.to.getTime() - periodSeconds * 1e3];
  if ((atMs[0] ?? firstMs) >= firstMs && (atMs.at(-1) ?? lastMs) <= lastMs) return points;
  const isInside = (_, index) => {
    const at = atMs[index] ?? Number.NaN;
    return at >= firstMs && at <= lastMs;
  };
  return trustPoints(atMs.filter(isInside), values.filter(isInside));
}

// src/ports/metrics.ts
var publicationDelaySeconds = 180;
function metricKey({ namespace, name, dimensions, statistic }) {
  let key = `${namespace}
${name}
${statistic}`;
  for (const dimension of Object.keys(dimensions).sort()) key += `
${dimension}=${dimensions[dimension]}`;
  return key;
}

export {
  noPoints,
  trustPoints,
  pointsOf,
  cutPoints,
  publicationDelaySeconds,
  metricKey
};
