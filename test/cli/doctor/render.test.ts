// What a person reads of the doctor's findings.
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../../src/cli/doctor/checks/index.ts';
import { known, notAsked } from '../../../src/cli/doctor/facts.ts';
import { runChecks } from '../../../src/cli/doctor/findings.ts';
import { findingsAsJson, renderFindings } from '../../../src/cli/doctor/render.ts';
import { wanted, wellFacts } from './facts.ts';

const plain = (lines: readonly string[]): string => stripVTControlCharacters(lines.join('\n'));

describe('the findings', () => {
  test('are a line each, with the fix; the same one is told once', () => {
    const unasked = notAsked<never>('no token to ask GitHub with', 'Set GITHUB_TOKEN.');
    const gitHub = {
      environments: unasked,
      variables: unasked,
      actionsPolicy: unasked,
      workflowToken: unasked,
      protection: unasked,
    };
    const findings = runChecks(checks, { ...wellFacts, ...gitHub, zone: known(undefined) }, wanted);
    expect(plain(renderFindings(findings, 150))).toMatchInlineSnapshot(`
"this machine
  ✔ node                   Node 24.1.0
  ✔ terraform              terraform 1.11.4

AWS
  ✔ credentials            arn:aws:iam::123456789012:user/kim in 123456789012, eu-west-2
  ✔ OIDC provider          arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
  ✔ role opsdeck-plan      trusts acme/platform in plan, and nobody else
  ✔ role opsdeck-preview   trusts acme/platform in preview, and nobody else
  ✔ role opsdeck-deploy    trusts acme/platform in deploy, and nobody else
  ✔ role opsdeck-game-day  trusts acme/platform in game-day, and nobody else
  ✔ role opsdeck-ops       trusts acme/platform in ops and ops-approval, and nobody else
  ✔ state bucket           opsdeck-state-123456789012-eu-west-2: versioned, encrypted (aws:kms), private, TLS only
  ✖ hosted zone            the account has no public hosted zone example.org → Make one, and let its parent name its servers.
  ✔ certificate            *.example.org: arn:aws:acm:eu-west-2:123456789012:certificate/1

GitHub
  ✔ repository             acme/platform, default branch main
  ? not asked              environments, variables, Actions, workflow token, default branch: no token to ask GitHub with → Set GITHUB_TOKEN.

workflows
  ✔ workflow files         1 in main of acme/platform, without chatops, chatops-command, deploy-environment, drift, game-day, kpi, pull-request,
                           reaper, runbook
  ✔ generated              all as Opsdeck 0.3.0 writes them
  ✔ pinned actions         every remote action is a commit
  ✔ configuration          .github/opsdeck.json: the layout platform-and-service

1 wrong, 16 well, 5 not asked"
`);
    expect(findingsAsJson(findings)).toMatchObject({ isWell: false });
  });
});
