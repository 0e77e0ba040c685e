// One measurement in a process of its own: `render FILE` as `opsdeck plan-comment` does, `summary FILE`, or `parse FILE`.
import { readFileSync } from 'node:fs';
import { readPlan } from '../../src/actions/plan/read/read-plan.ts';
import { joinParts, renderPlanComment, renderSummary } from '../../src/actions/plan/render/comment.ts';

const [, , task = '', file = ''] = process.argv;

/** The length of what came out: 0 where there is no text. */
const tasks: Readonly<Record<string, (bytes: Buffer) => number>> = {
  parse: (bytes) => (typeof JSON.parse(bytes.toString('utf8')) === 'object' ? 0 : 1),
  render: (bytes) => joinParts(renderPlanComment([{ title: 'plan', plan: readPlan(bytes) }])).length,
  summary: (bytes) => Buffer.byteLength(renderSummary([{ title: 'plan', plan: readPlan(bytes) }])),
};

const baselineKilobytes = process.resourceUsage().maxRSS;
const bytes = readFileSync(file);
const started = performance.now();
const length = tasks[task]?.(bytes);
const milliseconds = performance.now() - started;
const memory = ((process.resourceUsage().maxRSS - baselineKilobytes) * 1024) / bytes.length;
process.stdout.write(JSON.stringify({ milliseconds, memory, length, megabytes: bytes.length / 1e6 }));
