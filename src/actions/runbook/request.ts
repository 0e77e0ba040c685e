// What is asked of the action, from its inputs: every problem of them is told at once.
import type { InputsOf } from '../../define/contract.ts';
import { type Failure, failure } from '../../define/failure.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import type { runbookContract } from './contract.ts';
import {
  type Asking,
  type Parsed,
  parseRequest,
  parseResume,
  type ResumeRequest,
  type ResumeWay,
  type RunbookRequest,
} from './engine/request.ts';

export type RunbookInputs = InputsOf<typeof runbookContract>;

export type ActionRequest =
  | { readonly mode: 'plan' | 'run'; readonly request: RunbookRequest }
  | { readonly mode: 'resume'; readonly request: ResumeRequest }
  | { readonly mode: 'alarms'; readonly alarms: string }
  | { readonly mode: 'ack'; readonly issue: number; readonly by: string };

/** @throws a Failure `runbook/request` that names every problem */
export function requestOf(inputs: RunbookInputs, runbooks: readonly Runbook[], now: Date): ActionRequest {
  const { mode, environment, by, reason = '', door, 'approved-risk': approvedRisk } = inputs;
  const asking: Asking = { environment, by, reason, door, approvedRisk };
  switch (mode) {
    case 'plan':
    case 'run': {
      const texts = textsOf(inputs.inputs);
      const parsed = parseRequest(runbooks, { ...asking, runbook: inputs.runbook ?? '', inputs: texts ?? {} }, now);
      const problems = [
        ...(texts ? [] : ['inputs: expected a JSON object of texts, such as {"desired": "6"}']),
        ...(parsed.kind === 'bad' ? parsed.problems : []),
      ];
      if (parsed.kind === 'bad' || problems.length > 0) throw bad(problems);
      return { mode, request: parsed.request };
    }
    case 'resume': {
      const parsed = parseWay(inputs, asking);
      if (parsed.kind === 'bad') throw bad(parsed.problems);
      return { mode, request: parsed.request };
    }
    case 'alarms':
      return { mode, alarms: inputs.alarms };
    case 'ack':
      if (inputs.issue === undefined) throw bad(['issue: missing; it is the one of the incident']);
      return { mode, issue: inputs.issue, by };
    default:
      return mode satisfies never;
  }
}

function parseWay({ target = '', undo, accept }: RunbookInputs, asking: Asking): Parsed<ResumeRequest> {
  const way: ResumeWay = undo ? 'undo' : accept ? 'accept' : 'continue';
  const parsed = parseResume({ ...asking, target, way });
  if (!undo || !accept) return parsed;
  const both = 'undo, accept: either is asked for, not both';
  return { kind: 'bad', problems: [both, ...(parsed.kind === 'bad' ? parsed.problems : [])] };
}

/** @returns nothing for anything but an object of texts */
function textsOf(json: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every((each) => typeof each === 'string') ? (value as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}

function bad(problems: readonly string[]): Failure {
  return failure({
    code: 'runbook/request',
    what: `This cannot be done as it was asked for:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    next: 'Correct it where it was asked for, and ask again.',
  });
}
