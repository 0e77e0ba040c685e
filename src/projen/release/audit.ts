// Holds what npm knows of weaknesses against what is bundled: a high one in there fails, one elsewhere does not run on GitHub.
import { gatherBundled } from './bundled.ts';
import { findingsIn } from './findings.ts';
import { openTools } from './tools.ts';

const packages = await gatherBundled();
// It ends with 1 where it finds something; what it prints is the same.
const report = openTools(process.cwd(), process.env).ask('sh', '-c', 'npm audit --omit=dev --json || true');
const findings = findingsIn(JSON.parse(report), packages);
process.stdout.write(`${packages.length} bundled packages, ${findings.length} with high or critical weaknesses\n`);
for (const finding of findings) process.stdout.write(`✖ ${finding}\n`);
if (findings.length > 0) process.exitCode = 1;
