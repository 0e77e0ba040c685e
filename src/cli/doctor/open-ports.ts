// Opens the world for the doctor: AWS with the terminal's own credentials, GitHub where there is a token.
import { openAccount } from '../../adapters/aws/account.ts';
import { openClient } from '../../adapters/github/client.ts';
import { openRepositoryFiles } from '../../adapters/github/repository-files.ts';
import { openRepositorySettings } from '../../adapters/github/repository-settings.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import { findBinary } from '../../adapters/terraform/binary.ts';
import { configIn, workflowsIn } from './clone.ts';
import type { DoctorPorts } from './gather.ts';
import type { DoctorSettings } from './settings.ts';

export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
}

export function openDoctorPorts(settings: DoctorSettings, { env, folder }: Terminal): DoctorPorts {
  const { endpoint } = settings;
  const gitHub = openGitHubOf(settings);
  return {
    openAccount: (region) => openAccount({ region, ...(endpoint && { endpoint }) }),
    ...(gitHub && { gitHub }),
    findTerraform: async () => {
      const { PATH: searchPath = '', OPSDECK_TERRAFORM: explicitPath } = env;
      const { tool, version } = await findBinary({ searchPath, env, ...(explicitPath && { explicitPath }) });
      return `${tool} ${version}`;
    },
    readLocalWorkflows: () => workflowsIn(folder),
    readLocalConfig: () => configIn(folder),
  };
}

function openGitHubOf({ gitHub, repository: fullName = '' }: DoctorSettings): DoctorPorts['gitHub'] {
  if (!gitHub) return undefined;
  const [owner = '', name = ''] = fullName.split('/');
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const setup = { ...gitHub, repository: { owner, name }, userAgent: 'opsdeck', clock: systemClock, log };
  return { settings: openRepositorySettings(setup), files: openRepositoryFiles(openClient(setup)) };
}
