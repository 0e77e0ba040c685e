// Steps that more than one workflow is made of.
import type { ActionContract, InputsOf, OutputName } from '../define/contract.ts';
import { uses } from './pinned-actions.ts';
import type { Site } from './site.ts';
import type { Step } from './workflow-file.ts';

/** Only inputs of the contract, each as text or as an expression of GitHub. */
type With<C extends ActionContract> = Readonly<Partial<Record<keyof InputsOf<C> & string, string>>>;

export function actionStep<C extends ActionContract>(site: Site, contract: C, inputs: With<C>): Step {
  const { name, title } = contract;
  const env = runTerraform.includes(name) ? { env: platformVariables } : {};
  return { name: title, id: name, uses: site.useAction(name), with: inputs as Record<string, string>, ...env };
}

/** Plan platforms of environments, or apply them. */
const runTerraform: readonly string[] = ['plan', 'apply', 'deploy'];

/** Read by Terraform itself; empty as long as there is no App. The same wherever a platform is planned: a job without them would plan to tell GitHub of no alarms. */
const platformVariables = {
  TF_VAR_github_app_id: '${{ vars.OPSDECK_APP_ID }}',
  TF_VAR_github_app_installation_id: '${{ vars.OPSDECK_APP_INSTALLATION_ID }}',
  TF_VAR_github_app_repository: "${{ vars.OPSDECK_APP_ID && github.repository || '' }}",
};

/** A job's outputs, handed on from the step of the action. */
export function outputsOf<C extends ActionContract>(
  contract: C,
  names: readonly OutputName<C>[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `\${{ steps.${contract.name}.outputs.${name} }}`]));
}

/** What the job of the contract's action gave. */
export function outputOf<C extends ActionContract>(job: string, _contract: C, name: OutputName<C>): string {
  return `\${{ needs.${job}.outputs.${name} }}`;
}

/** @param ref what to check out; without one, what the event is about */
export function checkout(name: string, ref?: string): Step {
  return { name, uses: uses('actions/checkout'), with: { 'persist-credentials': false, ...(ref && { ref }) } };
}

export const setUpTerraform: Step = {
  name: 'Set up Terraform',
  uses: uses('hashicorp/setup-terraform'),
  with: { terraform_version: '1.11.4', terraform_wrapper: false },
};

export const artifact = 'terraform-json';

export const fetchTerraformJson: Step = {
  name: 'Fetch the Terraform JSON',
  uses: uses('actions/download-artifact'),
  with: { name: artifact, path: 'cdktf.out' },
};

/** A report for people with a browser: what a comment cannot show. */
export function keepReport(action: string, name: string): Step {
  const path = `\${{ steps.${action}.outputs.report-path }}`;
  return {
    name: 'Keep the report',
    if: `always() && steps.${action}.outputs.report-path != ''`,
    uses: uses('actions/upload-artifact'),
    with: { name, path, 'if-no-files-found': 'error', 'retention-days': '30' },
  };
}

/** The role trusts the OIDC token of the GitHub environment with the same name. */
export function takeRole({ region }: Pick<Site, 'region'>, role: string): Step {
  return {
    name: `Take the role ${role}`,
    uses: uses('aws-actions/configure-aws-credentials'),
    with: {
      'role-to-assume': `arn:aws:iam::\${{ vars.AWS_ACCOUNT_ID }}:role/opsdeck-${role}`,
      'aws-region': region,
      'role-session-name': 'opsdeck-${{ github.run_id }}-${{ github.run_attempt }}',
    },
  };
}

/**
 * Whoever may start a workflow by hand may start it on any branch, and its code would act with the role. Schedules, which tell no
 * repository, are of the default branch.
 */
export const onDefaultBranch =
  "github.event_name == 'schedule' || github.ref == format('refs/heads/{0}', github.event.repository.default_branch)";
