import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/plan/summarise.ts
function summarise(plan) {
  const actions = /* @__PURE__ */ new Map();
  for (const { action } of plan.resources) actions.set(action, (actions.get(action) ?? 0) + 1);
  const of = (action) => actions.get(action) ?? 0;
  const having = (wanted) => plan.resources.filter(wanted).length;
  return {
    add: of("create"),
    change: of("update"),
    replace: of("replace"),
    destroy: of("delete"),
    forget: of("forget"),
    import: having(({ importId }) => importId !== void 0),
    move: having(({ movedFrom }) => movedFrom !== void 0),
    unrecognized: of("unrecognized"),
    outputs: plan.outputs.length,
    drifted: plan.drift.length,
    deferred: plan.deferred.length,
    invocations: plan.invocations.length,
    failedChecks: plan.checks.filter(({ status }) => status === "fail" || status === "error").length,
    hasChanges: plan.resources.length + plan.outputs.length + plan.invocations.length > 0,
    errored: plan.errored
  };
}
function sumSummaries(summaries) {
  const sum = (key) => summaries.reduce((total, summary) => total + summary[key], 0);
  return {
    add: sum("add"),
    change: sum("change"),
    replace: sum("replace"),
    destroy: sum("destroy"),
    forget: sum("forget"),
    import: sum("import"),
    move: sum("move"),
    unrecognized: sum("unrecognized"),
    outputs: sum("outputs"),
    drifted: sum("drifted"),
    deferred: sum("deferred"),
    invocations: sum("invocations"),
    failedChecks: sum("failedChecks"),
    hasChanges: summaries.some(({ hasChanges }) => hasChanges),
    errored: summaries.some(({ errored }) => errored)
  };
}

export {
  summarise,
  sumSummaries
};
