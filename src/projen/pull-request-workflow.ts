// Describes .github/workflows/pull-request.yml: from a pull request's code to its plan, its preview, and the end of it.
import { gateContract } from '../actions/gate/contract.ts';
import { planContract } from '../actions/plan/contract.ts';
import { previewContract } from '../actions/preview/contract.ts';
import { uses } from './pinned-actions.ts';
import type { Site } from './site.ts';
import { actionStep, artifact, checkout, fetchTerraformJson, outputOf, outputsOf, setUpTerraform, takeRole } from './steps.ts';
import type { Job, Workflow } from './workflow-file.ts';

export function pullRequestWorkflow(site: Site): Workflow {
  return {
    name: 'pull-request',
    on: { pull_request: { types: ['opened', 'synchronize', 'reopened', 'closed', 'labeled', 'unlabeled'] } },
    permissions: {},
    jobs: {
      synth: synthJob(site),
      gate: gateJob(site),
      plan: planJob(site),
      preview: previewJob(site),
      destroy: destroyJob(site),
    },
  };
}

const number = '${{ github.event.pull_request.number }}';
/** What has been reviewed and merged: the only code of this repository that runs beside credentials. */
const trusted = '${{ github.event.pull_request.base.sha }}';

const labels = JSON.stringify([planContract.inputs['preview-label'].default, planContract.inputs['isolation-label'].default]);
const isOver = "github.event.action == 'closed'";
const isOurLabel = `contains(fromJSON('${labels}'), github.event.label.name)`;
const isLabelEvent = "(github.event.action == 'labeled' || github.event.action == 'unlabeled')";
/** A fork's run gets neither OIDC nor a token that may write: https://docs.github.com/en/actions/reference/security/secure-use */
const isOurs = 'github.event.pull_request.head.repo.full_name == github.repository';

const base = { 'runs-on': 'ubuntu-latest' };

/** Runs the pull request's code, and has nothing that it could steal. */
function synthJob(site: Site): Job {
  return {
    ...base,
    name: 'synth',
    if: `!(${isOver}) && (!${isLabelEvent} || ${isOurLabel})`,
    'timeout-minutes': 10,
    permissions: { contents: 'read' },
    concurrency: { group: `synth-pr-${number}`, 'cancel-in-progress': true },
    steps: [
      checkout('Check out the pull request'),
      site.setUpNode,
      { name: 'Install', run: site.install },
      {
        name: 'Synthesize, without credentials',
        run: site.synth.pullRequest,
        env: { PULL_REQUEST: number },
      },
      {
        name: 'Hand on the Terraform JSON, and nothing else',
        uses: uses('actions/upload-artifact'),
        with: { name: artifact, path: 'cdktf.out/**/cdk.tf.json', 'if-no-files-found': 'error', 'retention-days': '7' },
      },
    ],
  };
}

function gateJob(site: Site): Job {
  return {
    ...base,
    name: 'gate',
    needs: 'synth',
    'timeout-minutes': 5,
    permissions: gateContract.permissions,
    steps: [
      checkout('Check out trusted code', trusted),
      fetchTerraformJson,
      actionStep(site, gateContract, { environment: site.hostEnvironment, region: site.region }),
    ],
  };
}

function planJob(site: Site): Job {
  return {
    ...base,
    name: 'plan',
    needs: 'gate',
    if: isOurs,
    'timeout-minutes': 20,
    permissions: planContract.permissions,
    environment: planContract.role,
    concurrency: { group: `plan-pr-${number}`, 'cancel-in-progress': true },
    outputs: outputsOf(planContract, ['preview', 'shape', 'reason', 'slot', 'digest-platform', 'digest-service', 'image']),
    steps: [
      checkout('Check out trusted code', trusted),
      fetchTerraformJson,
      takeRole(site, planContract.role),
      setUpTerraform,
      actionStep(site, planContract, {
        ...whereOf(site),
        image: site.image,
      }),
    ],
  };
}

/** One at a time for each pull request, and never cut short; while it waits, a newer one takes its place. */
const onePreviewAtATime = { group: `preview-pr-${number}`, 'cancel-in-progress': false };

function whereOf({ hostEnvironment: environment, region, stateBucket, domain }: Site) {
  return { environment, region, 'state-bucket': stateBucket, domain };
}

const given = (name: Parameters<typeof outputOf<typeof planContract>>[2]) => outputOf('plan', planContract, name);

function previewJob(site: Site): Job {
  return {
    ...base,
    name: 'preview',
    needs: 'plan',
    if: "needs.plan.outputs.preview == 'deploy'",
    'timeout-minutes': 60,
    permissions: previewContract.permissions,
    environment: previewContract.role,
    concurrency: onePreviewAtATime,
    steps: [
      checkout('Check out trusted code', trusted),
      fetchTerraformJson,
      takeRole(site, previewContract.role),
      setUpTerraform,
      actionStep(site, previewContract, {
        mode: 'deploy',
        ...whereOf(site),
        image: given('image'),
        shape: given('shape'),
        reason: given('reason'),
        slot: given('slot'),
        'digest-platform': given('digest-platform'),
        'digest-service': given('digest-service'),
      }),
    ],
  };
}

function destroyJob(site: Site): Job {
  return {
    ...base,
    name: 'destroy',
    if: `${isOver} && ${isOurs}`,
    'timeout-minutes': 60,
    permissions: previewContract.permissions,
    environment: previewContract.role,
    concurrency: onePreviewAtATime,
    steps: [
      checkout('Check out trusted code', trusted),
      takeRole(site, previewContract.role),
      setUpTerraform,
      actionStep(site, previewContract, { mode: 'destroy', ...whereOf(site) }),
    ],
  };
}
