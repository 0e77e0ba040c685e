// The world as a terminal has it: AWS with its own credentials, and GitHub only to ask whether the holder of a lock still lives.
import { createRedactor } from '../../actions/plan/redact/redact.ts';
import { terminalOwner } from '../../actions/preview/lock.ts';
import { defaultRetrySeconds, type RunbookSettings, type RunbookWorld } from '../../actions/runbook/engine/world.ts';
import type { AwsClientConfig } from '../../adapters/aws/client-config.ts';
import { openDocuments } from '../../adapters/aws/documents.ts';
import { openGitHub } from '../../adapters/github/github.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { openEnginePorts, openRunbookPorts } from '../../adapters/runner/runbooks-in-job.ts';
import type { Clock } from '../../ports/clock.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import type { Known } from '../own/known.ts';
import type { Live } from './live.ts';
import type { TerminalSettings } from './settings.ts';

export interface TerminalParts {
  readonly clock: Clock;
  readonly live: Live;
  readonly signal: AbortSignal;
  /** For what a runbook writes. */
  readonly filesFolder: string;
  readonly known: Known;
  readonly names: RunbookSettings['names'];
}

const pollSeconds = 5;

export function openTerminalWorld(settings: TerminalSettings, parts: TerminalParts): RunbookWorld {
  const { region, bucket, by, endpoint } = settings;
  const { clock, live, signal, filesFolder: folder, known, names } = parts;
  const client: AwsClientConfig = { region, ...(endpoint && { endpoint }) };
  const setup = { client, bucket, clock, folder, redact: createRedactor([]).text, signal };
  return {
    ...openEnginePorts(client),
    ...{ ...known, clock, signal, progress: live.progress, tell: live.tell },
    documents: openDocuments({ bucket, client }),
    workflowRuns: openRuns(settings, live),
    run: { ...terminalOwner(by, process.pid), url: 'a terminal' },
    settings: { names, region, bucket, pollSeconds, retrySeconds: defaultRetrySeconds },
    openPorts: (guard) => openRunbookPorts(setup, guard),
  };
}

function openRuns({ gitHub }: TerminalSettings, { progress }: Live): WorkflowRuns {
  if (gitHub) {
    const [owner = '', name = ''] = gitHub.repository.split('/');
    const { token, apiUrl } = gitHub;
    const repository = { owner, name };
    return openGitHub({ token, apiUrl, repository, userAgent: 'opsdeck', clock: systemClock, log: progress.info }).workflowRuns;
  }
  return unknownRuns;
}

/** Whom nobody can ask about, counts as alive: a lock is rather kept too long than taken from somebody at work. */
const unknownRuns: WorkflowRuns = {
  isActive: async () => true,
  latestOfBranch: async () => [],
  activeOfBranch: async () => [],
  cancel: async () => false,
};
