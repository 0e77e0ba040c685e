// Implements the Checks port: one check run a name and commit, brought up to date.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { CheckReport, Checks } from '../../ports/checks.ts';
import type { Client } from './client.ts';
import { createOnce } from './create-once.ts';
import { appSlug, refuseTooLong } from './ours.ts';

type CheckRun = RestEndpointMethodTypes['checks']['get']['response']['data'];

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run: the summary */
const mostSummaryCharacters = 65_535;

export function openChecks(client: Client): Checks {
  return {
    report: async (check) => {
      refuseTooLong(`the check ${check.name}`, check.summary, mostSummaryCharacters);
      const found = await find(client, check);
      if (found !== undefined) {
        await client.rest.checks.update({ ...client.repository, check_run_id: found.id, ...changeable(check) });
        return;
      }
      const { name, headSha } = check;
      const request = { ...client.repository, name, head_sha: headSha, external_id: externalId(check), ...changeable(check) };
      const create = async (): Promise<CheckRun> => (await client.rest.checks.create(request)).data;
      await createOnce(client, { create, find: () => find(client, check) });
    },
  };
}

/** Tells ours from a job of the same name: GitHub makes a check run of every job, by the same app. */
function externalId({ name }: CheckReport): string {
  return `opsdeck:${name}`;
}

async function find(client: Client, check: CheckReport): Promise<CheckRun | undefined> {
  const { rest, paginate, repository, botLogin } = client;
  const query = { ...repository, ref: check.headSha, check_name: check.name, filter: 'all', per_page: 100 } as const;
  const all = await paginate(rest.checks.listForRef, query);
  return all.find(({ app, external_id }) => app?.slug === appSlug(botLogin) && external_id === externalId(check));
}

function changeable({ conclusion, title, summary, detailsUrl }: CheckReport) {
  const state = conclusion === undefined ? { status: 'in_progress' as const } : { status: 'completed' as const, conclusion };
  return { ...state, details_url: detailsUrl, output: { title, summary } };
}
