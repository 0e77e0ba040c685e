// Which pull request gets which preview.
import { expect, test } from '@jest/globals';
import { decidePreview, type PreviewPolicy } from '../../../src/actions/plan/preview-decision.ts';

const always: PreviewPolicy = {
  previews: 'always',
  previewLabel: 'preview',
  isolationLabel: 'isolated-preview',
  isRequested: false,
};
const onLabel: PreviewPolicy = { ...always, previews: 'label' };
const never: PreviewPolicy = { ...always, previews: 'never' };
const ready = { labels: [], isFork: false, isDraft: false };

test.each([
  ['by default', ready, always, 0, 'deploy shared: it leaves the platform of staging as it is'],
  ['changing the platform', ready, always, 3, 'deploy isolated: it changes 3 resources of the platform of staging'],
  [
    'with the label for isolation',
    { ...ready, labels: ['isolated-preview'] },
    always,
    0,
    'deploy isolated: the label "isolated-preview" asks for it',
  ],
  ['as a draft', { ...ready, isDraft: true }, always, 0, 'none: it is a draft: mark it as ready, or add the label "preview"'],
  [
    'as a draft that asks',
    { ...ready, isDraft: true, labels: ['preview'] },
    always,
    0,
    'deploy shared: it leaves the platform of staging as it is',
  ],
  ['without the label where it is needed', ready, onLabel, 1, 'none: nobody asked for one: add the label "preview"'],
  ['with it', { ...ready, labels: ['preview'] }, onLabel, 1, 'deploy isolated: it changes 1 resource of the platform of staging'],
  ['where previews are off', { ...ready, labels: ['preview'] }, never, 0, 'none: previews are switched off'],
  [
    'from a fork, whatever its labels',
    { ...ready, isFork: true, labels: ['isolated-preview'] },
    always,
    5,
    'none: it comes from a fork, whose code gets no credentials',
  ],
] as const)('a pull request %s', (_name, pullRequest, policy, platformChanges, expected) => {
  const decision = decidePreview({ pullRequest, policy, platformChanges, environment: 'staging' });
  const shape = decision.preview === 'deploy' ? ` ${decision.shape}` : '';
  expect(`${decision.preview}${shape}: ${decision.reason}`).toBe(expected);
});

test.each([
  ['by default', ready, always, 'deploy isolated: there is one stack, and every preview has its own'],
  ['without the label where it is needed', ready, onLabel, 'none: nobody asked for one: add the label "preview"'],
] as const)('of a repository with one stack, a pull request %s', (_name, pullRequest, policy, expected) => {
  const decision = decidePreview({ pullRequest, policy, platformChanges: 3, environment: 'staging', layout: 'platform' });
  const shape = decision.preview === 'deploy' ? ` ${decision.shape}` : '';
  expect(`${decision.preview}${shape}: ${decision.reason}`).toBe(expected);
});
