// `opsdeck doctor`: looks at this machine, the AWS account and the repository, and says what is wrong and how to mend it.
import { defineCommand } from 'citty';
import { checks } from '../doctor/checks/index.ts';
import { ownVersion, remoteUrlOf } from '../doctor/clone.ts';
import { isWell, runChecks } from '../doctor/findings.ts';
import { gatherFacts } from '../doctor/gather.ts';
import { openDoctorPorts } from '../doctor/open-ports.ts';
import { findingsAsJson, renderFindings } from '../doctor/render.ts';
import { readDoctorSettings } from '../doctor/settings.ts';

export const doctorCommand = defineCommand({
  meta: {
    name: 'doctor',
    description: 'Check this machine, the AWS account and the repository; changes nothing. Exit code 1 when something is wrong.',
  },
  args: {
    region: { type: 'string', description: 'AWS region (default: AWS_REGION, then that of the repository)' },
    repository: { type: 'string', description: 'OWNER/NAME (default: the remote of this clone); asked with GITHUB_TOKEN' },
    domain: { type: 'string', description: 'Below which services get their names (default: OPSDECK_DOMAIN of the repository)' },
    json: { type: 'boolean', default: false, description: 'JSON for scripts' },
  },
  run: async ({ args }) => {
    const folder = process.cwd();
    const settings = readDoctorSettings(args, process.env, await remoteUrlOf(folder));
    const { region, repository, domain } = settings;
    const opsdeckVersion = await ownVersion();
    const given = { region, repository, domain, opsdeckVersion, nodeVersion: process.versions.node };
    const { facts, wanted } = await gatherFacts(openDoctorPorts(settings, { env: process.env, folder }), given);
    const findings = runChecks(checks, facts, wanted);
    const width = Math.min(process.stdout.columns ?? 100, 160);
    const lines = args.json ? [JSON.stringify(findingsAsJson(findings))] : renderFindings(findings, width);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (!isWell(findings)) process.exitCode = 1;
  },
});
