// Checks of the workflow files: there, written by this version, changed by nobody, and pinned.

import { configPath } from '../../../define/config-file.ts';
import { workflowNames } from '../../../define/parts.ts';
import { readWorkflowStamp } from '../../../define/workflow-stamp.ts';
import type { WorkflowFile } from '../facts.ts';
import { advice, type Check, type Judgement, judging, ok, wrong } from '../findings.ts';

const generate = 'Run "npx projen", and merge what it changes.';

const present: Check = {
  id: 'workflow files',
  area: 'workflows',
  judge: (facts) =>
    judging(facts.workflows, ({ place, files }) => {
      if (files.length === 0)
        return [wrong(`${place} has none of ours`, 'Add the components to .projenrc.ts, and run "npx projen".')];
      const absent = workflowNames.filter((name) => !files.some((file) => file.name === `${name}.yml`));
      const without = absent.length === 0 ? '' : `, without ${absent.join(', ')}`;
      return [ok(`${files.length} in ${place}${without}`)];
    }),
};

const current: Check = {
  id: 'generated',
  area: 'workflows',
  judge: ({ workflows, opsdeckVersion }) =>
    judging(workflows, ({ files }) => {
      const judged = files.map((file) => judgeStamp(file, opsdeckVersion));
      const problems = judged.filter(({ state }) => state !== 'ok');
      if (problems.length > 0 || files.length === 0) return problems;
      return [ok(`all as Opsdeck ${opsdeckVersion} writes them`)];
    }),
};

function judgeStamp({ name, text }: WorkflowFile, opsdeckVersion: string): Judgement {
  const stamp = readWorkflowStamp(text);
  if (!stamp) return advice('does not say which version wrote it', generate, name);
  if (!stamp.isUntouched) return wrong('was changed by hand after it was written', generate, name);
  if (stamp.version === opsdeckVersion) return ok('', name);
  return wrong(`was written by Opsdeck ${stamp.version}, and this is ${opsdeckVersion}`, generate, name);
}

const pinned: Check = {
  id: 'pinned actions',
  area: 'workflows',
  judge: (facts) =>
    judging(facts.workflows, ({ files }) => {
      const loose = files.flatMap(({ name, text }) => looseActions(text).map((action) => `${action} (${name})`));
      if (files.length === 0) return [];
      if (loose.length === 0) return [ok('every remote action is a commit')];
      const fix = 'Name the 40-digit commit in place of a tag or branch: those can be moved to other code.';
      return [advice([...new Set(loose)].join(', '), fix)];
    }),
};

/** What is used by a tag or a branch; actions of the same repository come with the checkout. */
export function looseActions(workflow: string): readonly string[] {
  return [...workflow.matchAll(/^\s*(?:-\s+)?uses:\s*["']?([^\s"'#]+)/gm)]
    .map(([, action = '']) => action)
    .filter((action) => !action.startsWith('./') && !/@[0-9a-f]{40}$/.test(action) && !/^docker:\/\/.*@sha256:/.test(action));
}

const configuration: Check = {
  id: 'configuration',
  area: 'workflows',
  judge: (facts) => judging(facts.layout, (layout) => [ok(`${configPath}: the layout ${layout}`)]),
};

export const workflowChecks: readonly Check[] = [present, current, pinned, configuration];
