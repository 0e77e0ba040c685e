// Writes the licences of what is bundled beside the bundles; part of `npm run bundle`, after the bundles.
import { writeFileSync } from 'node:fs';
import { gatherBundled } from './bundled.ts';
import { licencesFile, notAllowed, renderLicences } from './licences.ts';

const packages = await gatherBundled();
const refused = notAllowed(packages);
if (refused.length > 0) throw new Error(`These may not be bundled under their licences:\n${refused.join('\n')}`);
writeFileSync(licencesFile, renderLicences(packages));
