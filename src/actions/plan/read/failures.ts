// The failures of reading a plan: what the input is instead, where it breaks, and what to run to get the right thing.
import { type Failure, failure } from '../../../define/failure.ts';

const show = 'Run "terraform plan -out=PLANFILE", then "terraform show -json PLANFILE", and give what that prints.';

export function truncated(at: number): Failure {
  return failure({
    code: 'plan/truncated',
    what: `The plan's JSON ends in the middle, after ${at} bytes.`,
    next: `Write it again, to the end (is the disk full, was the command interrupted?). ${show}`,
  });
}

export function malformed(at: number, cause?: unknown): Failure {
  return failure({
    code: 'plan/malformed',
    what: `The plan's JSON cannot be read from byte ${at} on.`,
    next: `Give the output as Terraform wrote it. ${show}`,
    cause,
  });
}

export function tooDeep(at: number): Failure {
  return failure({
    code: 'plan/too-deep',
    what: `The plan's JSON is nested deeper than any provider's types, at byte ${at}.`,
    next: `Look where the file comes from: this is not what Terraform writes. ${show}`,
  });
}

export function unsupportedFormat(version: string): Failure {
  return failure({
    code: 'plan/unsupported-format',
    what: `The plan has format ${JSON.stringify(version.slice(0, 20))}; formats 0.x and 1.x can be read.`,
    next: 'Use a newer opsdeck, or a Terraform that writes format 1.x.',
  });
}

/** What was given though it is no plan's JSON: a row a kind. */
const others = {
  empty: { code: 'plan/empty', what: 'There is nothing in the plan: it has no bytes.', next: show },
  zip: {
    code: 'plan/binary',
    what: "This is Terraform's saved plan itself (a binary file), not its JSON.",
    next: 'Run "terraform show -json" on this file, in the folder it was planned in, and give what that prints.',
  },
  compressed: {
    code: 'plan/compressed',
    what: 'This is gzip-compressed.',
    next: 'Decompress it first, for example with gunzip.',
  },
  wrapper: {
    code: 'plan/wrapped',
    what: 'The JSON stands behind a line "[command]...", which a wrapper around Terraform has printed.',
    next: 'Set "terraform_wrapper: false" on hashicorp/setup-terraform.',
  },
  text: { code: 'plan/human-text', what: 'This is the text that Terraform prints for people, not JSON.', next: show },
  log: {
    code: 'plan/json-log',
    what: 'This is the log that "terraform plan -json" streams (a JSON object a line), not the JSON of the plan.',
    next: show,
  },
  state: { code: 'plan/state', what: 'This is a state, not a plan.', next: `Name the plan file, too: ${show}` },
  otherJson: { code: 'plan/other-json', what: 'This is JSON, but not that of a Terraform plan.', next: show },
  notJson: { code: 'plan/not-json', what: 'This is not JSON.', next: show },
  tooLarge: {
    code: 'plan/too-large',
    what: 'A text in the plan is longer than Node can hold (about 512 MB).',
    next: 'Split the stack: a plan of that size cannot be reviewed either.',
  },
} as const satisfies Readonly<Record<string, { code: `plan/${string}`; what: string; next: string }>>;

export function notAPlan(kind: keyof typeof others, cause?: unknown): Failure {
  return failure({ ...others[kind], ...(cause === undefined ? {} : { cause }) });
}
