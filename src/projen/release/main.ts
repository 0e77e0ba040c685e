// `npm run release`: releases what is on this commit; with `--dry-run` only says what it would do.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gatherBundled } from './bundled.ts';
import { licencesFile } from './licences.ts';
import { performRelease } from './perform.ts';
import { planRelease, renderReleasePlan } from './plan.ts';
import { renderSbom } from './sbom.ts';
import { openTools } from './tools.ts';

const folder = '.opsdeck/release';

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, version: { type: 'string' }, repository: { type: 'string' } },
});
const repository = values.repository || process.env.GITHUB_REPOSITORY || '';
if (!/^[\w-]+\/[\w.-]+$/.test(repository)) throw new Error('Give --repository OWNER/NAME, or set GITHUB_REPOSITORY.');

const tools = openTools(process.cwd(), process.env);
const notesFile = join(folder, 'notes.md');
const sbomFile = join(folder, 'opsdeck.cdx.json');
const options = {
  repository,
  asked: values.version || undefined,
  today: new Date(),
  notesFile,
  assets: [sbomFile, licencesFile],
};
const plan = planRelease(tools, options);
process.stdout.write(`${renderReleasePlan(plan)}\n`);

if (plan.kind === 'refused') process.exitCode = 1;
if (plan.kind === 'release') {
  mkdirSync(folder, { recursive: true });
  writeFileSync(notesFile, plan.notes);
  writeFileSync(sbomFile, renderSbom({ version: plan.version, packages: await gatherBundled() }));
  if (!values['dry-run']) performRelease(tools, plan.steps, (line) => process.stdout.write(`\n${line}\n`));
}
// For the workflow: whether there is anything to publish.
if (process.env.GITHUB_OUTPUT)
  appendFileSync(process.env.GITHUB_OUTPUT, `version=${plan.kind === 'release' ? plan.version : ''}\n`);
if (process.env.GITHUB_STEP_SUMMARY && plan.kind === 'release') appendFileSync(process.env.GITHUB_STEP_SUMMARY, plan.notes);
