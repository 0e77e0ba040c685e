// `opsdeck gate`: holds what a synthesis wrote against the allow-list, as the job with credentials does.
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { synthLimits } from '../../actions/gate/files.ts';
import { extensionOf, gateOutput, isAccepted, stacksOfEnvironment, stacksOfPullRequest } from '../../actions/gate/output.ts';
import { renderGateText } from '../../actions/gate/render.ts';
import { mainService } from '../../actions/gate/subject.ts';
import { readStackFolder } from '../../adapters/files/stack-folder.ts';
import { readStacksConfig } from '../../adapters/files/stacks-config.ts';
import { configPath } from '../../define/config-file.ts';
import { failure } from '../../define/failure.ts';
import { parsePullRequest, parseSettings } from '../../stacks/settings.ts';
import { exitCodes } from '../report-failure.ts';

export const gateCommand = defineCommand({
  meta: { name: 'gate', description: 'Hold synthesized stacks against the rules that a pull request must keep' },
  args: {
    directory: { type: 'positional', required: false, default: 'cdktf.out', description: 'Folder that was synthesized into' },
    environment: { type: 'string', default: 'production', description: 'Environment that the stacks belong to' },
    service: { type: 'string', default: mainService, description: 'Name of the service' },
    region: { type: 'string', default: 'eu-west-2', description: 'AWS region' },
    'pull-request': {
      type: 'string',
      description: 'Number of the pull request that it was synthesized for; its host is --environment',
      valueHint: 'number',
    },
    'leave-out-bootstrap': {
      type: 'boolean',
      default: false,
      description: 'A bootstrap stack may lie there; it is not judged, and must not be planned',
    },
    config: { type: 'string', default: configPath, description: 'File that says which stacks there are' },
    json: { type: 'boolean', default: false, description: 'The verdict as JSON' },
  },
  run: async ({ args }) => {
    const { environment, service, region } = parseSettings({ ...args, profile: 'production' });
    const pullRequest = args['pull-request'];
    const config = await readStacksConfig(args.config);
    const expected =
      pullRequest === undefined
        ? stacksOfEnvironment({ environment, service, region }, config)
        : stacksOfPullRequest({ environment, region }, parsePullRequest(pullRequest), config);
    const folder = resolve(args.directory);
    const files = await readStackFolder(folder, synthLimits);
    const verdict = gateOutput(files, {
      expected,
      leaveOutBootstrap: args['leave-out-bootstrap'],
      extension: extensionOf(config),
    });
    if (verdict.stacks.length === 0 && verdict.refusals.length === 0) throw nothingThere(folder, expected);
    process.stdout.write(`${args.json ? JSON.stringify(verdict) : renderGateText(verdict)}\n`);
    if (!isAccepted(verdict)) process.exitCode = exitCodes.failed;
  },
});

function nothingThere(folder: string, expected: readonly { readonly folder: string }[]) {
  return failure({
    code: 'gate/nothing-there',
    what: `${folder} holds none of the stacks that were asked for: ${expected.map((stack) => stack.folder).join(', ')}.`,
    next: 'Run `opsdeck synth --out <folder>` first, or name the environment and the service that it was run with.',
  });
}
