// What is really bundled: under licences that allow it, and told in the file beside the bundles.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { gatherBundled } from '../../../src/projen/release/bundled.ts';
import { licencesFile, notAllowed, renderLicences } from '../../../src/projen/release/licences.ts';

describe('the bundles', () => {
  test('contain what may be bundled, and say so', async () => {
    const packages = await gatherBundled();
    expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['@octokit/rest', '@aws-sdk/client-s3']));
    expect(notAllowed(packages)).toEqual([]);
    expect(packages.filter(({ integrity }) => integrity === undefined)).toEqual([]);
    expect(readFileSync(licencesFile, 'utf8')).toBe(renderLicences(packages));
  });
});
