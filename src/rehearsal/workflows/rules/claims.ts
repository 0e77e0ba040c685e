// The claims of a job's ID token, as a cloud's trust policy looks at them.
import type { Repository } from '../options.ts';
import type { RunIdentity } from '../records.ts';
import type { WorkflowEvent } from '../triggers/event.ts';

export interface ClaimFacts {
  readonly repository: Repository;
  readonly run: RunIdentity;
  readonly event: WorkflowEvent;
  readonly environment: string | undefined;
  /** The job's own workflow: a called one differs from that of the run. */
  readonly workflowFile: string;
}

export type Claims = Readonly<Record<string, string | number>>;

const secondsValid = 300;

/** https://docs.github.com/en/actions/reference/security/oidc */
export function computeClaims({ repository, run, event, environment, workflowFile }: ClaimFacts): Claims {
  const { owner, name, id, ownerId } = repository;
  return {
    iss: 'https://token.actions.githubusercontent.com',
    sub: `repo:${owner}/${name}:${subject(event, environment)}`,
    repository: `${owner}/${name}`,
    repository_id: String(id),
    repository_owner: owner,
    repository_owner_id: String(ownerId),
    actor: event.actor,
    event_name: event.name,
    ref: event.ref,
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha: event.sha,
    head_ref: event.headRef ?? '',
    base_ref: event.baseRef ?? '',
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    workflow: run.workflow,
    workflow_ref: `${owner}/${name}/.github/workflows/${run.file}@${event.ref}`,
    job_workflow_ref: `${owner}/${name}/.github/workflows/${workflowFile}@${event.ref}`,
    runner_environment: 'github-hosted',
    ...(environment !== undefined && { environment }),
  };
}

function subject({ name, ref }: WorkflowEvent, environment: string | undefined): string {
  // What stands in the subject must not be able to pretend a further part.
  if (environment !== undefined) return `environment:${environment.replaceAll(':', '%3A')}`;
  return name === 'pull_request' ? 'pull_request' : `ref:${ref}`;
}

/** The audience that GitHub takes when nobody asks for another one. */
export function defaultAudience({ owner }: Repository): string {
  return `https://github.com/${owner}`;
}

export function withTimes(claims: Claims, audience: string, nowMs: number, id: string): Claims {
  const issuedAt = Math.floor(nowMs / 1000);
  return { ...claims, aud: audience, jti: id, iat: issuedAt, nbf: issuedAt, exp: issuedAt + secondsValid };
}
