// The machine of a job: fresh folders, a token, masks, contexts; gone when the job ends.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ValueObject } from '../language/values.ts';
import { computeClaims } from '../rules/claims.ts';
import { runnerContext } from '../rules/contexts.ts';
import { openMasker } from '../rules/mask.ts';
import { githubOf } from './job-contexts.ts';
import type { JobAssignment } from './perform-job.ts';
import type { JobRuntime } from './runtime.ts';
import { openJobProcesses } from './step-process.ts';

type Given = 'run' | 'recorder' | 'cancelled' | 'killed' | 'defaults' | 'state';

export interface Machine extends Omit<JobRuntime, Given> {
  close(): Promise<void>;
}

export async function openMachine(assignment: JobAssignment): Promise<Machine> {
  const { run, recorder, permissions, secrets } = assignment;
  const { options, idTokens } = run.shared;
  const token = await options.tokenFor(permissions, recorder.identity);
  const folders = await makeFolders(join(options.temporaryFolder, 'jobs', String(recorder.identity.id)), options.repository.name);
  const processes = openJobProcesses(run.shared.onExit);
  const masker = openMasker();
  const access = permissions['id-token'] === 'write' ? await idTokens.open(claimsOf(assignment)) : undefined;
  for (const secret of [...Object.values(secrets), token, ...(access ? [access.requestToken] : [])]) masker.add(secret);
  await writeFile(folders.eventFile, JSON.stringify(run.event.payload));
  return {
    workspace: folders.workspace,
    temporaryFolder: folders.temporary,
    masker,
    token,
    processes,
    contexts: contextsOf(assignment, token, folders),
    idTokenEnvironment: access
      ? { ACTIONS_ID_TOKEN_REQUEST_URL: access.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: access.requestToken }
      : {},
    close: async () => {
      processes.killAll();
      if (access) idTokens.close(access);
      await options.revoke?.(token);
      await rm(folders.root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function claimsOf({ run, environment, workflowFile }: JobAssignment) {
  const { repository } = run.shared.options;
  return computeClaims({ repository, run: run.identity, event: run.event, environment, workflowFile });
}

interface Folders {
  readonly root: string;
  readonly workspace: string;
  readonly temporary: string;
  readonly toolCache: string;
  readonly eventFile: string;
}

async function makeFolders(root: string, repository: string): Promise<Folders> {
  const workspace = join(root, 'work', repository, repository);
  const temporary = join(root, 'temp');
  const toolCache = join(root, 'tools');
  const events = join(temporary, '_github_workflow');
  await Promise.all([workspace, toolCache, events].map((folder) => mkdir(folder, { recursive: true })));
  return { root, workspace, temporary, toolCache, eventFile: join(events, 'event.json') };
}

function contextsOf(
  assignment: JobAssignment,
  token: string,
  { workspace, temporary, toolCache, eventFile }: Folders,
): ValueObject {
  const { contexts, secrets, job } = assignment;
  return {
    ...contexts,
    github: { ...githubOf(contexts), token, job: job.id, workspace, event_path: eventFile },
    secrets: { ...secrets, GITHUB_TOKEN: token },
    runner: runnerContext(temporary, toolCache),
  };
}
