// Checks of the machine that the command runs on.
import gte from 'semver/functions/gte.js';
import major from 'semver/functions/major.js';
import { advice, type Check, judging, ok, wrong } from '../findings.ts';

/** As `engines` of package.json has it. */
export const oldestNode = '20.19.0';
/** The oldest that gets security fixes: https://nodejs.org/en/about/previous-releases */
const oldestMaintainedNode = 22;

const node: Check = {
  id: 'node',
  area: 'this machine',
  judge: ({ nodeVersion }) => {
    if (!gte(nodeVersion, oldestNode))
      return [wrong(`Node ${nodeVersion}, and ${oldestNode} or newer is needed`, 'Install Node 24: https://nodejs.org.')];
    if (major(nodeVersion) < oldestMaintainedNode)
      return [advice(`Node ${nodeVersion} works, but gets no security fixes`, 'Install Node 24: https://nodejs.org.')];
    return [ok(`Node ${nodeVersion}`)];
  },
};

const terraform: Check = {
  id: 'terraform',
  area: 'this machine',
  judge: (facts) => judging(facts.terraform, (version) => [ok(version)]),
};

export const machineChecks: readonly Check[] = [node, terraform];
