// The one place that says which commit of a remote action the generated workflows run.

/**
 * Remote actions by name, pinned to the commit that the named release points at.
 * A tag can be moved to other code, a commit cannot:
 * https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions
 */
export const pinnedActions = {
  'actions/checkout': { commit: '08c6903cd8c0fde910a37f88322edcfb5dd907a8', release: 'v5.0.0' },
  'actions/download-artifact': { commit: 'd3f86a106a0bac45b974a628896c90dbdf5c8093', release: 'v4.3.0' },
  'actions/setup-node': { commit: '49933ea5288caeca8642d1e84afbd3f7d6820020', release: 'v4.4.0' },
  'actions/setup-python': { commit: 'a26af69be951a213d495a4c3e4e4022e16d87065', release: 'v5.6.0' },
  'actions/upload-artifact': { commit: 'ea165f8d65b6e75b540449e92b4886f43607fa02', release: 'v4.6.2' },
  'aws-actions/configure-aws-credentials': { commit: 'b47578312673ae6fa5b5096b330d9fbac3d116df', release: 'v4.2.1' },
  'hashicorp/setup-terraform': { commit: 'b9cd54a3c349d3f38e8881555d616ced269862dd', release: 'v3.1.2' },
} as const;

export type PinnedAction = keyof typeof pinnedActions;

/** The value of a step's `uses`. */
export function uses(action: PinnedAction): string {
  return `${action}@${pinnedActions[action].commit}`;
}
