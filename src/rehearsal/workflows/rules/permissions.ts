// Computes what a job's token may do.
import { failure } from '../../../define/failure.ts';
import { isMapping, type Template } from '../language/template.ts';

export type Access = 'read' | 'write';
/** By scope; a scope that is missing is closed. */
export type Permissions = Readonly<Record<string, Access>>;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const scopes = [
  ...['actions', 'artifact-metadata', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'id-token'],
  ...['issues', 'models', 'packages', 'pages', 'pull-requests', 'repository-projects', 'security-events', 'statuses'],
];
const writeOnly = ['id-token'];
const readOnly = ['models'];

/** A repository with the setting "read repository contents and packages". */
export const restrictedPermissions: Permissions = { contents: 'read', packages: 'read' };

export interface PermissionFacts {
  readonly ofJob: Template | undefined;
  readonly ofWorkflow: Template | undefined;
  /** The repository's setting, or of a called workflow what its caller has. */
  readonly otherwise: Permissions;
  readonly fromFork: boolean;
}

/** What is said at the job counts alone, then what is said at the workflow, then the setting. */
export function computePermissions({ ofJob, ofWorkflow, otherwise, fromFork }: PermissionFacts): Permissions {
  const said = ofJob ?? ofWorkflow;
  const permissions = said === undefined ? otherwise : spelledOut(said);
  return fromFork ? reducedForFork(permissions) : permissions;
}

function spelledOut(said: Template): Permissions {
  if (said === 'read-all') return everything('read');
  if (said === 'write-all') return everything('write');
  const entries = isMapping(said) ? [...said] : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, Access] => entry[1] === 'read' || entry[1] === 'write'));
}

function everything(access: Access): Permissions {
  const allowed = access === 'read' ? scopes.filter((scope) => !writeOnly.includes(scope)) : scopes;
  return Object.fromEntries(allowed.map((scope) => [scope, readOnly.includes(scope) ? 'read' : access]));
}

function reducedForFork(permissions: Permissions): Permissions {
  const kept = Object.keys(permissions).filter((scope) => !writeOnly.includes(scope));
  return Object.fromEntries(kept.map((scope) => [scope, 'read']));
}

/**
 * A called workflow may ask for at most what its caller has.
 *
 * @throws a Failure `workflow/permissions`
 */
export function refuseEscalation(called: string, asked: Permissions, allowed: Permissions): void {
  const wrong = Object.entries(asked).filter(([scope, access]) => !covers(allowed[scope], access));
  if (wrong.length === 0) return;
  const list = wrong.map(([scope, access]) => `${scope}: ${access}, but is only allowed ${scope}: ${allowed[scope] ?? 'none'}`);
  throw failure({
    code: 'workflow/permissions',
    what: `The workflow ${called} is requesting ${list.join('; ')}.`,
    next: 'Give the calling job these permissions.',
  });
}

function covers(allowed: Access | undefined, asked: Access): boolean {
  return allowed === 'write' || allowed === asked;
}
