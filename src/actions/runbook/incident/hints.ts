// What a dispatch says has happened: hostile, and never more than a hint to look; everything is read again from AWS.
import { type Fields, matching, parseRecord } from '../../../define/fields.ts';
import type { EnvironmentNames } from '../../gate/subject.ts';
import { alarmPrefixOf } from './keys.ts';

export interface Hints {
  /** Names of alarms of the environment, each once. */
  readonly names: readonly string[];
  /** ARNs that those names were said to have. */
  readonly arns: ReadonlyMap<string, string>;
  /** What was not even looked at, in words of ours, for the log. */
  readonly ignored: readonly string[];
}

interface Scope extends EnvironmentNames {
  readonly region: string;
}

interface Hint {
  readonly name: string;
  readonly arn: string;
}

/** GitHub takes no more of an input: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs */
const longestPayload = 65_535;
const mostHints = 500;

const arnForm = /^arn:(?:aws|aws-cn|aws-us-gov):cloudwatch:([a-z]{2}(?:-[a-z]+)+-\d):(\d{12}):alarm:(.{1,255})$/s;
const fields: Fields<Hint> = {
  name: matching('the name of an alarm', /^[\x20-\x7e]{1,255}$/),
  arn: matching('the ARN of an alarm', arnForm),
};

const none: Hints = { names: [], arns: new Map(), ignored: [] };

/** Never throws. @param payload as it came; empty when a schedule or a person looks */
export function parseHints(payload: string, scope: Scope): Hints {
  if (payload.trim() === '') return none;
  if (payload.length > longestPayload)
    return ignoring(`a payload of ${payload.length} characters: at most ${longestPayload} are read`);
  const given = parsed(payload);
  if (given === undefined) return ignoring('a payload that is no JSON');
  const items = Array.isArray(given) ? given : [given];
  const judged = items.slice(0, mostHints).map((item) => judge(item, scope));
  const arns = new Map(judged.flatMap((one) => ('hint' in one ? [[one.hint.name, one.hint.arn] as const] : [])));
  const left = items.length > mostHints ? [[`entries beyond the first ${mostHints}`, items.length - mostHints] as const] : [];
  const counted = new Map<string, number>(left);
  for (const one of judged) if ('because' in one) counted.set(one.because, (counted.get(one.because) ?? 0) + 1);
  return {
    names: [...arns.keys()],
    arns,
    ignored: [...counted].map(([because, count]) => `${count} of the payload: ${because}`),
  };
}

function ignoring(because: string): Hints {
  return { ...none, ignored: [because] };
}

/** In words of ours: what it says itself is not repeated. */
function judge(item: unknown, scope: Scope): { readonly hint: Hint } | { readonly because: string } {
  const read = parseRecord(item, fields);
  if (read.kind === 'corrupt') return { because: 'no alarm' };
  const { name, arn } = read.value;
  const [, region, , nameInArn] = arnForm.exec(arn) ?? [];
  if (nameInArn !== name) return { because: 'an alarm whose ARN is of another one' };
  if (region !== scope.region) return { because: 'an alarm of another region' };
  if (!name.startsWith(alarmPrefixOf(scope))) return { because: 'an alarm of another environment' };
  return { hint: read.value };
}

/** What nests too deep for the parser is no payload of ours either. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param arns of the alarms that AWS has, by name */
export function foreignOf(hints: Hints, arns: ReadonlyMap<string, string>): readonly string[] {
  const strangers = hints.names.filter((name) => arns.get(name) !== hints.arns.get(name));
  return strangers.length === 0 ? [] : [`${strangers.length} of the payload: no alarm of this account`];
}
